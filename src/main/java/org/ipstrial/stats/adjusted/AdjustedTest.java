package org.ipstrial.stats.adjusted;

import org.ipstrial.stats.TestResult;

/** A test of all arms at once with covariates in the model, or a test of the model. */
@FunctionalInterface
public interface AdjustedTest {

    /**
     * Tests.
     *
     * @param data the data
     * @return statistic and p-value
     */
    TestResult of(AdjustedData data);
}
