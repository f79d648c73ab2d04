package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.location.PermutationTest;
import org.ipstrial.stats.location.StudentTest;
import org.ipstrial.stats.location.TwoSampleTest;
import org.ipstrial.stats.location.WelchTest;
import org.ipstrial.stats.rank.BrunnerMunzelTest;
import org.ipstrial.stats.rank.MannWhitneyExactTest;
import org.ipstrial.stats.rank.MannWhitneyTest;

/** The tests that amounts in two arms do not differ. */
final class AmountTests {

    /** Tests that the arms do not differ. */
    static final Family<TwoSampleTest> FAMILY = new Family<>(
            Measure.TEST,
            Family.Input.AMOUNT,
            2,
            List.of(
                    new Method<>(
                            "welch",
                            "Welch's t test",
                            TwoSampleTest.of(WelchTest::of),
                            "T = (m1 - m0) / se with se and df of the Welch interval; p = 2 P(t >= |T|), on one side "
                                    + "P(t >= T) or P(t <= T).",
                            AmountMethods.WELCH,
                            "Small arms with a few very large amounts, where the t distribution is a poor guide."),
                    new Method<>(
                            "mann-whitney",
                            "Mann-Whitney (Wilcoxon rank-sum) test, normal approximation with continuity correction",
                            TwoSampleTest.of(MannWhitneyTest::of),
                            "W = pairs in which the group has more, ties one half; v = n1 n0 / 12 (N + 1 - "
                                    + "sum(t^3 - t) / (N (N - 1))), t the numbers of equal amounts, N = n1 + n0; "
                                    + "z = (|W - n1 n0 / 2| - 1/2) / sqrt(v); p = 2 P(Z >= z). On one side "
                                    + "z = (W - n1 n0 / 2 - 1/2) / sqrt(v) and p = P(Z >= z), or with + 1/2 and P(Z <= z).",
                            "Mann HB, Whitney DR (1947), On a test of whether one of two random variables is "
                                    + "stochastically larger than the other, Annals of Mathematical Statistics "
                                    + "18:50-60; ties: Lehmann EL (1975), Nonparametrics, Holden-Day, section 1.4.",
                            "A question about means: it can be significant where the means are equal, and the other "
                                    + "way round. Nor is it a test of medians. Fewer than about 10 people in an arm: "
                                    + "the approximation is rough; look at mann-whitney-exact."),
                    new Method<>(
                            "student",
                            "Student's t test",
                            TwoSampleTest.of(StudentTest::of),
                            "T = (m1 - m0) / se with se and df of the Student interval; p = 2 P(t >= |T|), on one side "
                                    + "P(t >= T) or P(t <= T).",
                            AmountMethods.STUDENT,
                            "Arms of unequal size and spread. Prefer welch."),
                    new Method<>(
                            "brunner-munzel",
                            "Brunner-Munzel test",
                            TwoSampleTest.of(BrunnerMunzelTest::of),
                            "T = (p - 1/2) / se with p, se and df of the probabilistic index; P-value 2 P(t >= |T|), on "
                                    + "one side P(t >= T) or P(t <= T).",
                            RankMethods.BRUNNER_MUNZEL,
                            "A question about means. Fewer than about 10 people in an arm; one arm wholly above the "
                                    + "other, where it has no variance."),
                    new Method<>(
                            "mann-whitney-exact",
                            "Mann-Whitney (Wilcoxon rank-sum) test, exact, with ties as they are",
                            TwoSampleTest.of(MannWhitneyExactTest::of),
                            "W as in mann-whitney; p = share of all allocations of the amounts to arms of these sizes "
                                    + "with |W* - n1 n0 / 2| >= |W - n1 n0 / 2|, on one side W* >= W or W* <= W, counted by the shift algorithm on "
                                    + "doubled mid-ranks. At most 50,000 pairs of one from either arm (223 people in "
                                    + "both); beyond, none.",
                            "Streitberg B, Roehmel J (1986), Exact distributions for permutation and rank tests: an "
                                    + "introduction to some recently published algorithms, Statistical Software "
                                    + "Newsletter 12:10-17.",
                            "Questions about means or medians, as for mann-whitney. Large arms: it costs time and "
                                    + "differs from mann-whitney in a late digit. Programs that double the smaller "
                                    + "tail give another p where the distribution is not symmetric."),
                    new Method<>(
                            "permutation",
                            "Permutation test of the difference of means",
                            PermutationTest::of,
                            "d = m1 - m0; p = share of all allocations of the amounts to arms of these sizes with "
                                    + "|d*| >= |d|, on one side d* >= d or d* <= d, counted where that is feasible; else over B allocations drawn at "
                                    + "random, p = (1 + number with |d*| >= |d|) / (1 + B).",
                            "Pitman EJG (1937), Significance tests which may be applied to samples from any "
                                    + "populations, Supplement to the Journal of the Royal Statistical Society "
                                    + "4:119-130; drawn at random: Phipson B, Smyth GK (2010), Permutation p-values "
                                    + "should never be zero, Statistical Applications in Genetics and Molecular Biology "
                                    + "9, article 39.",
                            "Arms of unequal size and spread: it tests that the treatment changes nobody's amount, and "
                                    + "if spreads differ it can reject equal means too often or too seldom, which a "
                                    + "studentised statistic would mend; prefer welch there. Drawn at random, p is never "
                                    + "below 1 / (1 + B) and its last digits depend on the seed.")),
            AmountEvaluation::test);

    private AmountTests() {}
}
