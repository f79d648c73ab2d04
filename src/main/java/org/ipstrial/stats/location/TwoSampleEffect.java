package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/**
 * An effect measure of two samples with a confidence interval and, where the interval inverts one, its test: an effect
 * then lies outside the interval exactly when its p-value is below one minus the level, or not above it where the
 * p-value takes only some values.
 */
public interface TwoSampleEffect extends TwoSampleInterval, TwoSampleEffectTest {

    /**
     * The effect with the limits of an alternative: both, or the one beyond which lies a tail of {@code 1 - level}. The
     * limit of the other side is there too, and has no meaning of its own.
     *
     * @param level       confidence level as a fraction, above one half for one side
     * @param alternative on which side there is a limit
     * @throws IllegalArgumentException if there is no such level
     */
    default Estimate of(TwoSamples samples, double level, Alternative alternative, Resampling resampling) {
        return of(samples, alternative.twoSidedLevel(level), resampling);
    }

    /** An interval with the test that it inverts; one side of it at {@code 2 level - 1} is the one-sided one at level. */
    static TwoSampleEffect of(TwoSampleInterval interval, TwoSampleEffectTest test) {
        return new TwoSampleEffect() {
            @Override
            public Estimate of(TwoSamples samples, double level, Resampling resampling) {
                return interval.of(samples, level, resampling);
            }

            @Override
            public TestResult test(TwoSamples samples, double effect, Alternative alternative) {
                return test.test(samples, effect, alternative);
            }
        };
    }

    /** An interval that inverts no test, so that its limits alone tell of an effect ({@code interval-only}). */
    static TwoSampleEffect intervalOnly(TwoSampleInterval interval) {
        return of(interval, (samples, effect, alternative) -> TestResult.notEstimable(Reason.INTERVAL_ONLY));
    }
}
