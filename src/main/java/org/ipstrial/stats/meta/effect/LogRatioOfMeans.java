package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.StudyEffect;

/**
 * The logarithm of a study's ratio of means.
 *
 * <p>With means m, standard deviations s and n people (1 group, 2 reference):
 * <pre>
 *   y = log(m1 / m2),  v = s1&sup2; / (n1 m1&sup2;) + s2&sup2; / (n2 m2&sup2;)
 * </pre>
 * Edge: a mean that is not above 0 has no ratio ({@code mean-not-positive}).
 *
 * <p>Source: Hedges LV, Gurevitch J, Curtis PS (1999), Ecology 80:1150-1156.
 */
public final class LogRatioOfMeans {

    private LogRatioOfMeans() {}

    /** The effect of a study. */
    public static StudyEffect of(ArmMeans means) {
        double m1 = means.group().mean();
        double m2 = means.reference().mean();
        if (!(m1 > 0 && m2 > 0)) {
            return new StudyEffect.Unknown(Reason.MEAN_NOT_POSITIVE);
        }
        return StudyEffect.of(
                StrictMath.log(m1 / m2),
                means.group().varianceOfMean() / m1 / m1 + means.reference().varianceOfMean() / m2 / m2);
    }
}
