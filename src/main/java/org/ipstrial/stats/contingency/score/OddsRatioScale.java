package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Ratios of odds.
 *
 * <p>The most likely pair with a fixed odds ratio keeps the number of events: with {@code x} events among {@code n} in
 * each arm, {@code n1 p1 = x1 - t} and {@code n2 p2 = x2 + t} for one pull {@code t} (Cornfield's adjusted table). The
 * pull ends where a cell is empty.
 */
final class OddsRatioScale implements Scale {

    static final Scale INSTANCE = new OddsRatioScale();

    private OddsRatioScale() {}

    @Override
    public Quantity estimate(TwoByTwo table) {
        return PointEstimate.oddsRatio(table);
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
        return Math.min(table.group().events(), table.reference().nonEvents());
    }

    @Override
    public ConstrainedFit fit(TwoByTwo table, double pull) {
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double x1 = table.group().events() - pull;
        double y1 = table.group().nonEvents() + pull;
        double x2 = table.reference().events() + pull;
        double y2 = table.reference().nonEvents() - pull;
        double chiSquared = pull == 0 ? 0 : pull * pull * (n1 / (x1 * y1) + n2 / (x2 * y2));
        return new ConstrainedFit(x1 / n1, x2 / n2, x1 * y2 / (y1 * x2), chiSquared);
    }
}
