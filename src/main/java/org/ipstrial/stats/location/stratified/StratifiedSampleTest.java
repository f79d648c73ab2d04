package org.ipstrial.stats.location.stratified;

import java.util.function.BiFunction;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/** A test over strata that no stratum's arms differ in an amount. */
@FunctionalInterface
public interface StratifiedSampleTest {

    /**
     * The test of some strata.
     *
     * @param alternative what is set against no difference, "greater" being more in the group
     * @param resampling  where random numbers come from; tests that need none leave it alone
     */
    TestResult of(StratifiedSamples samples, Alternative alternative, Resampling resampling);

    /** A test that needs no random numbers. */
    static StratifiedSampleTest of(BiFunction<StratifiedSamples, Alternative, TestResult> test) {
        return (samples, alternative, resampling) -> test.apply(samples, alternative);
    }
}
