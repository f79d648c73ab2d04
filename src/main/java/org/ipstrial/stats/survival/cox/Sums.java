package org.ipstrial.stats.survival.cox;

import java.util.Arrays;

/**
 * Sums of {@code w}, {@code w x} and {@code w x x'}, {@code w = exp(x'b - c)} times the case weight, over some people; where a
 * penalty asks for them, also those of the products of three covariates.
 */
public final class Sums {

    private final int width;
    private final int third;
    private final double[] values;

    Sums(int width, boolean third) {
        this.width = width;
        int pairs = 1 + width + width * (width + 1) / 2;
        this.third = third ? pairs : -1;
        values = new double[third ? pairs + width * (width + 1) * (width + 2) / 6 : pairs];
    }

    double zero() {
        return values[0];
    }

    double one(int j) {
        return values[1 + j];
    }

    /** The sum of the products of two covariates, {@code j >= k}. */
    double two(int j, int k) {
        return values[1 + width + j * (j + 1) / 2 + k];
    }

    /** The sum of the products of three covariates, {@code h >= j >= k}. */
    double three(int h, int j, int k) {
        return values[third + h * (h + 1) * (h + 2) / 6 + j * (j + 1) / 2 + k];
    }

    void clear() {
        Arrays.fill(values, 0);
    }

    /** Makes this the sum of two others. */
    void join(Sums one, Sums other) {
        for (int i = 0; i < values.length; i++) {
            values[i] = one.values[i] + other.values[i];
        }
    }

    void add(double w, CoxData data, int i) {
        values[0] += w;
        int at = 1 + width;
        for (int j = 0; j < width; j++) {
            double wx = w * data.x(i, j);
            values[1 + j] += wx;
            for (int l = 0; l <= j; l++) {
                values[at++] += wx * data.x(i, l);
            }
        }
        for (int j = 0; j < width && third > 0; j++) {
            for (int k = 0; k <= j; k++) {
                double wxx = w * data.x(i, j) * data.x(i, k);
                for (int l = 0; l <= k; l++) {
                    values[at++] += wxx * data.x(i, l);
                }
            }
        }
    }
}
