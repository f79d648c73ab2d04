package org.ipstrial.catalogue;

import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.generalised.GeneralAssociationTest;
import org.ipstrial.stats.contingency.generalised.RowMeanScoresTest;
import org.ipstrial.stats.contingency.generalised.StratifiedAmounts;
import org.ipstrial.stats.location.stratified.StratifiedSampleTest;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/** The generalised Cochran-Mantel-Haenszel tests of amounts in two arms within strata. */
final class StratifiedScoreTests {

    static final Method<StratifiedSampleTest> ROW_MEAN_SCORES = new Method<>(
            "row-mean-scores",
            "Cochran-Mantel-Haenszel test of row mean scores (the amounts)",
            StratifiedSampleTest.of(StratifiedScoreTests::rowMeanScores),
            """
                    In each stratum m1, m0 the means of the arms' n1 and n0 people, N = n1 + n0, s the standard deviation (N - 1)
                    of all N amounts, both arms as one. z = sum w (m1 - m0) / sqrt(sum w s^2), w = n1 n0 / N;
                    statistic = z^2 with 1 degree of freedom; on one side P(Z >= z) or P(Z <= z). It is the normal
                    approximation to permutation, whose weights these are: w s^2 is the variance of w (m1 - m0) over
                    all allocations of the stratum. With ranks / (N + 1) for the amounts it is van-elteren, squared.""",
            "Mantel N (1963), Journal of the American Statistical Association 58:690-700; Landis JR, Heyman ER, Koch GG"
                    + " (1978), International Statistical Review 46:237-254",
            "Few people with a few very large amounts: permutation does without the approximation. Arms of unequal size and"
                    + " spread, as for permutation. Differences of opposite direction in different strata, which cancel.");

    static final Method<StratifiedSampleTest> GENERAL_ASSOCIATION = new Method<>(
            "general-association",
            "Cochran-Mantel-Haenszel test of general association",
            StratifiedSampleTest.of(StratifiedScoreTests::generalAssociation),
            """
                    Each distinct amount is a level. In each stratum x people of the group at a level, n1 in the group, n0 in
                    the reference, c of N at the level. g = sum over strata of x - n1 c / N for each level, V the sum of
                    their covariances n1 n0 c (d N - c') / (N^2 (N - 1)), d = 1 for a level with itself, else 0.
                    statistic = g' V^- g, degrees of freedom = rank of V: levels - 1.""",
            "Landis JR, Heyman ER, Koch GG (1978), International Statistical Review 46:237-254; Birch MW (1965), Journal of"
                    + " the Royal Statistical Society, Series B 27:111-124",
            "Amounts, or levels with an order, of which it knows nothing: row-mean-scores and van-elteren look for one"
                    + " direction and find it sooner. Levels with few people, where chi-squared is rough. None with more than "
                    + GeneralAssociationTest.MOST_LEVELS + " distinct amounts, and none on one side.");

    private StratifiedScoreTests() {}

    private static TestResult rowMeanScores(StratifiedSamples samples, Alternative alternative) {
        return ofBothArms(samples, amounts -> RowMeanScoresTest.of(amounts, alternative));
    }

    private static TestResult generalAssociation(StratifiedSamples samples, Alternative alternative) {
        return alternative == Alternative.TWO_SIDED
                ? ofBothArms(samples, GeneralAssociationTest::of)
                : TestResult.notEstimable(Reason.NO_SIDE);
    }

    private static TestResult ofBothArms(StratifiedSamples samples, Function<StratifiedAmounts, TestResult> test) {
        return samples.strata().stream().anyMatch(stratum -> stratum.samples().isPresent())
                ? test.apply(StratifiedAmounts.of(samples))
                : TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
    }
}
