package org.ipstrial.stats.missing;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.ipstrial.stats.missing.TippingGrid.Side;

/**
 * The least shift, away from 0 up to an end, at which an interval is no longer on the side of the tested value where it is at
 * 0: found on {@value #PARTS} even parts of the way, and then by halving the part in which the side changes until neighbouring
 * doubles or a width of 1e-12 of the whole way are left. The shift that is given is on the far side.
 *
 * <p>Limits move with the shift almost in a straight line; a change of side and back within one part would be passed over.
 */
public final class TippingShift {

    private static final int PARTS = 1000;
    private static final double WIDTH = 1e-12;

    private TippingShift() {}

    /**
     * The shift.
     *
     * @param side the side on which the interval lies at a shift
     * @param end  the last shift to try, above or below 0
     * @return nothing where the side is the same all the way
     */
    public static OptionalDouble of(DoubleFunction<Side> side, double end) {
        Side start = side.apply(0);
        double before = 0;
        for (int part = 1; part <= PARTS; part++) {
            double at = part == PARTS ? end : end * part / PARTS;
            if (side.apply(at) != start) {
                return OptionalDouble.of(halved(side, start, before, at, Math.abs(end) * WIDTH));
            }
            before = at;
        }
        return OptionalDouble.empty();
    }

    private static double halved(DoubleFunction<Side> side, Side start, double within, double beyond, double width) {
        double same = within;
        double other = beyond;
        while (Math.abs(other - same) > width) {
            double middle = same + (other - same) / 2;
            if (middle == same || middle == other) {
                break;
            }
            if (side.apply(middle) == start) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return other;
    }
}
