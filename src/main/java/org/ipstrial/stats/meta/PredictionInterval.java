package org.ipstrial.stats.meta;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;

/**
 * Where the effect of a further study of the same kind may lie.
 *
 * <p>With the pooled effect m, its standard error s, the variance tau&sup2; between studies and k studies:
 * <pre>
 *   m &plusmn; t sqrt(tau&sup2; + s&sup2;),  t with k - 2 degrees of freedom
 * </pre>
 * s is that of the pooling method: with Hartung and Knapp's limits their standard error, as Partlett and Riley have it.
 *
 * <p>Unit: that of the effects. Edge: fewer than three studies leave no degree of freedom
 * ({@code fewer-than-three-studies}). With few studies the interval is rough, and it rests on effects being normal.
 *
 * <p>Source: Higgins JPT, Thompson SG, Spiegelhalter DJ (2009), Journal of the Royal Statistical Society A 172:137-159;
 * Partlett C, Riley RD (2017), Statistics in Medicine 36:301-317.
 */
public final class PredictionInterval {

    private PredictionInterval() {}

    /**
     * The interval.
     *
     * @param studies how many studies were pooled
     */
    public static Estimate of(Pooled pooled, int studies, double level) {
        Require.fraction("level", level);
        if (pooled.effect().estimate() instanceof Quantity.NotEstimable none) {
            return Estimate.notEstimable(none.reason());
        }
        double mean = pooled.effect().estimate().ifEstimated().orElseThrow();
        if (studies < 3 || pooled.tauSquared().isEmpty()) {
            return Estimate.withoutLimits(mean, Reason.FEWER_THAN_THREE_STUDIES);
        }
        Quantity error = pooled.effect().standardError().orElseThrow();
        if (error instanceof Quantity.NotEstimable none) {
            return Estimate.withoutLimits(mean, none.reason());
        }
        double s = error.ifEstimated().getAsDouble();
        double half = TDistribution.of(studies - 2).inverseSurvivalProbability((1 - level) / 2)
                * Math.sqrt(pooled.tauSquared().get() + s * s);
        return Estimate.of(mean, mean - half, mean + half);
    }
}
