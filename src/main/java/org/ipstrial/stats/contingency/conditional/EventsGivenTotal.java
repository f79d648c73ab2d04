package org.ipstrial.stats.contingency.conditional;

import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * The distribution of the events of the group given the events of both arms: hypergeometric, or with an odds ratio
 * other than 1 Fisher's noncentral hypergeometric distribution.
 *
 * <p>With {@code n1}, {@code n2}, the events {@code m} of both arms and the odds ratio {@code r},
 * <pre>
 *   f(k) ~ C(n1, k) C(n2, m - k) r^k
 *   f(k + 1) / f(k) = r (n1 - k) (m - k) / ((k + 1) (n2 - m + k + 1))
 * </pre>
 * Only weights relative to the most likely {@code k} are needed, which follow from each other by these ratios, so that
 * no factorial is taken and nothing overflows. The largest weight is 2^900, which leaves the far tails their full
 * precision; a weight too small to matter ends a sum.
 */
final class EventsGivenTotal {

    /** The weight of the most likely number of events. */
    private static final double MODE_WEIGHT = 0x1p900;

    private static final double ALLOWANCE = 1 + 1e-7;
    /** Below this a product can round back to itself, so that a sum would go on to the last possible table. */
    private static final double SMALLEST = Double.MIN_NORMAL;
    /** Below this, 1e-30 of the largest, a weight changes no limit at a level that a double can hold. */
    private static final double SMALL_FOR_A_LIMIT = 0x1p800;

    private final long n1;
    private final long n2;
    private final long m;
    private final long observed;

    /** The probabilities of fewer events than observed, of as many, and of more; they sum to 1. */
    record Parts(double fewer, double same, double more) {

        double atLeast() {
            return same + more;
        }

        double atMost() {
            return fewer + same;
        }

        double midUpper() {
            return more + same / 2;
        }

        double midLower() {
            return fewer + same / 2;
        }
    }

    EventsGivenTotal(TwoByTwo table) {
        n1 = table.group().assessed();
        n2 = table.reference().assessed();
        m = table.events();
        observed = table.group().events();
    }

    /** Whether no table with the same total has fewer events in the group. */
    boolean fewest() {
        return observed == Math.max(0, m - n2);
    }

    /** Whether no table with the same total has more events in the group. */
    boolean most() {
        return observed == Math.min(n1, m);
    }

    /** The parts of the distribution about the observed number, the far tails with all their digits. */
    Parts parts(double oddsRatio) {
        return parts(oddsRatio, SMALLEST);
    }

    /** The same where a probability below 1e-30 may count as none. */
    Parts roughParts(double oddsRatio) {
        return parts(oddsRatio, SMALL_FOR_A_LIMIT);
    }

    private Parts parts(double oddsRatio, double negligible) {
        long mode = mode(oddsRatio);
        double fewer = 0;
        double same = 0;
        double more = 0;
        double weight = MODE_WEIGHT;
        for (long k = mode; weight >= negligible; k++) {
            if (k > observed) {
                more += weight;
            } else if (k < observed) {
                fewer += weight;
            } else {
                same = weight;
            }
            weight *= oddsRatio * up(k);
        }
        weight = MODE_WEIGHT * (down(mode) / oddsRatio);
        for (long k = mode - 1; weight >= negligible; k--) {
            if (k > observed) {
                more += weight;
            } else if (k < observed) {
                fewer += weight;
            } else {
                same = weight;
            }
            weight *= down(k) / oddsRatio;
        }
        double all = fewer + same + more;
        return new Parts(fewer / all, same / all, more / all);
    }

    /**
     * The probability, without an odds ratio, of all numbers that are less likely than the observed one, and a share of
     * that of all which are as likely, itself included. An allowance of 1e-7 lets equals count as equal in floating
     * point, as in R.
     */
    double asUnlikely(double shareOfEquals) {
        long mode = mode(1);
        double weight = MODE_WEIGHT;
        for (long k = mode; k < observed && weight >= SMALLEST; k++) {
            weight *= up(k);
        }
        for (long k = mode; k > observed && weight >= SMALLEST; k--) {
            weight *= down(k);
        }
        double equal = weight / ALLOWANCE;
        double limit = weight * ALLOWANCE;
        double all = 0;
        double asUnlikely = 0;
        weight = MODE_WEIGHT;
        for (long k = mode; weight >= SMALLEST; k++) {
            all += weight;
            asUnlikely += weight > limit ? 0 : weight < equal ? weight : shareOfEquals * weight;
            weight *= up(k);
        }
        weight = MODE_WEIGHT * down(mode);
        for (long k = mode - 1; weight >= SMALLEST; k--) {
            all += weight;
            asUnlikely += weight > limit ? 0 : weight < equal ? weight : shareOfEquals * weight;
            weight *= down(k);
        }
        return asUnlikely / all;
    }

    /** How far the expected number of events in the group lies above the observed one. */
    double expectedAboveObserved(double oddsRatio) {
        long mode = mode(oddsRatio);
        double all = 0;
        double moment = 0;
        double weight = MODE_WEIGHT;
        for (long k = mode; weight >= SMALL_FOR_A_LIMIT; k++) {
            all += weight;
            moment += weight * (k - mode);
            weight *= oddsRatio * up(k);
        }
        weight = MODE_WEIGHT * (down(mode) / oddsRatio);
        for (long k = mode - 1; weight >= SMALL_FOR_A_LIMIT; k--) {
            all += weight;
            moment += weight * (k - mode);
            weight *= down(k) / oddsRatio;
        }
        return moment / all + (mode - observed);
    }

    /**
     * The most likely number of events in the group; one beside it would serve as well. It is the last {@code k} with
     * {@code f(k) >= f(k - 1)}, found by halving, because the ratio falls with {@code k}.
     */
    private long mode(double oddsRatio) {
        long low = Math.max(0, m - n2);
        long high = Math.min(n1, m);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (oddsRatio * up(middle - 1) >= 1) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** {@code f(k + 1) / f(k)} without the odds ratio; 0 at the largest possible {@code k}. */
    private double up(long k) {
        return (double) (n1 - k) * (m - k) / ((double) (k + 1) * (n2 - m + k + 1));
    }

    /** {@code f(k - 1) / f(k)} without the odds ratio; 0 at the smallest possible {@code k}. */
    private double down(long k) {
        return (double) k * (n2 - m + k) / ((double) (n1 - k + 1) * (m - k + 1));
    }
}
