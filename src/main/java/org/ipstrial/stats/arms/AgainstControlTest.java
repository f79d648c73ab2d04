package org.ipstrial.stats.arms;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/** A test of one arm against a control that several arms are compared with, its p-value adjusted for all of them. */
@FunctionalInterface
public interface AgainstControlTest {

    /** The test of the arm that is looked at. */
    TestResult of(AgainstControl arms, Alternative alternative);
}
