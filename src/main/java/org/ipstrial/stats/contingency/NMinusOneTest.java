package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/**
 * The (N - 1) chi-squared test of the two by two table: Pearson's statistic with {@code N - 1} in the place of
 * {@code N}.
 *
 * <p>With {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference,
 * {@code N = n1 + n2} and {@code m = x1 + x2}:
 * <pre>
 *   X&sup2; = (N - 1) (x1 n2 - x2 n1)&sup2; / (n1 n2 m (N - m))
 *   p  = P(chi-squared with 1 degree of freedom &ge; X&sup2;)
 * </pre>
 * It is the test of no difference that the intervals of Miettinen and Nurminen invert: they exclude no difference
 * exactly when {@code p < 1 - level}. It is also the Mantel-Haenszel test of one stratum, uncorrected.
 *
 * <p>The statistic has no direction. A one-sided p-value is the normal tail of its root with the sign of
 * {@code x1 n2 - x2 n1}; on the side of the observed difference it is half the two-sided one.
 *
 * <p>Edges: without any events, or with events only, there is no variance and no test. A p-value that is too small for
 * a double is given as the smallest double.
 *
 * <p>Source: Campbell I (2007), Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample
 * recommendations, Statistics in Medicine 26:3661-3675; Pearson ES (1947), The choice of statistical tests illustrated
 * on the interpretation of data classed in a 2 x 2 table, Biometrika 34:139-167.
 */
public final class NMinusOneTest {

    private NMinusOneTest() {}

    /** The two-sided test of one table. */
    public static TestResult of(TwoByTwo table) {
        return of(table, Alternative.TWO_SIDED);
    }

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        return ChiSquared.test(table, table.assessed() - 1, alternative);
    }
}
