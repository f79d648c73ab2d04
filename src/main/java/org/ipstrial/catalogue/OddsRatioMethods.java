package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.approximate.WoolfOddsRatio;
import org.ipstrial.stats.contingency.conditional.ConditionalOddsRatio;
import org.ipstrial.stats.contingency.score.MiettinenNurminenOddsRatio;
import org.ipstrial.stats.contingency.score.ScoreOddsRatio;

/** The intervals for the odds in the group over the odds in the reference. */
final class OddsRatioMethods {

    static final Family<TwoByTwoEffect> FAMILY = BinaryEffects.family(
            Measure.ODDS_RATIO,
            List.of(
                    new Method<>(
                            "miettinen-nurminen",
                            "Miettinen-Nurminen score interval for an odds ratio",
                            TwoByTwoEffect.of(MiettinenNurminenOddsRatio::of, MiettinenNurminenOddsRatio::test),
                            """
                    x1 events among n1, N = n1 + n2; p1 and p2 are the most likely probabilities with the odds
                    ratio e; z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (x1 - n1 p1)^2 [1/(n1 p1 (1 - p1)) + 1/(n2 p2 (1 - p2))] = z^2 N/(N - 1)""",
                            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226",
                            "Large-sample. An odds ratio is not a ratio of shares: for a frequent event it lies"
                                    + " further from 1"
                                    + " than the risk ratio."),
                    new Method<>(
                            "score",
                            "Score interval for an odds ratio (Cornfield, uncorrected)",
                            TwoByTwoEffect.of(ScoreOddsRatio::of, ScoreOddsRatio::test),
                            """
                    x1 events among n1; p1 and p2 are the most likely probabilities with the odds ratio e;
                    z is the standard normal value exceeded with probability (1 - level)/2.
                    limits = the e with (x1 - n1 p1)^2 [1/(n1 p1 (1 - p1)) + 1/(n2 p2 (1 - p2))] = z^2""",
                            "Cornfield J (1956), Proceedings of the Third Berkeley Symposium on Mathematical"
                                    + " Statistics and"
                                    + " Probability 4:135-148, without the continuity correction: Gart JJ, Thomas DG (1982),"
                                    + " American Journal of Epidemiology 115:453-470",
                            "Slightly narrower than miettinen-nurminen, which corrects for small samples. Goes with the"
                                    + " chi-squared test, not with chi-squared-n-1."),
                    new Method<>(
                            "woolf",
                            "Woolf logit interval for an odds ratio",
                            TwoByTwoEffect.of(WoolfOddsRatio::of, WoolfOddsRatio::test),
                            """
                    x events and y non-events in each arm, OR = x1 y2/(y1 x2); z is the standard normal value
                    exceeded with probability (1 - level)/2.
                    limits = OR exp(+- z sqrt(1/x1 + 1/y1 + 1/x2 + 1/y2))""",
                            "Woolf B (1955), Annals of Human Genetics 19:251-253",
                            "No limits where a cell is empty (nothing is added to empty cells), and too wide ones"
                                    + " where a cell"
                                    + " is small."),
                    new Method<>(
                            "conditional-exact",
                            "Exact central interval for an odds ratio, given the events of both arms",
                            TwoByTwoEffect.of(ConditionalOddsRatio::exact, ConditionalOddsRatio::exactTest),
                            """
                    X is the events of the group, who had x, given the events of both arms: under the odds ratio r it has
                    Fisher's noncentral hypergeometric distribution. a = (1 - level)/2.
                    estimate = the r with E(X) = x, the conditional maximum likelihood estimate
                    lower = the r with P(X >= x) = a; upper = the r with P(X <= x) = a""",
                            "Cornfield J (1956), Proceedings of the Third Berkeley Symposium on Mathematical"
                                    + " Statistics and Probability 4:135-148",
                            "Covers at least as often as the level says, in small trials much more often: it is"
                                    + " wide. Estimate and limits are those of R's fisher.test; the estimate is not the"
                                    + " sample odds ratio but somewhat nearer to 1. Goes with fisher-exact-central, not"
                                    + " with fisher-exact."),
                    new Method<>(
                            "mid-p",
                            "Mid-p interval for an odds ratio, given the events of both arms",
                            TwoByTwoEffect.of(ConditionalOddsRatio::midP, ConditionalOddsRatio::midPTest),
                            """
                    X is the events of the group, who had x, given the events of both arms: under the odds ratio r it has
                    Fisher's noncentral hypergeometric distribution. a = (1 - level)/2.
                    estimate = the r with E(X) = x, the conditional maximum likelihood estimate
                    lower = the r with P(X > x) + P(X = x)/2 = a; upper = the r with P(X < x) + P(X = x)/2 = a""",
                            "Mehta CR, Walsh SJ (1992), The American Statistician 46:146-150",
                            "Narrower than conditional-exact and about right on average, without its guarantee.")));

    private OddsRatioMethods() {}
}
