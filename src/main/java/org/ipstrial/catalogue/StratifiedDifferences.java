package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.contingency.stratified.MantelHaenszelDifference;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedMiettinenNurminen;
import org.ipstrial.stats.contingency.stratified.StratifiedNewcombeDifference;

/** The intervals for a risk difference that strata have in common. */
final class StratifiedDifferences {

    private static final String SCORE =
            "Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226; weights: Tang Y"
                    + " (2020), Statistics in Medicine 39:3427-3457";

    static final Family<StratifiedEffect> FAMILY = StratifiedInput.effects(
            Measure.RISK_DIFFERENCE,
            List.of(
                    new Method<>(
                            "mantel-haenszel-sato",
                            "Mantel-Haenszel risk difference with the Sato variance",
                            StratifiedEffect.of(MantelHaenszelDifference::of, MantelHaenszelDifference::test),
                            """
                    In each stratum x events and y others among n (1 group, 2 reference), N = n1 + n2; z is the
                    standard normal value exceeded with probability (1 - level)/2. Sums are over all strata.
                    d = sum (x1 n2 - x2 n1)/N / W, W = sum n1 n2/N; se = sqrt(d P + Q)/W; limits = d +- z se
                    P = sum (n1^2 x2 - n2^2 x1 + n1 n2 (n2 - n1)/2)/N^2, Q = sum (x1 y2 + x2 y1)/(2 N)""",
                            "Sato T (1989), Biometrics 45:1323-1324; Greenland S, Robins JM (1985), Biometrics 41:55-68",
                            "Small trials, and shares near 0 or 1: the limits are symmetric, can pass -1 or 1 (they are"
                                    + " cut off there), and have no width where nobody has the event. Look at"
                                    + " stratified-miettinen-nurminen-mh. Other variances of this difference (Greenland"
                                    + " and Robins's) give other limits where strata are small."),
                    new Method<>(
                            "stratified-miettinen-nurminen-mh",
                            "stratified Miettinen-Nurminen score interval, weights of Mantel and Haenszel",
                            StratifiedEffect.of(
                                    StratifiedMiettinenNurminen::withMantelHaenszelWeights,
                                    StratifiedMiettinenNurminen::testWithMantelHaenszelWeights),
                            """
                    In each stratum d = x1/n1 - x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with
                    p1 - p2 = e; w = n1 n2/N. Z(e) = sum w (d - e)/sqrt(sum w^2 v)
                    v = N/(N - 1) [p1 (1 - p1)/n1 + p2 (1 - p2)/n2]
                    limits = the outermost e with |Z(e)| = z, exceeded with probability (1 - level)/2""",
                            SCORE,
                            "Strata whose differences differ much: no one number tells of them. Goes with"
                                    + " cochran-mantel-haenszel: its limits exclude no difference when that test"
                                    + " rejects, but where strata without events make Z turn back. SAS's"
                                    + " riskdiff(common cl=mn) is another, unstratified method."),
                    new Method<>(
                            "stratified-miettinen-nurminen-iv",
                            "stratified Miettinen-Nurminen score interval, inverse-variance weights",
                            StratifiedEffect.of(
                                    StratifiedMiettinenNurminen::withInverseVarianceWeights,
                                    StratifiedMiettinenNurminen::testWithInverseVarianceWeights),
                            """
                    In each stratum d = x1/n1 - x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with
                    p1 - p2 = e; w = 1/v, anew at each e. Z(e) = sum w (d - e)/sqrt(sum w)
                    v = N/(N - 1) [p1 (1 - p1)/n1 + p2 (1 - p2)/n2]
                    estimate = the e with Z(e) = 0; limits = the outermost e with |Z(e)| = z, exceeded with
                    probability (1 - level)/2""",
                            SCORE + "; Laud PJ (2017), Pharmaceutical Statistics 16:334-348",
                            "Sparse strata: those with few events get the largest weights, and those with none, or with"
                                    + " events only, are left out, because their weight would be infinite (the R package"
                                    + " ratesci adds 0.5 to them instead). The estimate is not that of Mantel and"
                                    + " Haenszel, and the test is not cochran-mantel-haenszel."),
                    new Method<>(
                            "stratified-newcombe",
                            "stratified Newcombe interval from stratified Wilson limits (Yan-Su)",
                            StratifiedEffect.of(StratifiedNewcombeDifference::of, StratifiedNewcombeDifference::test),
                            """
                    In each stratum p events of n in an arm, w = n1 n2/(n1 + n2) over its sum; for each arm
                    a = w sqrt(p (1 - p)/n), (l, u) the Wilson limits with z sqrt(sum a^2)/sum a for z,
                    L = sum w l, U = sum w u, k = sum w^2/n; d = sum w (p1 - p2)
                    lower = d - z sqrt(k1 L1 (1 - L1) + k2 U2 (1 - U2))
                    upper = d + z sqrt(k1 U1 (1 - U1) + k2 L2 (1 - L2))""",
                            "Yan X, Su XG (2010), Statistics in Biopharmaceutical Research 2:329-335",
                            "Inverts no test, so that near the border it can disagree with the p-value beside it. Yan"
                                    + " and Su's own weights are others; these are the ones of SAS."),
                    StratifiedScores.SKEWNESS_CORRECTED_DIFFERENCE,
                    StratifiedScores.T_DIFFERENCE));

    private StratifiedDifferences() {}
}
