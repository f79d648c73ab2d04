package org.ipstrial.catalogue.imputation;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.imputation.pooling.PoolingScale;

/** The methods that pool the effects of completed data sets. */
public final class ImputationMethods {

    /** Their name. */
    public static final String RUBIN = "multiple-imputation-rubin";

    private static final String POOLED = """
            q(i), u(i): estimate and variance of completed data set i of m; v: its degrees of freedom, infinite for shares
            estimate = mean of q, within = mean of u, b = variance of q, total t = within + (1 + 1/m) b
            lambda = (1 + 1/m) b / t, old = (m - 1) / lambda^2, obs = (v + 1) / (v + 3) v (1 - lambda)
            df = old obs / (old + obs), limits = estimate -+ t(df) sqrt(t)
            fmi = (r + 2 / (df + 3)) / (r + 1), r = (1 + 1/m) b / within""";

    private static final String SOURCE =
            "Rubin DB (1987), Multiple Imputation for Nonresponse in Surveys, Wiley; degrees"
                    + " of freedom: Barnard J, Rubin DB (1999), Biometrika 86:948-955; chained equations: van Buuren S,"
                    + " Groothuis-Oudshoorn K (2011), Journal of Statistical Software 45(3):1-67";

    private static final String CAUTION = "Right only if the missing are like those assessed with the same covariates,"
            + " which the data cannot tell: it is one view beside bounds and tipping points. What matters for the"
            + " Monte-Carlo error is the number of imputations; rows of the result say how many are needed.";

    /** Difference of shares. */
    public static final Family<PoolingScale> RISK_DIFFERENCE = family(
            Measure.RISK_DIFFERENCE,
            PoolingScale.SHARE_DIFFERENCE,
            "q = p1 - p0, u = p1 (1 - p1) / n1 + p0 (1 - p0) / n0\n");

    /** Ratio of shares. */
    public static final Family<PoolingScale> RISK_RATIO = family(
            Measure.RISK_RATIO,
            PoolingScale.LOG_RATIO,
            "q = log(p1 / p0), u = (1 - p1) / (n1 p1) + (1 - p0) / (n0 p0); exp of estimate and limits\n");

    /** Odds ratio. */
    public static final Family<PoolingScale> ODDS_RATIO = family(
            Measure.ODDS_RATIO,
            PoolingScale.LOG_RATIO,
            "q = log of the odds ratio, u = the sum of one over each of its four counts; exp of estimate and limits\n");

    /** Difference of means. */
    public static final Family<PoolingScale> MEAN_DIFFERENCE = family(
            Measure.MEAN_DIFFERENCE,
            PoolingScale.PLAIN,
            "q = m1 - m0, u = s1^2 / n1 + s0^2 / n0, v the fewest degrees of freedom of Welch\n");

    /** All of them. */
    public static final List<Family<PoolingScale>> FAMILIES =
            List.of(RISK_DIFFERENCE, RISK_RATIO, ODDS_RATIO, MEAN_DIFFERENCE);

    private ImputationMethods() {}

    /** Those of yes/no outcomes, or those of amounts. */
    public static List<Family<PoolingScale>> of(boolean yesNo) {
        return yesNo ? List.of(RISK_DIFFERENCE, RISK_RATIO, ODDS_RATIO) : List.of(MEAN_DIFFERENCE);
    }

    private static Family<PoolingScale> family(Measure measure, PoolingScale scale, String completed) {
        return new Family<>(
                measure,
                Input.IMPUTED,
                0,
                List.of(new Method<>(
                        RUBIN,
                        "multiple imputation, pooled by Rubin's rules",
                        scale,
                        completed + POOLED,
                        SOURCE,
                        CAUTION)),
                PooledInput::numbers);
    }
}
