package org.ipstrial.stats.contingency.unconditional;

import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Barnard's unconditional exact test of the two by two table, with the pooled z statistic.
 *
 * <p>With {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference,
 * {@code N = n1 + n2} and {@code m = x1 + x2}:
 * <pre>
 *   z = (x1 n2 - x2 n1) sqrt(N) / sqrt(n1 n2 m (N - m)), 0 where m = 0 or m = N
 *   p = largest probability, over all p shared by the arms, of the tables whose |z| is at least the observed one
 * </pre>
 * One-sided, of the tables whose {@code z} is at least, or at most, the observed one. Values of z that agree to 1e-12 of
 * their size are equal: a table that ties with the observed one belongs to the set whatever its last bit says. The
 * largest probability is found to 1e-12 of itself, with proof ({@link CommonShareMaximum}).
 *
 * <p>The statistic is {@code z}, above 0 when the event is more frequent in the group.
 *
 * <p>Edges: arms with the same share, without any events or with events only, have p = 1. Tables of more than 5,000
 * people are not taken.
 *
 * <p>Source: Barnard GA (1947), Significance tests for 2 x 2 tables, Biometrika 34:123-138; with the pooled z: Suissa S,
 * Shuster JJ (1985), Exact unconditional sample sizes for the 2 x 2 binomial trial, Journal of the Royal Statistical
 * Society, Series A 148:317-327.
 */
public final class BarnardTest {

    private static final double ALLOWANCE = 1e-12;

    private final int n1;
    private final int n2;

    private BarnardTest(TwoByTwo table) {
        n1 = table.group().assessed();
        n2 = table.reference().assessed();
    }

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        if (LargestTable.exceeded(table, LargestTable.FOR_A_TEST)) {
            return TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT);
        }
        BarnardTest test = new BarnardTest(table);
        int m = (int) table.events();
        double slope = test.slope(table.group().events(), m);
        double p = Math.min(1, CommonShareMaximum.of(test.givenTotals(slope, alternative)));
        boolean varies = m > 0 && m < table.assessed();
        double z = slope * Math.sqrt((double) table.assessed() / ((double) test.n1 * test.n2));
        return new TestResult(
                varies ? OptionalDouble.of(z) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                Quantity.of(NormalTest.atLeastSmallest(p)));
    }

    /** For each number of events in both arms the probability of the tables that are as extreme. */
    private double[] givenTotals(double observed, Alternative alternative) {
        double[] w = new double[n1 + n2 + 1];
        for (int m = 0; m < w.length; m++) {
            GivenTotal given = GivenTotal.of(n1, n2, m);
            double sum = 0;
            for (int k = given.first(); k <= given.last(); k++) {
                if (asExtreme(slope(k, m), observed, alternative)) {
                    sum += given.probabilities()[k - given.first()];
                }
            }
            w[m] = Math.min(1, sum);
        }
        return w;
    }

    private static boolean asExtreme(double slope, double observed, Alternative alternative) {
        double allowance = ALLOWANCE * Math.abs(observed);
        return switch (alternative) {
            case TWO_SIDED -> Math.abs(slope) >= Math.abs(observed) - allowance;
            case GREATER -> slope >= observed - allowance;
            case LESS -> slope <= observed + allowance;
        };
    }

    /** {@code z} but for a factor that all tables have in common. */
    private double slope(int x1, int m) {
        long cross = (long) x1 * n2 - (long) (m - x1) * n1;
        return cross == 0 ? 0 : cross / Math.sqrt((double) m * (n1 + n2 - m));
    }
}
