package org.ipstrial.stats.contingency;

import org.ipstrial.stats.TestResult;

/** A two-sided test that two arms have the same probability of the event. */
@FunctionalInterface
public interface TwoByTwoTest {

    /** The test of one table. */
    TestResult of(TwoByTwo table);
}
