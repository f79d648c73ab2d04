package org.ipstrial.stats.survival.cox.residuals;

import java.util.Map;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.ChiSquaredTail;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Information;
import org.ipstrial.stats.survival.cox.RiskSums;

/**
 * Test that a hazard ratio is the same at all times, against one that changes with a function of time.
 *
 * <p>The score test of {@code c = 0} in the model with the hazard ratio {@code exp(x b + x g(t) c)}, {@code g} being a
 * {@link TimeTransform}. With the {@link SchoenfeldResiduals} {@code r} of the events, times their case weights, and the terms
 * {@code I_t} of the information at each time of events, at {@code b} of the fit:
 *
 * <pre>
 *   u = sum of g(t) r over the events, of the columns that are tested
 *   W = sum of g(t)^2 I_t - (sum of g(t) I_t) I<sup>-1</sup> (sum of g(t) I_t)'
 *   X = u' W<sup>-1</sup> u, chi-squared with as many degrees of freedom as columns
 * </pre>
 *
 * <p>This is the test of R's survival from version 3 on, {@code cox.zph}; older versions, SAS and Stata take an
 * approximation to {@code W}, and give other numbers. No test where all events come at one time ({@code no-variance}).
 *
 * <p>Source: Grambsch PM, Therneau TM (1994), Biometrika 81:515-526; Therneau TM, Grambsch PM (2000), Modeling Survival Data,
 * Springer, section 6.2.
 */
public final class ProportionalHazardsTest {

    private ProportionalHazardsTest() {}

    /**
     * The test of some columns of a fit together.
     *
     * @param columns their numbers, from 0, each once
     */
    public static TestResult of(CoxFit fit, TimeTransform transform, int... columns) {
        CoxData data = fit.data();
        int width = data.width();
        Map<Double, Double> g = transform.values(data);
        double[] u = new double[width];
        for (SchoenfeldResiduals.Event event : SchoenfeldResiduals.of(fit).events()) {
            for (int j = 0; j < width; j++) {
                u[j] += g.get(event.time()) * event.weight() * event.values()[j];
            }
        }
        double[][] once = new double[width][width];
        double[][] twice = new double[width][width];
        RiskSums.visit(data, RiskSums.exponents(data, fit.coefficients()), time -> {
            double value = g.get(data.time(time.from()));
            for (int l = 0; l < time.events(); l++) {
                for (int j = 0; j < width; j++) {
                    for (int k = 0; k <= j; k++) {
                        double covariance = time.weight() * time.covariance(fit.ties(), l, j, k);
                        once[j][k] += value * covariance;
                        twice[j][k] += value * value * covariance;
                    }
                }
            }
        });
        mirror(once);
        mirror(twice);
        double[] tested = new double[columns.length];
        double[][] left = new double[columns.length][columns.length];
        double[][] variance = fit.variance();
        for (int a = 0; a < columns.length; a++) {
            tested[a] = u[columns[a]];
            double[] explained = Information.times(variance, once[columns[a]]);
            for (int b = 0; b < columns.length; b++) {
                left[a][b] = twice[columns[a]][columns[b]] - Information.dot(explained, once[columns[b]]);
            }
            if (!(left[a][a] > 1e-12 * Math.abs(twice[columns[a]][columns[a]]))) {
                return TestResult.notEstimable(Reason.NO_VARIANCE);
            }
        }
        return ChiSquaredTail.of(tested, left);
    }

    private static void mirror(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k < j; k++) {
                matrix[k][j] = matrix[j][k];
            }
        }
    }
}
