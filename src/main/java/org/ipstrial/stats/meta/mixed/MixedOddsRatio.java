package org.ipstrial.stats.meta.mixed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.Pooled;

/**
 * The mean odds ratio of studies whose odds ratios differ, by maximum likelihood of a generalised linear mixed model of the
 * counts.
 *
 * <p>Study i has the log odds ratio {@code t(i) = m + s z(i)}, z standard normal, and the likelihood f of a
 * {@link CountModel}, with a level a(i) of its own where both arms are binomial:
 * <pre>
 *   l(m, s, a) = sum over studies of log of the integral of f(a(i), m + s z) phi(z) dz
 *   estimate   = the m at which l is highest over s &ge; 0 and all a;  tau&sup2; = the s&sup2; there
 *   Wald       m &plusmn; z sqrt(v), v from the second slopes of l by m, s and a;  by m and a where s = 0
 *   profile    the m at which twice the fall of l, at its highest over s and a, is the chi-squared value with 1 degree
 * </pre>
 * With both arms binomial the level stands half way between the logits of the arms (+-1/2 coding): where it stands changes
 * the result, since only then does the spread belong to both arms alike. Given the totals there is no such choice.
 * Integrals are right to the last digits of a double ({@link StudyIntegral}).
 *
 * <p>Unit: the logarithm of an odds ratio; above 0 where the event is more frequent in the group. Empty cells need nothing
 * added. Studies without events, or with events only, tell nothing and count in nothing.
 *
 * <p>Edges: where each study that tells anything has its most extreme table, all on one side ({@code separation}), or the
 * likelihood rises with the spread beyond 5 ({@code separation}), there is no estimate.
 *
 * <p>Source: Stijnen T, Hamza TH, &Ouml;zdemir P (2010), Statistics in Medicine 29:3046-3067; both arms: Turner RM, Omar RZ,
 * Yang M, Goldstein H, Thompson SG (2000), Statistics in Medicine 19:3417-3432; the coding: Jackson D, Law M, Stijnen T,
 * Viechtbauer W, White IR (2018), Statistics in Medicine 37:1059-1085; profile limits: Hardy RJ, Thompson SG (1996),
 * Statistics in Medicine 15:619-629.
 */
public final class MixedOddsRatio {

    /** How limits are made. */
    public enum Limits {
        /** From the second slopes. */
        WALD,
        /** From the likelihood itself. */
        PROFILE
    }

    private static final double FURTHEST = 100;

    private MixedOddsRatio() {}

    /** The mean log odds ratio. */
    public static Pooled of(StratifiedTables studies, CountModel model, Limits limits, double level) {
        Require.fraction("level", level);
        List<StudyLikelihood> telling = model.telling(studies);
        if (telling.size() < 2) {
            return Pooled.notEstimable(
                    telling.isEmpty() ? Reason.NO_INFORMATIVE_STRATUM : Reason.FEWER_THAN_TWO_STUDIES);
        }
        if (CountModel.areSeparated(telling)) {
            return Pooled.notEstimable(Reason.SEPARATION);
        }
        Optional<MixedFit> fit = MixedFit.of(telling, MeanAtSpread.start(telling), OptionalDouble.empty());
        if (fit.isEmpty()) {
            return Pooled.notEstimable(Reason.SEPARATION);
        }
        Pooled wald = MeanLimits.NORMAL.of(
                fit.get().top().mean(),
                Math.sqrt(fit.get().variance()),
                telling.size() - 1,
                level,
                Optional.of(fit.get().spread() * fit.get().spread()));
        return limits == Limits.WALD ? wald : profile(telling, fit.get(), wald, level);
    }

    private static Pooled profile(List<StudyLikelihood> studies, MixedFit fit, Pooled wald, double level) {
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(1);
        double most = chi.inverseSurvivalProbability(1 - level) / 2;
        double step = Math.sqrt(fit.variance());
        Estimate effect = new Estimate(
                wald.effect().estimate(),
                wald.effect().standardError(),
                limit(studies, fit, most, -step),
                limit(studies, fit, most, step));
        TestResult test = at(studies, fit, 0)
                .map(other -> 2 * fall(fit, other))
                .map(ratio -> TestResult.of(ratio, 1, NormalTest.atLeastSmallest(chi.survivalProbability(ratio))))
                .orElse(TestResult.notEstimable(Reason.NOT_CONVERGED));
        return new Pooled(effect, test, wald.tauSquared(), OptionalDouble.empty());
    }

    private static Quantity limit(List<StudyLikelihood> studies, MixedFit fit, double most, double step) {
        double mean = fit.top().mean();
        double sign = Math.signum(step);
        double inside = 0;
        double outside = Math.abs(step);
        while (at(studies, fit, mean + sign * outside)
                        .map(other -> fall(fit, other))
                        .orElse(most)
                < most) {
            inside = outside;
            outside *= 1.5;
            if (outside > FURTHEST) {
                return Quantity.notEstimable(Reason.UNBOUNDED);
            }
        }
        return Bracket.crossing(
                        apart -> at(studies, fit, mean + sign * apart)
                                .map(other -> new Bracket.Value(
                                        fall(fit, other) - most,
                                        -sign * other.top().meanSlope())),
                        inside,
                        outside)
                .map(apart -> Quantity.of(mean + sign * apart))
                .orElse(Quantity.notEstimable(Reason.NOT_CONVERGED));
    }

    /** The fit where the mean is another. */
    private static Optional<MixedFit> at(List<StudyLikelihood> studies, MixedFit fit, double mean) {
        return MixedFit.of(studies, fit.top(), OptionalDouble.of(mean));
    }

    /** How far the likelihood falls there. */
    private static double fall(MixedFit fit, MixedFit other) {
        return Math.max(0, fit.top().log() - other.top().log());
    }
}
