package org.ipstrial.stats.contingency.unconditional;

import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Exact unconditional one-sided tests of an effect, ordered by the score statistic, and the limits that they leave.
 *
 * <p>{@code P(e)} is the largest probability, over all pairs of probabilities with the effect {@code e}, of the tables
 * whose score for {@code e} is at least the observed one. The lower limit is the smallest {@code e} with {@code P(e)}
 * above the tail {@code a}. As {@code e} grows, {@code P} grows but for falls where a table leaves the set, so that it
 * may pass {@code a} more than once; halving alone would find any of these places. Here a stretch is passed over only
 * if the tables of both its ends together, at its upper end, have no more than {@code a}; for as the effect grows a set
 * that stays the same becomes more likely. So the smallest is found, up to sets that come and go within a stretch.
 *
 * <p>The p-value against a larger effect is the largest {@code P} up to {@code e}: it is below {@code a} exactly when
 * the lower limit is above {@code e}. Where {@code P(e)} itself is one half or more it is the p-value, since no
 * one-sided test at a level that anybody uses rejects there.
 */
final class ExactScore {

    private static final double HALF = 0.5;
    private static final double FINEST = 1e-12;
    private static final double FINEST_FOR_P = 1e-8;
    private static final double PRECISION_OF_P = 1 + 1e-9;

    /** The stretches that are looked at first; a set that comes and goes does so over less than one of them. */
    private static final int STRETCHES = 64;

    private final NullCurve curve;
    private final TwoByTwo table;
    private final WorstCase worst;

    private record Place(double position, double effect, Region region) {}

    ExactScore(NullCurve curve, TwoByTwo table) {
        this.curve = curve;
        this.table = table;
        this.worst =
                new WorstCase(curve, table.group().assessed(), table.reference().assessed());
    }

    /** The lower limit as an effect, nothing where it is the lower end of the scale. */
    OptionalDouble lower(double tail) {
        double observed = curve.observed(table);
        if (observed <= curve.leastPosition()) {
            return OptionalDouble.empty();
        }
        Place low = place(curve.leastPosition());
        for (int i = 1; i <= STRETCHES; i++) {
            Place high = place(between(observed, i));
            boolean highExceeds = exceeds(high.region, high, tail);
            if (highExceeds || exceeds(low.region.or(high.region), high, tail)) {
                double found = first(low, high, highExceeds, tail);
                if (!Double.isNaN(found)) {
                    return OptionalDouble.of(curve.effect(found));
                }
            }
            low = high;
        }
        return OptionalDouble.of(low.effect);
    }

    /** The p-value against a larger effect. */
    double greater(double effect) {
        double position = curve.position(effect);
        Place high = place(position);
        double best = worst.largest(high.region, high.effect, 0);
        if (best >= HALF) {
            return best;
        }
        for (int i = STRETCHES - 1; i >= 0; i--) {
            Place low = place(between(position, i));
            best = largest(low, high, worst.largest(low.region, low.effect, best));
            high = low;
        }
        return best;
    }

    private double between(double position, int stretch) {
        double least = curve.leastPosition();
        return stretch == STRETCHES ? position : least + (position - least) * stretch / STRETCHES;
    }

    /** The p-value of an effect; the one-sided tests are those of the table and of its mirror image. */
    static double pValue(double greater, double less, Alternative alternative) {
        return NormalTest.atLeastSmallest(Math.min(1, alternative.pValue(greater, less)));
    }

    /** The first position between two places that exceeds the tail; NaN if none does. */
    private double first(Place low, Place high, boolean highExceeds, double tail) {
        if (high.position - low.position <= FINEST) {
            return highExceeds ? high.position : Double.NaN;
        }
        Place middle = place(low.position + (high.position - low.position) / 2);
        boolean middleExceeds = exceeds(middle.region, middle, tail);
        if (middleExceeds || exceeds(low.region.or(middle.region), middle, tail)) {
            double found = first(low, middle, middleExceeds, tail);
            if (!Double.isNaN(found)) {
                return found;
            }
        }
        return highExceeds || exceeds(middle.region.or(high.region), high, tail)
                ? first(middle, high, highExceeds, tail)
                : Double.NaN;
    }

    /** The largest P between two places, if above the best so far. */
    private double largest(Place low, Place high, double best) {
        if (high.position - low.position <= FINEST_FOR_P
                || !exceeds(low.region.or(high.region), high, best * PRECISION_OF_P)) {
            return best;
        }
        Place middle = place(low.position + (high.position - low.position) / 2);
        double better = worst.largest(middle.region, middle.effect, best);
        return largest(low, middle, largest(middle, high, better));
    }

    private boolean exceeds(Region region, Place at, double threshold) {
        return worst.exceeds(region, at.effect, threshold);
    }

    private Place place(double position) {
        double effect = curve.effect(position);
        return new Place(position, effect, Region.of(curve, table, effect));
    }
}
