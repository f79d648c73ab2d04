package org.ipstrial.catalogue.adjusted;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.linear.AncovaHc0;
import org.ipstrial.stats.adjusted.linear.AncovaHc3;
import org.ipstrial.stats.adjusted.linear.AncovaInteractions;
import org.ipstrial.stats.adjusted.linear.AncovaModel;
import org.ipstrial.stats.adjusted.ratio.PoissonRobust;

/** The methods that compare means with covariates in the model. */
final class AdjustedMeanMethods {

    private static final String MODEL = """
            y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + residual e, by least squares over all arms; d = t(g) - t(r);
            df = people - coefficients; q is the quantile of Student's t at (1 + level)/2 with df.
            """;

    static final Family<AdjustedMethod> MEAN_DIFFERENCE = AdjustedEffects.family(
            Measure.MEAN_DIFFERENCE,
            0,
            List.of(
                    new Method<>(
                            "ancova-hc3",
                            "Analysis of covariance with a robust variance (HC3)",
                            AncovaHc3::of,
                            MODEL + """
                                    B = (X'X)^-1; h the leverages; V = B (sum of e^2/(1 - h)^2 x x') B
                                    limits = d +- q sqrt(that of d in V)""",
                            "MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; Long JS, Ervin LH (2000),"
                                    + " The American Statistician 54:217-224",
                            "Small arms with many zeros and a few very large amounts: the limits are symmetric where the"
                                    + " distribution is not. Covariates that came about after the randomisation."),
                    new Method<>(
                            "ancova-hc0",
                            "Analysis of covariance with the plain sandwich variance (HC0)",
                            AncovaHc0::of,
                            MODEL + """
                                    B = (X'X)^-1; V = B (sum of e^2 x x') B
                                    limits = d +- q sqrt(that of d in V)""",
                            "White H (1980), Econometrica 48:817-838",
                            "Fewer than some 250 people: it is too small. Prefer ancova-hc3."),
                    new Method<>(
                            "ancova",
                            "Analysis of covariance with one residual variance",
                            AncovaModel::of,
                            MODEL + """
                                    s^2 = sum of e^2/df; V = s^2 (X'X)^-1
                                    limits = d +- q sqrt(that of d in V)""",
                            "Fisher RA (1932), Statistical Methods for Research Workers, 4th edition, Oliver and Boyd,"
                                    + " section 49.1",
                            "Arms of unequal size and spread, which is the rule when more people of one arm work at"
                                    + " all: its level is then wrong in either direction. Prefer ancova-hc3."),
                    new Method<>(
                            "ancova-interactions-hc3",
                            "Analysis of covariance with covariates that work differently in each arm (HC3)",
                            AncovaInteractions::of,
                            """
                            y = a + t(arm) + c(1) z(1) + ... + g(arm, 1) z(1) + ... + residual, z the covariates less their overall
                            means; d = t(g) - t(r), the difference at the mean of every covariate; V, df and limits of ancova-hc3""",
                            "Lin W (2013), Annals of Applied Statistics 7:295-318",
                            "Many covariates for the people there are: each costs a coefficient in every arm. It takes"
                                    + " the means of the covariates as known.")));

    static final Family<AdjustedMethod> RATIO_OF_MEANS = AdjustedEffects.family(
            Measure.RATIO_OF_MEANS,
            1,
            List.of(
                    new Method<>(
                            "poisson-robust",
                            "Ratio of means by Poisson regression with a sandwich variance (HC0)",
                            PoissonRobust::of,
                            """
                    log mean = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted as if Poisson over all arms; B the inverse
                    information, m the fitted means; V = B (sum of (y - m)^2 x x') B; z is the standard normal value exceeded
                    with probability (1 - level)/2.
                    limits = exp(d +- z sqrt(that of d in V)), d = t(g) - t(r)""",
                            "Gourieroux C, Monfort A, Trognon A (1984), Econometrica 52:701-720; Santos Silva JMC, Tenreyro S"
                                    + " (2006), Review of Economics and Statistics 88:641-658",
                            "Fewer than about 50 people in an arm: HC0 is too small. Amounts that can be below 0 have no ratio.")));

    private AdjustedMeanMethods() {}
}
