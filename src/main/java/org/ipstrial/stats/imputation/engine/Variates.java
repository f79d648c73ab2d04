package org.ipstrial.stats.imputation.engine;

import org.ipstrial.stats.resampling.Draws;

/**
 * Normal and chi-squared numbers from one random stream. How they come from the stream is written out here, so that no
 * later version of a library can change a published digit.
 *
 * <p>Normal numbers: a point drawn in the unit circle, with squared distance {@code s} from its centre, gives two, each
 * coordinate times {@code sqrt(-2 log(s) / s)}. Chi-squared numbers with {@code k} degrees of freedom are twice a gamma
 * number of shape {@code a = k / 2}: with {@code d = a - 1/3}, {@code c = 1 / sqrt(9 d)}, normal {@code z} and
 * {@code v = (1 + c z)^3}, {@code d v} is taken with probability {@code exp(z^2/2 + d - d v + d log v)}; a shape below 1 is
 * raised by 1 and the number multiplied by {@code u^(1/a)}.
 *
 * <p>Source: Marsaglia G, Bray TA (1964), SIAM Review 6:260-264; Marsaglia G, Tsang WW (2000), ACM Transactions on
 * Mathematical Software 26:363-372.
 */
public final class Variates {

    private final Draws draws;
    private double spare;
    private boolean hasSpare;

    /** Numbers from the beginning of a stream. */
    public Variates(Draws draws) {
        this.draws = draws;
    }

    /** A number from 0 to {@code n - 1}. */
    public int below(int n) {
        return draws.below(n);
    }

    /** Whether an event of some probability happens. */
    boolean happens(double probability) {
        return draws.fraction() < probability;
    }

    /** A fraction from 0 up to, but not including, 1. */
    double fraction() {
        return draws.fraction();
    }

    /** A standard normal number. */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double s;
        do {
            x = 2 * draws.fraction() - 1;
            y = 2 * draws.fraction() - 1;
            s = x * x + y * y;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = y * factor;
        hasSpare = true;
        return x * factor;
    }

    /** So many standard normal numbers. */
    double[] normals(int count) {
        double[] numbers = new double[count];
        for (int j = 0; j < count; j++) {
            numbers[j] = normal();
        }
        return numbers;
    }

    /** A chi-squared number with so many degrees of freedom, at least 1. */
    double chiSquared(long df) {
        double shape = df / 2.0;
        if (shape >= 1) {
            return 2 * gamma(shape);
        }
        double u = 1 - draws.fraction();
        return 2 * gamma(shape + 1) * StrictMath.pow(u, 1 / shape);
    }

    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = normal();
            double root = 1 + c * z;
            if (root > 0) {
                double v = root * root * root;
                double u = 1 - draws.fraction();
                if (StrictMath.log(u) < z * z / 2 + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
