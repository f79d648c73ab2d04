package org.ipstrial.stats.survival.hazards;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.descriptive.Quantiles;

/**
 * A natural cubic spline with 4 degrees of freedom (a constant among them), fitted by least squares and read where it was
 * fitted.
 *
 * <p>Its knots are those of R's {@code plot.cox.zph}: the ends, and the thirds (quantiles of type 7) of the places together
 * with {@value #GRID} at even distances from end to end.
 *
 * @param fitted   the spline at each place
 * @param leverage its variance there, as a part of the variance of one value
 */
record NaturalSpline(double[] fitted, double[] leverage) {

    private static final int GRID = 40;
    private static final double RANK = 1e-7;

    /** The spline, or none where the places are too few or too unevenly spread to hold it. */
    static Optional<NaturalSpline> of(double[] places, double[] values) {
        double least = Arrays.stream(places).min().orElse(0);
        double span = Arrays.stream(places).max().orElse(0) - least;
        if (!(span > 0)) {
            return Optional.empty();
        }
        double[] x = Arrays.stream(places).map(place -> (place - least) / span).toArray();
        double[] all = DoubleStream.concat(
                        IntStream.range(0, GRID).mapToDouble(k -> k / (GRID - 1.0)), Arrays.stream(x))
                .sorted()
                .toArray();
        double lower = Quantiles.of(all, 1 / 3.0, QuantileType.R7);
        double upper = Quantiles.of(all, 2 / 3.0, QuantileType.R7);
        double[][] columns = new double[4][x.length];
        for (int i = 0; i < x.length; i++) {
            double last = bend(x[i], upper);
            columns[0][i] = 1;
            columns[1][i] = x[i];
            columns[2][i] = bend(x[i], 0) - last;
            columns[3][i] = bend(x[i], lower) - last;
        }
        return orthonormal(columns) ? Optional.of(projected(columns, values)) : Optional.empty();
    }

    private static double bend(double x, double knot) {
        double over = Math.max(0, x - knot);
        return over * over * over / (1 - knot);
    }

    private static NaturalSpline projected(double[][] columns, double[] values) {
        double[] fitted = new double[values.length];
        double[] leverage = new double[values.length];
        for (double[] column : columns) {
            double part = dot(column, values);
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] += part * column[i];
                leverage[i] += column[i] * column[i];
            }
        }
        return new NaturalSpline(fitted, leverage);
    }

    /** Gram and Schmidt's method, each column twice; whether none is made of those before it. */
    private static boolean orthonormal(double[][] columns) {
        for (int j = 0; j < columns.length; j++) {
            double whole = Math.sqrt(dot(columns[j], columns[j]));
            for (int k = 0; k < 2 * j; k++) {
                double[] before = columns[k % j];
                double part = dot(columns[j], before);
                for (int i = 0; i < before.length; i++) {
                    columns[j][i] -= part * before[i];
                }
            }
            double left = Math.sqrt(dot(columns[j], columns[j]));
            if (!(left > RANK * whole)) {
                return false;
            }
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] /= left;
            }
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < a.length; i++) {
            sum.add(a[i] * b[i]);
        }
        return sum.value();
    }
}
