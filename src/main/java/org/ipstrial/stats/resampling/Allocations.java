package org.ipstrial.stats.resampling;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ipstrial.stats.Alternative;

/**
 * All ways to allocate the people of a trial to two arms of the sizes it had, by the sum of one arm's scores.
 *
 * <p>With whole scores {@code a}, and {@code c(k, s)} the number of ways to choose {@code k} people whose scores sum to
 * {@code s} from those looked at so far, each further person with score {@code a} adds
 *
 * <pre>
 *   c(k, s) += c(k - 1, s - a),  k from the arm's size down to 1
 * </pre>
 *
 * <p>The scores are lessened by the smallest and divided by what divides them all. Counts are doubles, exact below
 * 2<sup>53</sup> and within a relative 1e-13 beyond. It is the smaller arm whose sums are counted; the other's follow.
 * Memory and time are bounded: at most 12 million counts, about a thousand million additions, and no more
 * allocations than a double can hold (about 1,000 people in arms of one size).
 *
 * <p>Source: Streitberg B, R&ouml;hmel J (1986), Statistical Software Newsletter 12:10-17 (shift algorithm).
 */
public final class Allocations {

    private static final long MOST_CELLS = 12_000_000;
    private static final double MOST_STEPS = 2.5e9;

    /** A share this little above the level, relatively, is at it: sums of counts are rounded. */
    private static final double AT_LEVEL = 1 + 1e-9;

    private final double[] counts;
    private final long people;
    private final long centre;
    private final long unit;
    private final long observed;
    private final boolean ofGroup;

    private Allocations(double[] counts, long people, long centre, long unit, long observed, boolean ofGroup) {
        this.counts = counts;
        this.people = people;
        this.centre = centre;
        this.unit = unit;
        this.observed = observed;
        this.ofGroup = ofGroup;
    }

