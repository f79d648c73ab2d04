package org.ipstrial.stats.contingency.unconditional;

import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Exact unconditional one-sided tests of an effect, ordered by the score statistic, and the limits that they leave.
 *
 * <p>With {@code R(e)} the tables whose score {@code Z(e)} is at least the observed one, {@code P(e)} is the largest
 * probability of {@code R(e)} over all pairs of probabilities with the effect {@code e}. The lower limit is the smallest
 * {@code e} with {@code P(e)} above the tail {@code a}. While {@code R} stays the same {@code P} grows with {@code e}, but
 * it jumps where tables enter the set or leave it, at places that no grid is sure to meet. So a stretch of effects
 * from {@code l} to {@code h} is passed over only by proof: every score falls as the effect grows, hence all that is in
 * {@code R(e)} anywhere in the stretch is among
 * <pre>
 *   U(l, h) = tables whose Z(l) is at least the observed Z(h)
 * </pre>
 * and {@code P} is nowhere in the stretch above the largest probability of {@code U(l, h)} at {@code h}. Stretches that
 * this does not settle are halved, from the left, down to 1e-12.
 *
 * <p>That the scores fall: with {@code t} the multiplier of the constraint at the most likely pair, the score of a
 * difference is {@code z = t sqrt(V)}, {@code V = p1 q1 / n1 + p2 q2 / n2}, and {@code dz/dt} has the sign of
 * {@code sum of p q (n + r) / (n r)}, {@code r1 = n1 + t (1 - 2 p1)} and {@code r2 = n2 - t (1 - 2 p2)}, neither below 0.
 * That of a ratio is {@code z = u sqrt(y1 / (n1 (x1 - u)) + y2 / (n2 (x2 + u)))} with {@code p1 = (x1 - u) / (n1 - u)} and
 * {@code p2 = (x2 + u) / (n2 + u)}, where {@code -x2 <= u <= x1}, and {@code dz/du} has the sign of
 * {@code (y1 / n1) (2 x1 - u) / (x1 - u)^2 + (y2 / n2) (2 x2 + u) / (x2 + u)^2}. Neither is negative, and as {@code t} or
 * {@code u} grows the effect falls.
 *
 * <p>The p-value against a larger effect is the largest {@code P} up to {@code e}, found in the same way: it is below
 * {@code a} exactly when the lower limit is above {@code e}. Where {@code P(e)} itself is one half or more it is the
 * p-value, since no one-sided test at a level that anybody uses rejects there.
 */
final class ExactScore {

    private static final double HALF = 0.5;
    private static final double FINEST = 1e-12;
    private static final double PRECISION_OF_P = 1 + 1e-9;
    /** A p-value below this is looked for again with the probabilities that limits have no need of. */
    private static final double SMALL = 1e-15;

    private final NullCurve curve;
    private final TwoByTwo table;
    private final WorstCase worst;

    ExactScore(NullCurve curve, TwoByTwo table) {
        this.curve = curve;
        this.table = table;
        this.worst = worst(curve, table, Binomial.UNSEEN);
    }

    private static WorstCase worst(NullCurve curve, TwoByTwo table, double negligible) {
        return new WorstCase(curve, table.group().assessed(), table.reference().assessed(), negligible);
    }

    /** The lower limit as an effect, nothing where it is the lower end of the scale. */
    OptionalDouble lower(double tail) {
        double observed = curve.observed(table);
        if (observed <= curve.leastPosition()) {
            return OptionalDouble.empty();
        }
        double found = first(curve.leastPosition(), observed, tail);
        return OptionalDouble.of(curve.effect(Double.isNaN(found) ? observed : found));
    }

    /** The p-value against a larger effect, a small one with its digits. */
    double greater(double effect) {
        double p = greater(effect, worst);
        return p >= SMALL ? p : greater(effect, worst(curve, table, Binomial.SMALLEST));
    }

    private double greater(double effect, WorstCase worstCase) {
        double best = worstCase.largest(Region.of(curve, table, effect), effect, 0);
        return best >= HALF ? best : largest(curve.leastPosition(), curve.position(effect), best, worstCase);
    }

    /** The p-value of an effect; the one-sided tests are those of the table and of its mirror image. */
    static double pValue(double greater, double less, Alternative alternative) {
        return NormalTest.atLeastSmallest(Math.min(1, alternative.pValue(greater, less)));
    }

    /** The first position from one to another where P exceeds the tail; NaN if it does nowhere. */
    private double first(double low, double high, double tail) {
        double effect = curve.effect(high);
        if (!worst.exceeds(Region.between(curve, table, curve.effect(low), effect), effect, tail)) {
            return Double.NaN;
        }
        if (high - low <= FINEST) {
            return high;
        }
        double middle = low + (high - low) / 2;
        double found = first(low, middle, tail);
        return Double.isNaN(found) ? first(middle, high, tail) : found;
    }

    /** The largest P from one position to another, unless it is not above the best so far, which is then given. */
    private double largest(double low, double high, double best, WorstCase worstCase) {
        double effect = curve.effect(high);
        Region any = Region.between(curve, table, curve.effect(low), effect);
        if (high - low <= FINEST) {
            return worstCase.largest(any, effect, best);
        }
        if (!worstCase.exceeds(any, effect, best * PRECISION_OF_P)) {
            return best;
        }
        double middle = low + (high - low) / 2;
        double atMiddle = curve.effect(middle);
        double better = worstCase.largest(Region.of(curve, table, atMiddle), atMiddle, best);
        return largest(low, middle, largest(middle, high, better, worstCase), worstCase);
    }
}
