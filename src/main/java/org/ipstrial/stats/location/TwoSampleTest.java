package org.ipstrial.stats.location;

import java.util.function.Function;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/** A two-sided test that two arms do not differ. */
@FunctionalInterface
public interface TwoSampleTest {

    /**
     * The test of two samples.
     *
     * @param samples    the two arms
     * @param resampling where random numbers come from; tests that need none leave it alone
     */
    TestResult of(TwoSamples samples, Resampling resampling);

    /** A test that needs no random numbers. */
    static TwoSampleTest of(Function<TwoSamples, TestResult> test) {
        return (samples, resampling) -> test.apply(samples);
    }
}
