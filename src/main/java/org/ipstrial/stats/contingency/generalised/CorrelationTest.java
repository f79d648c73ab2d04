package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * The generalised Cochran-Mantel-Haenszel test of correlation: that within strata a score of the rows and a score of the columns
 * have no linear relation.
 *
 * <p>With scores {@code a} of the rows and {@code b} of the columns, {@code c} the sum over strata of
 * {@code a(i) b(j) (n(i,j) - R(i) C(j) / N)} and {@code v} its variance given all margins:
 * <pre>
 *   Q = c&sup2; / v,  df = 1;  p = P(chi-squared with 1 degree of freedom &ge; Q)
 * </pre>
 *
 * <p>Edges: strata with one person, one row or one column add nothing. Where nothing is left there is no test.
 *
 * <p>Source: Mantel N (1963), Journal of the American Statistical Association 58:690-700; Landis JR, Heyman ER, Koch GG
 * (1978), International Statistical Review 46:237-254.
 */
public final class CorrelationTest {

    private CorrelationTest() {}

    /** The test with the scores 1, 2, 3 and so on, of rows and of columns. */
    public static TestResult of(StratifiedCounts counts) {
        return of(counts, StratifiedCounts.ranks(counts.rows()), StratifiedCounts.ranks(counts.columns()));
    }

    /**
     * The test.
     *
     * @param rowScores    of the rows, one for each
     * @param columnScores of the columns, one for each
     */
    public static TestResult of(StratifiedCounts counts, double[] rowScores, double[] columnScores) {
        if (rowScores.length != counts.rows() || columnScores.length != counts.columns()) {
            throw new IllegalArgumentException("wanted " + counts.rows() + " and " + counts.columns() + " scores, got "
                    + rowScores.length + " and " + columnScores.length);
        }
        Require.amounts("rowScores", rowScores);
        Require.amounts("columnScores", columnScores);
        Deviations deviations = new Deviations(1);
        counts.inOrder()
                .forEach(table -> deviations.add(
                        table,
                        rows -> Margin.scored(rows, rowScores, 1),
                        columns -> Margin.scored(columns, columnScores, 1)));
        return deviations.test(Alternative.TWO_SIDED);
    }

    /** The test of amounts: a trend over the arms, scored 1, 2, 3 in their order, with the amounts as scores. */
    public static TestResult of(StratifiedAmounts amounts) {
        double[] order = StratifiedCounts.ranks(amounts.arms());
        Deviations deviations = new Deviations(1);
        amounts.tables()
                .forEach(table ->
                        deviations.add(table.counts(), arms -> Margin.scored(arms, order, 1), table::scoredByAmount));
        return deviations.test(Alternative.TWO_SIDED);
    }
}
