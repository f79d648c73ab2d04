package org.ipstrial.stats.meta;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.stats.Require;

/**
 * The effects of several studies with the variance of each, on a scale on which they are roughly normal: differences as
 * they are, ratios as logarithms.
 */
public final class StudyEffects {

    private final double[] estimates;
    private final double[] variances;

    private StudyEffects(double[] estimates, double[] variances) {
        this.estimates = estimates;
        this.variances = variances;
    }

    /**
     * Some effects.
     *
     * @throws IllegalArgumentException if there is none, the lengths differ, an effect is not finite, or a variance is not
     *     above 0
     */
    public static StudyEffects of(double[] estimates, double[] variances) {
        if (estimates.length == 0 || estimates.length != variances.length) {
            throw new IllegalArgumentException("each of one study or more needs an effect and a variance, got "
                    + estimates.length + " and " + variances.length);
        }
        Require.amounts("an effect", estimates);
        for (double variance : Require.amounts("a variance", variances)) {
            if (!(variance > 0)) {
                throw new IllegalArgumentException("a variance must be above 0, got " + variance);
            }
        }
        return new StudyEffects(estimates.clone(), variances.clone());
    }

    /** How many studies. */
    public int count() {
        return estimates.length;
    }

    /** The effect of a study. */
    public double estimate(int study) {
        return estimates[study];
    }

    /** Its variance. */
    public double variance(int study) {
        return variances[study];
    }

    /** The smallest variance. */
    public double leastVariance() {
        return Arrays.stream(variances).min().orElseThrow();
    }

    /** The largest variance. */
    public double mostVariance() {
        return Arrays.stream(variances).max().orElseThrow();
    }

    /** The effects without one study's. */
    public StudyEffects without(int study) {
        return only(IntStream.range(0, count()).filter(i -> i != study).toArray());
    }

    /** The effects of some studies. */
    public StudyEffects only(int... studies) {
        return of(
                Arrays.stream(studies).mapToDouble(this::estimate).toArray(),
                Arrays.stream(studies).mapToDouble(this::variance).toArray());
    }
}
