package org.ipstrial.stats.regression.firth;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Climbs the penalised likelihood of a logistic model, with one coefficient held where it is or none.
 *
 * <p>With leverages {@code h}, half an event and half a person without are added to each row {@code h} times; the moves take
 * the information of all these people, {@code 1 + h} times that of the row. That of the rows alone would go too far by
 * {@code h} itself, to and fro for ever where a row alone tells of a coefficient.
 */
final class PenalisedAscent {

    private static final int MOVES = 500;
    private static final int HALVINGS = 60;
    private static final double NONE = 1e-12;
    private static final double ROUNDING = 1e-8;
    /** Moves so small, in standard errors, that the likelihood could not tell whether they climb. */
    private static final double SAFE = 1e-4;

    /** The longest move, in standard errors, and how far it may take a predictor: of the flat a standard error is endless. */
    private static final double LONGEST = 5;

    private static final double FARTHEST = 100;

    /** Tops that differ by less are one: of several starts the first is told. */
    private static final double SAME = 1e-9;

    /** A place of the coefficients and its penalised log-likelihood. */
    record Place(double[] coefficients, double value) {}

    private final ModelData data;
    private final DesignMatrix design;
    private final double[] information;
    private final double[] augmented;

    PenalisedAscent(ModelData data) {
        this.data = data;
        design = data.design();
        for (double y : data.outcome()) {
            Logistic.RESPONSE.check(y);
        }
        information = new double[design.rows()];
        augmented = new double[design.rows()];
    }

    /**
     * The highest place that is reached from any of some starts.
     *
     * @param held the coefficient that stays as it starts, or -1
     */
    Optional<Place> highest(List<double[]> starts, int held) {
        Optional<Place> highest = Optional.empty();
        for (double[] start : starts) {
            Optional<Place> top = from(start, held);
            if (top.isPresent()
                    && (highest.isEmpty() || top.get().value() > highest.get().value() + SAME)) {
                highest = top;
            }
        }
        return highest;
    }

    private Optional<Place> from(double[] start, int held) {
        double[] b = start.clone();
        Triangle triangle = triangle(b);
        double value = value(b, triangle);
        double last = Double.POSITIVE_INFINITY;
        for (int move = 0; move < MOVES; move++) {
            double[] step = step(slopes(b, triangle), held);
            double size = length(triangle.times(step));
            if (size <= NONE || size <= ROUNDING && size >= last / 2) {
                return Optional.of(new Place(b, value));
            }
            last = size;
            double share = Math.min(1, Math.min(LONGEST / size, FARTHEST / farthest(step)));
            boolean higher = false;
            for (int halving = 0; halving < HALVINGS && !higher; halving++) {
                double[] next = b.clone();
                for (int j = 0; j < b.length; j++) {
                    next[j] += share * step[j];
                }
                Triangle there = triangle(next);
                double valueThere = value(next, there);
                higher = valueThere >= value || size <= SAFE && Double.isFinite(valueThere);
                if (higher) {
                    b = next;
                    triangle = there;
                    value = valueThere;
                }
                share /= 2;
            }
            if (!higher) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    double standardError(double[] b, int coefficient) {
        double[] unit = new double[b.length];
        unit[coefficient] = 1;
        return length(triangle(b).solveTransposed(unit));
    }

    private Triangle triangle(double[] b) {
        for (int i = 0; i < information.length; i++) {
            information[i] = data.weights()[i] * Logistic.RESPONSE.information(predictor(i, b));
        }
        return Triangle.weighted(design.columns(), information);
    }

    /** The most that a step moves a predictor. */
    private double farthest(double[] step) {
        double most = 0;
        for (int i = 0; i < information.length; i++) {
            most = Math.max(most, Math.abs(design.predictor(i, step)));
        }
        return most;
    }

    private double predictor(int i, double[] b) {
        return design.predictor(i, b) + data.offset()[i];
    }

    private double value(double[] b, Triangle triangle) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < information.length; i++) {
            sum.add(data.weights()[i] * Logistic.RESPONSE.logLikelihood(data.outcome()[i], predictor(i, b)));
        }
        return sum.value() + triangle.logDeterminant() / 2;
    }

    /** Sums of column times (score + leverage (1/2 - mean)); the information is that of the triangle. */
    private double[] slopes(double[] b, Triangle triangle) {
        CompensatedSum[] sums = CompensatedSum.zeros(b.length);
        for (int i = 0; i < information.length; i++) {
            double eta = predictor(i, b);
            double squares = 0;
            for (double x : triangle.solveTransposed(design.row(i))) {
                squares += x * x;
            }
            double half = (Logistic.RESPONSE.mean(-eta) - Logistic.RESPONSE.mean(eta)) / 2;
            double leverage = information[i] * squares;
            augmented[i] = information[i] * (1 + leverage);
            double slope = data.weights()[i] * Logistic.RESPONSE.score(data.outcome()[i], eta) + leverage * half;
            for (int j = 0; j < b.length; j++) {
                sums[j].addProduct(design.columns()[j][i], slope);
            }
        }
        return CompensatedSum.values(sums);
    }

    private double[] step(double[] slopes, int held) {
        int[] free = IntStream.range(0, slopes.length).filter(j -> j != held).toArray();
        double[] step = new double[slopes.length];
        if (free.length == 0) {
            return step;
        }
        Triangle triangle = Triangle.weighted(design.select(free).columns(), augmented);
        double[] moves = triangle.solve(triangle.solveTransposed(
                IntStream.of(free).mapToDouble(j -> slopes[j]).toArray()));
        for (int k = 0; k < free.length; k++) {
            step[free[k]] = moves[k];
        }
        return step;
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }
}
