package org.ipstrial.catalogue.times;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.survival.adjusted.RestrictedTimeRegression;
import org.ipstrial.stats.survival.adjusted.TimesContrast;

/** The methods for restricted means with covariates. */
public final class AdjustedTimesMethods {

    /** The name of the method. */
    public static final String IPCW = "ipcw-ancova";

    /** Restricted mean of the group minus that of the reference, of people alike in covariates; on request. */
    public static final Family<TimesContrast> RMST_DIFFERENCE = new Family<>(
            Measure.RMST_DIFFERENCE,
            Family.Input.TIMES,
            0,
            List.of(new Method<>(
                    IPCW,
                    "linear model of the time within tau with covariates, weighted by one over the chance of not being censored",
                    RestrictedTimeRegression::difference,
                    "b = (sum of w x x')^-1 sum of w x y, y = min(time, tau), x: 1, the arms and the covariates,\n"
                            + "w = d / G(y), d: 1 if y is known, G: the Kaplan-Meier curve of censoring in the own arm.\n"
                            + "V = A^-1 (sum of k k') A^-1, A = sum of x x', k: w x (y - x'b) and what estimating G adds.\n"
                            + "Limits b -+ z se, z the standard normal quantile at (1 + level) / 2.",
                    "Tian L, Zhao L, Wei LJ (2014), Biostatistics 15:222-233; as R's survRM2::rmst2(covariates = )",
                    "Few left near tau, whose weights are then large: look at the numbers at risk. Censoring may hang on the"
                            + " arm, not on covariates. A tau chosen after a look at the curves.")),
            (contrast, input, level) -> {
                TimesInput times = TimesInput.of(input);
                return Evaluation.numbers(contrast.of(times.model(), 0, 1, times.asked("at"), level));
            });

    private AdjustedTimesMethods() {}
}
