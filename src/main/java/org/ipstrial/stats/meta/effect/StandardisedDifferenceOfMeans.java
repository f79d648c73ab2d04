package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.location.HedgesDifference;
import org.ipstrial.stats.meta.StudyEffect;

/**
 * A study's standardised mean difference, Hedges's g with the exact factor J and the large-sample variance.
 *
 * <p>With means m, standard deviations s and n people (1 group, 2 reference), {@code f = n1 + n2 - 2}:
 * <pre>
 *   s&sup2; = ((n1 - 1) s1&sup2; + (n2 - 1) s2&sup2;) / f
 *   J  = Gamma(f/2) / (sqrt(f/2) Gamma((f - 1)/2))
 *   y  = J (m1 - m2) / s,  v = 1/n1 + 1/n2 + y&sup2; / (2 (n1 + n2))
 * </pre>
 * No unit: in standard deviations. Edges: f must be above 1 ({@code fewer-than-two}); where nobody differs from their arm's
 * mean there is nothing to divide by ({@code no-variance}).
 *
 * <p>Source: Hedges LV (1981), Journal of Educational Statistics 6:107-128; the variance: Hedges LV (1982), Psychological
 * Bulletin 92:490-499 (metafor's {@code vtype = "LS"}).
 */
public final class StandardisedDifferenceOfMeans {

    private StandardisedDifferenceOfMeans() {}

    /** The effect of a study. */
    public static StudyEffect of(ArmMeans means) {
        double n1 = means.group().people();
        double n2 = means.reference().people();
        double f = n1 + n2 - 2;
        if (n1 <= 1 || n2 <= 1 || f <= 1) {
            return new StudyEffect.Unknown(Reason.FEWER_THAN_TWO);
        }
        double squares = (n1 - 1) * means.group().sd() * means.group().sd()
                + (n2 - 1) * means.reference().sd() * means.reference().sd();
        if (!(squares > 0)) {
            return new StudyEffect.Unknown(Reason.NO_VARIANCE);
        }
        double g = HedgesDifference.factor(f)
                * (means.group().mean() - means.reference().mean())
                / Math.sqrt(squares / f);
        return StudyEffect.of(g, 1 / n1 + 1 / n2 + g * g / (2 * (n1 + n2)));
    }
}
