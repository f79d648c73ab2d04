package org.ipstrial.stats.location;

import java.util.function.BiFunction;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/** A test that two arms do not differ. */
@FunctionalInterface
public interface TwoSampleTest {

    /**
     * The test of two samples.
     *
     * @param samples     the two arms
     * @param alternative what is set against no difference, "greater" being more in the group
     * @param resampling  where random numbers come from; tests that need none leave it alone
     */
    TestResult of(TwoSamples samples, Alternative alternative, Resampling resampling);

    /** The two-sided test. */
    default TestResult of(TwoSamples samples, Resampling resampling) {
        return of(samples, Alternative.TWO_SIDED, resampling);
    }

    /** A test that needs no random numbers. */
    static TwoSampleTest of(BiFunction<TwoSamples, Alternative, TestResult> test) {
        return (samples, alternative, resampling) -> test.apply(samples, alternative);
    }
}
