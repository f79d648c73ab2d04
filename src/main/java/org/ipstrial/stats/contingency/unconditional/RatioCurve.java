package org.ipstrial.stats.contingency.unconditional;

import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Ratios of probabilities; the position of a ratio {@code r} is {@code r / (1 + r)}.
 *
 * <p>The most likely pair with {@code p1 = r p2} has {@code p2 = 2 m / (b + sqrt(c))} with {@code m = x1 + x2},
 * {@code b = n1 r + x1 + n2 + x2 r} and {@code c = b&sup2; - 4 (n1 + n2) r m}, which is
 * {@code (r (n1 + x2) - (n2 + x1))&sup2; + 4 r y1 y2} without a difference that cancels; the score is
 * {@code z = (s1 - r s2) / sqrt(p1 (1 - p1) / n1 + r&sup2; p2 (1 - p2) / n2)}, 0 for a table without events.
 */
final class RatioCurve implements NullCurve {

    static final NullCurve INSTANCE = new RatioCurve();

    private static final double LEAST = 1e-9;

    private RatioCurve() {}

    @Override
    public double position(double effect) {
        return effect / (1 + effect);
    }

    @Override
    public double effect(double position) {
        return position / (1 - position);
    }

    @Override
    public double leastPosition() {
        return LEAST;
    }

    @Override
    public double lowestReference(double effect) {
        return 0;
    }

    @Override
    public double highestReference(double effect) {
        return Math.min(1, 1 / effect);
    }

    @Override
    public double group(double reference, double effect) {
        return Math.min(1, reference * effect);
    }

    @Override
    public double slope(double effect) {
        return effect;
    }

    @Override
    public double observed(TwoByTwo table) {
        if (table.group().events() == 0) {
            return LEAST;
        }
        if (table.reference().events() == 0) {
            return 1 - LEAST;
        }
        double ratio = PointEstimate.riskRatio(table).ifEstimated().orElseThrow();
        return Math.min(1 - LEAST, Math.max(LEAST, position(ratio)));
    }

    @Override
    public double score(int x1, int n1, int x2, int n2, double effect) {
        double m = (double) x1 + x2;
        double off = ((double) x1 * n2 - effect * x2 * n1) / ((double) n1 * n2);
        if (m == 0 || Math.abs(off) <= 1e-15 * effect) {
            return 0;
        }
        double b = n1 * effect + x1 + n2 + x2 * effect;
        double apart = effect * ((double) n1 + x2) - ((double) n2 + x1);
        double p2 = 2 * m / (b + Math.sqrt(apart * apart + 4 * effect * (n1 - x1) * (n2 - x2)));
        double p1 = Math.min(1, effect * p2);
        double variance = p1 * (1 - p1) / n1 + effect * effect * p2 * Math.max(0, 1 - p2) / n2;
        return off / Math.sqrt(variance);
    }
}
