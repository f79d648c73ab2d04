package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.Alternative;
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
 * <p>Of amounts the rows are arms and the scores the amounts themselves: in a stratum of {@code N} people with the mean
 * {@code m} and the variance {@code s&sup2;} (divisor {@code N - 1}), an arm of {@code n} people with the mean {@code m(i)} is
 * {@code n (m(i) - m)} off, with the variance {@code s&sup2; n (N - n) / N} and, with another arm of {@code n'}, the covariance
 * {@code -s&sup2; n n' / N}. These are the moments over all allocations within strata, so that the test is what the stratified
 * permutation test comes to with many people. Of two arms {@code Q} is the square of
 * <pre>
 *   z = sum w (m1 - m0) / sqrt(sum w s&sup2;),  w = n1 n0 / N
 * </pre>
 * whose sign gives one-sided p-values. Amounts plus a constant, or times one, give the same.
 *
 * <p>Edges: rows that never occur, and strata with one person, one row or one column, add nothing. Where nothing is left
 * there is no test.
 *
 * <p>Source: Landis JR, Heyman ER, Koch GG (1978), International Statistical Review 46:237-254; Mantel N (1963), Chi-square
 * tests with one degree of freedom: extensions of the Mantel-Haenszel procedure, Journal of the American Statistical
 * Association 58:690-700.
 */
public final class RowMeanScoresTest {

    private static final double[] GROUP = {1, 0};

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
        Deviations deviations = new Deviations(counts.rows());
        counts.inOrder()
                .forEach(table -> deviations.add(table, Margin::each, columns -> Margin.scored(columns, scores, 1)));
        return deviations.test();
    }

    /** The test of amounts in all arms. */
    public static TestResult of(StratifiedAmounts amounts) {
        Deviations deviations = new Deviations(amounts.arms());
        amounts.tables().forEach(table -> deviations.add(table.counts(), Margin::each, table::scoredByAmount));
        return deviations.test();
    }

    /**
     * The test of amounts in two arms.
     *
     * @param alternative what is set against no difference, "greater" being more in the first arm
     */
    public static TestResult of(StratifiedAmounts amounts, Alternative alternative) {
        Deviations deviations = new Deviations(1);
        amounts.tables()
                .forEach(table ->
                        deviations.add(table.counts(), arms -> Margin.scored(arms, GROUP, 1), table::scoredByAmount));
        return deviations.test(alternative);
    }
}
