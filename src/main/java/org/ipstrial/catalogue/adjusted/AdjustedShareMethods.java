package org.ipstrial.catalogue.adjusted;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.ratio.LogBinomialRatio;
import org.ipstrial.stats.adjusted.ratio.ModifiedPoisson;
import org.ipstrial.stats.adjusted.standardised.DeltaHc0RiskDifference;
import org.ipstrial.stats.adjusted.standardised.DeltaModelRiskDifference;
import org.ipstrial.stats.adjusted.standardised.YeOddsRatio;
import org.ipstrial.stats.adjusted.standardised.YeRiskDifference;
import org.ipstrial.stats.adjusted.standardised.YeRiskRatio;
import org.ipstrial.stats.adjusted.standardised.YeStratifiedRiskDifference;

/** The methods that compare shares with covariates in the model. */
final class AdjustedShareMethods {

    private static final String MODEL = """
            logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., one fit over all arms; p(t) = mean over
            everybody of the probability, were they in arm t; z is the standard normal value exceeded with
            probability (1 - level)/2.
            """;
    private static final String YE_COVARIANCE = """
            n v(t, t) = var_t(y - m(t))/f(t) + 2 cov_t(y, m(t)) - var(m(t)),
            n v(t, s) = cov_t(y, m(s)) + cov_s(y, m(t)) - cov(m(t), m(s)): m(t) the probabilities, f(t) the share of
            people in arm t, n people; var_t and cov_t of that arm's people, var and cov of everybody (n - 1)
            """;
    private static final String YE = "Ye T, Bannick M, Yi Y, Shao J (2023), Robust variance estimation for"
            + " covariate-adjusted unconditional treatment effect in randomized clinical trials with binary outcomes,"
            + " Statistical Theory and Related Fields 7:159-163";
    private static final String GE =
            "Ge M, Durham LK, Meyer RD, Xie W, Thomas N (2011), Drug Information Journal" + " 45:481-493";
    private static final String SEPARATION =
            " Where covariates or arms tell the outcomes apart without fault there is" + " no fit, and they are named.";

    static final Family<AdjustedMethod> RISK_DIFFERENCE = AdjustedEffects.family(
            Measure.RISK_DIFFERENCE,
            0,
            List.of(
                    new Method<>(
                            "standardisation-ye",
                            "Standardised risk difference with the robust variance of Ye and others",
                            YeRiskDifference::of,
                            MODEL + YE_COVARIANCE
                                    + "limits = d +- z sqrt(v(g, g) + v(r, r) - 2 v(g, r)), d = p(g) - p(r)",
                            YE,
                            "Holds for a wrong model as well. For arms drawn for each person by themselves; after"
                                    + " blocks within strata it is too wide by a little, and"
                                    + " standardisation-ye-stratified is not. Programs that build var_t(y - m) out of"
                                    + " its parts, with var(m) of everybody, differ in the third digit."
                                    + SEPARATION),
                    new Method<>(
                            "standardisation-delta-hc0",
                            "Standardised risk difference, sandwich variance (HC0) by the delta method",
                            DeltaHc0RiskDifference::of,
                            MODEL + """
                                    g(t) = mean over everybody of m(t) (1 - m(t)) x(t), m(t) their probability and x(t) their row in arm
                                    t; B the inverse information; V = B (sum of (y - m)^2 x x') B
                                    limits = d +- z sqrt((g(g) - g(r))' V (g(g) - g(r))), d = p(g) - p(r)""",
                            GE,
                            "Takes the covariates as given: for people like those of the trial it claims a little"
                                    + " more certainty than there is." + SEPARATION),
                    new Method<>(
                            "standardisation-delta-model",
                            "Standardised risk difference, the model's variance by the delta method",
                            DeltaModelRiskDifference::of,
                            MODEL + """
                                    g(t) = mean over everybody of m(t) (1 - m(t)) x(t), m(t) their probability and x(t) their row in arm
                                    t; V the inverse information
                                    limits = d +- z sqrt((g(g) - g(r))' V (g(g) - g(r))), d = p(g) - p(r)""",
                            GE,
                            "Needs the logistic model to be right, and takes the covariates as given. What margins of"
                                    + " Stata and SAS print unless told otherwise." + SEPARATION)));

