package org.ipstrial.catalogue.subgroups;

import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.moderation.LinearModeration;
import org.ipstrial.stats.moderation.LogBinomialModeration;
import org.ipstrial.stats.moderation.LogisticModeration;
import org.ipstrial.stats.moderation.ModerationMethod;

/**
 * The models of an effect that changes along an amount, by the scale of the effect: each gives the test of the interaction,
 * the effect at values of the amount, and how much it changes with each unit.
 */
public final class ModerationMethods {

    private static final String PEOPLE =
            "g 1 in the group and 0 in the reference, x the amount, over the people of both arms; covariates, each with a"
                    + "\ncoefficient and a degree of freedom, behind the product. ";
    private static final String LINEAR =
            "y = a + b g + c x + d g x + residual, by least squares, variances by HC3; N people.\n"
                    + "effect at x0 = b + d x0, slope = d, limits by Student's t with N - 4 degrees of freedom\n"
                    + "statistic = (d / se)^2 with 1 and N - 4 degrees of freedom";
    private static final String LIKELIHOOD = ", by maximum likelihood.\neffect at x0 = exp(b + d x0), slope = exp(d), ";
    private static final String TEST =
            "\nstatistic = 2 (l - l0) with 1 degree of freedom, l and l0 the log-likelihoods with"
                    + " the product and without";
    private static final String HC3 =
            "MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; Long JS, Ervin LH"
                    + " (2000), The American Statistician 54:217-224";
    private static final String WILKS = "Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; ";
    private static final String LINE =
            " The effect is taken to change along a straight line%s: it may rise and fall in truth.";
    private static final String FEW =
            " That it does not reject is no proof that the effect is the same: the test has far less power than that of"
                    + " the effect itself.";

    /** How the risk difference changes. */
    public static final Family<ModerationMethod> RISK_DIFFERENCE = family(
            Measure.RISK_DIFFERENCE,
            Input.MODERATED_BINARY,
            new Method<>(
                    "linear-wald",
                    "Wald test of the product of arm and column in a linear model of the share, variances by HC3",
                    LinearModeration::of,
                    PEOPLE + "y 1 with the event and 0 without.\n" + LINEAR,
                    HC3 + "; Cheung YB (2007), American Journal of Epidemiology 166:1337-1344",
                    "Few people, or shares close to 0% or 100% along part of the amount: the line may leave them."
                            + String.format(LINE, "") + FEW));

    /** How the risk ratio changes. */
    public static final Family<ModerationMethod> RISK_RATIO = family(
            Measure.RISK_RATIO,
            Input.MODERATED_BINARY,
            new Method<>(
                    "log-binomial-likelihood-ratio",
                    "Likelihood-ratio test of the product of arm and column in a log-binomial regression",
                    LogBinomialModeration::of,
                    PEOPLE + "\nlog P(event) = a + b g + c x + d g x" + LIKELIHOOD + "limits by Wald" + TEST,
                    WILKS + "Wacholder S (1986), American Journal of Epidemiology 123:174-184",
                    "Where almost everybody has the event: the best fit may give somebody a share of 1, and then there is"
                            + " no test." + String.format(LINE, " on the scale of logarithms") + FEW));

    /** How the odds ratio changes. */
    public static final Family<ModerationMethod> ODDS_RATIO = family(
            Measure.ODDS_RATIO,
            Input.MODERATED_BINARY,
            new Method<>(
                    "logistic-likelihood-ratio",
                    "Likelihood-ratio test of the product of arm and column in a logistic regression",
                    LogisticModeration::of,
                    PEOPLE + "\nlogit P(event) = a + b g + c x + d g x" + LIKELIHOOD + "limits by profile likelihood"
                            + TEST,
                    WILKS + "Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94",
                    "A question about differences: odds ratios may be alike where differences are not."
                            + String.format(LINE, " on the scale of logarithms") + FEW));

    /** How the difference of means changes. */
    public static final Family<ModerationMethod> MEAN_DIFFERENCE = family(
            Measure.MEAN_DIFFERENCE,
            Input.MODERATED_AMOUNT,
            new Method<>(
                    "linear-wald",
                    "Wald test of the product of arm and column in a linear regression, variances by HC3",
                    LinearModeration::of,
                    PEOPLE + "\n" + LINEAR,
                    HC3,
                    "Few people, or a few with amounts far from all others, who draw the line to themselves."
                            + String.format(LINE, "") + FEW));

    private ModerationMethods() {}

    private static Family<ModerationMethod> family(Measure scale, Input input, Method<ModerationMethod> method) {
        return new Family<>(
                Measure.INTERACTION_TEST, input, 1, List.of(method), ModeratedInput::numbers, Optional.of(scale));
    }
}
