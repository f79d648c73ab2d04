package org.ipstrial.stats.survival.cox;

/**
 * How events at one time enter the partial likelihood.
 *
 * <p>With {@code d} events at a time, {@code S} the sum of {@code exp(x'b)} over all at risk and {@code D} that over those
 * who have the event, the denominator of the {@code d} events is
 *
 * <pre>
 *   Breslow  S^d
 *   Efron    S (S - D/d) (S - 2 D/d) ... (S - (d - 1) D/d)
 * </pre>
 *
 * <p>Source: Breslow NE (1974), Biometrics 30:89-99; Efron B (1977), Journal of the American Statistical Association
 * 72:557-565.
 */
public enum Ties {
    /** Those who have the event at one time leave together as an average of all orders; R's default. */
    EFRON,
    /** All of them count as at risk for each of the events; SAS's default. */
    BRESLOW;

    /** The part of those who have the event that the l-th of d denominators leaves out. */
    public double leftOut(int l, int d) {
        return this == EFRON ? (double) l / d : 0;
    }
}
