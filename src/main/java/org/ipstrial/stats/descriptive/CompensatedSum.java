package org.ipstrial.stats.descriptive;

import java.util.Arrays;

/**
 * A sum that carries what rounding drops.
 *
 * <p>Source: Neumaier A (1974), Zeitschrift f&uuml;r Angewandte Mathematik und Mechanik 54:39-51; with products: Ogita T,
 * Rump SM, Oishi S (2005), Accurate sum and dot product, SIAM Journal on Scientific Computing 26:1955-1988, Dot2.
 */
public final class CompensatedSum {

    private double sum;
    private double dropped;

    /** So many sums with nothing in them. */
    public static CompensatedSum[] zeros(int count) {
        CompensatedSum[] sums = new CompensatedSum[count];
        Arrays.setAll(sums, any -> new CompensatedSum());
        return sums;
    }

    /** The values of several sums. */
    public static double[] values(CompensatedSum[] sums) {
        return Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
    }

    /** Adds a number. */
    public void add(double x) {
        double next = sum + x;
        dropped += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }

    /** Adds a product, with what its rounding drops. */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        dropped += Math.fma(a, b, -product);
    }

    /** The sum. */
    public double value() {
        return sum + dropped;
    }
}
