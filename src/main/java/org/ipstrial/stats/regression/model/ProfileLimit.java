package org.ipstrial.stats.regression.model;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * A profile-likelihood limit by moving all coefficients at once.
 *
 * <p>With the triangle {@code R} of the information, the coefficient in question in its last column (element {@code d},
 * the others {@code r} above it, the triangle of the other columns {@code S}), slopes {@code u} of the others and
 * {@code v} of the coefficient:
 *
 * <pre>
 *   others:      y = S'^-1 u,  the likelihood gains |y|^2 / 2 by moving them alone
 *   coefficient: moves by D where l + |y|^2 / 2 + (v - r'y) D - d^2 D^2 / 2 = l(b) - z^2 / 2, the nearer root
 *   others move by S^-1 (y - r D)
 * </pre>
 *
 * <p>Where that leads nowhere there is no answer, and the limit must be searched.
 *
 * <p>Source: Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94, the algorithm of its section 3.
 */
final class ProfileLimit {

    private static final int MOVES = 30;
    /** Moves in standard errors: none to speak of; as small as rounding may leave; and after which the information stands. */
    private static final double NONE = 1e-15;

    private static final double ROUNDING = 1e-8;
    private static final double SETTLED = 1e-5;

    /** How far the likelihood may be off: where it is all but flat, a move of no size says nothing. */
    private static final double CLOSE = 1e-6;

    private final DesignMatrix design;
    private final Ascent ascent;
    private final int side;
    private final double wanted;
    private final double best;
    private final int last;
    private double[] b;

    private ProfileLimit(Response response, ModelData data, FittedModel fit, int coefficient, double z, int side) {
        int[] order = IntStream.concat(
                        IntStream.range(0, data.design().width()).filter(j -> j != coefficient),
                        IntStream.of(coefficient))
                .toArray();
        design = data.design().select(order);
        ascent = new Ascent(response, data.with(design));
        this.side = side;
        wanted = fit.logLikelihood() - z * z / 2;
        best = fit.coefficients()[coefficient];
        last = order.length - 1;
        b = IntStream.of(order).mapToDouble(j -> fit.coefficients()[j]).toArray();
    }

    /**
     * The limit.
     *
     * @param side 1 for the upper limit, -1 for the lower
     */
    static OptionalDouble of(Response response, ModelData data, FittedModel fit, int coefficient, double z, int side) {
        return new ProfileLimit(response, data, fit, coefficient, z, side).find();
    }

    private OptionalDouble find() {
        Triangle triangle = null;
        double size = Double.POSITIVE_INFINITY;
        for (int move = 0; move < MOVES; move++) {
            double likelihood = ascent.at(b);
            if (!Double.isFinite(likelihood)) {
                return OptionalDouble.empty();
            }
            double[] slopes = ascent.slopes();
            if (triangle == null || size > SETTLED) {
                triangle = ascent.information();
            }
            double[] y = triangle.solveTransposed(slopes);
            double diagonal = triangle.get(last, last);
            double slope = y[last] * diagonal;
            double above = likelihood - wanted;
            for (int j = 0; j < last; j++) {
                above += y[j] * y[j] / 2;
            }
            double root = Math.sqrt(slope * slope + 2 * diagonal * diagonal * above);
            double forward = 2 * above / (root - side * slope);
            double before = size;
            y[last] = side * forward * diagonal;
            size = Ascent.length(y);
            if (size <= NONE || size <= ROUNDING && size >= before / 2) {
                boolean there = Math.abs(above) < CLOSE && side * (b[last] - best) > 0;
                return there ? OptionalDouble.of(b[last]) : OptionalDouble.empty();
            }
            double[] step = triangle.solve(y);
            for (int j = 0; j <= last; j++) {
                b[j] += step[j];
            }
        }
        return OptionalDouble.empty();
    }
}
