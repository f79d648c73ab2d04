package org.ipstrial.stats.imputation.engine;

import java.util.Optional;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * Missing amounts drawn as what a linear regression predicts and the residual of somebody whose predicted amount is near.
 *
 * <pre>
 *   those who have the amount:    predicted x'b,   residual e = (y - x'b) / sqrt(1 - h),  b the least squares coefficients,
 *                                 h the leverage x'(X'X)^-1 x
 *   those whose amount is drawn:  predicted x'b*,  b* drawn from its posterior
 *   value: x'b* + e of one of the 5 of the first kind whose prediction is nearest, each with the same chance
 * </pre>
 *
 * <p>Between {@link NormalDraw}, whose noise has one spread and is normal, and {@link PredictiveMeanMatching}, which draws
 * nothing that nobody has: the noise has the shape and the spread that it has nearby, and where the missing lie beyond those
 * who have the amount the line goes on. So what is drawn does not lean to the middle, but may fall outside what anybody can
 * have, such as below 0. The leverage gives the residuals the variance of the noise, which those of least squares lack.
 *
 * <p>Unit: that of the amount. Ties and fewer than five people: as {@link PredictiveMeanMatching}.
 *
 * <p>Edges: as {@link NormalDraw}. Somebody whom the columns fit by themselves (h = 1) has no residual: 0.
 *
 * <p>Source: Schenker N, Taylor JMG (1996), Computational Statistics &amp; Data Analysis 22:425-446; as local residual draws
 * with five donors: Morris TP, White IR, Royston P (2014), BMC Medical Research Methodology 14:75.
 */
final class LocalResidualDraw {

    private static final int DONORS = 5;
    private static final double ROUNDING = 1e-10;

    private LocalResidualDraw() {}

    /** Draws the missing values. */
    static Drawn of(DrawData data, Variates random) {
        DesignMatrix columns = data.observed();
        Triangle triangle = Triangle.of(columns.columns());
        Optional<Drawn> unfit = LinearPosterior.unfit(columns, triangle);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        LinearPosterior posterior = LinearPosterior.of(columns, data.outcome(), triangle);
        double[] values = data.predictedMissing(posterior.draw(random).coefficients());
        double[] predicted = data.predictedObserved(posterior.coefficients());
        Donors donors = Donors.of(predicted, DONORS);
        for (int i = 0; i < values.length; i++) {
            int donor = donors.near(values[i], random);
            values[i] +=
                    residual(data.outcome()[donor] - predicted[donor], triangle.solveTransposed(columns.row(donor)));
        }
        return Drawn.of(values);
    }

    /** A residual with the variance of the noise; the squares of what is beside it add up to the leverage. */
    private static double residual(double left, double[] root) {
        double free = 1;
        for (double x : root) {
            free -= x * x;
        }
        return free > ROUNDING ? left / Math.sqrt(free) : 0;
    }
}
