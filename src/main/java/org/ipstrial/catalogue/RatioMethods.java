package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.approximate.KatzRatio;
import org.ipstrial.stats.contingency.score.KoopmanRatio;
import org.ipstrial.stats.contingency.score.MiettinenNurminenRatio;
import org.ipstrial.stats.contingency.unconditional.ExactScoreEffect;

/** The intervals for the share in the group over the share in the reference. */
final class RatioMethods {

    static final Family<TwoByTwoEffect> FAMILY = BinaryEffects.family(
            Measure.RISK_RATIO,
            List.of(
                    new Method<>(
                            "miettinen-nurminen",
                            "Miettinen-Nurminen score interval for a risk ratio",
                            TwoByTwoEffect.of(MiettinenNurminenRatio::of, MiettinenNurminenRatio::test),
                            """
                    s1 = x1/n1, s2 = x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with p1/p2 = e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (s1 - e s2)^2 = z^2 N/(N - 1) [p1 (1 - p1)/n1 + e^2 p2 (1 - p2)/n2]""",
                            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226",
                            "Large-sample. With no events in the reference it has a lower limit but neither"
                                    + " estimate nor upper"
                                    + " limit: report the risk difference."),
                    new Method<>(
                            "koopman",
                            "Koopman score interval for a risk ratio",
                            TwoByTwoEffect.of(KoopmanRatio::of, KoopmanRatio::test),
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
                            TwoByTwoEffect.of(KatzRatio::of, KatzRatio::test),
                            """
                    RR = (x1/n1)/(x2/n2), y = n - x; z is the standard normal value exceeded with probability
                    (1 - level)/2.
                    limits = RR exp(+- z sqrt(y1/(x1 n1) + y2/(x2 n2)))""",
                            "Katz D, Baptista J, Azen SP, Pike MC (1978), Biometrics 34:469-474",
                            "No limits where an arm has no events (nothing is added to empty cells), and poor"
                                    + " ones where an arm"
                                    + " has only a few. The form that most meta-analyses of ratios use."),
                    new Method<>(
                            "exact-score",
                            "Exact unconditional interval for a risk ratio, ordered by the score (Chan-Zhang)",
                            ExactScoreEffect.RATIO,
                            """
                    Z(e) is the score statistic of koopman for the ratio e; a = (1 - level)/2.
                    P(e) = the largest probability, over all p1/p2 = e, of the tables with Z(e) at least the observed
                    lower = the smallest e with P(e) > a; upper = one over that of the arms changed round""",
                            "Chan ISF, Zhang Z (1999), Biometrics 55:1202-1209",
                            "Covers at least as often as the level says, without conditioning on the events of"
                                    + " both arms; wider than the score interval. Takes up to 2,000 people in both arms,"
                                    + " and about a second for that many. Its p-value is the largest up to the tested"
                                    + " effect, so that it always agrees with the interval; programs that give the p-value"
                                    + " at that effect alone can print a smaller one.")));

    private RatioMethods() {}
}
