package org.ipstrial.stats.imputation.engine;

import java.util.Arrays;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Rows of little weight that hold the coefficients of a logistic model where columns tell the outcomes apart.
 *
 * <p>For each of {@code p} columns (the column of ones aside) and each of {@code K} outcomes, two rows are added: that column
 * half a standard deviation above and below its mean, but within its range, and all others at their means. Each has weight
 * {@code (p + 1) / (2 p K)}, so that all together weigh as much as {@code p + 1} people.
 *
 * <p>Source: White IR, Daniel R, Royston P (2010), Computational Statistics &amp; Data Analysis 54:2267-2275, with the
 * half standard deviation and the range of R's {@code mice::augment}.
 *
 * @param columns the columns, longer by the rows added
 * @param levels  which of the outcomes each row added has, from 0
 * @param weight  the weight of each row added
 */
record Augmentation(double[][] columns, int[] levels, double weight) {

    /** A model's rows, of two outcomes, and those added. */
    static ModelData of(ModelData data) {
        Augmentation more = of(data.design().columns(), 2);
        int n = data.design().rows();
        int all = n + more.levels.length;
        double[] outcome = Arrays.copyOf(data.outcome(), all);
        double[] weights = Arrays.copyOf(data.weights(), all);
        Arrays.fill(weights, n, all, more.weight);
        for (int k = n; k < all; k++) {
            outcome[k] = more.levels[k - n];
        }
        return new ModelData(
                new DesignMatrix(data.design().names(), more.columns),
                outcome,
                Arrays.copyOf(data.offset(), all),
                weights);
    }

    /** Columns, the one of ones first, with the rows that are added where there are so many outcomes. */
    static Augmentation of(double[][] columns, int outcomes) {
        int p = columns.length - 1;
        int perColumn = 2 * outcomes;
        int[] levels = new int[p * perColumn];
        Arrays.setAll(levels, k -> k % perColumn / 2);
        double[][] longer = new double[columns.length][];
        longer[0] = new double[columns[0].length + levels.length];
        Arrays.fill(longer[0], 1);
        for (int j = 1; j <= p; j++) {
            longer[j] = longer(columns[j], (j - 1) * perColumn, perColumn, levels.length);
        }
        return new Augmentation(longer, levels, (p + 1.0) / levels.length);
    }

    private static double[] longer(double[] column, int own, int perColumn, int added) {
        Moments moments = Moments.of(column);
        double least = Arrays.stream(column).min().orElseThrow();
        double most = Arrays.stream(column).max().orElseThrow();
        double[] longer = Arrays.copyOf(column, column.length + added);
        Arrays.fill(longer, column.length, longer.length, moments.mean());
        for (int k = 0; k < perColumn; k++) {
            double moved = moments.mean() + (k % 2 == 0 ? moments.sd() : -moments.sd()) / 2;
            longer[column.length + own + k] = Math.max(least, Math.min(most, moved));
        }
        return longer;
    }
}
