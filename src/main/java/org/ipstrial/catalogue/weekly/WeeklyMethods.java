package org.ipstrial.catalogue.weekly;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.weekly.MeanWeeks;
import org.ipstrial.stats.weekly.MeanWeeksDifference;
import org.ipstrial.stats.weekly.WeeklyStates;

/** The methods for the number of weeks with something. */
public final class WeeklyMethods {

    private static final String AREA =
            "m = sum over weeks w of p_w, p_w = x_w / n_w: those with something of those observed.\n"
                    + "z_i = n sum over w of (X_iw - p_w) / n_w over the weeks in which person i was observed, n: people\n"
                    + "observed in any week. v = sum over i of z_i^2 / (n (n - 1)).\n";
    private static final String SOURCE =
            "linearised as by Woodruff RS (1971), Journal of the American Statistical Association"
                    + " 66:411-414; clustered by person: Liang KY, Zeger SL (1986), Biometrika 73:13-22";
    private static final String CAUTION =
            "With incomplete follow-up those observed in a week stand for those of the arm who"
                    + " were not: if those who leave work less, it is too large. Where everybody was observed it is";

    /** The mean number of weeks of one arm. */
    public static final Family<WeeklyMean> MEAN_WEEKS = new Family<>(
            Measure.MEAN_WEEKS,
            Family.Input.WEEKS,
            1,
            List.of(new Method<>(
                    "available-weeks",
                    "area under the weekly shares, variance by person",
                    MeanWeeks::of,
                    AREA + "Limits m -+ t sqrt(v), t the quantile of Student's t at (1 + level) / 2 with n - 1 df.",
                    SOURCE,
                    CAUTION + " the mean of the weeks of each person with its t interval.")),
            (mean, input, level) ->
                    Evaluation.numbers(mean.of(WeeklyInput.of(input).get(0), level)));

    /** That of the group minus that of the reference. */
    public static final Family<WeeklyContrast> MEAN_WEEKS_DIFFERENCE = new Family<>(
            Measure.MEAN_WEEKS_DIFFERENCE,
            Family.Input.WEEKS,
            1,
            List.of(new Method<>(
                    "available-weeks",
                    "area between the weekly shares of two arms, variances by person",
                    MeanWeeksDifference::of,
                    AREA + "d = m1 - m0; limits d -+ t sqrt(v1 + v0), t with Satterthwaite's\n"
                            + "df = (v1 + v0)^2 / (v1^2 / (n1 - 1) + v0^2 / (n0 - 1)). 1: group, 0: reference.",
                    SOURCE + "; degrees of freedom: Satterthwaite FE (1946), Biometrics Bulletin 2:110-114",
                    CAUTION + " the Welch interval of the weeks of each person.")),
            (contrast, input, level) -> {
                List<WeeklyStates> arms = WeeklyInput.of(input);
                return Evaluation.numbers(contrast.of(arms.get(0), arms.get(1), level));
            });

    private WeeklyMethods() {}
}
