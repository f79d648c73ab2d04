package org.ipstrial.stats.meta.variance;

import java.util.function.ToDoubleFunction;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.search.Crossing;

/**
 * Where a likelihood of the variance between studies is highest, by a search that cannot fail.
 *
 * <p>Beyond a bound that follows from the data the slope is negative. Up to it the slope is looked at in steps in the
 * logarithm of {@code v + t} that are finer than any peak, every change from rising to falling is closed in on, and of all
 * peaks, with 0, the highest is taken: a likelihood may have several.
 */
final class LikelihoodPeak {

    private static final double STEP = 0.2;
    private static final int MOST_STEPS = 400;

    private LikelihoodPeak() {}

    /**
     * The variance between studies at the highest peak.
     *
     * @param df         degrees of freedom of the slope: studies, or studies less coefficients
     * @param slope      the derivative of twice the logarithm of the likelihood, of the fit at a variance
     * @param likelihood the logarithm of the likelihood, of the fit at a variance
     */
    static double of(
            MetaModel model, int df, ToDoubleFunction<WeightedFit> slope, ToDoubleFunction<WeightedFit> likelihood) {
        double least = model.effects().leastVariance();
        double most = mostPossible(model, df);
        if (!(most > 0)) {
            return 0;
        }
        double range = StrictMath.log1p(most / least);
        int steps = (int) Math.min(MOST_STEPS, Math.max(8, Math.ceil(range / STEP)));
        double best = 0;
        WeightedFit atZero = WeightedFit.at(model, 0);
        double highest = likelihood.applyAsDouble(atZero);
        double from = 0;
        double slopeThere = slope.applyAsDouble(atZero);
        for (int step = 1; step <= steps; step++) {
            double to = step == steps ? most : least * StrictMath.expm1(range * step / steps);
            double slopeHere = slope.applyAsDouble(WeightedFit.at(model, to));
            if (slopeThere > 0 && slopeHere <= 0) {
                double peak = Crossing.of(t -> -slope.applyAsDouble(WeightedFit.at(model, t)), from, to);
                double height = likelihood.applyAsDouble(WeightedFit.at(model, peak));
                if (height > highest) {
                    highest = height;
                    best = peak;
                }
            }
            from = to;
            slopeThere = slopeHere;
        }
        return best;
    }

    /**
     * Where the slope is negative for ever: {@code y'PPy} is at most {@code R / (least + t)&sup2;}, R the unweighted sum of
     * squares, and what is taken from it at least {@code df / (most + t)}.
     */
    private static double mostPossible(MetaModel model, int df) {
        double least = model.effects().leastVariance();
        double apart = model.effects().mostVariance() - least;
        double squares = WeightedFit.unweighted(model).residualSum();
        double sum = (squares + Math.sqrt(squares * (squares + 4.0 * df * apart))) / (2.0 * df);
        return (sum - least) * (1 + 1e-9);
    }
}
