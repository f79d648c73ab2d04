package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.contingency.stratified.MantelHaenszelOddsRatio;
import org.ipstrial.stats.contingency.stratified.MantelHaenszelRatio;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;

/** The intervals for ratios that strata have in common. */
final class StratifiedRatios {

    /** Share in the group over share in the reference, common to all strata. */
    static final Family<StratifiedEffect> RISK = StratifiedInput.effects(
            Measure.RISK_RATIO,
            List.of(
                    new Method<>(
                            "mantel-haenszel",
                            "Mantel-Haenszel risk ratio with the Greenland-Robins variance",
                            StratifiedEffect.of(MantelHaenszelRatio::of, MantelHaenszelRatio::test),
                            """
                    In each stratum x1 events among n1, x2 among n2, N = n1 + n2, m = x1 + x2; z is the standard
                    normal value exceeded with probability (1 - level)/2. RR = R/S; limits = RR exp(+- z sqrt(v))
                    R = sum x1 n2/N, S = sum x2 n1/N, v = sum (n1 n2 m/N^2 - x1 x2/N) / (R S)""",
                            "Greenland S, Robins JM (1985), Biometrics 41:55-68",
                            "Strata whose ratios differ: it is then a mean whose weights nobody chose. Strata without"
                                    + " events add nothing; no limits where an arm has none in any stratum."),
                    StratifiedScores.TANG_RATIO,
                    StratifiedScores.TANG_RATIO_SKEWNESS_CORRECTED));

    /** Odds in the group over odds in the reference, given the stratum. */
    static final Family<StratifiedEffect> CONDITIONAL_ODDS = StratifiedInput.effects(
            Measure.CONDITIONAL_ODDS_RATIO,
            List.of(
                    new Method<>(
                            "mantel-haenszel",
                            "Mantel-Haenszel odds ratio with the Robins-Breslow-Greenland variance",
                            StratifiedEffect.of(MantelHaenszelOddsRatio::of, MantelHaenszelOddsRatio::test),
                            """
                    In each stratum x events and y others (1 group, 2 reference) among N; z is the standard normal
                    value exceeded with probability (1 - level)/2. OR = sum R/sum S; limits = OR exp(+- z sqrt(v))
                    R = x1 y2/N, S = x2 y1/N, P = (x1 + y2)/N, Q = (x2 + y1)/N, and over all strata
                    v = sum PR/(2 (sum R)^2) + sum (PS + QR)/(2 sum R sum S) + sum QS/(2 (sum S)^2)""",
                            "Mantel N, Haenszel W (1959), Journal of the National Cancer Institute 22:719-748; Robins J,"
                                    + " Breslow N, Greenland S (1986), Biometrics 42:311-323",
                            "It is the odds ratio within strata, which lies further from 1 than that of the whole trial"
                                    + " even where strata are balanced: do not compare the two. Strata without events,"
                                    + " or with events only, add nothing. The R package contingencytables 3.1.0 has a"
                                    + " slip in this variance and gives other limits."),
                    StratifiedExact.ODDS_RATIO,
                    StratifiedScores.TANG_ODDS_RATIO,
                    StratifiedScores.TANG_ODDS_RATIO_SKEWNESS_CORRECTED));

    private StratifiedRatios() {}
}
