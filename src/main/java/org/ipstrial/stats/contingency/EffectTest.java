package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/** A test that the effect in a two by two table is a given one. */
@FunctionalInterface
public interface EffectTest {

    /**
     * The test.
     *
     * @param table       the two arms
     * @param effect      the effect of the null hypothesis, inside its scale
     * @param alternative what is set against it
     * @return the p-value, with a statistic that is above 0 where the observed effect is larger, if the test has one
     */
    TestResult test(TwoByTwo table, double effect, Alternative alternative);
}
