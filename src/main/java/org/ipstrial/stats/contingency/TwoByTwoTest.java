package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/** A test that two arms have the same probability of the event. */
@FunctionalInterface
public interface TwoByTwoTest {

    /** The test of one table against an alternative, "greater" being more events in the group. */
    TestResult of(TwoByTwo table, Alternative alternative);

    /** The two-sided test of one table. */
    default TestResult of(TwoByTwo table) {
        return of(table, Alternative.TWO_SIDED);
    }
}
