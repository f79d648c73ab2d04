package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.location.AverageVarianceDifference;
import org.ipstrial.stats.location.CohenDifference;
import org.ipstrial.stats.location.HedgesDifference;
import org.ipstrial.stats.location.TwoSampleEffect;

/** The methods for a difference of means in standard deviations. */
final class StandardisedMethods {

    private static final String STANDARDISED_ERROR = "se = sqrt((n1 + n0) / (n1 n0) + d^2 / (2 (n1 + n0))); limits "
            + "d -+ z se, z the normal quantile at (1 + level) / 2. m, s, n: mean, standard deviation (n - 1) and size of "
            + "the group (1) and the reference (0).";
    private static final String STANDARDISED_ERROR_SOURCE = "standard error: Hedges LV, Olkin I (1985), Statistical "
            + "Methods for Meta-Analysis, Academic Press, chapter 5.";

    /** Difference of means in standard deviations. */
    static final Family<TwoSampleEffect> FAMILY = new Family<>(
            Measure.STANDARDISED_MEAN_DIFFERENCE,
            Family.Input.AMOUNT,
            0,
            List.of(
                    new Method<>(
                            "average-variance",
                            "over the root of the mean of both variances, as in baseline tables",
                            TwoSampleEffect.of(AverageVarianceDifference::of, AverageVarianceDifference::test),
                            "d = (m1 - m0) / sqrt((s1^2 + s0^2) / 2); " + STANDARDISED_ERROR,
                            "Austin PC (2009), Balance diagnostics for comparing the distribution of baseline "
                                    + "covariates between treatment groups in propensity-score matched samples, "
                                    + "Statistics in Medicine 28:3083-3107; " + STANDARDISED_ERROR_SOURCE,
                            "An outcome whose unit people know: hours say more than standard deviations. Skewed "
                                    + "amounts with many zeros, whose standard deviation hangs on a few. Programs that "
                                    + "divide the variance by n and not n - 1 give a larger number."),
                    new Method<>(
                            "cohen",
                            "Cohen's d, over the pooled standard deviation",
                            TwoSampleEffect.of(CohenDifference::of, CohenDifference::test),
                            "d = (m1 - m0) / s, s^2 = ((n1 - 1) s1^2 + (n0 - 1) s0^2) / (n1 + n0 - 2); "
                                    + STANDARDISED_ERROR,
                            "Cohen J (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition, "
                                    + "Erlbaum, chapter 2; " + STANDARDISED_ERROR_SOURCE,
                            "Small arms, where it is too far from 0 (hedges mends that), and arms of unequal size and "
                                    + "spread, where the larger one's spread settles the unit. Skewed amounts with "
                                    + "many zeros. Programs that use the noncentral t distribution give slightly other "
                                    + "limits."),
                    new Method<>(
                            "hedges",
                            "Hedges' g, over the pooled standard deviation, corrected for small arms",
                            TwoSampleEffect.of(HedgesDifference::of, HedgesDifference::test),
                            "g = J d, d as cohen, J = Gamma(f / 2) / (sqrt(f / 2) Gamma((f - 1) / 2)), f = n1 + n0 - 2, "
                                    + "the exact factor and not 1 - 3 / (4 f - 1); with g for d: " + STANDARDISED_ERROR,
                            "Hedges LV (1981), Distribution theory for Glass's estimator of effect size and related "
                                    + "estimators, Journal of Educational Statistics 6:107-128; "
                                    + STANDARDISED_ERROR_SOURCE,
                            "Arms of unequal size and spread, where the larger one's spread settles the unit. Skewed "
                                    + "amounts with many zeros.")),
            AmountEvaluation::effect);

    private StandardisedMethods() {}
}
