package org.ipstrial.catalogue.adjusted;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.odds.FirthOddsRatio;
import org.ipstrial.stats.adjusted.odds.LogisticOddsRatio;
import org.ipstrial.stats.adjusted.odds.ProportionalOddsRatio;

/** The methods for the odds ratio of people alike in their covariates. */
final class ConditionalOddsMethods {

    static final Family<AdjustedMethod> FAMILY = AdjustedEffects.family(
            Measure.CONDITIONAL_ODDS_RATIO,
            1,
            List.of(
                    new Method<>(
                            "logistic",
                            "Odds ratio by logistic regression with profile-likelihood limits",
                            LogisticOddsRatio::of,
                            """
                            logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., by maximum likelihood over all arms;
                            l the largest log-likelihood, l(o) the largest with the odds ratio exp(t(g) - t(r)) held at o;
                            z is the standard normal value exceeded with probability (1 - level)/2.
                            limits = the o with 2 (l - l(o)) = z^2""",
                            "Cox DR (1958), Journal of the Royal Statistical Society, Series B 20:215-242; limits:"
                                    + " Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94",
                            "It grows with every covariate that tells of the outcome, even in a perfect trial: it is not"
                                    + " the odds ratio of the arms as a whole. Where covariates or arms tell the"
                                    + " outcomes apart without fault there is none; take firth."),
                    new Method<>(
                            "firth",
                            "Odds ratio by Firth's penalised likelihood with penalised-likelihood limits",
                            FirthOddsRatio::of,
                            """
                            logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ...; m = log-likelihood + log det I/2, I the
                            information matrix, at its largest over all arms, m(o) the largest with exp(t(g) - t(r)) held at o;
                            z is the standard normal value exceeded with probability (1 - level)/2.
                            limits = the o with 2 (m - m(o)) = z^2""",
                            "Firth D (1993), Biometrika 80:27-38; Heinze G, Schemper M (2002), Statistics in Medicine"
                                    + " 21:2409-2419",
                            "Draws fitted shares towards one half. Programs agree in the ratio and its limits; their"
                                    + " Wald standard errors and p-values differ, and are not given here.")));

    /** For levels with an order, and amounts; on request. */
    static final Family<AdjustedMethod> ORDINAL = AdjustedEffects.family(
            Measure.CONDITIONAL_ODDS_RATIO,
            Family.Input.ADJUSTED,
            0,
            1,
            List.of(new Method<>(
                    "proportional-odds",
                    "Odds ratio of being above any level by the proportional-odds model",
                    ProportionalOddsRatio::of,
                    """
                            logit P(above level j) = t(arm) + c(1) x(1) + c(2) x(2) + ... - a(j), by maximum likelihood over all
                            arms, each distinct value a level; V the inverse observed information; z is the standard normal value
                            exceeded with probability (1 - level)/2.
                            limits = exp(d +- z sqrt(that of d in V)), d = t(g) - t(r)""",
                    "McCullagh P (1980), Journal of the Royal Statistical Society, Series B 42:109-142; amounts:"
                            + " Liu Q, Shepherd BE, Li C, Harrell FE (2017), Statistics in Medicine 36:4316-4335",
                    "A treatment that moves people out of 0 but not further up, or the other way round: no one"
                            + " ratio serves all levels then. It says nothing of means.")));

    private ConditionalOddsMethods() {}
}
