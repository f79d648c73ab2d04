package org.ipstrial.stats.resampling;

/**
 * The acceleration of the BCa limits of a statistic of two independent arms.
 *
 * <p>With {@code l(ij)} the jackknife influence of person {@code j} of arm {@code i}, which is {@code (n(i) - 1)} times
 * what the statistic loses when that person is left out (from the mean of the arm's left-out values), and {@code n(i)}
 * the arm's size:
 *
 * <pre>
 *   u(ij) = l(ij) / n(i)
 *   a     = sum u^3 / (6 (sum u^2)^(3/2)),  both sums over both arms
 * </pre>
 *
 * <p>No unit; from -1/6 to 1/6. The weights {@code 1 / n(i)} are what makes arms of unequal size count rightly: a
 * person of a small arm moves the statistic more. Without any influence at all the acceleration is 0.
 *
 * <p>Source: Efron B (1987), Journal of the American Statistical Association 82:171-185, for one sample; Davison AC,
 * Hinkley DV (1997), Bootstrap Methods and their Application, chapter 5, for several.
 */
public final class Acceleration {

    private Acceleration() {}

    /**
     * The acceleration.
     *
     * @param group     jackknife influences of the group
     * @param reference jackknife influences of the reference
     */
    public static double of(double[] group, double[] reference) {
        // The largest goes out of the fraction first: squares and cubes neither overflow nor vanish.
        double largest = Math.max(largest(group) / group.length, largest(reference) / reference.length);
        if (largest == 0) {
            return 0;
        }
        double squares = 0;
        double cubes = 0;
        for (double[] arm : new double[][] {group, reference}) {
            for (double influence : arm) {
                double u = influence / arm.length / largest;
                squares += u * u;
                cubes += u * u * u;
            }
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double largest(double[] influences) {
        double largest = 0;
        for (double influence : influences) {
            largest = Math.max(largest, Math.abs(influence));
        }
        return largest;
    }
}
