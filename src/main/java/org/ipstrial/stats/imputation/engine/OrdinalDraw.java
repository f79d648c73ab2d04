package org.ipstrial.stats.imputation.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.ordinal.JointInformation;
import org.ipstrial.stats.regression.ordinal.OrdinalData;
import org.ipstrial.stats.regression.ordinal.OrdinalFit;
import org.ipstrial.stats.regression.ordinal.ProportionalOdds;

/**
 * Missing levels of an ordered variable drawn from a proportional-odds model whose cuts and coefficients are drawn first.
 *
 * <pre>
 *   (a*, b*) = (a, b) + R^-1 z,  R'R the observed information of cuts a and coefficients b together, z standard normal
 *   y at or below level j with probability 1 / (1 + exp(-(a*(j) - x'b*)))
 * </pre>
 *
 * <p>Cuts that are drawn out of order are drawn again, all parameters with them. {@code mice.impute.polr} draws no
 * parameters, so that its spread between imputations is too small.
 *
 * <p>Edges: as {@link NormalDraw}; columns that separate the levels at every cut give no draw ({@code separation}); a fit
 * that comes to no end, or cuts that do not come in order in 1,000 draws, are {@code not-converged}.
 *
 * <p>Source: White IR, Royston P, Wood AM (2011), Statistics in Medicine 30:377-399, section 2.3.
 */
final class OrdinalDraw {

    private static final int TRIES = 1000;

    private OrdinalDraw() {}

    /** Draws the missing values. */
    static Drawn of(DrawData data, Variates random) {
        Optional<Drawn> unfit = LinearPosterior.unfit(
                data.observed(), Triangle.of(data.observed().columns()));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        DesignMatrix columns = data.observed()
                .select(IntStream.range(1, data.observed().width()).toArray());
        OrdinalData ordinal = OrdinalData.of(columns, data.outcome());
        OrdinalFit fit = ProportionalOdds.of(ordinal);
        if (!(fit instanceof ProportionalOdds fitted)) {
            return Drawn.none(((OrdinalFit.None) fit).reason());
        }
        int cuts = fitted.cuts().length;
        double[] parameters = parameters(fitted, JointInformation.of(ordinal, fitted), random);
        if (parameters.length == 0) {
            return Drawn.none(Reason.NOT_CONVERGED);
        }
        double[] values = new double[data.draws()];
        for (int i = 0; i < values.length; i++) {
            double eta = 0;
            for (int j = 1; j < data.missing().length; j++) {
                eta += parameters[cuts + j - 1] * data.missing()[j][i];
            }
            double u = random.fraction();
            int level = 0;
            while (level < cuts && u >= Logistic.RESPONSE.mean(parameters[level] - eta)) {
                level++;
            }
            values[i] = ordinal.values()[level];
        }
        return Drawn.of(values);
    }

    /** Cuts and coefficients, drawn; none if the cuts will not come in order. */
    private static double[] parameters(ProportionalOdds fitted, JointInformation information, Variates random) {
        int cuts = fitted.cuts().length;
        double[] likeliest = Arrays.copyOf(fitted.cuts(), cuts + fitted.coefficients().length);
        System.arraycopy(fitted.coefficients(), 0, likeliest, cuts, fitted.coefficients().length);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double[] drawn = information.solveRoot(random.normals(likeliest.length));
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] += likeliest[k];
            }
            if (IntStream.range(1, cuts).allMatch(k -> drawn[k] > drawn[k - 1])) {
                return drawn;
            }
        }
        return new double[0];
    }
}
