package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.meta.StudyEffect;

/**
 * A study's difference of means, each arm with a variance of its own.
 *
 * <p>With means m, standard deviations s and n people (1 group, 2 reference):
 * <pre>
 *   y = m1 - m2,  v = s1&sup2;/n1 + s2&sup2;/n2
 * </pre>
 * Unit: that of the amount. Where nobody differs from their arm's mean there is no variance ({@code no-variance}).
 *
 * <p>Source: Hedges LV, Olkin I (1985), Statistical Methods for Meta-Analysis; Welch BL (1938), Biometrika 29:350-362.
 */
public final class DifferenceOfMeans {

    private DifferenceOfMeans() {}

    /** The effect of a study. */
    public static StudyEffect of(ArmMeans means) {
        return StudyEffect.of(
                means.group().mean() - means.reference().mean(),
                means.group().varianceOfMean() + means.reference().varianceOfMean());
    }
}
