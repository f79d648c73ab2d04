package org.ipstrial.catalogue.times;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.competing.IncidenceReading;
import org.ipstrial.stats.survival.curve.CurveContrast;
import org.ipstrial.stats.survival.curve.CurveCount;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.CurveReading;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.RestrictedTime;
import org.ipstrial.stats.survival.curve.SurvivalAt;
import org.ipstrial.stats.survival.curve.SurvivalQuantile;
import org.ipstrial.stats.survival.hazards.HazardMethod;

/** The methods for a time to an event, in one arm and in two; the tests are {@link TimesTests}. */
public final class TimesMethods {

    /** The name of the method that counts and reads off the curve. */
    public static final String KAPLAN_MEIER = "kaplan-meier";

    private static final String CURVE =
            "S(t) = product of (n_i - d_i) / n_i over times of events t_i <= t; G(t) = sum of\n"
                    + "d_i / (n_i (n_i - d_i)). d_i: events at t_i, n_i: people at risk just before it.\n";
    private static final String KAPLAN_AND_MEIER =
            "Kaplan EL, Meier P (1958), Journal of the American Statistical Association 53:457-481";
    private static final String COMPETING =
            " Where another end, such as death, makes the event impossible, 1 - S is nobody's probability of the event:"
                    + " use cumulative-incidence.";
    private static final String AREA = CURVE
            + "m = integral of S from 0 to tau; A_i = integral of S from t_i to tau;\n"
            + "v = sum of A_i^2 d_i / (n_i (n_i - d_i)) over t_i <= tau.\n";
    private static final String UNO = "Uno H et al. (2014), Journal of Clinical Oncology 32:2380-2385; Tian L, Zhao L,"
            + " Wei LJ (2014), Biostatistics 15:222-233";
    private static final String TAU =
            "A tau chosen after a look at the curves; a tau near the end of follow-up, where few"
                    + " are left. Not given beyond an arm's last time, unless everybody had the event.";

    /** The share that has not had the event by a time. */
    public static final Family<CurveReading> SURVIVAL = oneArm(
            Measure.SURVIVAL,
            new Method<>(
                    KAPLAN_MEIER,
                    "Kaplan-Meier curve, Greenwood's variance, log-log limits",
                    (curve, time, level) -> SurvivalAt.of(curve, time, level, CurveLimits.LOG_LOG),
                    CURVE
                            + "Standard error S sqrt(G); limits S^exp(-+ z sqrt(G) / log S), z the standard normal quantile\n"
                            + "at (1 + level) / 2. Events at t itself have happened.",
                    KAPLAN_AND_MEIER
                            + "; limits: Kalbfleisch JD, Prentice RL (1980), The Statistical Analysis of Failure"
                            + " Time Data, Wiley, section 1.3",
                    "Censoring that tells of the event: people who leave because they found work, or because they gave up"
                            + " looking." + COMPETING + " R's survfit has limits on the scale log unless told"
                            + " conf.type = \"log-log\"."));

    /** The time by which half have had the event. */
    public static final Family<CurveReading> MEDIAN_TIME = oneArm(
            Measure.MEDIAN_TIME,
            new Method<>(
                    KAPLAN_MEIER,
                    "Kaplan-Meier median, limits of Brookmeyer and Crowley by log-log limits of the curve",
                    (curve, time, level) -> SurvivalQuantile.median(curve, level, CurveLimits.LOG_LOG),
                    "The first time at which S < 1/2; where S is exactly 1/2 from one time of events to the next, the\n"
                            + "middle of the two; where it stays there to the end, the time at which it gets there. Limits:\n"
                            + "the first times at which the lower and the upper log-log limit of S are at most 1/2.",
                    "Brookmeyer R, Crowley J (1982), Biometrics 38:29-41",
                    "Where fewer than half have had the event there is none. Whether S is exactly 1/2 is decided in whole"
                            + " numbers. R and SAS take the middle too; some programs take the first time."));

    /** How many are still at risk at a time. */
    public static final Family<CurveCount> AT_RISK = new Family<>(
            Measure.AT_RISK,
            Family.Input.TIMES,
            1,
            List.of(new Method<>(
                    KAPLAN_MEIER,
                    "people at risk, as counted under a Kaplan-Meier curve",
                    KaplanMeier::atRiskAt,
                    "n(t) = number of people whose time is t or later, and whose entry, where people enter late, is before t.",
                    KAPLAN_AND_MEIER,
                    "A count, not an estimate: it falls by events and by censoring alike.")),
            (count, input, level) -> {
                TimesInput times = TimesInput.of(input);
                KaplanMeier curve = KaplanMeier.of(times.times().table(), 0);
                return Map.of(Statistic.ESTIMATE, Quantity.of(count.of(curve, times.asked("at"))));
            });

    /** Mean time without the event within tau. */
    public static final Family<CurveReading> RMST = oneArm(
            Measure.RMST,
            new Method<>(
                    "",
                    "restricted mean time without the event",
                    RestrictedTime.FREE::of,
                    AREA + "Limits m -+ z sqrt(v).",
                    UNO,
                    TAU + " For a time to a job it is time without work: rmtl is the gain."));

