package org.ipstrial.stats.moderation;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/** How an effect changes along an amount: what a method finds out of one model. */
public interface Moderation {

    /** The test that the effect is the same at every value of the moderator. */
    TestResult test();

    /**
     * How much the effect changes with each unit more of the moderator: a difference of differences, or a ratio of ratios.
     *
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate slope(double level);

    /**
     * The effect at a value of the moderator, group against reference.
     *
     * @param at    the value
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate effect(double at, double level);

    /** Nothing, and why. */
    static Moderation none(Reason reason) {
        return new Moderation() {
            @Override
            public TestResult test() {
                return TestResult.notEstimable(reason);
            }

            @Override
            public Estimate slope(double level) {
                Require.fraction("level", level);
                return Estimate.notEstimable(reason);
            }

            @Override
            public Estimate effect(double at, double level) {
                return slope(level);
            }
        };
    }
}
