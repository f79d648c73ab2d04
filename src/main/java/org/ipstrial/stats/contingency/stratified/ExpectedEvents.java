package org.ipstrial.stats.contingency.stratified;

import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * The events expected in the group of a two by two table with both margins kept, if its odds ratio were a given one.
 *
 * <p>With {@code n1} and {@code n2} people, {@code m} events in both arms and odds ratio {@code r}, the {@code e} between
 * {@code max(0, m - n2)} and {@code min(n1, m)} that solves {@code e (n2 - m + e) = r (m - e) (n1 - e)}. They are the
 * most likely too if the odds ratio is {@code r} and nothing else is known of the stratum.
 *
 * <p>Source: Breslow NE, Day NE (1980), Statistical Methods in Cancer Research I, International Agency for Research on
 * Cancer, section 4.4.
 */
public final class ExpectedEvents {

    private ExpectedEvents() {}

    /**
     * The expected events.
     *
     * @param ratio the odds ratio, above 0
     */
    public static double inGroup(TwoByTwo table, double ratio) {
        // The odds ratio of the arms changed round is the inverse one: so the quadratic opens upwards, and no form
        // cancels.
        if (ratio > 1) {
            return table.events() - inGroup(table.swapped(), 1 / ratio);
        }
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double m = table.events();
        double a = 1 - ratio;
        double b = n2 - m + ratio * (n1 + m);
        double c = ratio * n1 * m;
        double root = Math.sqrt(b * b + 4 * a * c);
        return b > 0 ? 2 * c / (b + root) : (root - b) / (2 * a);
    }
}
