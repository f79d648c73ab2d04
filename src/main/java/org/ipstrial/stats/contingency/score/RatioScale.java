package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Ratios of probabilities.
 *
 * <p>With {@code x} events among {@code n} in each arm, the most likely pair with {@code p1 / p2} fixed has
 * {@code x1 - n1 p1 = t (1 - p1)} and {@code x2 - n2 p2 = -t (1 - p2)} for one pull {@code t}, hence
 * {@code p1 = (x1 - t) / (n1 - t)} and {@code p2 = (x2 + t) / (n2 + t)}. The pull ends at {@code x1}, where
 * {@code p1 = 0}.
 *
 * <p>Where everybody in the group had the event, {@code p1} is 1 up to the pull {@code n1} and any number below at that
 * pull, with {@code p2} at rest. That stretch is laid out on the pulls beyond: {@code p1 = n1 / t}, which adds
 * {@code t - n1} to the chi-squared.
 */
final class RatioScale implements Scale {

    static final Scale INSTANCE = new RatioScale();

    private RatioScale() {}

    @Override
    public Quantity estimate(TwoByTwo table) {
        return PointEstimate.riskRatio(table);
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double mirror(double effect) {
        return 1 / effect;
    }

    @Override
    public double reach(TwoByTwo table) {
        return table.group().nonEvents() == 0
                ? Double.POSITIVE_INFINITY
                : table.group().events();
    }

    @Override
    public ConstrainedFit fit(TwoByTwo table, double pull) {
        double x1 = table.group().events();
        double n1 = table.group().assessed();
        double y1 = table.group().nonEvents();
        double x2 = table.reference().events();
        double n2 = table.reference().assessed();
        double y2 = table.reference().nonEvents();
        double t = Math.min(pull, x1);
        double beyond = pull - t;
        double p1 = y1 == 0 ? n1 / (n1 + beyond) : (x1 - t) / (n1 - t);
        double p2 = (x2 + t) / (n2 + t);
        double misfit1 = y1 == 0 ? beyond : t * t * y1 / (n1 * (x1 - t));
        double misfit2 = t == 0 || y2 == 0 ? 0 : t * t * y2 / (n2 * (x2 + t));
        return new ConstrainedFit(p1, p2, p1 * (n2 + t) / (x2 + t), misfit1 + misfit2);
    }
}
