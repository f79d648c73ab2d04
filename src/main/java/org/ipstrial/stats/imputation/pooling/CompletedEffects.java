package org.ipstrial.stats.imputation.pooling;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.approximate.KatzRatio;
import org.ipstrial.stats.contingency.approximate.LogRatio;
import org.ipstrial.stats.contingency.approximate.WaldDifference;
import org.ipstrial.stats.contingency.approximate.WoolfOddsRatio;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.WelchDifference;

/**
 * The effects of one completed data set with the variances that Wald's limits take, ready to be pooled.
 *
 * <p>With events {@code a, c} of {@code n1, n0} people, shares {@code p1, p0}, and means {@code m1, m0} with variances
 * {@code s1^2, s0^2}, of group and reference:
 *
 * <pre>
 *   risk difference  p1 - p0        variance p1 (1 - p1) / n1 + p0 (1 - p0) / n0
 *   risk ratio       log(p1 / p0)   variance (n1 - a) / (a n1) + (n0 - c) / (c n0)
 *   odds ratio       log(a (n0 - c) / ((n1 - a) c))
 *                                   variance 1/a + 1/(n1 - a) + 1/c + 1/(n0 - c)
 *   mean difference  m1 - m0        variance s1^2 / n1 + s0^2 / n0, degrees of freedom of Welch
 * </pre>
 *
 * <p>The first three take the normal distribution, so that their degrees of freedom with nothing missing are infinite.
 * Limits of the score are never averaged: there are no rules for it.
 *
 * <p>Edges: the logarithm of a ratio of 0, or beyond all numbers, does not exist, nor a variance of one person's amount:
 * such a data set gives the reason.
 *
 * <p>Source: Katz D, Baptista J, Azen SP, Pike MC (1978), Biometrics 34:469-474; Woolf B (1955), Annals of Human Genetics
 * 19:251-253; Welch BL (1947), Biometrika 34:28-35; pooled on these scales: White IR, Royston P, Wood AM (2011), Statistics
 * in Medicine 30:377-399, table VIII.
 */
public final class CompletedEffects {

    /** The estimate and its standard error hang on no level. */
    private static final double ANY_LEVEL = 0.95;

    private CompletedEffects() {}

    /** What a data set gives: an estimate with its variance, or the reason why there is none. */
    public sealed interface Effect permits Known, Unknown {}

    /**
     * An effect.
     *
     * @param completed the estimate
     */
    public record Known(CompletedEstimate completed) implements Effect {}

    /**
     * No effect.
     *
     * @param reason why
     */
    public record Unknown(Reason reason) implements Effect {}

    /** The difference of shares. */
    public static Effect riskDifference(TwoByTwo table) {
        Estimate wald = WaldDifference.of(table, ANY_LEVEL);
        double error = value(wald.standardError().orElseThrow());
        return new Known(CompletedEstimate.normal(value(wald.estimate()), error * error));
    }

    /** The logarithm of the ratio of shares. */
    public static Effect logRiskRatio(TwoByTwo table) {
        return logarithm(KatzRatio.logRatio(table));
    }

    /** The logarithm of the odds ratio. */
    public static Effect logOddsRatio(TwoByTwo table) {
        return logarithm(WoolfOddsRatio.logRatio(table));
    }

    /** The difference of means. */
    public static Effect meanDifference(TwoSamples samples) {
        Optional<TApproximation> welch = WelchDifference.approximation(samples);
        if (welch.isEmpty()) {
            boolean alone = Math.min(samples.group().length, samples.reference().length) < 2;
            return new Unknown(alone ? Reason.FEWER_THAN_TWO : Reason.NO_VARIANCE);
        }
        double error = welch.get().standardError();
        return new Known(new CompletedEstimate(
                welch.get().estimate(), error * error, welch.get().df()));
    }

    /** The reason of the first data set that gives none, if any does. */
    public static Optional<Reason> reason(Iterable<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Unknown none) {
                return Optional.of(none.reason());
            }
        }
        return Optional.empty();
    }

    private static Effect logarithm(LogRatio ratio) {
        if (ratio.ratio() instanceof Quantity.NotEstimable none) {
            return new Unknown(none.reason());
        }
        if (ratio.variance() instanceof Quantity.NotEstimable none) {
            return new Unknown(none.reason());
        }
        return new Known(CompletedEstimate.normal(StrictMath.log(value(ratio.ratio())), value(ratio.variance())));
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
