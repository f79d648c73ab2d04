package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * Differences between probabilities.
 *
 * <p>With {@code x} events among {@code n} in each arm, the most likely pair with {@code p1 - p2} fixed has
 * {@code x1 - n1 p1 = t p1 (1 - p1)} and {@code x2 - n2 p2 = -t p2 (1 - p2)} for one pull {@code t}; each is a
 * quadratic equation with one root from 0 to 1, which also holds where the best pair lies on the border.
 */
final class DifferenceScale implements Scale {

    static final Scale INSTANCE = new DifferenceScale();

    private DifferenceScale() {}

    @Override
    public Quantity estimate(TwoByTwo table) {
        return Quantity.of(PointEstimate.riskDifference(table));
    }

    @Override
    public double least() {
        return -1;
    }

    @Override
    public double mirror(double effect) {
        // Not -effect, which turns 0 into -0.
        return 0 - effect;
    }

    @Override
    public double reach(TwoByTwo table) {
        boolean least = table.group().events() == 0 && table.reference().nonEvents() == 0;
        return least ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public ConstrainedFit fit(TwoByTwo table, double pull) {
        double p1 = share(table.group(), pull);
        double p2 = share(table.reference(), -pull);
        return new ConstrainedFit(p1, p2, p1 - p2, pull * (pull * variance(table, pull)));
    }

    /** The difference between the fitted shares. */
    static double effect(TwoByTwo table, double pull) {
        return share(table.group(), pull) - share(table.reference(), -pull);
    }

    /** The variance of the observed difference at the fitted shares, {@code p1 (1 - p1) / n1 + p2 (1 - p2) / n2}. */
    static double variance(TwoByTwo table, double pull) {
        BinomialCount one = table.group();
        BinomialCount two = table.reference();
        double p1 = share(one, pull);
        double p2 = share(two, -pull);
        double q1 = share(one.nonEvents(), one.events(), -pull);
        double q2 = share(two.nonEvents(), two.events(), pull);
        return p1 * q1 / one.assessed() + p2 * q2 / two.assessed();
    }

    private static double share(BinomialCount count, double pull) {
        return share(count.events(), count.nonEvents(), pull);
    }

    /**
     * The root from 0 to 1 of {@code t p&sup2; - (n + t) p + x = 0}, by whichever form of it does not cancel. The
     * discriminant {@code (n + t)&sup2; - 4 t x} is written as a sum that cannot be negative.
     */
    private static double share(double x, double y, double t) {
        double b = x + y + t;
        double root = Math.sqrt((y - x + t) * (y - x + t) + 4 * x * y);
        return b > 0 ? 2 * x / (b + root) : (root - b) / (-2 * t);
    }
}
