package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/** A test that the effect of the group against the reference is a given one. */
@FunctionalInterface
public interface TwoSampleEffectTest {

    /**
     * The test.
     *
     * @param samples     the two arms
     * @param effect      the effect of the null hypothesis, inside its scale
     * @param alternative what is set against it
     * @return the p-value, with a statistic that is larger where the observed effect is larger, if the test has one
     */
    TestResult test(TwoSamples samples, double effect, Alternative alternative);
}
