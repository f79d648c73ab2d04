package org.ipstrial.catalogue.subgroups;

import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.interaction.adjusted.LevelsMethod;
import org.ipstrial.stats.interaction.adjusted.LinearLevels;
import org.ipstrial.stats.interaction.adjusted.LogisticLevels;
import org.ipstrial.stats.interaction.adjusted.StandardisedLevels;

/**
 * The models of effects at the levels of a column with covariates, by the scale of the effect: one model over all arms and
 * levels gives the effect at each level and the test that they are the same.
 */
public final class AdjustedInteractionMethods {

    private static final String LOGIT =
            "logit P(event) = a(level, arm) + c(1) x(1) + c(2) x(2) + ..., one fit over all arms and levels, K of these.\n";
    private static final String STANDARDISED = LOGIT
            + "p(t) = mean over the people of a level of the probability, were they in arm t; v(t, s) the covariances of\n"
            + "standardisation-ye among them.\n";
    private static final String Q =
            "statistic = sum w (d - m)^2 with K - 1 degrees of freedom, m = sum w d / sum w, w = 1/v";
    private static final String YE = "Ye T, Bannick M, Yi Y, Shao J (2023), Statistical Theory and Related Fields"
            + " 7:159-163; Cochran WG (1954), Biometrics 10:101-129";
    private static final String FEW =
            " That it does not reject is no proof that the effect is the same: the test has far"
                    + " less power than that of the effect itself.";
    private static final String RARE = "Few people or rare events in a level: the variances are then too small and too"
            + " uncertain to weigh by. ";
    private static final String SILENT = "Levels without events, or with events only, add nothing.";

    /** That the standardised risk difference is the same. */
    public static final Family<LevelsMethod> RISK_DIFFERENCE = family(
            Measure.RISK_DIFFERENCE,
            Input.ADJUSTED_SUBGROUPS_BINARY,
            new Method<>(
                    "cochran-q",
                    "Cochran's Q test that the standardised risk difference is the same in all subgroups",
                    StandardisedLevels::ofDifferences,
                    STANDARDISED + "d = p(g) - p(r), v = v(g, g) + v(r, r) - 2 v(g, r)\n" + Q,
                    YE,
                    RARE + SILENT + FEW));

    /** That the standardised risk ratio is the same. */
    public static final Family<LevelsMethod> RISK_RATIO = family(
            Measure.RISK_RATIO,
            Input.ADJUSTED_SUBGROUPS_BINARY,
            new Method<>(
                    "cochran-q-log",
                    "Cochran's Q test that the logarithm of the standardised risk ratio is the same in all subgroups",
                    StandardisedLevels::ofRatios,
                    STANDARDISED
                            + "d = log p(g) - log p(r), v = v(g, g)/p(g)^2 + v(r, r)/p(r)^2 - 2 v(g, r)/(p(g) p(r))\n"
                            + Q,
                    YE,
                    RARE + "A level of which an arm has no events leaves no test. " + SILENT + FEW));

    /** That the odds ratio of people alike in their covariates is the same. */
    public static final Family<LevelsMethod> ODDS_RATIO = family(
            Measure.ODDS_RATIO,
            Input.ADJUSTED_SUBGROUPS_BINARY,
            new Method<>(
                    "logistic-likelihood-ratio",
                    "Likelihood-ratio test of the product of arm and column in a logistic regression with covariates",
                    LogisticLevels::of,
                    LOGIT
                            + "statistic = 2 (l - l0) with K - 1 degrees of freedom, l the largest log-likelihood, l0 that with"
                            + " one\na(level, g) - a(level, r) at all levels",
                    "Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; limits of the effects: Venzon DJ,"
                            + " Moolgavkar SH (1988), Applied Statistics 37:87-94",
                    "A question about odds ratios of people alike in their covariates, which may be alike where differences"
                            + " are not. " + SILENT + FEW));

    /** That the difference of means is the same. */
    public static final Family<LevelsMethod> MEAN_DIFFERENCE = family(
            Measure.MEAN_DIFFERENCE,
            Input.ADJUSTED_SUBGROUPS_AMOUNT,
            new Method<>(
                    "linear-wald",
                    "Wald test of the product of arm and column in a linear regression with covariates, variances by HC3",
                    LinearLevels::of,
                    "y = a(level, arm) + c(1) x(1) + c(2) x(2) + ... + residual, by least squares over all arms and levels,"
                            + " variances\nby HC3; df = people - coefficients; K levels.\nd(level) = a(level, g) - a(level, r),"
                            + " b its differences from that of the first level, W their covariance\nstatistic = b' W^-1 b / (K"
                            + " - 1) with K - 1 and df degrees of freedom",
                    "MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; Long JS, Ervin LH (2000),"
                            + " The American Statistician 54:217-224",
                    "Levels of a few people. Those with one person in an arm, or one amount throughout, add nothing."
                            + FEW));

    private AdjustedInteractionMethods() {}

    private static Family<LevelsMethod> family(Measure scale, Input input, Method<LevelsMethod> method) {
        return new Family<>(
                Measure.INTERACTION_TEST, input, 1, List.of(method), LevelsInput::numbers, Optional.of(scale));
    }
}
