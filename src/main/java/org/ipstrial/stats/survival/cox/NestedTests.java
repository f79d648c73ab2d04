package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.ChiSquaredTail;

/**
 * Tests that some coefficients of a model are 0, the others being what they may.
 *
 * <p>With {@code b} the fit, {@code b_0} the fit with the tested coefficients held at 0, {@code l} the logarithm of the
 * likelihood, {@code u} the score and {@code I} the information of the whole model, {@code V = I(b)}<sup>-1</sup>:
 *
 * <pre>
 *   Wald              b_t' (V_tt)<sup>-1</sup> b_t, b_t the tested coefficients
 *   score             u(b_0)' I(b_0)<sup>-1</sup> u(b_0)
 *   likelihood ratio  2 (l(b) - l(b_0))
 * </pre>
 *
 * <p>each chi-squared with as many degrees of freedom as tested coefficients. Where all of them are tested {@code b_0} is 0;
 * without ties the score test of the arms is then the log-rank test.
 *
 * <p>Source: Cox DR (1972), Journal of the Royal Statistical Society, Series B 34:187-220; as R's {@code summary(coxph())}
 * and {@code anova()}.
 */
public final class NestedTests {

    private NestedTests() {}

    /** The Wald test of some columns. */
    public static TestResult wald(CoxFit fit, int... columns) {
        double[] b = fit.coefficients();
        double[][] variance = fit.variance();
        return ChiSquaredTail.of(
                Arrays.stream(columns).mapToDouble(j -> b[j]).toArray(),
                Arrays.stream(columns)
                        .mapToObj(j -> Arrays.stream(columns)
                                .mapToDouble(k -> variance[j][k])
                                .toArray())
                        .toArray(double[][]::new));
    }

    /** The score test of some columns. */
    public static TestResult score(CoxFit fit, int... columns) {
        return ProfileLikelihood.at0(fit, columns)
                .map(held -> ChiSquaredTail.of(
                        ChiSquaredTail.quadraticForm(held.score(), held.information()), columns.length))
                .orElseGet(() -> TestResult.notEstimable(Reason.NOT_CONVERGED));
    }

    /** The likelihood ratio test of some columns. */
    public static TestResult likelihoodRatio(CoxFit fit, int... columns) {
        return ProfileLikelihood.at0(fit, columns)
                .map(held -> ChiSquaredTail.of(Math.max(0, 2 * (fit.logLikelihood() - held.value())), columns.length))
                .orElseGet(() -> TestResult.notEstimable(Reason.NOT_CONVERGED));
    }
}
