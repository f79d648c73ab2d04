package org.ipstrial.stats.arms;

import org.ipstrial.stats.TestResult;

/** A test that all arms have the same probability of the event. It has no side: any two arms may differ. */
@FunctionalInterface
public interface CountsTest {

    /** The test of all arms. */
    TestResult of(SeveralCounts counts);
}
