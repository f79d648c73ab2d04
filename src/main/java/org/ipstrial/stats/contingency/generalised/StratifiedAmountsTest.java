package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.TestResult;

/** A test over strata that no stratum's arms differ in an amount, of several arms. It has no side. */
@FunctionalInterface
public interface StratifiedAmountsTest {

    /** The test of all arms. */
    TestResult of(StratifiedAmounts amounts);
}