    /**
     * Counts all allocations, or gives none if that would take too much memory or time.
     *
     * @param group     scores of the arm that is compared, at least one
     * @param reference scores of the other, at least one, no difference of any two scores above 2<sup>62</sup>
     */
    public static Optional<Allocations> of(long[] group, long[] reference) {
        long[] small = group.length <= reference.length ? group : reference;
        long[] scores = LongStream.concat(Arrays.stream(group), Arrays.stream(reference))
                .sorted()
                .toArray();
        long smallest = scores[0];
        long divisor = Arrays.stream(scores).map(a -> a - smallest).reduce(0, Allocations::commonDivisor);
        long unit = Math.max(divisor, 1);
        int k = small.length;
        if ((scores[scores.length - 1] - smallest) / unit > MOST_CELLS) {
            return Optional.empty();
        }
        long[] steps = Arrays.stream(scores).map(a -> (a - smallest) / unit).toArray();
        long[] first = new long[steps.length + 1];
        for (int i = 0; i < steps.length; i++) {
            first[i + 1] = first[i] + steps[i];
        }
        if (!countable(steps.length, k) || !feasible(first, k)) {
            return Optional.empty();
        }
        long observed = Arrays.stream(small).map(a -> (a - smallest) / unit).sum();
        // Sums are counted from the smallest that there can be, and the expectation is taken people times.
        long centre = k * first[steps.length] - steps.length * first[k];
        return Optional.of(new Allocations(
                count(steps, first, k), steps.length, centre, unit, observed - first[k], small == group));
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    /** How many sums {@code i} of the people can have, while {@code n} others are left out. */
    private static long width(long[] first, int k, int i) {
        int last = first.length - 1 - k + i;
        return first[last] - first[last - i] - first[i] + 1;
    }

    /** Whether a double holds the number of all allocations, which none of the counts exceeds. */
    private static boolean countable(int people, int k) {
        double number = 1;
        for (int i = 1; i <= k; i++) {
            number *= (people - k + i) / (double) i;
        }
        return Double.isFinite(number);
    }

    private static boolean feasible(long[] first, int k) {
        long cells = 0;
        for (int i = 0; i < k; i++) {
            cells += width(first, k, i);
        }
        return cells + width(first, k, k) <= MOST_CELLS && cells * (double) (first.length - 1 - k) <= MOST_STEPS;
    }

    private static double[] count(long[] scores, long[] first, int k) {
        // Row i counts the choices of i people by how far their sum lies above the smallest that it can be.
        double[][] rows = new double[k + 1][];
        for (int i = 0; i <= k; i++) {
            rows[i] = new double[(int) width(first, k, i)];
        }
        rows[0][0] = 1;
        int left = scores.length - k;
        for (int j = 0; j < scores.length; j++) {
            for (int i = Math.min(k, j + 1); i >= Math.max(1, j + 1 - left); i--) {
                int chosen = i - 1;
                int width = (int) (first[j] - first[j - chosen] - first[chosen] + 1);
                add(rows[chosen], rows[i], width, (int) (scores[j] - scores[chosen]));
            }
        }
        return rows[k];
    }

    private static void add(double[] from, double[] to, int width, int shift) {
        for (int s = 0; s < width; s++) {
            to[s + shift] += from[s];
        }
    }

    /**
     * The share of allocations as extreme as the trial: whose group has a sum at least as large, or at most as large, or
     * on either side at least as far from its expectation.
     */
    public double shareAsExtreme(Alternative alternative) {
        return shareFrom(extent(observed, alternative), alternative);
    }

    /**
     * The share of allocations whose group's sum lies at least so far from its expectation: above it, below it, or on
     * either side.
     *
     * @param distance in the scores' unit
     */
    public double shareAtLeast(double distance, Alternative alternative) {
        return shareFrom(distance * people / unit, alternative);
    }

    private double shareFrom(double extent, Alternative alternative) {
        double far = 0;
        double all = 0;
        for (int s = 0; s < counts.length; s++) {
            all += counts[s];
            far += extent(s, alternative) >= extent ? counts[s] : 0;
        }
        return Math.min(1, far / all);
    }

    /**
     * The largest distance of the group's sum from its expectation, in the scores' unit, that more than a share
     * {@code alpha} of the allocations reach: a test at that level rejects what lies further away. Of one side the
     * distance can be below 0.
     */
    public double acceptedDistance(double alpha, Alternative alternative) {
        double bound = alpha * AT_LEVEL * Arrays.stream(counts).sum();
        double far = 0;
        int low = 0;
        int high = counts.length - 1;
        long extent = 0;
        while (low <= high && far <= bound) {
            extent = Math.max(extent(low, alternative), extent(high, alternative));
            far += extent(low, alternative) == extent ? counts[low++] : 0;
            far += low <= high && extent(high, alternative) == extent ? counts[high--] : 0;
        }
        return (double) extent * unit / people;
    }

    /** The sums of the group, for a search over several strata. */
    GroupSums groupSums() {
        long last = counts.length - 1L;
        double[] shares = new double[counts.length];
        double all = Arrays.stream(counts).sum();
        for (int s = 0; s < counts.length; s++) {
            // What the other arm has less, the group has more.
            shares[ofGroup ? s : (int) last - s] = counts[s] / all;
        }
        return ofGroup
                ? new GroupSums(shares, unit, observed, centre, people)
                : new GroupSums(shares, unit, last - observed, last * people - centre, people);
    }

    /**
     * What share of the allocations has which sum of the group, counted from the smallest.
     *
     * @param shares   by units above the smallest sum
     * @param unit     the unit, in that of the scores
     * @param observed the sum that the trial had, in units above the smallest
     * @param centre   the expected one times the number of people
     * @param people   how many people
     */
    record GroupSums(double[] shares, long unit, long observed, long centre, long people) {}

    /** How extreme a sum is, times the number of people: how far from the expectation, on the side that counts. */
    private long extent(long sum, Alternative alternative) {
        long above = people * sum - centre;
        if (alternative == Alternative.TWO_SIDED) {
            return Math.abs(above);
        }
        return (alternative == Alternative.GREATER) == ofGroup ? above : -above;
    }
}
