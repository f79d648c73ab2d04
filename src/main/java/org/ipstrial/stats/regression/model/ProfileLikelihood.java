package org.ipstrial.stats.regression.model;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.search.Crossing;

/**
 * The limits of one coefficient by the likelihood of the model with all others at their best.
 *
 * <p>With {@code l(c)} the largest log-likelihood where the coefficient is {@code c}, and {@code b} where it is largest:
 *
 * <pre>
 *   r(c)   = sign(c - b) sqrt(2 (l(b) - l(c)))
 *   limits = the c with r(c) = -z and r(c) = z,  z the standard normal quantile at (1 + level) / 2
 *   test of a coefficient c: -r(c), standard normal
 * </pre>
 *
 * <p>The limits are approached by moving all coefficients at once ({@link ProfileLimit}); where that fails they are
 * searched until {@code r} is off by less than 1e-12. R's {@code confint} of a {@code glm} reads them off a curve
 * through some twenty points, which can be a few units off in the fifth digit.
 *
 * <p>Edges: {@code l} is concave, so that there is one limit on each side; where {@code l(c)} does not fall by as much however far
 * {@code c} goes, the limit is {@code unbounded}; where the others come to no end of climbing, {@code not-converged}.
 *
 * <p>Source: Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94; Cox DR, Hinkley DV (1974), Theoretical
 * Statistics, Chapman and Hall, section 9.3.
 */
public final class ProfileLikelihood {

    private static final double FARTHEST = 1e4;
    private static final double BEYOND = 1e8;
    private static final double SETTLED = 1e-12;
    /** How far {@code r} may be off: where no climb comes to an end it leaps, and what looks like a limit is none. */
    private static final double CLOSE = 1e-6;

    private final Response response;
    private final ModelData data;
    private final FittedModel fit;
    private final int coefficient;
    private final HeldCoefficient held;

    private ProfileLikelihood(Response response, ModelData data, FittedModel fit, int coefficient) {
        this.response = response;
        this.data = data;
        this.fit = fit;
        this.coefficient = coefficient;
        this.held = new HeldCoefficient(response, data, fit, coefficient);
    }

    /**
     * The profile of a coefficient.
     *
     * @param data the data that the model was fitted to, of full rank and at least two columns
     */
    public static ProfileLikelihood of(Response response, ModelData data, FittedModel fit, String column) {
        return new ProfileLikelihood(response, data, fit, data.design().indexOf(column));
    }

    /**
     * The coefficient with its standard error and profile limits.
     *
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public Estimate limits(double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double b = fit.coefficients()[coefficient];
        double error = fit.modelCovariance().standardError(coefficient);
        return new Estimate(
                Quantity.of(b), Optional.of(Quantity.of(error)), limit(b, error, z, -1), limit(b, error, z, 1));
    }

    /** The test that the coefficient has a value. */
    public TestResult test(double value, Alternative alternative) {
        return NormalTest.of(-root(value), alternative);
    }

    /** The limit on a side: where moving all coefficients at once leads, else searched, and looked at again. */
    private Quantity limit(double b, double error, double z, int side) {
        OptionalDouble found = ProfileLimit.of(response, data, fit, coefficient, z, side);
        if (found.isPresent()) {
            return Quantity.of(found.getAsDouble());
        }
        double searched = search(b, side * error, z);
        return Double.isInfinite(searched) || Math.abs(side * root(searched) - z) < CLOSE
                ? Quantity.limit(searched)
                : Quantity.notEstimable(Reason.NOT_CONVERGED);
    }

    private double search(double b, double step, double z) {
        double far = Math.max(z, 0.1);
        double inside = b;
        while (far < FARTHEST) {
            double outside = b + far * step;
            if (Math.abs(root(outside)) >= z) {
                return step > 0
                        ? Crossing.of(c -> settled(root(c) - z), inside, outside)
                        : Crossing.of(c -> settled(root(c) + z), outside, inside);
            }
            inside = outside;
            far *= 1.5;
        }
        return step > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    private double root(double value) {
        double b = fit.coefficients()[coefficient];
        if (value == b) {
            return 0;
        }
        double fallen = held.at(value)
                .map(at -> 2 * (fit.logLikelihood() - at.logLikelihood()))
                .orElse(BEYOND);
        return Math.signum(value - b) * Math.sqrt(Math.max(0, Math.min(BEYOND, fallen)));
    }

    /** Exactly 0 where it cannot be told from 0, so that the search ends there. */
    private static double settled(double off) {
        return Math.abs(off) < SETTLED ? 0 : off;
    }
}
