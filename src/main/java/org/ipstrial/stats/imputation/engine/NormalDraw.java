package org.ipstrial.stats.imputation.engine;

import java.util.Optional;
import org.ipstrial.stats.regression.algebra.Triangle;

/**
 * Missing amounts drawn from a linear regression whose parameters are drawn first.
 *
 * <pre>
 *   y = x'b* + sigma* z,  b* and sigma* from their posterior, z standard normal
 * </pre>
 *
 * <p>Unit: that of the amount. A draw may fall outside what anybody can have, such as below 0: take predictive mean
 * matching where that matters.
 *
 * <p>Edges: columns that are constant or combinations of others give no draw ({@code collinear-covariates}, with the
 * columns), nor do as many columns as people ({@code no-residual-df}).
 *
 * <p>Source: Rubin DB (1987), Multiple Imputation for Nonresponse in Surveys, Wiley, pages 166-167; as R's
 * {@code mice.impute.norm}.
 */
final class NormalDraw {

    private NormalDraw() {}

    /** Draws the missing values. */
    static Drawn of(DrawData data, Variates random) {
        Triangle triangle = Triangle.of(data.observed().columns());
        Optional<Drawn> unfit = LinearPosterior.unfit(data.observed(), triangle);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        LinearPosterior.Draw drawn =
                LinearPosterior.of(data.observed(), data.outcome(), triangle).draw(random);
        double[] values = data.predictedMissing(drawn.coefficients());
        for (int i = 0; i < values.length; i++) {
            values[i] += drawn.sigma() * random.normal();
        }
        return Drawn.of(values);
    }
}
