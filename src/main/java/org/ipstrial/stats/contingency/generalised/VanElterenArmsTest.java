package org.ipstrial.stats.contingency.generalised;

import org.ipstrial.stats.TestResult;

/**
 * Van Elteren's test over several arms: Kruskal and Wallis's within strata, as row mean scores with modified ridits.
 *
 * <p>In each stratum of {@code N} people each has the score {@code r / (N + 1)}, {@code r} being their rank among all arms of
 * the stratum, equal amounts with the mean of their ranks. These are the scores of {@link RowMeanScoresTest}:
 * <pre>
 *   Q = f' V<sup>-</sup> f,  df = number of arms - 1
 *   p = P(chi-squared with df degrees of freedom &ge; Q)
 * </pre>
 * Of two arms it is the square of {@link org.ipstrial.stats.rank.VanElterenTest}'s {@code z}; of one stratum it is
 * {@link org.ipstrial.stats.arms.KruskalWallisTest}. It has no side: it tells that arms differ, not which.
 *
 * <p>Edges: strata with people of one arm alone, and strata whose amounts are all equal, add nothing; where no other is left
 * there is no test. An arm that meets no other in any stratum takes a degree of freedom with it.
 *
 * <p>Source: van Elteren PH (1960), On the combination of independent two sample tests of Wilcoxon, Bulletin of the Institute of
 * International Statistics 37:351-361; for several arms, as row mean scores: Landis JR, Heyman ER, Koch GG (1978), International
 * Statistical Review 46:237-254.
 */
public final class VanElterenArmsTest {

    private VanElterenArmsTest() {}

    /** The test of all arms. */
    public static TestResult of(StratifiedAmounts amounts) {
        Deviations deviations = new Deviations(amounts.arms());
        amounts.tables().forEach(table -> deviations.add(table.counts(), Margin::each, table::scoredByRidit));
        return deviations.test();
    }
}
