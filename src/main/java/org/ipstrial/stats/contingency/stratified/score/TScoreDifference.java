package org.ipstrial.stats.contingency.stratified.score;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * The t-distribution asymptotic score interval (TDAS) for the mean of risk differences that vary between strata.
 *
 * <p>In each of {@code K} strata {@code s = x1/n1 - x2/n2 - e}, {@code N = n1 + n2}, and {@code p1}, {@code p2} are the most
 * likely probabilities under {@code p1 - p2 = e}:
 * <pre>
 *   v    = N / (N - 1) &middot; [p1 (1 - p1) / n1 + p2 (1 - p2) / n2],  u = 1 / v
 *   Q    = sum u (s - sum u s / sum u)&sup2;
 *   tau&sup2; = max(0, Q - (K - 1)) / (sum u - sum u&sup2; / sum u),  w = 1 / (v + tau&sup2;)
 *   m    = sum w s / sum w
 *   T(e) = m / sqrt(sum w (s - m)&sup2; / ((K - 1) sum w))
 * </pre>
 * The estimate is the {@code e} with {@code T(e) = 0}; the limits are the outermost {@code e} with {@code |T(e)|} equal to the
 * value that Student's t with {@code K - 1} degrees of freedom exceeds with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: strata with one arm add nothing; those without events, or with events only, have no variance at no difference
 * and are left out. With fewer than two others, or where all have one difference, there is no spread to go by. A difference
 * is rejected if it and all beyond it are.
 *
 * <p>Source: Laud PJ (2017), Equal-tailed confidence intervals for comparison of rates, Pharmaceutical Statistics
 * 16:334-348.
 */
public final class TScoreDifference {

    private static final CommonScore SCORE = new CommonScore(CommonScale.DIFFERENCE, true, WeightedScore::t);

    private TScoreDifference() {}

    /** The mean risk difference with its limits. */
    public static Estimate of(StratifiedTables strata, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        List<TwoByTwo> tables = CommonScore.informative(strata);
        Optional<Reason> none = none(strata, tables);
        return none.isPresent()
                ? Estimate.notEstimable(none.get())
                : SCORE.estimate(tables, distribution(tables).inverseSurvivalProbability(tail));
    }

    /** The test that this interval inverts. */
    public static TestResult test(StratifiedTables strata, double difference, Alternative alternative) {
        SCORE.require(difference);
        List<TwoByTwo> tables = CommonScore.informative(strata);
        Optional<Reason> none = none(strata, tables);
        if (none.isPresent()) {
            return TestResult.notEstimable(none.get());
        }
        double t = SCORE.statistic(tables, difference);
        TDistribution distribution = distribution(tables);
        double p = alternative.pValue(distribution.survivalProbability(t), distribution.survivalProbability(-t));
        return TestResult.of(t, tables.size() - 1.0, NormalTest.atLeastSmallest(p));
    }

    private static TDistribution distribution(List<TwoByTwo> tables) {
        return TDistribution.of(tables.size() - 1.0);
    }

    private static Optional<Reason> none(StratifiedTables strata, List<TwoByTwo> tables) {
        if (tables.size() < 2) {
            return Optional.of(
                    strata.tables().isEmpty() ? Reason.NO_STRATUM_WITH_BOTH_ARMS : Reason.FEWER_THAN_TWO_STRATA);
        }
        boolean alike = tables.stream().allMatch(table -> isAlike(table, tables.get(0)));
        return alike ? Optional.of(Reason.NO_VARIANCE) : Optional.empty();
    }

    /** Whether two tables have the same difference, exactly. */
    private static boolean isAlike(TwoByTwo one, TwoByTwo other) {
        return cross(one).multiply(people(other)).equals(cross(other).multiply(people(one)));
    }

    private static BigInteger cross(TwoByTwo table) {
        return product(table.group().events(), table.reference().assessed())
                .subtract(product(table.reference().events(), table.group().assessed()));
    }

    private static BigInteger people(TwoByTwo table) {
        return product(table.group().assessed(), table.reference().assessed());
    }

    private static BigInteger product(int one, int other) {
        return BigInteger.valueOf((long) one * other);
    }
}
