package org.ipstrial.stats.missing;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.search.Crossing;

/**
 * Lee's bounds for the effect on an amount that only some people have, such as a wage, among those who would have it in
 * either arm.
 *
 * <p>Of {@code n1} people of the group {@code s1} have the amount, of {@code n0} of the reference {@code s0};
 * {@code q = s / n}. Where {@code q1 >= q0}, with {@code p = (q1 - q0) / q1}:
 *
 * <pre>
 *   upper bound = mean of the largest (1 - p) s1 amounts of the group - mean of the reference
 *   lower bound = mean of the smallest (1 - p) s1 amounts of the group - mean of the reference
 *   variance of a bound = [v + (c - b)^2 p] / (s1 (1 - p)) + (c - b)^2 [(1 - q1) / s1 + (1 - q0) / s0] + v0 / s0
 *   interval = (lower - z' se(lower), upper + z' se(upper)),
 *              Phi(z' + (upper - lower) / max(se)) - Phi(-z') = level
 * </pre>
 *
 * <p>where {@code b} and {@code v} are the mean and the variance of the amounts that are kept, {@code c} the amount at which
 * they are cut, and {@code v0} the variance of the amounts of the reference. Where {@code (1 - p) s1} is no whole number, the
 * amount at the cut counts with the fraction that is left, so that ties are no choice. Where {@code q1 < q0} the reference is
 * trimmed in the same way. The interval covers the effect, not the pair of bounds.
 *
 * <p>It rests on the monotonicity that nobody who has an amount in the arm where fewer have one would lack it in the other,
 * which no data can show, and on those whose outcome is missing being like those assessed.
 *
 * <p>Unit: that of the amounts; positive where the group has more. Fewer than two amounts in an arm, or left after trimming,
 * give no bounds ({@code fewer-than-two}).
 *
 * <p>Source: Lee DS (2009), Training, wages, and sample selection: estimating sharp bounds on treatment effects, Review of
 * Economic Studies 76:1071-1102, propositions 2 and 3; the interval: Imbens GW, Manski CF (2004), Econometrica 72:1845-1857.
 */
public final class LeeBounds {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * An amount that only some people of an arm have.
     *
     * @param amounts theirs
     * @param people  everybody of whom it is known whether they have one
     */
    public record Selected(double[] amounts, int people) {

        /** Refuses more amounts than people, and numbers that are no amounts. */
        public Selected {
            Require.amounts("amounts", amounts);
            if (amounts.length > people) {
                throw new IllegalArgumentException("wanted at most " + people + " amounts, got " + amounts.length);
            }
        }

        double share() {
            return (double) amounts.length / people;
        }
    }

    /**
     * A bound.
     *
     * @param estimate      the bound
     * @param standardError its standard error
     */
    public record Bound(double estimate, double standardError) {}

    /**
     * Both bounds, and the interval of the effect.
     *
     * @param lower   the lower bound
     * @param upper   the upper bound
     * @param low     lower limit of the effect
     * @param high    upper limit of the effect
     * @param trimmed the share of the amounts of the arm with more of them that is trimmed
     * @param ofGroup whether that arm is the group
     */
    public record Bounds(Bound lower, Bound upper, double low, double high, double trimmed, boolean ofGroup) {}

    private record Kept(double mean, double variance, double cut) {}

    private LeeBounds() {}

    /** Why there are no bounds, if there are none. */
    public static Optional<Reason> none(Selected group, Selected reference) {
        boolean few = group.amounts().length < 2
                || reference.amounts().length < 2
                || keep(group, reference) < 2
                || keep(reference, group) < 2;
        return few ? Optional.of(Reason.FEWER_THAN_TWO) : Optional.empty();
    }

    /**
     * The bounds.
     *
     * @param level confidence level as a fraction
     * @throws IllegalStateException if there are none
     */
    public static Bounds of(Selected group, Selected reference, double level) {
        Require.fraction("level", level);
        if (none(group, reference).isPresent()) {
            throw new IllegalStateException("each arm needs two amounts");
        }
        // Compared as whole numbers, so that shares that are alike are so exactly.
        boolean ofGroup = (long) group.amounts().length * reference.people()
                >= (long) reference.amounts().length * group.people();
        Selected more = ofGroup ? group : reference;
        Selected fewer = ofGroup ? reference : group;
        double keep = keep(more, fewer);
        double trimmed = 1 - keep / more.amounts().length;
        Moments other = Moments.of(fewer.amounts());
        Bound largest = bound(kept(more.amounts(), keep, true), keep, trimmed, more, fewer, other);
        Bound smallest = bound(kept(more.amounts(), keep, false), keep, trimmed, more, fewer, other);
        Bound upper = ofGroup ? largest : new Bound(-smallest.estimate(), smallest.standardError());
        Bound lower = ofGroup ? smallest : new Bound(-largest.estimate(), largest.standardError());
        double z = multiplier(
                upper.estimate() - lower.estimate(), Math.max(lower.standardError(), upper.standardError()), level);
        return new Bounds(
                lower,
                upper,
                lower.estimate() - z * lower.standardError(),
                upper.estimate() + z * upper.standardError(),
                trimmed,
                ofGroup);
    }

    /** How many amounts of an arm are kept: a product of whole numbers, so that it is one exactly where it is one. */
    private static double keep(Selected more, Selected fewer) {
        return (double) ((long) fewer.amounts().length * more.people()) / fewer.people();
    }

    private static Bound bound(Kept kept, double keep, double trimmed, Selected more, Selected fewer, Moments other) {
        double apart = kept.cut() - kept.mean();
        double ofShares = (1 - more.share()) / more.amounts().length + (1 - fewer.share()) / fewer.amounts().length;
        double variance = (kept.variance() + apart * apart * trimmed) / keep
                + (trimmed == 0 ? 0 : apart * apart * ofShares)
                + other.variance() / other.n();
        return new Bound(kept.mean() - other.mean(), Math.sqrt(variance));
    }

    /** Mean and variance of so many of the amounts from one end, the last of them in part, and the amount at the cut. */
    private static Kept kept(double[] amounts, double keep, boolean largest) {
        double[] x = amounts.clone();
        Arrays.sort(x);
        int whole = (int) Math.floor(keep);
        double part = keep - whole;
        int last = Math.min(x.length, part > 0 ? whole + 1 : whole) - 1;
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k <= last; k++) {
            sum.add(at(x, k, largest) * (k < whole ? 1 : part));
        }
        double mean = sum.value() / keep;
        CompensatedSum squares = new CompensatedSum();
        for (int k = 0; k <= last; k++) {
            double d = at(x, k, largest) - mean;
            squares.add(d * d * (k < whole ? 1 : part));
        }
        return new Kept(mean, keep > 1 ? squares.value() / (keep - 1) : 0, at(x, last, largest));
    }

    private static double at(double[] ascending, int place, boolean fromTop) {
        return ascending[fromTop ? ascending.length - 1 - place : place];
    }

    /** Imbens and Manski's: the two-sided quantile where the bounds meet, the one-sided one where they are far apart. */
    private static double multiplier(double width, double largestError, double level) {
        if (largestError == 0) {
            return 0;
        }
        double far = NORMAL.inverseCumulativeProbability(level);
        double meet = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        return Crossing.of(
                z -> NORMAL.cumulativeProbability(z + width / largestError) - NORMAL.cumulativeProbability(-z) - level,
                Math.min(0, far),
                meet);
    }
}
