package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.contingency.KatzRatio;
import org.ipstrial.stats.contingency.NewcombeDifference;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.TwoByTwoTest;
import org.ipstrial.stats.contingency.WaldDifference;
import org.ipstrial.stats.contingency.WoolfOddsRatio;
import org.ipstrial.stats.contingency.score.KoopmanRatio;
import org.ipstrial.stats.contingency.score.MiettinenNurminenDifference;
import org.ipstrial.stats.contingency.score.MiettinenNurminenOddsRatio;
import org.ipstrial.stats.contingency.score.MiettinenNurminenRatio;
import org.ipstrial.stats.contingency.score.ScoreOddsRatio;
import org.ipstrial.stats.proportion.ProportionInterval;

/** The methods for a yes/no outcome: one arm, two arms, and the tests of two arms. */
public final class BinaryMethods {

    /** The share with the event, in one arm. */
    public static final Family<ProportionInterval> PROPORTION = ProportionMethods.FAMILY;

    /** Share in the group minus share in the reference. */
    public static final Family<TwoByTwoEffect> RISK_DIFFERENCE = effects(
            Measure.RISK_DIFFERENCE,
            List.of(
                    new Method<>(
                            "miettinen-nurminen",
                            "Miettinen-Nurminen score interval for a risk difference",
                            MiettinenNurminenDifference::of,
                            """
                    d = x1/n1 - x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with p1 - p2 = e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (d - e)^2 = z^2 N/(N - 1) [p1 (1 - p1)/n1 + p2 (1 - p2)/n2]""",
                            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226",
                            "Large-sample: in arms of ten or so its coverage can miss the level a little either way. It has no"
                                    + " standard error to put into a meta-analysis."),
                    new Method<>(
                            "newcombe",
                            "Newcombe hybrid score interval for a risk difference",
                            NewcombeDifference::of,
                            """
                    d = p1 - p2, the observed shares; (l1, u1) and (l2, u2) are their Wilson limits.
                    lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2)
                    upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)""",
                            "Newcombe RG (1998), Statistics in Medicine 17:873-890, method 10",
                            "Inverts no test, so that near the border it can disagree with the p-value beside it."),
                    new Method<>(
                            "wald",
                            "Wald interval for a risk difference",
                            WaldDifference::of,
                            """
                    d = p1 - p2, the observed shares; z is the standard normal value exceeded with probability
                    (1 - level)/2. Limits beyond -1 or 1 are cut off there.
                    se = sqrt(p1 (1 - p1)/n1 + p2 (1 - p2)/n2); limits = d +- z se""",
                            "Textbook; method 1 of Newcombe RG (1998), Statistics in Medicine 17:873-890",
                            "Too narrow in small arms and for shares near 0 or 1; of width 0 where each arm has no events or"
                                    + " events only. For comparison with older reports.")));

    /** Share in the group over share in the reference. */
    public static final Family<TwoByTwoEffect> RISK_RATIO = effects(
            Measure.RISK_RATIO,
            List.of(
                    new Method<>(
                            "miettinen-nurminen",
                            "Miettinen-Nurminen score interval for a risk ratio",
                            MiettinenNurminenRatio::of,
                            """
                    s1 = x1/n1, s2 = x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with p1/p2 = e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (s1 - e s2)^2 = z^2 N/(N - 1) [p1 (1 - p1)/n1 + e^2 p2 (1 - p2)/n2]""",
                            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226",
                            "Large-sample. With no events in the reference it has a lower limit but neither estimate nor upper"
                                    + " limit: report the risk difference."),
                    new Method<>(
                            "koopman",
                            "Koopman score interval for a risk ratio",
                            KoopmanRatio::of,
                            """
                    x1 events among n1, x2 among n2; p1 and p2 are the most likely probabilities with p1/p2 = e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (x1 - n1 p1)^2/(n1 p1 (1 - p1)) + (x2 - n2 p2)^2/(n2 p2 (1 - p2)) = z^2""",
                            "Koopman PAR (1984), Biometrics 40:513-517",
                            "Slightly narrower than miettinen-nurminen, which corrects for small samples. Goes with the"
                                    + " chi-squared test, not with chi-squared-n-1."),
                    new Method<>(
                            "katz",
                            "Katz log interval for a risk ratio",
                            KatzRatio::of,
                            """
                    RR = (x1/n1)/(x2/n2), y = n - x; z is the standard normal value exceeded with probability
                    (1 - level)/2.
                    limits = RR exp(+- z sqrt(y1/(x1 n1) + y2/(x2 n2)))""",
                            "Katz D, Baptista J, Azen SP, Pike MC (1978), Biometrics 34:469-474",
                            "No limits where an arm has no events (nothing is added to empty cells), and poor ones where an arm"
                                    + " has only a few. The form that most meta-analyses of ratios use.")));

    /** Odds in the group over odds in the reference. */
    public static final Family<TwoByTwoEffect> ODDS_RATIO = effects(
            Measure.ODDS_RATIO,
            List.of(
                    new Method<>(
                            "miettinen-nurminen",
                            "Miettinen-Nurminen score interval for an odds ratio",
                            MiettinenNurminenOddsRatio::of,
                            """
                    x1 events among n1, N = n1 + n2; p1 and p2 are the most likely probabilities with the odds
                    ratio e; z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (x1 - n1 p1)^2 [1/(n1 p1 (1 - p1)) + 1/(n2 p2 (1 - p2))] = z^2 N/(N - 1)""",
                            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226",
                            "Large-sample. An odds ratio is not a ratio of shares: for a frequent event it lies further from 1"
                                    + " than the risk ratio."),
                    new Method<>(
                            "score",
                            "Score interval for an odds ratio (Cornfield, uncorrected)",
                            ScoreOddsRatio::of,
                            """
                    x1 events among n1; p1 and p2 are the most likely probabilities with the odds ratio e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (x1 - n1 p1)^2 [1/(n1 p1 (1 - p1)) + 1/(n2 p2 (1 - p2))] = z^2""",
                            "Cornfield J (1956), Proceedings of the Third Berkeley Symposium on Mathematical Statistics and"
                                    + " Probability 4:135-148, without the continuity correction: Gart JJ, Thomas DG (1982),"
                                    + " American Journal of Epidemiology 115:453-470",
                            "Slightly narrower than miettinen-nurminen, which corrects for small samples. Goes with the"
                                    + " chi-squared test, not with chi-squared-n-1."),
                    new Method<>(
                            "woolf",
                            "Woolf logit interval for an odds ratio",
                            WoolfOddsRatio::of,
                            """
                    x events and y non-events in each arm, OR = x1 y2/(y1 x2); z is the standard normal value
                    exceeded with probability (1 - level)/2.
                    limits = OR exp(+- z sqrt(1/x1 + 1/y1 + 1/x2 + 1/y2))""",
                            "Woolf B (1955), Annals of Human Genetics 19:251-253",
                            "No limits where a cell is empty (nothing is added to empty cells), and too wide ones where a cell"
                                    + " is small.")));

    /** Tests that two arms have the same probability of the event. */
    public static final Family<TwoByTwoTest> TEST = BinaryTests.FAMILY;

    private BinaryMethods() {}

    private static Family<TwoByTwoEffect> effects(Measure measure, List<Method<TwoByTwoEffect>> methods) {
        return new Family<>(
                measure,
                Input.BINARY,
                1,
                methods,
                (effect, input, level) -> Evaluation.numbers(effect.of(BinaryInput.table(input), level)));
    }
}
