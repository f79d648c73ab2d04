package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/**
 * Pearson's chi-squared test of the two by two table, without continuity correction.
 *
 * <p>With {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference,
 * {@code N = n1 + n2} and {@code m = x1 + x2}:
 * <pre>
 *   X&sup2; = N (x1 n2 - x2 n1)&sup2; / (n1 n2 m (N - m))
 *   p  = P(chi-squared with 1 degree of freedom &ge; X&sup2;)
 * </pre>
 *
 * <p>The statistic has no direction. A one-sided p-value is the normal tail of its root with the sign of
 * {@code x1 n2 - x2 n1}; on the side of the observed difference it is half the two-sided one.
 *
 * <p>Edges: without any events, or with events only, there is no variance and no test. A p-value that is too small for
 * a double is given as the smallest double.
 *
 * <p>Source: Pearson K (1900), On the criterion that a given system of deviations from the probable in the case of a
 * correlated system of variables is such that it can be reasonably supposed to have arisen from random sampling,
 * Philosophical Magazine, series 5, 50:157-175.
 */
public final class PearsonTest {

    private PearsonTest() {}

    /** The two-sided test of one table. */
    public static TestResult of(TwoByTwo table) {
        return of(table, Alternative.TWO_SIDED);
    }

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        return ChiSquared.test(table, table.assessed(), alternative);
    }
}
