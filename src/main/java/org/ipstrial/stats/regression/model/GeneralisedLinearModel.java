package org.ipstrial.stats.regression.model;

import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.separation.Separation;

/**
 * Generalised linear models by maximum likelihood: logistic, Poisson with logarithm, log-binomial.
 *
 * <p>With rows {@code x(i)}, linear predictors {@code eta(i) = x(i)'b + offset(i)}, case weights {@code w(i)}, the
 * derivative {@code u(i)} of each log-likelihood by its predictor and the expected information {@code v(i)} about it:
 *
 * <pre>
 *   b moves by  (X'WVX)^-1 X'W u(b)  until rounding alone moves it
 * </pre>
 *
 * <p>The inverse is taken by the triangle of the rows times {@code sqrt(w v)}. A move that lowers the likelihood or
 * leaves the space is halved, and cut to 1,000 of the predictor first. Where the columns separate the outcomes
 * ({@link Separation}) nothing is fitted ({@code separation}, with the columns); a log-binomial fit that runs into a
 * probability of 1 has no maximum inside ({@code on-boundary}); a fit that comes to no end in 200 moves is no fit
 * ({@code not-converged}).
 *
 * <p>Edges: the columns must be of full rank, and a log-binomial model must hold the intercept.
 *
 * <p>Source: McCullagh P, Nelder JA (1989), Generalized Linear Models, 2nd edition, Chapman and Hall, section 2.5.
 */
public final class GeneralisedLinearModel {

    private GeneralisedLinearModel() {}

    /**
     * Fits the model; the columns must be of full rank.
     *
     * @throws IllegalArgumentException if the model has no likelihood for an outcome
     */
    public static Fit of(Response response, ModelData data) {
        for (double y : data.outcome()) {
            response.check(y);
        }
        Optional<Separation> separation = separation(response, data);
        if (separation.isPresent()) {
            return new Fit.None(Reason.SEPARATION, separation.get().columns());
        }
        return new Ascent(response, data).fit();
    }

    /** The separation of a model's outcomes. */
    public static Optional<Separation> separation(Response response, ModelData data) {
        return Separation.of(data.design(), i -> response.tail(data.outcome()[i]));
    }
}
