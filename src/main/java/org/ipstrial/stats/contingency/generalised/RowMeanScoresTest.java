package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * The generalised Cochran-Mantel-Haenszel test of row mean scores: that within strata the rows have the same mean of a score of
 * the columns.
 *
 * <p>With scores {@code b} of the columns, {@code f(i) = sum over strata and columns of b(j) (n(i,j) - R(i) C(j) / N)} and
 * {@code V} the covariances of these given all margins:
 * <pre>
 *   Q = f' V<sup>-</sup> f,  df = rank of V, with r rows that all occur r - 1
 *   p = P(chi-squared with df degrees of freedom &ge; Q)
 * </pre>
 *
 * <p>Edges: rows that never occur, and strata with one person, one row or one column, add nothing. Where nothing is left
 * there is no test.
 *
 * <p>Source: Landis JR, Heyman ER, Koch GG (1978), International Statistical Review 46:237-254; Mantel N (1963), Chi-square
 * tests with one degree of freedom: extensions of the Mantel-Haenszel procedure, Journal of the American Statistical
 * Association 58:690-700.
 */
public final class RowMeanScoresTest {

    private RowMeanScoresTest() {}

    /** The test with the scores 1, 2, 3 and so on. */
    public static TestResult of(StratifiedCounts counts) {
        return of(counts, StratifiedCounts.ranks(counts.columns()));
    }

    /**
     * The test.
     *
     * @param scores of the columns, one for each
     */
    public static TestResult of(StratifiedCounts counts, double[] scores) {
        if (scores.length != counts.columns()) {
            throw new IllegalArgumentException("wanted " + counts.columns() + " scores, got " + scores.length);
        }
        Require.amounts("scores", scores);
        double[][] rowWeights = new double[counts.rows()][counts.rows()];
        double[][] columnWeights = new double[counts.rows()][];
        for (int i = 0; i < counts.rows(); i++) {
            rowWeights[i][i] = 1;
            columnWeights[i] = scores;
        }
        return new Deviations(counts, rowWeights, columnWeights).test();
    }
}
