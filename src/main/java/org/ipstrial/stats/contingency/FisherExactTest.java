package org.ipstrial.stats.contingency;

import org.ipstrial.stats.TestResult;

/**
 * Fisher's exact test of the two by two table, two-sided by minimum likelihood.
 *
 * <p>Given {@code n1}, {@code n2} and the events {@code m} of both arms, the events {@code k} of the group are
 * hypergeometric, {@code f(k) = C(n1, k) C(n2, m - k) / C(n1 + n2, m)}, and
 * <pre>
 *   p = sum of f(k) over all k with f(k) &le; f(x1) (1 + 1e-7)
 * </pre>
 * The allowance lets tables that are equally likely count as such in floating point, as in R.
 *
 * <p>Only weights relative to the most likely table are needed. They follow from each other by
 * <pre>
 *   f(k + 1) / f(k) = (n1 - k) (m - k) / ((k + 1) (n2 - m + k + 1))
 * </pre>
 * so that no factorial is taken and nothing overflows. The weight of the most likely table is set to 2^900, which
 * leaves the far tail its full precision; a weight below the smallest normal double ends the sum.
 *
 * <p>Edges: without any events, or with events only, there is one possible table and p is exactly 1. A p-value that is
 * too small for a double is given as the smallest double.
 *
 * <p>Source: Fisher RA (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98:39-82;
 * Irwin JO (1935), Tests of significance for differences between percentages based on small numbers, Metron 12:83-94
 * (the two-sided rule).
 */
public final class FisherExactTest {

    private static final double ALLOWANCE = 1 + 1e-7;
    private static final double MODE_WEIGHT = 0x1p900;
    /** Below this a product can round back to itself, so that a sum would go on to the last possible table. */
    private static final double NEGLIGIBLE = Double.MIN_NORMAL;

    private final long n1;
    private final long n2;
    private final long m;

    private FisherExactTest(TwoByTwo table) {
        n1 = table.group().assessed();
        n2 = table.reference().assessed();
        m = table.events();
    }

    /** The test of one table. */
    public static TestResult of(TwoByTwo table) {
        return TestResult.exact(new FisherExactTest(table).pValue(table.group().events()));
    }

    private double pValue(long observed) {
        long mode = mode();
        double limit = weight(mode, observed) * ALLOWANCE;
        double all = 0;
        double asUnlikely = 0;
        double weight = MODE_WEIGHT;
        for (long k = mode; weight >= NEGLIGIBLE; k++) {
            all += weight;
            asUnlikely += weight <= limit ? weight : 0;
            weight *= up(k);
        }
        weight = MODE_WEIGHT * down(mode);
        for (long k = mode - 1; weight >= NEGLIGIBLE; k--) {
            all += weight;
            asUnlikely += weight <= limit ? weight : 0;
            weight *= down(k);
        }
        return ChiSquared.atLeastSmallest(asUnlikely / all);
    }

    /** The most likely number of events in the group; one beside it would serve as well. */
    private long mode() {
        long k = (long) Math.floor((n1 + 1.0) * (m + 1.0) / (n1 + n2 + 2.0));
        return Math.max(Math.max(0, m - n2), Math.min(Math.min(n1, m), k));
    }

    private double weight(long mode, long observed) {
        double weight = MODE_WEIGHT;
        for (long k = mode; k < observed && weight >= NEGLIGIBLE; k++) {
            weight *= up(k);
        }
        for (long k = mode; k > observed && weight >= NEGLIGIBLE; k--) {
            weight *= down(k);
        }
        return weight;
    }

    /** {@code f(k + 1) / f(k)}; 0 at the largest possible {@code k}. */
    private double up(long k) {
        return (double) (n1 - k) * (m - k) / ((double) (k + 1) * (n2 - m + k + 1));
    }

    /** {@code f(k - 1) / f(k)}; 0 at the smallest possible {@code k}. */
    private double down(long k) {
        return (double) k * (n2 - m + k) / ((double) (n1 - k + 1) * (m - k + 1));
    }
}
