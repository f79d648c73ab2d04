package org.ipstrial.stats.contingency.stratified;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;

/**
 * An effect that strata of two by two tables have in common, with a confidence interval and the test that the interval
 * inverts: an effect lies outside the interval exactly when its p-value is below one minus the level.
 */
public interface StratifiedEffect {

    /**
     * The common effect of the group against the reference, with its limits.
     *
     * @param tables the strata
     * @param level  confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate of(StratifiedTables tables, double level);

    /**
     * The test that the common effect is a given one.
     *
     * @param effect      the effect of the null hypothesis, inside its scale
     * @param alternative what is set against it
     */
    TestResult test(StratifiedTables tables, double effect, Alternative alternative);

    /** A confidence interval for a common effect. */
    @FunctionalInterface
    interface Interval {
        /** The common effect with its limits. */
        Estimate of(StratifiedTables tables, double level);
    }

    /** A test of a common effect. */
    @FunctionalInterface
    interface Test {
        /** The test that the common effect is a given one. */
        TestResult of(StratifiedTables tables, double effect, Alternative alternative);
    }

    /** The effect of an interval with its test. */
    static StratifiedEffect of(Interval interval, Test test) {
        return new StratifiedEffect() {
            @Override
            public Estimate of(StratifiedTables tables, double level) {
                return interval.of(tables, level);
            }

            @Override
            public TestResult test(StratifiedTables tables, double effect, Alternative alternative) {
                return test.of(tables, effect, alternative);
            }
        };
    }
}
