package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;

/**
 * An effect measure of a two by two table with a confidence interval and the test that the interval inverts: an effect
 * lies outside the interval exactly when its p-value is below one minus the level. One side of an interval at
 * {@code 2 level - 1} is the one-sided interval at {@code level}.
 */
public interface TwoByTwoEffect extends TwoByTwoInterval, EffectTest {

    /** The effect of an interval with its test. */
    static TwoByTwoEffect of(TwoByTwoInterval interval, EffectTest test) {
        return new TwoByTwoEffect() {
            @Override
            public Estimate of(TwoByTwo table, double level) {
                return interval.of(table, level);
            }

            @Override
            public TestResult test(TwoByTwo table, double effect, Alternative alternative) {
                return test.test(table, effect, alternative);
            }
        };
    }
}
