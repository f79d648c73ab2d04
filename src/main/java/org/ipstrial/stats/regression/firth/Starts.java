package org.ipstrial.stats.regression.firth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Where the penalised likelihood may have a top. With columns of a long tail it can have several: one where the few rows of
 * the tail still tell of their coefficient, and one where their outcome is certain and the others tell.
 *
 * <p>The climbs begin where all coefficients are 0, and where each row has a share {@code a} of the other outcome as well: as
 * many people more in all as there are coefficients, and a tenth, a hundredth and a thousandth of that. Each of these has
 * one top of a plain likelihood, which is finite whatever separates the outcomes.
 */
final class Starts {

    private static final double[] SHARES = {1, 0.1, 0.01, 0.001};

    private Starts() {}

    /**
     * The starts.
     *
     * @param coefficients their number, and the value of the one that is held
     * @param held         the coefficient that is held, or -1
     */
    static List<double[]> of(ModelData data, double[] coefficients, int held) {
        int[] free =
                IntStream.range(0, coefficients.length).filter(j -> j != held).toArray();
        List<double[]> starts = new ArrayList<>();
        double[] nothing = new double[coefficients.length];
        if (held >= 0) {
            nothing[held] = coefficients[held];
        }
        starts.add(nothing);
        if (free.length == 0) {
            return starts;
        }
        for (double share : SHARES) {
            double added = share * coefficients.length / 2 / data.outcome().length;
            GeneralisedLinearModel.of(Logistic.RESPONSE, mixed(data, free, nothing, added))
                    .ifFitted()
                    .ifPresent(fit -> {
                        double[] start = nothing.clone();
                        for (int k = 0; k < free.length; k++) {
                            start[free[k]] = fit.coefficients()[k];
                        }
                        starts.add(start);
                    });
        }
        return starts;
    }

    /** Each row twice, with its outcome and with the other. */
    private static ModelData mixed(ModelData data, int[] free, double[] held, double added) {
        DesignMatrix design = data.design().select(free);
        double[][] columns =
                Arrays.stream(design.columns()).map(column -> twice(column)).toArray(double[][]::new);
        int n = data.outcome().length;
        double[] outcome = twice(data.outcome());
        double[] offset = new double[n];
        double[] weights = twice(data.weights());
        for (int i = 0; i < n; i++) {
            offset[i] = data.offset()[i] + data.design().predictor(i, held);
            outcome[n + i] = 1 - outcome[i];
            weights[i] *= 1 + added;
            weights[n + i] *= added;
        }
        return new ModelData(new DesignMatrix(design.names(), columns), outcome, twice(offset), weights);
    }

    private static double[] twice(double[] values) {
        double[] twice = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, twice, values.length, values.length);
        return twice;
    }
}
