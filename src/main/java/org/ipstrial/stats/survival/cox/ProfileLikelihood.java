package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.search.Crossing;

/**
 * Limits of a coefficient by the profile likelihood: the values that the likelihood ratio test does not reject.
 *
 * <p>With {@code l_p(c)} the largest logarithm of the partial likelihood over all other coefficients where this one is
 * {@code c}, and {@code q} the quantile at {@code level} of chi-squared with 1 degree of freedom, the limits are the two
 * {@code c} at which {@code 2 (l(b) - l_p(c)) = q}.
 *
 * <p>Of a penalised fit {@code l} is the penalised likelihood, with the whole of the information in the penalty.
 *
 * <p>Unit: logarithm of the hazard ratio. They are not symmetric round the estimate, and hold better than Wald's where an
 * arm has few events. A limit more than 60 from the estimate is unbounded.
 *
 * <p>Source: Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94; penalised: Heinze G, Schemper M (2001), Biometrics
 * 57:114-119.
 */
public final class ProfileLikelihood {

    private static final double FAR = 60;
    private static final double SETTLED = 1e-12;
    private static final int STEPS = 100;

    private ProfileLikelihood() {}

    /** The lower limit of a coefficient. */
    public static Quantity lower(CoxFit fit, int column, double level) {
        return limit(fit, column, level, -1);
    }

    /** The upper limit of a coefficient. */
    public static Quantity upper(CoxFit fit, int column, double level) {
        return limit(fit, column, level, 1);
    }

    private static Quantity limit(CoxFit fit, int column, double level, int side) {
        double q = ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - Require.fraction("level", level));
        double centre = fit.coefficients()[column];
        // Each search starts where the one before ended.
        double[] near = fit.coefficients();
        double reach = 2 * Math.sqrt(fit.variance()[column][column]);
        while (excess(fit, column, centre + side * reach, q, near) < 0) {
            reach *= 2;
            if (reach > FAR) {
                return Quantity.notEstimable(Reason.UNBOUNDED);
            }
        }
        double far = reach;
        return Quantity.of(
                centre + side * Crossing.of(step -> excess(fit, column, centre + side * step, q, near), 0, far));
    }

    /** How far the likelihood ratio statistic of a value lies above the quantile, 0 where that is but rounding. */
    private static double excess(CoxFit fit, int column, double value, double q, double[] near) {
        near[column] = value;
        double excess = 2 * (fit.logLikelihood() - highest(fit, near, column).value()) - q;
        return Math.abs(excess) < SETTLED ? 0 : excess;
    }

    /** The largest likelihood where some coefficients are held at 0. */
    static PartialLikelihood at0(CoxFit fit, int... columns) {
        double[] b = fit.coefficients();
        for (int column : columns) {
            b[column] = 0;
        }
        return highest(fit, b, columns);
    }

    /** The largest likelihood where some coefficients stay as they start; the others are moved to where it is. */
    private static PartialLikelihood highest(CoxFit fit, double[] b, int... columns) {
        PartialLikelihood now = fit.likelihood(b);
        for (int i = 0; i < STEPS && b.length > columns.length; i++) {
            double[][] held =
                    Arrays.stream(now.information()).map(double[]::clone).toArray(double[][]::new);
            double[] score = now.score().clone();
            for (int column : columns) {
                for (int j = 0; j < b.length; j++) {
                    held[column][j] = 0;
                    held[j][column] = 0;
                }
                held[column][column] = 1;
                score[column] = 0;
            }
            Optional<double[][]> inverse = Information.inverse(held);
            if (inverse.isEmpty()) {
                break;
            }
            double[] step = Information.times(inverse.get(), score);
            double decrement = Information.dot(step, score);
            double factor = 1;
            PartialLikelihood there = fit.likelihood(Information.moved(b, step, factor));
            while (decrement > 1e-8 && !(there.value() >= now.value())) {
                factor /= 2;
                there = fit.likelihood(Information.moved(b, step, factor));
            }
            System.arraycopy(Information.moved(b, step, factor), 0, b, 0, b.length);
            now = there;
            if (decrement < 1e-14) {
                break;
            }
        }
        return now;
    }
}
