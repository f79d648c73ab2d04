package org.ipstrial.stats.meta.bias;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * The slope of a straight line by least squares with weights that are known up to a factor, and the t test that it is 0.
 *
 * <p>With y of variance proportional to v, {@code w = 1 / v}, k points:
 * <pre>
 *   s&sup2; = sum w (y - a - b x)&sup2; / (k - 2) &middot; [(X'WX)^-1] of b,  t = b / s with k - 2 degrees of freedom
 * </pre>
 */
final class WeightedLine {

    private WeightedLine() {}

    /** The slope of y on x with its limits and test. */
    static Pooled slope(double[] y, double[] v, double[] x, double level) {
        if (y.length < 3) {
            return Pooled.notEstimable(Reason.NO_RESIDUAL_DF);
        }
        MetaModel model = MetaModel.of(StudyEffects.of(y, v), List.of(x));
        if (!WeightedFit.isOfFullRank(model)) {
            return Pooled.notEstimable(Reason.NO_VARIANCE);
        }
        WeightedFit fit = WeightedFit.at(model, 0);
        double factor = MeanLimits.HARTUNG_KNAPP.factor(fit, model.residualDf());
        double scale = model.scale(1);
        return MeanLimits.HARTUNG_KNAPP.of(
                fit.coefficients()[1] / scale,
                Math.sqrt(fit.covariance(1, 1) * factor) / scale,
                model.residualDf(),
                level,
                Optional.empty());
    }
}