    static final Family<AdjustedMethod> RISK_DIFFERENCE_IN_STRATA = AdjustedEffects.family(
            Measure.RISK_DIFFERENCE,
            Family.Input.ADJUSTED_IN_STRATA,
            1,
            0,
            List.of(new Method<>(
                    "standardisation-ye-stratified",
                    "Standardised risk difference with the robust variance for arms balanced within strata",
                    YeStratifiedRiskDifference::of,
                    MODEL + YE_COVARIANCE + """
                                less the mean over people of r(t) r(s) ([t = s] f(t) - f(t) f(s)), r(t) the mean of y - m(t)
                                of the arm's people in a stratum, over f(t)
                                limits = d +- z sqrt(v(g, g) + v(r, r) - 2 v(g, r)), d = p(g) - p(r)""",
                    YE + "; strata: Ye T, Shao J, Yi Y, Zhao Q (2023), Journal of the American Statistical"
                            + " Association 118:2370-2382, equation 18",
                    "Only where arms were balanced within the strata, by permuted blocks or the like. Without"
                            + " strata it is standardisation-ye. Strata of a few people each, whose means say"
                            + " little." + SEPARATION)));

    static final Family<AdjustedMethod> RISK_RATIO = AdjustedEffects.family(
            Measure.RISK_RATIO,
            1,
            List.of(
                    new Method<>(
                            "standardisation-ye",
                            "Standardised risk ratio with the robust variance of Ye and others",
                            YeRiskRatio::of,
                            MODEL + YE_COVARIANCE
                                    + "limits = p(g)/p(r) exp(+- z sqrt(v(g, g)/p(g)^2 + v(r, r)/p(r)^2 - 2 v(g, r)/(p(g) p(r))))",
                            YE,
                            "Small arms with few events, where the logarithm of a share is far from normal."
                                    + SEPARATION),
                    new Method<>(
                            "modified-poisson",
                            "Risk ratio by Poisson regression with a sandwich variance (HC0)",
                            ModifiedPoisson::of,
                            """
                            log P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted as if Poisson over all arms; B the
                            inverse information, m the fitted shares; V = B (sum of (y - m)^2 x x') B; z is the standard normal
                            value exceeded with probability (1 - level)/2.
                            limits = exp(d +- z sqrt(that of d in V)), d = t(g) - t(r)""",
                            "Zou G (2004), American Journal of Epidemiology 159:702-706",
                            "It takes one risk ratio for everybody, which common events make impossible for some; fitted"
                                    + " shares above 1 are then no fault of the program. Fewer than about 50 people in"
                                    + " an arm: HC0 is too small. An arm without events has no ratio, and is named."),
                    new Method<>(
                            "log-binomial",
                            "Risk ratio by log-binomial regression",
                            LogBinomialRatio::of,
                            """
                            log P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., all below 0, by maximum likelihood over all
                            arms; V the inverse expected information; z is the standard normal value exceeded with probability
                            (1 - level)/2.
                            limits = exp(d +- z sqrt(that of d in V)), d = t(g) - t(r)""",
                            "Wacholder S (1986), American Journal of Epidemiology 123:174-184",
                            "Often the best fit gives somebody a probability of 1; there are no limits then, and other"
                                    + " programs do not converge or say nothing. Take modified-poisson or"
                                    + " standardisation-ye.")));

    static final Family<AdjustedMethod> ODDS_RATIO = AdjustedEffects.family(
            Measure.ODDS_RATIO,
            1,
            List.of(new Method<>(
                    "standardisation-ye",
                    "Marginal odds ratio of standardised shares with the robust variance of Ye and others",
                    YeOddsRatio::of,
                    MODEL + YE_COVARIANCE + """
                            w(t) = 1/(p(t) (1 - p(t)))
                            limits = OR exp(+- z sqrt(w(g)^2 v(g, g) + w(r)^2 v(r, r) - 2 w(g) w(r) v(g, r)))""",
                    YE,
                    "It is of the people as a whole, and nearer to 1 than the conditional odds ratio of a logistic"
                            + " regression: neither may be compared with the other." + SEPARATION)));

    private AdjustedShareMethods() {}
}
