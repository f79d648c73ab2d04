package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.CriticalValue;
import org.ipstrial.stats.search.Crossing;

/**
 * The stratified Newcombe interval for a risk difference, from the stratified Wilson limits of both arms.
 *
 * <p>In each stratum that has both arms, {@code p} is the share with the event among {@code n} of an arm and {@code w} the
 * weight {@code n1 n2 / (n1 + n2)} over the sum of these; {@code z} is the standard normal value exceeded with
 * probability {@code (1 - level) / 2}. For each arm:
 * <pre>
 *   a = w sqrt(p (1 - p) / n),  z' = z sqrt(sum a&sup2;) / sum a
 *   L = sum w l,  U = sum w u,  (l, u) the Wilson limits of the stratum's share at z'
 *   k = sum w&sup2; / n
 * </pre>
 * and with {@code d} the Mantel-Haenszel difference {@code sum w (p1 - p2)}:
 * <pre>
 *   lower = d - z sqrt(k1 L1 (1 - L1) + k2 U2 (1 - U2))
 *   upper = d + z sqrt(k1 U1 (1 - U1) + k2 L2 (1 - L2))
 * </pre>
 *
 * It comes from no test. The p-value of a difference is here defined by the interval: one minus the level at which a
 * limit reaches that difference, with the normal value {@code z} of that level as the statistic.
 *
 * <p>Unit: difference between proportions; above 0 when the event is more frequent in the group. Limits beyond -1 or 1
 * are cut off there.
 *
 * <p>Edges: a stratum with one arm adds nothing. Where no stratum's share of an arm has a variance, {@code a} is
 * {@code w / sqrt(n)}, as if all shares were equal. Of one stratum it is Newcombe's interval.
 *
 * <p>Source: Yan X, Su XG (2010), Stratified Wilson and Newcombe confidence intervals for multiple binomial proportions,
 * Statistics in Biopharmaceutical Research 2:329-335.
 */
public final class StratifiedNewcombeDifference {

    /** A normal value beyond this has no tail that a double can hold. */
    private static final double LARGEST_Z = 39;

    private final double d;
    private final StratifiedWilson group;
    private final StratifiedWilson reference;

    private StratifiedNewcombeDifference(List<TwoByTwo> tables) {
        this.d = MantelHaenszelDifference.difference(tables);
        this.group = arm(tables, TwoByTwo::group);
        this.reference = arm(tables, TwoByTwo::reference);
    }

    private static StratifiedWilson arm(List<TwoByTwo> tables, Function<TwoByTwo, BinomialCount> arm) {
        double whole = StratifiedTables.sum(tables, StratifiedTables::weight);
        return new StratifiedWilson(
                tables.stream().map(arm).toList(),
                tables.stream()
                        .mapToDouble(table -> StratifiedTables.weight(table) / whole)
                        .toArray());
    }

    /** The common risk difference with the limits of Yan and Su. */
    public static Estimate of(StratifiedTables strata, double level) {
        double z = CriticalValue.twoSided(level);
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return Estimate.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        StratifiedNewcombeDifference arms = new StratifiedNewcombeDifference(tables);
        return Estimate.of(arms.d, Math.max(-1, arms.lower(z)), Math.min(1, arms.upper(z)));
    }

    /** The test that the interval defines. */
    public static TestResult test(StratifiedTables strata, double difference, Alternative alternative) {
        List<TwoByTwo> tables = strata.tables();
        return tables.isEmpty()
                ? TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS)
                : new StratifiedNewcombeDifference(tables).test(difference, alternative);
    }

    private TestResult test(double difference, Alternative alternative) {
        boolean larger = d > difference;
        DoubleUnaryOperator reach = larger ? z -> difference - lower(z) : z -> upper(z) - difference;
        if (reach.applyAsDouble(LARGEST_Z) < 0) {
            return NormalTest.beyond(larger, alternative);
        }
        double z = Crossing.of(reach, 0, LARGEST_Z);
        return NormalTest.of(larger || z == 0 ? z : -z, alternative);
    }

    private double lower(double z) {
        return d - z * Math.sqrt(group.varianceAtLower(z) + reference.varianceAtUpper(z));
    }

    private double upper(double z) {
        return d + z * Math.sqrt(group.varianceAtUpper(z) + reference.varianceAtLower(z));
    }
}
