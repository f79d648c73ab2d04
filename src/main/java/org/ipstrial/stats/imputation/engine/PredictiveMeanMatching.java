package org.ipstrial.stats.imputation.engine;

import java.util.Optional;
import org.ipstrial.stats.regression.algebra.Triangle;

/**
 * Missing amounts taken from people whose predicted amount is near.
 *
 * <pre>
 *   those who have the amount:    predicted x'b,   b the least squares coefficients
 *   those whose amount is drawn:  predicted x'b*,  b* drawn from its posterior
 *   value: the amount of one of the 5 of the first kind whose prediction is nearest, each with the same chance
 * </pre>
 *
 * <p>Where several are equally far at the fifth place, each of them has the same chance of it. Unit: that of the amount; no
 * value is drawn that nobody has. With fewer than five people all are donors.
 *
 * <p>Where the missing lie beyond those who have the amount, nobody is near, and what is drawn leans to the middle: with 150
 * people an arm, a third of one missing and far more often at its upper end, the interval held the truth in 93 of 100
 * simulated trials rather than 95. With 200 an arm the difference of means was biased towards the complete cases by a tenth of
 * its spread over 2,000 such trials (4.6 Monte-Carlo errors), and with 500 by a twelfth; {@link NormalDraw} showed no bias.
 * On the very same trials of 200 an arm {@code mice} 3.15.0 leans as much, by -0.0184 where this leans by -0.0186: it is the
 * method.
 *
 * <p>Edges: as {@link NormalDraw}.
 *
 * <p>Source: Little RJA (1988), Journal of Business &amp; Economic Statistics 6:287-296; matching of type 1 and five donors:
 * Morris TP, White IR, Royston P (2014), BMC Medical Research Methodology 14:75; as R's {@code mice.impute.pmm}.
 */
final class PredictiveMeanMatching {

    private static final int DONORS = 5;

    private PredictiveMeanMatching() {}

    /** Draws the missing values. */
    static Drawn of(DrawData data, Variates random) {
        Triangle triangle = Triangle.of(data.observed().columns());
        Optional<Drawn> unfit = LinearPosterior.unfit(data.observed(), triangle);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        LinearPosterior posterior = LinearPosterior.of(data.observed(), data.outcome(), triangle);
        double[] wanted = data.predictedMissing(posterior.draw(random).coefficients());
        Donors donors = Donors.of(data.predictedObserved(posterior.coefficients()), DONORS);
        double[] values = new double[wanted.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.outcome()[donors.near(wanted[i], random)];
        }
        return Drawn.of(values);
    }
}
