package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.TestResult;

/** A test over strata that no stratum's arms differ in a yes/no outcome, of several arms. It has no side. */
@FunctionalInterface
public interface StratifiedCountsTest {

    /** The test of arms (rows) with the event and without it (columns). */
    TestResult of(StratifiedCounts counts);
}
