package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Whether numbers are drawn from a distribution. */
final class Kolmogorov {

    private Kolmogorov() {}

    /** Kolmogorov's distance of n draws is above 1.95 / sqrt(n) once in a thousand times. */
    static void assertDrawnFrom(DoubleUnaryOperator cumulative, double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - (double) i / sorted.length, (i + 1.0) / sorted.length - p));
        }
        assertThat(distance).isLessThan(1.95 / Math.sqrt(sorted.length));
    }
}