    /** Mean time after the event within tau. */
    public static final Family<CurveReading> RMTL = oneArm(
            Measure.RMTL,
            new Method<>(
                    "",
                    "restricted mean time lost: after the event",
                    RestrictedTime.LOST::of,
                    AREA + "Limits tau - m -+ z sqrt(v).",
                    UNO,
                    TAU + " After a first job it counts all time, in work or not."));

    /** Restricted mean of the group minus that of the reference. */
    public static final Family<CurveContrast> RMST_DIFFERENCE =
            difference(Measure.RMST_DIFFERENCE, RestrictedTime.FREE);

    /** Restricted mean of the group over that of the reference. */
    public static final Family<CurveContrast> RMST_RATIO = ratio(Measure.RMST_RATIO, RestrictedTime.FREE);

    /** Time lost in the group minus that in the reference. */
    public static final Family<CurveContrast> RMTL_DIFFERENCE =
            difference(Measure.RMTL_DIFFERENCE, RestrictedTime.LOST);

    /** Time lost in the group over that in the reference. */
    public static final Family<CurveContrast> RMTL_RATIO = ratio(Measure.RMTL_RATIO, RestrictedTime.LOST);

    /** Hazard in the group over that in the reference. */
    public static final Family<HazardMethod> HAZARD_RATIO = HazardMethods.FAMILY;

    /** The share that has had the event of one cause by a time. */
    public static final Family<IncidenceReading> CUMULATIVE_INCIDENCE = new Family<>(
            Measure.CUMULATIVE_INCIDENCE,
            Family.Input.TIMES,
            1,
            List.of(new Method<>(
                    "aalen-johansen",
                    "Aalen-Johansen estimate, delta-method variance, log-log limits",
                    AalenJohansen::at,
                    "F(t) = sum of S(t_(i-1)) c_i / n_i over t_i <= t, S the Kaplan-Meier curve of any cause.\n"
                            + "v = sum of (F(t) - F(t_i))^2 d_i / (n_i (n_i - d_i)) + S(t_(i-1))^2 c_i (n_i - c_i) / n_i^3\n"
                            + "- 2 (F(t) - F(t_i)) S(t_(i-1)) c_i / n_i^2. Limits F^exp(-+ z sqrt(v) / (F log F)).\n"
                            + "c_i: events of the cause at t_i, d_i: of any cause, n_i: people at risk.",
                    "Aalen OO, Johansen S (1978), Scandinavian Journal of Statistics 5:141-150; variance: Marubini E,"
                            + " Valsecchi MG (1995), Analysing Survival Data from Clinical Trials and Observational"
                            + " Studies, Wiley, equation 10.12",
                    "Questions about what drives the cause: an arm can have less of one cause because it has more of the"
                            + " other. With one cause it is 1 - S with Greenwood's variance. R's cmprsk takes Aalen's"
                            + " variance and survival the infinitesimal jackknife; they differ a little.")),
            (reading, input, level) -> {
                TimesInput times = TimesInput.of(input);
                int cause = (int) times.asked("cause");
                return Evaluation.numbers(
                        reading.of(AalenJohansen.of(times.times().table(), 0, cause), times.asked("at"), level));
            });

    private TimesMethods() {}

    private static Family<CurveReading> oneArm(Measure measure, Method<CurveReading> method) {
        return new Family<>(measure, Family.Input.TIMES, 1, List.of(method), (reading, input, level) -> {
            TimesInput times = TimesInput.of(input);
            double time = measure == Measure.MEDIAN_TIME ? 0 : times.asked("at");
            return Evaluation.numbers(reading.of(KaplanMeier.of(times.times().table(), 0), time, level));
        });
    }

    private static Family<CurveContrast> twoArms(Measure measure, Method<CurveContrast> method) {
        return new Family<>(measure, Family.Input.TIMES, 1, List.of(method), (contrast, input, level) -> {
            TimesInput times = TimesInput.of(input);
            return Evaluation.numbers(contrast.of(
                    KaplanMeier.of(times.times().table(), 0),
                    KaplanMeier.of(times.times().table(), 1),
                    times.asked("at"),
                    level));
        });
    }

    private static Family<CurveContrast> difference(Measure measure, RestrictedTime time) {
        return twoArms(
                measure,
                new Method<>(
                        "",
                        "difference of restricted means, normal limits",
                        time::difference,
                        AREA + "d = m1 - m0 (of the time lost m0 - m1); limits d -+ z sqrt(v1 + v0).\n"
                                + "1: group, 0: reference; z: standard normal quantile at (1 + level) / 2.",
                        UNO,
                        TAU));
    }

    private static Family<CurveContrast> ratio(Measure measure, RestrictedTime time) {
        return twoArms(
                measure,
                new Method<>(
                        "",
                        "ratio of restricted means, limits on the logarithmic scale",
                        time::ratio,
                        AREA + "r = m1 / m0, of the time lost with tau - m in the place of m; limits\n"
                                + "r exp(-+ z sqrt(v1 / m1^2 + v0 / m0^2)). 1: group, 0: reference.",
                        UNO,
                        TAU));
    }
}
