package org.ipstrial.stats.contingency.stratified;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/** A test over strata of two by two tables that no stratum's arms differ. */
@FunctionalInterface
public interface StratifiedTest {

    /** The test of some strata against an alternative, "greater" being more events in the group. */
    TestResult of(StratifiedTables tables, Alternative alternative);
}
