package org.ipstrial.stats.contingency.unconditional;

import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Differences between probabilities.
 *
 * <p>The most likely pair with {@code p1 - p2 = e} has {@code x1 - n1 p1 = t p1 (1 - p1)} and
 * {@code x2 - n2 p2 = -t p2 (1 - p2)} for one {@code t}; the score is then
 * {@code z = t sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)}. {@code t} is found by Newton's steps within a bracket, which is
 * halved wherever a step is not below half the step before it: with an empty cell the curve has a bend, about which
 * Newton's steps alone go to and fro without end.
 */
final class DifferenceCurve implements NullCurve {

    static final NullCurve INSTANCE = new DifferenceCurve();

    private static final double LEAST = -1 + 1e-9;
    private static final int MOST_STEPS = 200;

    private DifferenceCurve() {}

    @Override
    public double position(double effect) {
        return effect;
    }

    @Override
    public double effect(double position) {
        return position;
    }

    @Override
    public double leastPosition() {
        return LEAST;
    }

    @Override
    public double lowestReference(double effect) {
        return Math.max(0, -effect);
    }

    @Override
    public double highestReference(double effect) {
        return Math.min(1, 1 - effect);
    }

    @Override
    public double group(double reference, double effect) {
        return Math.max(0, Math.min(1, reference + effect));
    }

    @Override
    public double slope(double effect) {
        return 1;
    }

    @Override
    public double observed(TwoByTwo table) {
        return Math.min(-LEAST, Math.max(LEAST, PointEstimate.riskDifference(table)));
    }

    @Override
    public double score(int x1, int n1, int x2, int n2, double effect) {
        int y1 = n1 - x1;
        int y2 = n2 - x2;
        double d = (double) ((long) x1 * n2 - (long) x2 * n1) / ((long) n1 * n2);
        if (Math.abs(d - effect) <= 1e-15) {
            return 0;
        }
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double t = 0;
        double before = Double.POSITIVE_INFINITY;
        double spread = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double root1 = Math.sqrt((y1 - x1 + t) * (y1 - x1 + t) + 4.0 * x1 * y1);
            double root2 = Math.sqrt((y2 - x2 - t) * (y2 - x2 - t) + 4.0 * x2 * y2);
            double p1 = share(x1, n1 + t, root1, t);
            double q1 = share(y1, n1 - t, root1, -t);
            double p2 = share(x2, n2 - t, root2, -t);
            double q2 = share(y2, n2 + t, root2, t);
            spread = p1 * q1 / n1 + p2 * q2 / n2;
            double above = p1 - p2 - effect;
            if (above > 0) {
                low = t;
            } else {
                high = t;
            }
            double slope = (p1 * q1 == 0 ? 0 : p1 * q1 / root1) + (p2 * q2 == 0 ? 0 : p2 * q2 / root2);
            double next = t + above / slope;
            if (!(next > low && next < high && Math.abs(next - t) <= before / 2)) {
                next = Double.isInfinite(low)
                        ? 2 * high - n1 - n2
                        : Double.isInfinite(high) ? 2 * low + n1 + n2 : low + (high - low) / 2;
            }
            before = Math.abs(next - t);
            if (above == 0 || before <= 4e-16 * Math.abs(t)) {
                break;
            }
            t = next;
        }
        return t * Math.sqrt(spread);
    }

    /** The root from 0 to 1 of {@code t p&sup2; - b p + x = 0}, by whichever form of it does not cancel. */
    private static double share(double x, double b, double root, double t) {
        return b > 0 ? 2 * x / (b + root) : (root - b) / (-2 * t);
    }
}
