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
 * arm has few events. A limit is unbounded if it lies more than 60 standard errors from the estimate, and so far that the whole
 * range of the column moves the logarithm of the hazard by more than 60 too. A coefficient that is held far off is
 * approached by halves of the way if nothing is found there; where that fails the limit is {@code not-converged}.
 *
 * <p>Source: Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94; penalised: Heinze G, Schemper M (2001), Biometrics
 * 57:114-119.
 */
public final class ProfileLikelihood {

    private static final double FAR = 60;
    private static final double SETTLED = 1e-12;
    private static final int STEPS = 100;
    private static final int STAGES = 6;
    private static final int HALVINGS = 6;
    /** The least part of a step that is tried. */
    private static final double LEAST = 1e-9;

    private final CoxFit fit;
    private final int column;
    private final double quantile;
    /** Each search starts where the one before ended. */
    private double[] near;

    private boolean lost;

    private ProfileLikelihood(CoxFit fit, int column, double level) {
        this.fit = fit;
        this.column = column;
        quantile = ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - Require.fraction("level", level));
        near = fit.coefficients();
    }

    /** The lower limit of a coefficient. */
    public static Quantity lower(CoxFit fit, int column, double level) {
        return new ProfileLikelihood(fit, column, level).limit(-1);
    }

    /** The upper limit of a coefficient. */
    public static Quantity upper(CoxFit fit, int column, double level) {
        return new ProfileLikelihood(fit, column, level).limit(1);
    }

    private Quantity limit(int side) {
        double centre = fit.coefficients()[column];
        double error = Math.sqrt(fit.variance()[column][column]);
        double farthest = FAR * Math.max(error, 1 / fit.data().range(column));
        double reach = 2 * error;
        while (excess(centre + side * reach) < 0) {
            if (reach == farthest) {
                return Quantity.notEstimable(Reason.UNBOUNDED);
            }
            reach = Math.min(farthest, 2 * reach);
        }
        double far = reach;
        double limit = centre + side * Crossing.of(step -> excess(centre + side * step), 0, far);
        return lost ? Quantity.notEstimable(Reason.NOT_CONVERGED) : Quantity.of(limit);
    }

    /** How far the likelihood ratio statistic of a value lies above the quantile, 0 where that is but rounding. */
    private double excess(double value) {
        double excess = top(value)
                .map(there -> 2 * (fit.logLikelihood() - there.value()) - quantile)
                .orElse(0.0);
        return Math.abs(excess) < SETTLED ? 0 : excess;
    }

    private Optional<PartialLikelihood> top(double value) {
        Optional<PartialLikelihood> found = lost ? Optional.empty() : held(value);
        for (int stage = 0; stage < STAGES && found.isEmpty() && !lost; stage++) {
            double goal = (near[column] + value) / 2;
            for (int halving = 0; halving < HALVINGS && held(goal).isEmpty(); halving++) {
                goal = (near[column] + goal) / 2;
            }
            found = held(value);
        }
        lost |= found.isEmpty();
        return found;
    }

    private Optional<PartialLikelihood> held(double value) {
        double[] start = near.clone();
        start[column] = value;
        Optional<Climb.Top> top = highest(fit, start, column);
        top.ifPresent(there -> near = there.coefficients());
        return top.map(Climb.Top::likelihood);
    }

    /** The largest likelihood where some coefficients are held at 0, if it can be found. */
    static Optional<PartialLikelihood> at0(CoxFit fit, int... columns) {
        double[] b = fit.coefficients();
        for (int column : columns) {
            b[column] = 0;
        }
        return highest(fit, b, columns).map(Climb.Top::likelihood);
    }

    /** The largest likelihood where some coefficients stay as they start. */
    private static Optional<Climb.Top> highest(CoxFit fit, double[] start, int... columns) {
        return newton(fit, start, columns).or(() -> fit.climb(start, columns));
    }

    private static Optional<Climb.Top> newton(CoxFit fit, double[] start, int... columns) {
        double[] b = start;
        PartialLikelihood now = fit.likelihood(b);
        if (columns.length == b.length) {
            return Optional.of(new Climb.Top(b, now));
        }
        for (int i = 0; i < STEPS; i++) {
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
            if (inverse.isEmpty() || !Double.isFinite(now.value())) {
                return Optional.empty();
            }
            double[] step = Information.times(inverse.get(), score);
            double decrement = Information.dot(step, score);
            double factor = 1;
            PartialLikelihood there = fit.likelihood(Information.moved(b, step, factor));
            while (decrement > 1e-8 && factor > LEAST && !there.isAbove(now)) {
                factor /= 2;
                there = fit.likelihood(Information.moved(b, step, factor));
            }
            if (factor <= LEAST) {
                return Optional.empty();
            }
            b = Information.moved(b, step, factor);
            now = there;
            if (decrement < 1e-14) {
                return Optional.of(new Climb.Top(b, now));
            }
        }
        return Optional.empty();
    }
}
