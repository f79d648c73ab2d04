package org.ipstrial.stats.contingency.unconditional;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The largest probability of a {@link Region} over all pairs of probabilities that have one effect.
 *
 * <p>Along the line of those pairs the probability {@code f} is smooth. On a part of the line, of half-width {@code h}
 * about its middle, it cannot be above
 * <pre>
 *   f(middle) + |f'(middle)| h + M h&sup2; / 2
 *   M = I1 + I2 + (J1 + J2) / 2,  I = w&sup2; n / (p q),  J = w&sup2; sqrt(n) / (p q)^(3/2)
 * </pre>
 * with the smallest {@code p q} there is in the part, {@code w} being how fast each {@code p} goes: {@code M} bounds the
 * second derivative of any sum of binomial probabilities. Nor can it be above the probability {@code c} at the corner, with
 * the group's {@code p} at its largest and the reference's at its smallest; and with that
 * <pre>
 *   M = c (G1 + G2)&sup2;, G = w n / min(p, q)
 * </pre>
 * bounds the second derivative too, which for small probabilities is the tighter bound: {@code G} bounds the derivative of
 * the logarithm of each of them. Parts are halved until none can hold more than was found, to 1e-10 of it.
 */
final class WorstCase {

    private static final double PRECISION = 1 + 1e-10;
    private static final int FIRST_PARTS = 16;
    private static final double SMALLEST_PART = 1e-14;

    private final NullCurve curve;
    private final Binomial group;
    private final Binomial reference;
    private final double[] below;
    private double value;
    private double slope;

    /**
     * The search for arms of these sizes.
     *
     * @param negligible beside the largest probability of an arm no smaller one counts
     */
    WorstCase(NullCurve curve, int n1, int n2, double negligible) {
        this.curve = curve;
        this.group = new Binomial(n1, negligible);
        this.reference = new Binomial(n2, negligible);
        this.below = new double[n2 + 1];
    }

    /** Whether the largest probability is above a threshold, by more than 1e-10 of it. */
    boolean exceeds(Region region, double effect, double threshold) {
        return search(region, effect, threshold, true) > threshold;
    }

    /** The largest probability, unless it is not above {@code atLeast}, which is then given. */
    double largest(Region region, double effect, double atLeast) {
        return Math.min(1, search(region, effect, atLeast, false));
    }

    private double search(Region region, double effect, double start, boolean anyWillDo) {
        double low = curve.lowestReference(effect);
        double high = curve.highestReference(effect);
        double best = start;
        Deque<double[]> parts = new ArrayDeque<>();
        for (int i = FIRST_PARTS; i > 0; i--) {
            parts.push(new double[] {low + (high - low) * (i - 1) / FIRST_PARTS, low + (high - low) * i / FIRST_PARTS});
        }
        for (double end : new double[] {low, high}) {
            evaluate(region, effect, curve.group(end, effect), end);
            best = Math.max(best, value);
        }
        while (!parts.isEmpty()) {
            if (anyWillDo && best > start) {
                return best;
            }
            double[] part = parts.pop();
            double middle = part[0] + (part[1] - part[0]) / 2;
            double half = (part[1] - part[0]) / 2;
            evaluate(region, effect, curve.group(middle, effect), middle);
            best = Math.max(best, value);
            if (half > SMALLEST_PART * (high - low) && canExceed(region, effect, part, half, best * PRECISION)) {
                boolean leftFirst = slope < 0;
                double[] left = {part[0], middle};
                double[] right = {middle, part[1]};
                parts.push(leftFirst ? right : left);
                parts.push(leftFirst ? left : right);
            }
        }
        return best;
    }

    private boolean canExceed(Region region, double effect, double[] part, double half, double limit) {
        double w = curve.slope(effect);
        double bend = w * w * bend(group.n, curve.group(part[0], effect), curve.group(part[1], effect))
                + bend(reference.n, part[0], part[1]);
        if (value + Math.abs(slope) * half + bend * half * half / 2 <= limit) {
            return false;
        }
        double inTheMiddle = value;
        double slopeInTheMiddle = slope;
        evaluate(region, effect, curve.group(part[1], effect), part[0]);
        double corner = value;
        slope = slopeInTheMiddle;
        double steepest = w * steepest(group.n, curve.group(part[0], effect), curve.group(part[1], effect))
                + steepest(reference.n, part[0], part[1]);
        double relative = inTheMiddle + Math.abs(slope) * half + corner * steepest * steepest * half * half / 2;
        return corner > limit && !(relative <= limit);
    }

    /** {@code n / min(p, q)} with the smallest of a part, which is at one end. */
    private static double steepest(int n, double low, double high) {
        return n / Math.max(0, Math.min(Math.min(low, 1 - low), Math.min(high, 1 - high)));
    }

    /** {@code n / (p q) + sqrt(n) / (2 (p q)^(3/2))} with the smallest {@code p q} of a part, which is at one end. */
    private static double bend(int n, double low, double high) {
        double pq = Math.max(0, Math.min(low * (1 - low), high * (1 - high)));
        return n / pq + Math.sqrt(n / pq) / (2 * pq);
    }

    /** The probability of the region, and its derivative along the line where both probabilities lie inside. */
    private void evaluate(Region region, double effect, double p1, double p2) {
        group.at(p1);
        reference.at(p2);
        double sum = 0;
        for (int k = reference.first; k <= reference.last; k++) {
            sum += reference.f[k];
            below[k] = sum;
        }
        double probability = 0;
        double along1 = 0;
        double along2 = 0;
        double mean1 = group.n * p1;
        for (int k = group.first; k <= group.last; k++) {
            int most = region.most()[k];
            if (most >= reference.first) {
                double tail = most >= reference.last ? 1 : below[most];
                probability += group.f[k] * tail;
                along1 += group.f[k] * (k - mean1) * tail;
                along2 -= group.f[k] * (most >= reference.last ? 0 : (reference.n - most) * reference.f[most]);
            }
        }
        value = probability;
        slope = curve.slope(effect) * along1 / (p1 * (1 - p1)) + along2 / (1 - p2);
    }
}
