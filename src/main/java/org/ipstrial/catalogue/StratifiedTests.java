package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.contingency.stratified.BreslowDayTest;
import org.ipstrial.stats.contingency.stratified.CochranMantelHaenszelTest;
import org.ipstrial.stats.contingency.stratified.HomogeneityTest;
import org.ipstrial.stats.contingency.stratified.StratifiedTest;
import org.ipstrial.stats.location.stratified.StratifiedPermutationTest;
import org.ipstrial.stats.location.stratified.StratifiedSampleTest;
import org.ipstrial.stats.rank.VanElterenTest;

/** The tests over strata. */
final class StratifiedTests {

    static final Family<StratifiedTest> BINARY = new Family<>(
            Measure.TEST,
            Input.STRATIFIED_BINARY,
            1,
            List.of(
                    new Method<>(
                            "cochran-mantel-haenszel",
                            "Cochran-Mantel-Haenszel test, without continuity correction",
                            CochranMantelHaenszelTest::of,
                            """
                    In each stratum x1 events among n1, x2 among n2, N = n1 + n2, m = x1 + x2. With 1 degree of freedom
                    statistic = [sum (x1 n2 - x2 n1)/N]^2 / sum [n1 n2 m (N - m)/(N^2 (N - 1))]""",
                            "Mantel N, Haenszel W (1959), Journal of the National Cancer Institute 22:719-748; Cochran WG"
                                    + " (1954), Biometrics 10:417-451",
                            "Differences of opposite direction in different strata, which cancel. Strata without events, or with"
                                    + " events only, add nothing. R corrects for continuity unless told not to, and gives NA"
                                    + " where a product of its whole numbers overflows."),
                    StratifiedExact.TEST),
            StratifiedInput::test);

    static final Family<StratifiedSampleTest> AMOUNT = new Family<>(
            Measure.TEST,
            Input.STRATIFIED_AMOUNT,
            1,
            List.of(
                    new Method<>(
                            "van-elteren",
                            "van Elteren's test (Mann-Whitney within strata)",
                            StratifiedSampleTest.of(VanElterenTest::of),
                            "In each stratum W = pairs in which the group has more, ties one half, v its variance over all "
                                    + "allocations, corrected for ties, N = n1 + n0; z = sum (W - n1 n0 / 2) / (N + 1) / "
                                    + "sqrt(sum v / (N + 1)^2); p = 2 P(Z >= |z|), on one side P(Z >= z) or P(Z <= z). No "
                                    + "continuity correction.",
                            "van Elteren PH (1960), Bulletin of the Institute of International Statistics 37:351-361; "
                                    + "Lehmann EL (1975), Nonparametrics, Holden-Day, section 3.3.",
                            "A question about means, as for mann-whitney. Differences of opposite direction in different "
                                    + "strata, which cancel. Fewer than about 20 people in all: the approximation is "
                                    + "rough. The square of z is what SAS gives as row mean scores with modified ridits."),
                    new Method<>(
                            "permutation",
                            "Permutation test of the difference of means within strata",
                            StratifiedPermutationTest::of,
                            "d = sum w (m1 - m0) / sum w, m the means of a stratum's arms, w = n1 n0 / (n1 + n0); p = share "
                                    + "of all allocations of the amounts, each within its stratum, to arms of these sizes "
                                    + "with |d*| >= |d|, on one side d* >= d or d* <= d, counted where that is feasible; else "
                                    + "over B allocations drawn at random, p = (1 + number with |d*| >= |d|) / (1 + B).",
                            "Pitman EJG (1937), Supplement to the Journal of the Royal Statistical Society 4:119-130; within "
                                    + "strata: Good P (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, "
                                    + "3rd edition, Springer, chapter 3; drawn at random: Phipson B, Smyth GK (2010), "
                                    + "Statistical Applications in Genetics and Molecular Biology 9, article 39.",
                            "Arms of unequal size and spread, as without strata. Drawn at random, p is never below "
                                    + "1 / (1 + B) and its last digits depend on the seed."),
                    StratifiedScoreTests.ROW_MEAN_SCORES,
                    StratifiedScoreTests.GENERAL_ASSOCIATION),
            StratifiedInput::test);

    private static final String COMMON = """
            In each stratum x1 events in the group, e those expected and v their variance if its odds ratio were
            that of mantel-haenszel, both margins kept; K strata have both arms, an event and a non-event.
            """;

    static final Family<HomogeneityTest> HOMOGENEITY = new Family<>(
            Measure.INTERACTION_TEST,
            Input.STRATIFIED_BINARY,
            0,
            List.of(
                    new Method<>(
                            "breslow-day",
                            "Breslow-Day test that the strata have one odds ratio",
                            BreslowDayTest::of,
                            COMMON + "statistic = sum (x1 - e)^2/v, with K - 1 degrees of freedom",
                            "Breslow NE, Day NE (1980), Statistical Methods in Cancer Research I, International Agency for"
                                    + " Research on Cancer, section 4.4",
                            "Strata with few people. It is a little too large, which tarone corrects; the R package"
                                    + " contingencytables gives tarone's value under this name."),
                    new Method<>(
                            "tarone",
                            "Breslow-Day test with Tarone's correction",
                            BreslowDayTest::corrected,
                            COMMON
                                    + "statistic = sum (x1 - e)^2/v - (sum (x1 - e))^2/sum v, with K - 1 degrees of freedom",
                            "Tarone RE (1985), Biometrika 72:91-95",
                            "Strata with few people. That it does not reject is no proof that the strata are alike.")),
            (test, input, level) -> Evaluation.numbers(test.of(StratifiedInput.tables(input))));

    private StratifiedTests() {}
}
