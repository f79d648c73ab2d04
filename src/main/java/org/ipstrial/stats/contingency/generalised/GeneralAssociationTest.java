package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.Reason;
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
 * With two rows and two columns it is the Cochran-Mantel-Haenszel test; of one stratum it is Pearson's chi-squared times
 * {@code (N - 1) / N}.
 *
 * <p>Edges: rows and columns that never occur, and strata with one person, one row or one column, add nothing and take
 * degrees of freedom with them. Where nothing is left there is no test. Of an amount each distinct value is a column; there is
 * no test of more than {@value #MOST_LEVELS} of them.
 *
 * <p>Source: Landis JR, Heyman ER, Koch GG (1978), Average partial association in three-way contingency tables: a review and
 * discussion of alternative tests, International Statistical Review 46:237-254; Birch MW (1965), Journal of the Royal
 * Statistical Society, Series B 27:111-124.
 */
public final class GeneralAssociationTest {

    /** Of more distinct amounts the cells are too many to be held against each other. */
    public static final int MOST_LEVELS = 20;

    private GeneralAssociationTest() {}

    /** The test. */
    public static TestResult of(StratifiedCounts counts) {
        Deviations deviations = new Deviations(counts.rows() * counts.columns());
        counts.inOrder().forEach(table -> deviations.add(table, Margin::each, Margin::each));
        return deviations.test();
    }

    /** The test of amounts, each distinct one a level without order. */
    public static TestResult of(StratifiedAmounts amounts) {
        return amounts.counts(MOST_LEVELS)
                .map(GeneralAssociationTest::of)
                .orElseGet(() -> TestResult.notEstimable(Reason.TOO_MANY_LEVELS));
    }
}
