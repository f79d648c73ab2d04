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
 *   cuts a* and coefficients b* from their posterior with a flat prior, by {@link ExactPosterior}
 *   y at or below level j with probability 1 / (1 + exp(-(a*(j) - x'b*)))
 * </pre>
 *
 * <p>{@code mice.impute.polr} draws no parameters, so that its spread between imputations is too small.
 *
 * <p>Edges: as {@link NormalDraw}; columns that separate the levels at every cut give no draw ({@code separation}); a fit
 * that comes to no end, or cuts that do not come in order in 1,000 proposals, are {@code not-converged}.
 *
 * <p>Source: White IR, Royston P, Wood AM (2011), Statistics in Medicine 30:377-399, section 2.3.
 */
final class OrdinalDraw {

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
        Optional<double[]> drawn = parameters(ordinal, fitted, random);
        if (drawn.isEmpty()) {
            return Drawn.none(Reason.NOT_CONVERGED);
        }
        double[] parameters = drawn.get();
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
    private static Optional<double[]> parameters(OrdinalData data, ProportionalOdds fitted, Variates random) {
        int cuts = fitted.cuts().length;
        int all = cuts + fitted.coefficients().length;
        double[] likeliest = Arrays.copyOf(fitted.cuts(), all);
        System.arraycopy(fitted.coefficients(), 0, likeliest, cuts, all - cuts);
        JointInformation information = JointInformation.of(data, fitted);
        return ExactPosterior.draw(
                all,
                z -> {
                    double[] moved = information.solveRoot(z);
                    Arrays.setAll(moved, k -> moved[k] + likeliest[k]);
                    return moved;
                },
                at -> ProportionalOdds.logLikelihood(data, Arrays.copyOf(at, cuts), Arrays.copyOfRange(at, cuts, all)),
                random);
    }
}
