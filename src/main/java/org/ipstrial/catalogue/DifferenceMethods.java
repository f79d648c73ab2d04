package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.approximate.AgrestiCaffoDifference;
import org.ipstrial.stats.contingency.approximate.NewcombeDifference;
import org.ipstrial.stats.contingency.approximate.WaldDifference;
import org.ipstrial.stats.contingency.score.MeeDifference;
import org.ipstrial.stats.contingency.score.MiettinenNurminenDifference;
import org.ipstrial.stats.contingency.unconditional.ExactScoreEffect;

/** The intervals for the share in the group minus the share in the reference. */
final class DifferenceMethods {

    static final Family<TwoByTwoEffect> FAMILY = BinaryEffects.family(
            Measure.RISK_DIFFERENCE,
            List.of(
                    new Method<>(
                            "miettinen-nurminen",
                            "Miettinen-Nurminen score interval for a risk difference",
                            TwoByTwoEffect.of(MiettinenNurminenDifference::of, MiettinenNurminenDifference::test),
                            """
                    d = x1/n1 - x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with p1 - p2 = e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (d - e)^2 = z^2 N/(N - 1) [p1 (1 - p1)/n1 + p2 (1 - p2)/n2]""",
                            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226",
                            "Large-sample: in arms of ten or so its coverage can miss the level a little either"
                                    + " way. It has no"
                                    + " standard error to put into a meta-analysis."),
                    new Method<>(
                            "newcombe",
                            "Newcombe hybrid score interval for a risk difference",
                            TwoByTwoEffect.of(NewcombeDifference::of, NewcombeDifference::test),
                            """
                    d = p1 - p2, the observed shares; (l1, u1) and (l2, u2) are their Wilson limits.
                    lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2)
                    upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)""",
                            "Newcombe RG (1998), Statistics in Medicine 17:873-890, method 10",
                            "Inverts no test, so that near the border it can disagree with the p-value beside it."),
                    new Method<>(
                            "newcombe-cc",
                            "Newcombe hybrid score interval with continuity correction",
                            TwoByTwoEffect.of(NewcombeDifference::corrected, NewcombeDifference::correctedTest),
                            """
                    d = p1 - p2, the observed shares; (l1, u1) and (l2, u2) are their Wilson limits with continuity
                    correction.
                    lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2)
                    upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)""",
                            "Newcombe RG (1998), Statistics in Medicine 17:873-890, method 11",
                            "Wider than newcombe, and usually wider than it need be. Inverts no test."),
                    new Method<>(
                            "mee",
                            "Mee score interval for a risk difference",
                            TwoByTwoEffect.of(MeeDifference::of, MeeDifference::test),
                            """
                    d = x1/n1 - x2/n2; p1 and p2 are the most likely probabilities with p1 - p2 = e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (d - e)^2 = z^2 [p1 (1 - p1)/n1 + p2 (1 - p2)/n2]""",
                            "Mee RW (1984), Biometrics 40:1175-1176; the test: Farrington CP, Manning G (1990),"
                                    + " Statistics in Medicine 9:1447-1454",
                            "Slightly narrower than miettinen-nurminen, which corrects for small samples. Its"
                                    + " test is that of Farrington and Manning: near a margin it and miettinen-nurminen can"
                                    + " decide differently, so name one of them beforehand."),
                    new Method<>(
                            "agresti-caffo",
                            "Agresti-Caffo interval for a risk difference",
                            TwoByTwoEffect.of(AgrestiCaffoDifference::of, AgrestiCaffoDifference::test),
                            """
                    s = (x + 1)/(n + 2) in each arm, e = s1 - s2; z is the standard normal value exceeded with
                    probability (1 - level)/2. Limits beyond -1 or 1 are cut off there.
                    se = sqrt(s1 (1 - s1)/(n1 + 2) + s2 (1 - s2)/(n2 + 2)); limits = e +- z se""",
                            "Agresti A, Caffo B (2000), The American Statistician 54:280-288",
                            "Pulls the interval towards no difference, strongly in arms of ten or so. Its middle"
                                    + " is not the observed difference, which is the estimate given."),
                    new Method<>(
                            "wald",
                            "Wald interval for a risk difference",
                            TwoByTwoEffect.of(WaldDifference::of, WaldDifference::test),
                            """
                    d = p1 - p2, the observed shares; z is the standard normal value exceeded with probability
                    (1 - level)/2. Limits beyond -1 or 1 are cut off there.
                    se = sqrt(p1 (1 - p1)/n1 + p2 (1 - p2)/n2); limits = d +- z se""",
                            "Textbook; method 1 of Newcombe RG (1998), Statistics in Medicine 17:873-890",
                            "Too narrow in small arms and for shares near 0 or 1; of width 0 where each arm has"
                                    + " no events or"
                                    + " events only. For comparison with older reports."),
                    new Method<>(
                            "wald-cc",
                            "Wald interval for a risk difference with continuity correction",
                            TwoByTwoEffect.of(WaldDifference::corrected, WaldDifference::correctedTest),
                            """
                    d = p1 - p2, the observed shares; z is the standard normal value exceeded with probability
                    (1 - level)/2. Limits beyond -1 or 1 are cut off there.
                    se = sqrt(p1 (1 - p1)/n1 + p2 (1 - p2)/n2); limits = d +- (z se + (1/n1 + 1/n2)/2)""",
                            "Textbook; method 2 of Newcombe RG (1998), Statistics in Medicine 17:873-890",
                            "Poor in small arms and for shares near 0 or 1, like wald, only wider. For comparison"
                                    + " with older reports."),
                    new Method<>(
                            "exact-score",
                            "Exact unconditional interval for a risk difference, ordered by the score (Chan-Zhang)",
                            ExactScoreEffect.DIFFERENCE,
                            """
                    Z(e) is the score statistic of mee for the difference e; a = (1 - level)/2.
                    P(e) = the largest probability, over all p1 - p2 = e, of the tables with Z(e) at least the observed
                    lower = the smallest e with P(e) > a; upper = the same of the arms changed round, with its sign""",
                            "Chan ISF, Zhang Z (1999), Biometrics 55:1202-1209",
                            "Covers at least as often as the level says, without conditioning on the events of"
                                    + " both arms; wider than the score interval. Takes up to 2,000 people in both arms,"
                                    + " and about a second for that many. Its p-value is the largest up to the tested"
                                    + " effect, so that it always agrees with the interval; programs that give the p-value"
                                    + " at that effect alone can print a smaller one.")));

    private DifferenceMethods() {}
}
