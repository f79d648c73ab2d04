package org.ipstrial.catalogue.studies;

import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.stratified.MantelHaenszelDifference;
import org.ipstrial.stats.contingency.stratified.MantelHaenszelOddsRatio;
import org.ipstrial.stats.contingency.stratified.MantelHaenszelRatio;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.counts.PetoOddsRatio;

/** The ways to pool counts without a variance for each study, on the scale that people read. */
public final class CountPoolingMethods {

    /** A way to pool counts. */
    @FunctionalInterface
    public interface CountPooling {

        /** The pooled effect: a ratio as such, not its logarithm. */
        Estimate of(StratifiedTables studies, double level);
    }

    private static final String ZERO =
            " Studies without events add nothing, and empty cells need nothing added. It takes one effect for all studies.";

    /** Risk differences. */
    public static final Family<CountPooling> RISK_DIFFERENCE = family(
            Measure.RISK_DIFFERENCE,
            List.of(new Method<>(
                    "mantel-haenszel",
                    "Mantel-Haenszel risk difference over studies with Sato's variance",
                    MantelHaenszelDifference::of,
                    """
                    In each study x1 of n1, x2 of n2, N = n1 + n2; z the standard normal value, v Sato's variance
                    RD = sum (x1 n2 - x2 n1)/N / sum n1 n2/N; limits = RD +- z sqrt(v)""",
                    "Sato T, Greenland S, Robins JM (1989), Biometrics 45:1323-1324",
                    "Studies whose differences differ." + ZERO)));

    /** Risk ratios. */
    public static final Family<CountPooling> RISK_RATIO = family(
            Measure.RISK_RATIO,
            List.of(new Method<>(
                    "mantel-haenszel",
                    "Mantel-Haenszel risk ratio over studies with the Greenland-Robins variance",
                    MantelHaenszelRatio::of,
                    """
                    In each study x1 of n1, x2 of n2, N = n1 + n2, m = x1 + x2; R = sum x1 n2/N, S = sum x2 n1/N
                    RR = R/S; limits = RR exp(+- z sqrt(v)), v = sum (n1 n2 m/N^2 - x1 x2/N) / (R S)""",
                    "Greenland S, Robins JM (1985), Biometrics 41:55-68",
                    "Studies whose ratios differ." + ZERO)));

    /** Odds ratios. */
    public static final Family<CountPooling> ODDS_RATIO = family(
            Measure.ODDS_RATIO,
            List.of(
                    new Method<>(
                            "mantel-haenszel",
                            "Mantel-Haenszel odds ratio over studies with the Robins-Breslow-Greenland variance",
                            MantelHaenszelOddsRatio::of,
                            """
                            In each study x events, y others (1 group, 2 reference) among N; R = x1 y2/N, S = x2 y1/N
                            OR = sum R/sum S; limits = OR exp(+- z sqrt(v)), v as of the stratified odds ratio""",
                            "Mantel N, Haenszel W (1959), Journal of the National Cancer Institute 22:719-748; Robins J,"
                                    + " Breslow N, Greenland S (1986), Biometrics 42:311-323",
                            "Studies whose odds ratios differ." + ZERO),
                    new Method<>(
                            "peto",
                            "Peto's one-step odds ratio",
                            CountPoolingMethods::peto,
                            """
                            In each study x of n1 in the group, n2 in the reference, m events and N people in both
                            O - E = x - n1 m/N, V = n1 n2 m (N - m)/(N^2 (N - 1))
                            OR = exp(sum (O - E)/sum V); limits = OR exp(+- z/sqrt(sum V))""",
                            "Yusuf S, Peto R, Lewis J, Collins R, Sleight P (1985), Progress in Cardiovascular Diseases"
                                    + " 27:335-371",
                            "Frequent events, strong effects, or arms of very different size: it lies too near 1."
                                    + ZERO)));

    private CountPoolingMethods() {}

    private static Family<CountPooling> family(Measure measure, List<Method<CountPooling>> methods) {
        return new Family<>(
                measure,
                Family.Input.STUDIES,
                0,
                methods,
                (function, input, level) -> Evaluation.numbers(function.of(StudiesInput.tables(input), level)));
    }

    private static Estimate peto(StratifiedTables studies, double level) {
        Estimate log = PetoOddsRatio.of(studies, level).effect();
        return new Estimate(
                exponential(log.estimate()), Optional.empty(), exponential(log.lower()), exponential(log.upper()));
    }

    private static Quantity exponential(Quantity log) {
        return log.ifEstimated().isPresent()
                ? Quantity.of(StrictMath.exp(log.ifEstimated().getAsDouble()))
                : log;
    }
}
