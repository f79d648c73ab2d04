package org.ipstrial.stats.descriptive;

/**
 * A sum that carries what rounding drops.
 *
 * <p>Source: Neumaier A (1974), Zeitschrift f&uuml;r Angewandte Mathematik und Mechanik 54:39-51.
 */
public final class CompensatedSum {

    private double sum;
    private double dropped;

    public void add(double x) {
        double next = sum + x;
        dropped += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }

    public double value() {
        return sum + dropped;
    }
}
