package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * Miettinen and Nurminen's score interval for a risk difference common to all strata: one score statistic over the strata,
 * inverted once.
 *
 * <p>In each stratum that has both arms, {@code d = x1/n1 - x2/n2}, {@code N = n1 + n2}, and {@code p1}, {@code p2} are
 * the most likely probabilities under {@code p1 - p2 = e}:
 * <pre>
 *   v(e) = N / (N - 1) &middot; [p1 (1 - p1) / n1 + p2 (1 - p2) / n2]
 *   Z(e) = sum w (d - e) / sqrt(sum w&sup2; v(e))
 *   weights of Mantel and Haenszel:  w = n1 n2 / N
 *   inverse-variance weights:        w = 1 / v(e), anew at each e
 * </pre>
 * The estimate is the {@code e} with {@code Z(e) = 0}: with the weights of Mantel and Haenszel their risk difference. The
 * limits are the outermost {@code e} with {@code |Z(e)| = z}, which a standard normal variable exceeds with probability
 * {@code (1 - level) / 2} on either side. Not the interval that programs get by weighting the limits, or the estimates, of
 * strata.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: a stratum with one arm adds nothing. Strata without events, or with events only, count with the weights of
 * Mantel and Haenszel; with inverse-variance weights they are left out, because at no difference their variance is 0 and
 * their weight would be infinite, unless no others are left. {@code Z} can turn back further out where strata are
 * sparse: a difference is rejected if it and all beyond it are. With the weights of Mantel and Haenszel {@code Z(0)&sup2;}
 * is the Cochran-Mantel-Haenszel statistic, and but for such a turn the limits exclude 0 exactly when that test rejects. Of
 * one stratum it is the interval of Miettinen and Nurminen.
 *
 * <p>Source: Miettinen O, Nurminen M (1985), Comparative analysis of two rates, Statistics in Medicine 4:213-226; the
 * weights: Tang Y (2020), Score confidence intervals and sample sizes for stratified comparisons of binomial proportions,
 * Statistics in Medicine 39:3427-3457; Laud PJ (2017), Equal-tailed confidence intervals for comparison of rates,
 * Pharmaceutical Statistics 16:334-348.
 */
public final class StratifiedMiettinenNurminen {

    private final List<TwoByTwo> tables;
    private final ScoreWeights weights;
    private final double estimate;

    private StratifiedMiettinenNurminen(List<TwoByTwo> tables, ScoreWeights weights) {
        List<TwoByTwo> used = weights.used(tables);
        this.weights = used.isEmpty() ? ScoreWeights.MANTEL_HAENSZEL : weights;
        this.tables = used.isEmpty() ? tables : used;
        this.estimate = this.weights.estimate(this.tables);
    }

    /** The common risk difference with limits by the weights of Mantel and Haenszel. */
    public static Estimate withMantelHaenszelWeights(StratifiedTables strata, double level) {
        return estimate(strata, ScoreWeights.MANTEL_HAENSZEL, level);
    }

    /** The test that this interval inverts. */
    public static TestResult testWithMantelHaenszelWeights(
            StratifiedTables strata, double difference, Alternative alternative) {
        return test(strata, ScoreWeights.MANTEL_HAENSZEL, difference, alternative);
    }

    /** The common risk difference with limits by inverse-variance weights. */
    public static Estimate withInverseVarianceWeights(StratifiedTables strata, double level) {
        return estimate(strata, ScoreWeights.INVERSE_VARIANCE, level);
    }

    /** The test that this interval inverts. */
    public static TestResult testWithInverseVarianceWeights(
            StratifiedTables strata, double difference, Alternative alternative) {
        return test(strata, ScoreWeights.INVERSE_VARIANCE, difference, alternative);
    }

    private static Estimate estimate(StratifiedTables strata, ScoreWeights weights, double level) {
        double z = CriticalValue.twoSided(level);
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return Estimate.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        StratifiedMiettinenNurminen common = new StratifiedMiettinenNurminen(tables, weights);
        StratifiedMiettinenNurminen mirrored = new StratifiedMiettinenNurminen(swapped(tables), weights);
        return new Estimate(
                Quantity.of(common.estimate),
                Optional.empty(),
                Quantity.of(Math.min(common.estimate, common.lower(z))),
                Quantity.of(Math.max(common.estimate, 0 - mirrored.lower(z))));
    }

    private static TestResult test(
            StratifiedTables strata, ScoreWeights weights, double difference, Alternative alternative) {
        if (!(difference > -1 && difference < 1)) {
            throw new IllegalArgumentException(
                    "the tested effect must lie strictly between -1.0 and 1.0, got " + difference);
        }
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        StratifiedMiettinenNurminen common = new StratifiedMiettinenNurminen(tables, weights);
        if (difference == common.estimate) {
            return NormalTest.of(0, alternative);
        }
        if (difference < common.estimate) {
            return NormalTest.of(common.curve().at(difference), alternative);
        }
        StratifiedMiettinenNurminen mirrored = new StratifiedMiettinenNurminen(swapped(tables), weights);
        return NormalTest.of(0 - mirrored.curve().at(0 - difference), alternative);
    }

    private static List<TwoByTwo> swapped(List<TwoByTwo> tables) {
        return tables.stream().map(TwoByTwo::swapped).toList();
    }

    private double lower(double z) {
        return estimate <= -1 ? -1 : curve().reaches(z);
    }

    private ScoreCurve curve() {
        return new ScoreCurve(difference -> weights.z(tables, difference), estimate);
    }
}
