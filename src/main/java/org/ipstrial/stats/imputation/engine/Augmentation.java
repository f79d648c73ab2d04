package org.ipstrial.stats.imputation.engine;

import java.util.Arrays;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Rows of little weight that hold the coefficients of a logistic model where columns tell the outcomes apart.
 *
 * <p>For each of {@code p} columns (the column of ones aside) and each of the two outcomes, two rows are added: that column
 * half a standard deviation above and below its mean, but within its range, and all others at their means. Each has weight
 * {@code (p + 1) / (4 p)}, so that all together weigh as much as {@code p + 1} people.
 *
 * <p>Source: White IR, Daniel R, Royston P (2010), Computational Statistics &amp; Data Analysis 54:2267-2275, with the
 * half standard deviation and the range of R's {@code mice::augment}.
 */
final class Augmentation {

    private static final int PER_COLUMN = 4;

    private Augmentation() {}

    /** A model's rows and those added. */
    static ModelData of(ModelData data) {
        DesignMatrix design = data.design();
        int n = design.rows();
        int p = design.width() - 1;
        int added = PER_COLUMN * p;
        double[][] columns = new double[design.width()][];
        columns[0] = Arrays.copyOf(design.columns()[0], n + added);
        Arrays.fill(columns[0], n, n + added, 1);
        for (int j = 1; j <= p; j++) {
            columns[j] = longer(design.columns()[j], n + PER_COLUMN * (j - 1), added);
        }
        double[] outcome = Arrays.copyOf(data.outcome(), n + added);
        double[] weights = Arrays.copyOf(data.weights(), n + added);
        for (int k = 0; k < added; k++) {
            outcome[n + k] = k % PER_COLUMN < 2 ? 0 : 1;
            weights[n + k] = (p + 1.0) / added;
        }
        return new ModelData(
                new DesignMatrix(design.names(), columns), outcome, Arrays.copyOf(data.offset(), n + added), weights);
    }

    private static double[] longer(double[] column, int own, int added) {
        Moments moments = Moments.of(column);
        double least = Arrays.stream(column).min().orElseThrow();
        double most = Arrays.stream(column).max().orElseThrow();
        double[] longer = Arrays.copyOf(column, column.length + added);
        Arrays.fill(longer, column.length, longer.length, moments.mean());
        for (int k = 0; k < PER_COLUMN; k++) {
            double moved = moments.mean() + (k % 2 == 0 ? moments.sd() : -moments.sd()) / 2;
            longer[own + k] = Math.max(least, Math.min(most, moved));
        }
        return longer;
    }
}
