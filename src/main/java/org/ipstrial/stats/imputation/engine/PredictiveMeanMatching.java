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
 * <p>What holds: where the missing have donors near them, it is unbiased and its intervals hold; where they lie beyond those
 * who have the amount, nobody is near, and what is drawn leans to the middle, as {@code mice} does by as much on the very same
 * trials. {@link DonorReach} says how far, and {@link LocalResidualDraw} does not lean. The simulations stand in
 * {@code ImputationCoverageTest} and in the documentation of missing outcomes.
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
        double[] predicted = data.predictedObserved(posterior.coefficients());
        Donors donors = Donors.of(predicted, DONORS);
        double[] values = new double[wanted.length];
        double pull = 0;
        int beyond = 0;
        for (int i = 0; i < values.length; i++) {
            int donor = donors.near(wanted[i], random);
            values[i] = data.outcome()[donor];
            pull += predicted[donor] - wanted[i];
            beyond += donors.areBeyond(wanted[i]) ? 1 : 0;
        }
        return new Drawn.Values(values, false, Optional.of(new DonorReach(pull, beyond)));
    }
}
