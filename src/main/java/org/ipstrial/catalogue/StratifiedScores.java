package org.ipstrial.catalogue;

import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.score.SkewnessCorrectedDifference;
import org.ipstrial.stats.contingency.stratified.score.TScoreDifference;
import org.ipstrial.stats.contingency.stratified.score.TangOddsRatio;
import org.ipstrial.stats.contingency.stratified.score.TangRatio;

/** The score intervals over strata that are asked for by name: of Laud for differences, of Tang for ratios. */
final class StratifiedScores {

    private static final String LAUD = "Laud PJ (2017), Pharmaceutical Statistics 16:334-348";
    private static final String TANG = "Tang Y (2020), Statistics in Medicine 39:3427-3457";
    private static final String LEFT_OUT = " Strata with no events or with events only are left out (the R package"
            + " ratesci adds 0.5 to those of a difference instead).";
    private static final String LIMITS =
            "estimate = where Z is 0; limits = the outermost with |Z| = z, exceeded with probability (1 - level)/2";
    private static final String RATIO = """
            In each stratum x1 events among n1, x2 among n2; p1 and p2 are the most likely probabilities with p1/p2 = r.
            s = (x1/n1 - r x2/n2)/p2, v = [p1 (1 - p1)/n1 + r^2 p2 (1 - p2)/n2]/p2^2, w = 1/v
            """;
    private static final String ODDS = """
            In each stratum x1 events among n1, x2 among n2; p1 and p2 are the most likely probabilities with odds ratio r.
            u = n p (1 - p) of each arm, s = (x1 - n1 p1)/u1 - (x2 - n2 p2)/u2 - (p1 - p2)/(u1 + u2), v = 1/u1 + 1/u2,
            w = 1/v
            """;
    private static final String PLAIN = "Z(r) = sum w s/sqrt(sum w)\n";
    private static final String SKEWED = """
            Z(r) from sum w s/sqrt(sum w) = Z + (Z^2 - 1) k, k = sum w^3 m/(6 (sum w)^1.5)
            """;

    static final Method<StratifiedEffect> SKEWNESS_CORRECTED_DIFFERENCE = new Method<>(
            "stratified-scas",
            "stratified skewness-corrected asymptotic score interval (SCAS)",
            StratifiedEffect.of(SkewnessCorrectedDifference::of, SkewnessCorrectedDifference::test),
            """
            In each stratum d = x1/n1 - x2/n2, N = n1 + n2; p1 and p2 are the most likely probabilities with p1 - p2 = e.
            v = N/(N - 1) [p1 (1 - p1)/n1 + p2 (1 - p2)/n2], w = 1/v
            m = p1 (1 - p1)(1 - 2 p1)/n1^2 - p2 (1 - p2)(1 - 2 p2)/n2^2
            Z(e) from sum w (d - e)/sqrt(sum w) = Z + (Z^2 - 1) k, k = sum w^3 m/(6 (sum w)^1.5)
            """ + LIMITS,
            LAUD + "; Gart JJ, Nam J (1990), Biometrics 46:637-643",
            "Strata whose differences differ much: look at stratified-tdas. Its estimate is where the corrected statistic"
                    + " is 0, and is not that of Mantel and Haenszel."
                    + LEFT_OUT);

    static final Method<StratifiedEffect> T_DIFFERENCE = new Method<>(
            "stratified-tdas",
            "stratified t-distribution asymptotic score interval (TDAS), for strata that differ",
            StratifiedEffect.of(TScoreDifference::of, TScoreDifference::test),
            """
            In each of K strata s = x1/n1 - x2/n2 - e; p1 and p2 are the most likely probabilities with p1 - p2 = e.
            v = N/(N - 1) [p1 (1 - p1)/n1 + p2 (1 - p2)/n2], N = n1 + n2, u = 1/v, Q = sum u (s - sum u s/sum u)^2
            w = 1/(v + max(0, Q - (K - 1))/(sum u - sum u^2/sum u)), m = sum w s/sum w
            T(e) = m/sqrt(sum w (s - m)^2/((K - 1) sum w)); estimate = where T is 0
            limits = the outermost with |T| = t, exceeded with probability (1 - level)/2 by K - 1 degrees of freedom""",
            LAUD,
            "Few strata: with two or three of them it is very wide, and with strata that happen to be alike too narrow. It is"
                    + " about the mean of differences that vary, as a random-effects meta-analysis is."
                    + LEFT_OUT);

    static final Method<StratifiedEffect> TANG_RATIO = new Method<>(
            "stratified-score",
            "stratified score interval of the risk ratio (Tang)",
            StratifiedEffect.of(TangRatio::of, TangRatio::test),
            RATIO + PLAIN + LIMITS,
            TANG,
            "Strata whose ratios differ. It is without the factor N/(N - 1) of Miettinen and Nurminen." + LEFT_OUT);

    static final Method<StratifiedEffect> TANG_RATIO_SKEWNESS_CORRECTED = new Method<>(
            "stratified-score-skewness-corrected",
            "stratified score interval of the risk ratio (Tang), corrected for skewness",
            StratifiedEffect.of(TangRatio::skewnessCorrected, TangRatio::testSkewnessCorrected),
            RATIO + "m = [p1 (1 - p1)(1 - 2 p1)/n1^2 - r^3 p2 (1 - p2)(1 - 2 p2)/n2^2]/p2^3\n" + SKEWED + LIMITS,
            TANG + "; the correction: " + LAUD,
            "Strata whose ratios differ. It is without the factor N/(N - 1) of Miettinen and Nurminen." + LEFT_OUT);

    static final Method<StratifiedEffect> TANG_ODDS_RATIO = new Method<>(
            "stratified-score",
            "stratified score interval of the odds ratio (Tang), with Gart's correction for bias",
            StratifiedEffect.of(TangOddsRatio::of, TangOddsRatio::test),
            ODDS + PLAIN + LIMITS,
            TANG + "; the bias: Gart JJ (1985), Bulletin of the International Statistical Institute 45, book 1:175-176",
            "Strata whose odds ratios differ. It is the odds ratio within strata, as for mantel-haenszel." + LEFT_OUT);

    static final Method<StratifiedEffect> TANG_ODDS_RATIO_SKEWNESS_CORRECTED = new Method<>(
            "stratified-score-skewness-corrected",
            "stratified score interval of the odds ratio (Tang), with Gart's correction for bias, corrected for skewness",
            StratifiedEffect.of(TangOddsRatio::skewnessCorrected, TangOddsRatio::testSkewnessCorrected),
            ODDS + "m = (1 - 2 p1)/u1^2 - (1 - 2 p2)/u2^2\n" + SKEWED + LIMITS,
            TANG + "; the correction: " + LAUD,
            "Strata whose odds ratios differ. It is the odds ratio within strata, as for mantel-haenszel." + LEFT_OUT);

    private StratifiedScores() {}
}
