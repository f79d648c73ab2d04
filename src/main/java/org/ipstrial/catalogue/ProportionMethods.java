package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.proportion.AgrestiCoullInterval;
import org.ipstrial.stats.proportion.BlakerInterval;
import org.ipstrial.stats.proportion.ClopperPearsonInterval;
import org.ipstrial.stats.proportion.JeffreysInterval;
import org.ipstrial.stats.proportion.LikelihoodRatioInterval;
import org.ipstrial.stats.proportion.MidPInterval;
import org.ipstrial.stats.proportion.ProportionInterval;
import org.ipstrial.stats.proportion.WaldInterval;
import org.ipstrial.stats.proportion.WilsonCorrectedInterval;
import org.ipstrial.stats.proportion.WilsonInterval;

/** The intervals for the share with the event in one arm. */
final class ProportionMethods {

    static final Family<ProportionInterval> FAMILY = new Family<>(
            Measure.PROPORTION,
            Input.BINARY,
            1,
            List.of(
                    new Method<>(
                            "wilson",
                            "Wilson score interval",
                            WilsonInterval::of,
                            """
                            x events among n; z is the standard normal value exceeded with probability (1 - level)/2.
                            limits = (x + z^2/2 +- z sqrt(x (n - x)/n + z^2/4)) / (n + z^2)""",
                            "Wilson EB (1927), Journal of the American Statistical Association 22:209-212",
                            "Its coverage is right on average but may fall somewhat below the level for shares close"
                                    + " to 0 or 1. Where it must never do so, use clopper-pearson."),
                    new Method<>(
                            "clopper-pearson",
                            "Clopper-Pearson exact interval",
                            ClopperPearsonInterval::of,
                            """
                            x events among n; a = (1 - level)/2.
                            lower = the p with P(X >= x) = a: the a quantile of Beta(x, n - x + 1); 0 when x = 0
                            upper = the p with P(X <= x) = a: the 1 - a quantile of Beta(x + 1, n - x); 1 when x = n""",
                            "Clopper CJ, Pearson ES (1934), Biometrika 26:404-413",
                            "Covers at least as often as the level says, hence usually more often: it is wider than"
                                    + " needed, most of all in small arms."),
                    new Method<>(
                            "agresti-coull",
                            "Agresti-Coull interval",
                            AgrestiCoullInterval::of,
                            """
                            x events among n; z is the standard normal value exceeded with probability (1 - level)/2.
                            m = n + z^2; s = (x + z^2/2)/m
                            limits = s +- z sqrt(s (1 - s)/m), cut off at 0 and 1""",
                            "Agresti A, Coull BA (1998), The American Statistician 52:119-126",
                            "Always somewhat wider than wilson, most of all for shares close to 0 or 1, where it runs"
                                    + " out of the scale and is cut off. Chosen for its simple formula; wilson is as"
                                    + " easy for a computer."),
                    new Method<>(
                            "jeffreys",
                            "Jeffreys interval",
                            JeffreysInterval::of,
                            """
                            x events among n; a = (1 - level)/2.
                            lower = the a quantile of Beta(x + 1/2, n - x + 1/2); 0 when x = 0
                            upper = the 1 - a quantile of the same distribution; 1 when x = n""",
                            "Brown LD, Cai TT, DasGupta A (2001), Statistical Science 16:101-133",
                            "A Bayesian interval with a fixed prior: right on average, but its coverage dips below the"
                                    + " level for some shares near 0 and 1. Do not use it where a frequentist"
                                    + " guarantee is asked for."),
                    new Method<>(
                            "mid-p",
                            "Mid-p interval",
                            MidPInterval::of,
                            """
                            x events among n; a = (1 - level)/2.
                            lower = the p with P(X > x) + P(X = x)/2 = a; 0 when x = 0
                            upper = the p with P(X < x) + P(X = x)/2 = a; 1 when x = n""",
                            "Berry G, Armitage P (1995), The Statistician 44:417-423; method 6 of Newcombe RG (1998),"
                                    + " Statistics in Medicine 17:857-872",
                            "Covers about as often as the level says, but not always at least so often: where that must"
                                    + " hold, use clopper-pearson or blaker."),
                    new Method<>(
                            "blaker",
                            "Blaker exact interval",
                            BlakerInterval::of,
                            """
                            x events among n. The acceptability of p is the smaller of P(X >= x) and P(X <= x), plus
                            the largest opposite tail that is no larger.
                            limits = the smallest and the largest p whose acceptability is above 1 - level""",
                            "Blaker H (2000), Canadian Journal of Statistics 28:783-798; corrigendum (2001) 29:681",
                            "Covers at least as often as the level says, and lies within clopper-pearson. The error is"
                                    + " not shared equally by the two sides: do not read one limit as a one-sided"
                                    + " bound."),
                    new Method<>(
                            "likelihood-ratio",
                            "Likelihood ratio interval",
                            LikelihoodRatioInterval::of,
                            """
                            x events among n, s = x/n; z is the standard normal value exceeded with probability
                            (1 - level)/2.
                            limits = the two p with 2 [x ln(s/p) + (n - x) ln((1 - s)/(1 - p))] = z^2""",
                            "Textbook; section 4.2 of Brown LD, Cai TT, DasGupta A (2001), Statistical Science"
                                    + " 16:101-133",
                            "Large-sample: too short where there are no events, or events only (for 0 of 20 it ends at"
                                    + " 0.092, the exact interval at 0.168)."),
                    new Method<>(
                            "wilson-cc",
                            "Wilson score interval with continuity correction",
                            WilsonCorrectedInterval::of,
                            """
                            x events among n, p = x/n, q = 1 - p; z is the standard normal value exceeded with
                            probability (1 - level)/2.
                            lower = (2x + z^2 - 1 - z sqrt(z^2 - 2 - 1/n + 4p(nq + 1))) / (2(n + z^2)); 0 when x = 0
                            upper = (2x + z^2 + 1 + z sqrt(z^2 + 2 - 1/n + 4p(nq - 1))) / (2(n + z^2)); 1 when x = n""",
                            "Blyth CR, Still HA (1983), Journal of the American Statistical Association 78:108-116;"
                                    + " method 4 of Newcombe RG (1998), Statistics in Medicine 17:857-872",
                            "Imitates clopper-pearson and is about as wide, without its guarantee. The interval that"
                                    + " R's prop.test prints unless told otherwise."),
                    new Method<>(
                            "wald",
                            "Wald interval",
                            WaldInterval::of,
                            """
                            p = x/n, the observed share; z is the standard normal value exceeded with probability
                            (1 - level)/2. Limits outside 0 to 1 are cut off there.
                            se = sqrt(p (1 - p)/n); limits = p +- z se""",
                            "Textbook; method 1 of Newcombe RG (1998), Statistics in Medicine 17:857-872",
                            "Too narrow in small arms and for shares near 0 or 1, and of width 0 without events: its"
                                    + " coverage can be far below the level. Only for comparison with older reports."),
                    new Method<>(
                            "wald-cc",
                            "Wald interval with continuity correction",
                            WaldInterval::corrected,
                            """
                            p = x/n, the observed share; z is the standard normal value exceeded with probability
                            (1 - level)/2. Limits outside 0 to 1 are cut off there.
                            se = sqrt(p (1 - p)/n); limits = p +- (z se + 1/(2n))""",
                            "Textbook; method 2 of Newcombe RG (1998), Statistics in Medicine 17:857-872",
                            "Wider than wald and still poor near 0 and 1, where the correction is all there is left of"
                                    + " it. Only for comparison with older reports.")),
            (method, input, level) -> Evaluation.numbers(method.of(BinaryInput.count(input), level)));

    private ProportionMethods() {}
}
