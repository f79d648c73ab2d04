package org.ipstrial.stats.contingency.stratified;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.search.Crossing;

/**
 * A score statistic of the differences below the estimate, made one that only grows away from it.
 *
 * <p>Over several strata the statistic can fall again as the tested difference moves away from the estimate, where the
 * variance of a sparse stratum rises faster. The lowest value that it takes at a difference or beyond is what counts: then
 * no difference is rejected while one further out is not, and test and limits always agree. Dips are looked for between
 * points that lie ever closer around the estimate, 0 and -1, where they can be sharp.
 */
public final class ScoreCurve {

    private static final int STEPS = 80;
    private static final double NARROWING = 0.8;
    private static final int GOLDEN_STEPS = 45;
    private static final double GOLDEN = 0.6180339887498949;

    private record Dip(double difference, double z) {}

    private final DoubleUnaryOperator z;
    private final double estimate;
    private final List<Dip> dips;

    /**
     * The curve below an estimate.
     *
     * @param z        the statistic of a difference strictly between -1 and the estimate
     * @param estimate where it is 0, above -1
     */
    public ScoreCurve(DoubleUnaryOperator z, double estimate) {
        this.z = z;
        this.estimate = estimate;
        this.dips = dips();
    }

    private List<Dip> dips() {
        TreeSet<Double> places = new TreeSet<>();
        double toEstimate = estimate + 1;
        double toZero = 1;
        for (int step = 0; step < STEPS; step++) {
            toEstimate *= NARROWING;
            toZero *= NARROWING;
            places.add(estimate - toEstimate);
            places.add(toEstimate - 1);
            places.add(-toZero);
            places.add(toZero);
        }
        places.add(0.0);
        double[] x = places.stream()
                .mapToDouble(Double::doubleValue)
                .filter(place -> place > -1 && place < estimate)
                .toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = z.applyAsDouble(x[i]);
        }
        List<Dip> found = new ArrayList<>();
        for (int i = 1; i < x.length - 1; i++) {
            if (y[i] < y[i - 1] && y[i] <= y[i + 1]) {
                found.add(lowest(x[i - 1], new Dip(x[i], y[i]), x[i + 1]));
            }
        }
        return found;
    }

    private Dip lowest(double from, Dip middle, double to) {
        double a = from;
        double b = to;
        Dip lowest = middle;
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            double left = b - GOLDEN * (b - a);
            double right = a + GOLDEN * (b - a);
            double atLeft = z.applyAsDouble(left);
            double atRight = z.applyAsDouble(right);
            if (atLeft < lowest.z()) {
                lowest = new Dip(left, atLeft);
            }
            if (atRight < lowest.z()) {
                lowest = new Dip(right, atRight);
            }
            if (atLeft <= atRight) {
                b = right;
            } else {
                a = left;
            }
        }
        return lowest;
    }

    /** The lowest statistic of a difference below the estimate and of all below it. */
    public double at(double difference) {
        double lowest = difference < estimate ? z.applyAsDouble(difference) : 0;
        for (Dip dip : dips) {
            if (dip.difference() <= difference) {
                lowest = Math.min(lowest, dip.z());
            }
        }
        return Math.max(0, lowest);
    }

    /** The smallest difference whose statistic is not above {@code critical}, which is above 0. */
    public double reaches(double critical) {
        double outer = -1;
        for (Dip dip : dips) {
            if (dip.z() <= critical) {
                return crossing(outer, dip.difference(), critical);
            }
            outer = dip.difference();
        }
        return crossing(outer, estimate, critical);
    }

    private double crossing(double outer, double inner, double critical) {
        return Crossing.of(
                difference -> {
                    if (difference <= -1) {
                        return Double.NEGATIVE_INFINITY;
                    }
                    return critical - (difference < estimate ? z.applyAsDouble(difference) : 0);
                },
                outer,
                inner);
    }
}
