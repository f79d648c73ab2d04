package org.ipstrial.stats.contingency.stratified;

import org.ipstrial.stats.TestResult;

/** A test that strata of two by two tables have one effect in common. */
@FunctionalInterface
public interface HomogeneityTest {

    /** The test of some strata. */
    TestResult of(StratifiedTables tables);
}
