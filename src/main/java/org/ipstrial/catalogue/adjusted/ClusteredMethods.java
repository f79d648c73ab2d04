package org.ipstrial.catalogue.adjusted;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.clustered.AncovaCr2;
import org.ipstrial.stats.adjusted.clustered.GeeExchangeable;
import org.ipstrial.stats.adjusted.clustered.LogisticCr1;
import org.ipstrial.stats.adjusted.clustered.MixedRandomIntercept;
import org.ipstrial.stats.adjusted.clustered.ModifiedPoissonCr1;
import org.ipstrial.stats.adjusted.clustered.PoissonCr1;

/** The methods with covariates in the model for people in clusters, such as teams. */
final class ClusteredMethods {

    private static final String CR2 = """
            y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + residual e, by least squares over all arms;
            d = t(g) - t(r) = k'b; B = (X'X)^-1; X(c) the rows of a cluster, A(c) = (I - X(c) B X(c)')^(-1/2).
            v = sum over clusters of (k'B X(c)'A(c) e(c))^2; q is the quantile of Student's t at (1 + level)/2 with
            Satterthwaite's df for v if residuals were independent.
            limits = d +- q sqrt(v)""";

    private static final String BELL = "Bell RM, McCaffrey DF (2002), Survey Methodology 28(2):169-181; Pustejovsky JE,"
            + " Tipton E (2018), Journal of Business & Economic Statistics 36:672-683";

    private static final String ALONE =
            " An arm that is one cluster has no limits: nothing tells that cluster from" + " the arm.";

    private static final String ALPHA = """
            alpha = sum of the products of residuals of two people of a cluster/(phi times their number), phi the mean
            square of residuals; V(c) the covariance with correlation alpha; B the inverse information;
            v = that of d in B (sum of s s') B, s the score of a cluster; z is the standard normal value exceeded with
            probability (1 - level)/2.
            """;

    private static final String LIANG = "Liang KY, Zeger SL (1986), Biometrika 73:13-22; as geeglm of Hojsgaard S,"
            + " Halekoh U, Yan J (2006), Journal of Statistical Software 15(2)";

    private static final String INDEPENDENT =
            "Liang KY, Zeger SL (1986), Biometrika 73:13-22; as vcovCL of R's sandwich";

    private static final String FORTY = "Fewer than some forty clusters: its limits are too narrow; take ancova-cr2.";

    private static final String CR1 = """
            s(g) = sum of (y - m) x over one of G clusters, B the inverse information, d = t(g) - t(r);
            v = that of d in G/(G - 1) B (sum of s(g) s(g)') B; z is the standard normal value exceeded with
            probability (1 - level)/2.
            limits = exp(d +- z sqrt(v))""";

    private static final String NARROW = "Fewer than some forty clusters: its limits are too narrow." + ALONE;

    static final Family<AdjustedMethod> MEAN_DIFFERENCE = AdjustedEffects.family(
            Measure.MEAN_DIFFERENCE,
            Family.Input.ADJUSTED_IN_CLUSTERS,
            1,
            0,
            List.of(
                    new Method<>(
                            "ancova-cr2",
                            "Analysis of covariance with a variance for few clusters (CR2) and Satterthwaite's df",
                            AncovaCr2::of,
                            CR2,
                            BELL,
                            "The difference is of people, so that large clusters weigh more." + ALONE),
                    new Method<>(
                            "gee-exchangeable",
                            "Generalised estimating equations with one correlation within clusters, sandwich variance",
                            GeeExchangeable::ofAmounts,
                            """
                            mean = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., by estimating equations over all arms; d = t(g) - t(r);
                            """ + ALPHA + "limits = d +- z sqrt(v)",
                            LIANG,
                            FORTY + ALONE),
                    new Method<>(
                            "mixed-random-intercept",
                            "Linear mixed model with a random intercept of each cluster, by REML",
                            MixedRandomIntercept::of,
                            """
                            y = a + t(arm) + c(1) x(1) + ... + u(cluster) + residual, u and residuals normal, by restricted maximum
                            likelihood over all arms; d = t(g) - t(r); V = I + r ZZ', r the ratio of the two variances, s^2 that of
                            residuals; v = that of d in s^2 (X'V^-1 X)^-1; z is the standard normal value exceeded with probability
                            (1 - level)/2.
                            limits = d +- z sqrt(v)""",
                            "Laird NM, Ware JH (1982), Biometrics 38:963-974; REML: Patterson HD, Thompson R (1971),"
                                    + " Biometrika 58:545-554",
                            "Needs one spread of residuals for everybody, which amounts with many zeros do not have."
                                    + " Where arms are whole clusters: " + FORTY)));

    static final Family<AdjustedMethod> RISK_DIFFERENCE = AdjustedEffects.family(
            Measure.RISK_DIFFERENCE,
            Family.Input.ADJUSTED_IN_CLUSTERS,
            1,
            0,
            List.of(new Method<>(
                    "ancova-cr2",
                    "Risk difference by a linear model with a variance for few clusters (CR2) and Satterthwaite's df",
                    AncovaCr2::ofAnswers,
                    CR2 + ", cut at -1 and 1",
                    BELL,
                    "A straight line through shares: covariates that tell much take it below 0 or above 1 for some."
                            + ALONE)));

    static final Family<AdjustedMethod> CONDITIONAL_ODDS_RATIO = AdjustedEffects.family(
            Measure.CONDITIONAL_ODDS_RATIO,
            Family.Input.ADJUSTED_IN_CLUSTERS,
            1,
            1,
            List.of(
                    new Method<>(
                            "gee-exchangeable",
                            "Odds ratio by generalised estimating equations with one correlation within clusters",
                            GeeExchangeable::ofAnswers,
                            """
                    logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., by estimating equations over all arms;
                    d = t(g) - t(r); residuals over the root of m (1 - m), m the fitted share;
                    """ + ALPHA + "limits = exp(d +- z sqrt(v))",
                            LIANG,
                            "Of people alike in their covariates, whatever their cluster. " + FORTY + ALONE),
                    new Method<>(
                            "logistic-cr1",
                            "Odds ratio by logistic regression, sandwich variance over clusters (CR1)",
                            LogisticCr1::of,
                            """
                            logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., by maximum likelihood over all arms; m the fitted
                            share;
                            """ + CR1,
                            INDEPENDENT,
                            NARROW)));

    static final Family<AdjustedMethod> RISK_RATIO = AdjustedEffects.family(
            Measure.RISK_RATIO,
            Family.Input.ADJUSTED_IN_CLUSTERS,
            0,
            1,
            List.of(new Method<>(
                    "modified-poisson-cr1",
                    "Poisson regression of a yes/no outcome, sandwich variance over clusters (CR1)",
                    ModifiedPoissonCr1::of,
                    """
                    log P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms as if the outcome were
                    Poisson; m the fitted share;
                    """ + CR1,
                    "Zou GY, Donner A (2013), Statistical Methods in Medical Research 22:661-670",
                    "Of people alike in their covariates. " + NARROW)));

    static final Family<AdjustedMethod> RATIO_OF_MEANS = AdjustedEffects.family(
            Measure.RATIO_OF_MEANS,
            Family.Input.ADJUSTED_IN_CLUSTERS,
            0,
            1,
            List.of(new Method<>(
                    "poisson-cr1",
                    "Poisson regression of means, sandwich variance over clusters (CR1)",
                    PoissonCr1::of,
                    """
                    log mean = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms as if the amount were Poisson;
                    m the fitted mean;
                    """ + CR1,
                    INDEPENDENT,
                    "Of people alike in their covariates. " + NARROW)));

    private ClusteredMethods() {}
}
