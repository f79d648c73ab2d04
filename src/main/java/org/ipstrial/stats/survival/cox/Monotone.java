package org.ipstrial.stats.survival.cox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.ipstrial.stats.regression.algebra.ConeProjection;

/**
 * A direction of the coefficients along which the partial likelihood rises without end.
 *
 * <p>There is one exactly where some {@code d} has {@code (x_i - x_j)'d >= 0} for everyone {@code i} with the event and
 * everyone {@code j} at risk then, and {@code > 0} for one such pair. For an arm: where nobody of the one arm has the event
 * while anybody of the other is at risk, such as where an arm has no events. With {@code u(0)} the score, a sum of such
 * differences, there is such a {@code d} exactly where {@code u(0)} does not lie in the cone of all {@code x_j - x_i}, which
 * {@link ConeProjection} settles on columns made orthonormal by the information at 0.
 *
 * <p>Where tied events are one draw they are set against those only who did not have the event at the time.
 *
 * <p>A column is named where {@code d} moves it by more than a millionth of what it moves the most moved one.
 *
 * <p>Source: Bryson MC, Johnson ME (1981), Technometrics 23:381-383; Heinze G, Schemper M (2001), Biometrics 57:114-119.
 *
 * @param columns those whose coefficients go beyond all bounds
 */
public record Monotone(List<Column> columns) {

    private static final double NOTICEABLE = 1e-6;
    private static final double ROUNDING = 1e-11;

    /** Copies the columns. */
    public Monotone {
        columns = List.copyOf(columns);
    }

    /**
     * A column without a finite coefficient.
     *
     * @param place   its place among the columns, from 0
     * @param upwards whether the coefficient rises; else it falls
     */
    public record Column(int place, boolean upwards) {}

    /**
     * The direction, if there is one.
     *
     * @param atNull   the likelihood where all coefficients are 0, its information of full rank
     * @param together whether tied events are one draw, so that none of them is set against another of its time
     */
    static Optional<Monotone> of(CoxData data, PartialLikelihood atNull, boolean together) {
        double[][] triangle = Information.triangle(atNull.information()).orElseThrow();
        double[] target = solve(triangle, atNull.score());
        boolean zero = true;
        for (double t : target) {
            zero &= t == 0;
        }
        return zero
                ? Optional.empty()
                : ConeProjection.remainder(
                                direction -> furthest(data, together, triangle, solveTransposed(triangle, direction)),
                                target)
                        .map(direction -> named(data, solveTransposed(triangle, direction)));
    }

    /** The {@code x_j - x_i} that leans furthest towards a direction. */
    private static Optional<double[]> furthest(
            CoxData data, boolean together, double[][] triangle, double[] direction) {
        double largest = 0;
        double best = 0;
        int bestEvent = -1;
        int bestOther = -1;
        AtRisk most = new AtRisk(data);
        for (int from = 0, to; from < data.size(); from = to) {
            to = data.endOfTime(from);
            if (data.beginsStratum(from)) {
                most.clear();
            }
            int least = -1;
            double leastProduct = 0;
            for (int i = from; i < to; i++) {
                double product = data.product(i, direction);
                largest = Math.max(largest, Math.abs(product));
                if (!together || !data.event(i)) {
                    most.add(i, product);
                }
                if (data.event(i) && (least < 0 || product < leastProduct)) {
                    least = i;
                    leastProduct = product;
                }
            }
            if (least >= 0 && most.any(data.time(from)) && most.product(data.time(from)) - leastProduct > best) {
                best = most.product(data.time(from)) - leastProduct;
                bestEvent = least;
                bestOther = most.row(data.time(from));
            }
            for (int i = from; i < to && together; i++) {
                if (data.event(i)) {
                    most.add(i, data.product(i, direction));
                }
            }
        }
        if (best <= ROUNDING * largest) {
            return Optional.empty();
        }
        double[] difference = new double[data.width()];
        for (int j = 0; j < difference.length; j++) {
            difference[j] = data.x(bestOther, j) - data.x(bestEvent, j);
        }
        return Optional.of(solve(triangle, difference));
    }

    /** Of those at risk the first one who leans furthest; going back in time, whoever has not entered yet is gone for good. */
    private static final class AtRisk {

        private record Row(int row, double product) {}

        private final CoxData data;
        private final PriorityQueue<Row> late = new PriorityQueue<>(
                Comparator.comparingDouble((Row row) -> -row.product()).thenComparingInt(Row::row));
        private int row = -1;
        private double product;

        AtRisk(CoxData data) {
            this.data = data;
        }

        void clear() {
            late.clear();
            row = -1;
        }

        void add(int i, double own) {
            if (data.entry(i) > 0) {
                late.add(new Row(i, own));
            } else if (row < 0 || own > product) {
                row = i;
                product = own;
            }
        }

        /** The first of those who entered late, if any leans further than who was there from the start. */
        private Optional<Row> further(double time) {
            while (!late.isEmpty() && data.entry(late.peek().row()) >= time) {
                late.remove();
            }
            return Optional.ofNullable(late.peek()).filter(first -> row < 0 || first.product() > product);
        }

        boolean any(double time) {
            return row >= 0 || further(time).isPresent();
        }

        double product(double time) {
            return further(time).map(Row::product).orElse(product);
        }

        int row(double time) {
            return further(time).map(Row::row).orElse(row);
        }
    }

    private static Monotone named(CoxData data, double[] direction) {
        double[] moved = new double[direction.length];
        double most = 0;
        for (int j = 0; j < direction.length; j++) {
            // Columns are taken from their middle: the largest is half the range.
            double half = 0;
            for (int i = 0; i < data.size(); i++) {
                half = Math.max(half, Math.abs(data.x(i, j)));
            }
            moved[j] = direction[j] * half;
            most = Math.max(most, Math.abs(moved[j]));
        }
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < direction.length; j++) {
            if (Math.abs(moved[j]) > NOTICEABLE * most) {
                columns.add(new Column(j, moved[j] > 0));
            }
        }
        return new Monotone(columns);
    }

    private static double[] solve(double[][] triangle, double[] vector) {
        double[] solved = vector.clone();
        for (int j = 0; j < solved.length; j++) {
            for (int k = 0; k < j; k++) {
                solved[j] -= triangle[j][k] * solved[k];
            }
            solved[j] /= triangle[j][j];
        }
        return solved;
    }

    private static double[] solveTransposed(double[][] triangle, double[] vector) {
        double[] solved = vector.clone();
        for (int j = solved.length - 1; j >= 0; j--) {
            for (int k = j + 1; k < solved.length; k++) {
                solved[j] -= triangle[k][j] * solved[k];
            }
            solved[j] /= triangle[j][j];
        }
        return solved;
    }
}
