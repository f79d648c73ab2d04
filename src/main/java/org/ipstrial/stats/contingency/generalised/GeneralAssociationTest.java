package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.TestResult;

/**
 * The generalised Cochran-Mantel-Haenszel test of general association: that within strata rows and columns have nothing to do
 * with each other, both without order.
 *
 * <p>With {@code g} what the numbers of people lie off their expectations, summed over strata, and {@code V} the sum of their
 * covariances given all margins:
 * <pre>
 *   Q = g' V<sup>-</sup> g,  df = rank of V, with r rows and c columns that all occur (r - 1)(c - 1)
 *   p = P(chi-squared with df degrees of freedom &ge; Q)
 * </pre>
 * With two rows and two columns it is the Cochran-Mantel-Haenszel test.
 *
 * <p>Edges: rows and columns that never occur, and strata with one person, one row or one column, add nothing and take
 * degrees of freedom with them. Where nothing is left there is no test.
 *
 * <p>Source: Landis JR, Heyman ER, Koch GG (1978), Average partial association in three-way contingency tables: a review and
 * discussion of alternative tests, International Statistical Review 46:237-254; Birch MW (1965), Journal of the Royal
 * Statistical Society, Series B 27:111-124.
 */
public final class GeneralAssociationTest {

    private GeneralAssociationTest() {}

    /** The test. */
    public static TestResult of(StratifiedCounts counts) {
        int rows = counts.rows();
        int columns = counts.columns();
        double[][] rowWeights = new double[rows * columns][rows];
        double[][] columnWeights = new double[rows * columns][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                rowWeights[i * columns + j][i] = 1;
                columnWeights[i * columns + j][j] = 1;
            }
        }
        return new Deviations(counts, rowWeights, columnWeights).test();
    }
}
