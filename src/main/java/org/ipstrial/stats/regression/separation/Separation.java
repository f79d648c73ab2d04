package org.ipstrial.stats.regression.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.ipstrial.stats.regression.algebra.ConeProjection;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * Columns that tell the outcomes apart without fault, so that the likelihood grows for ever along a direction and some
 * coefficients have no finite value.
 *
 * <p>With rows {@code x(i)} and the sign {@code s(i)} of the way that each person's predictor may go without end
 * (logistic: + with the event, - without; Poisson and log-binomial: - without, and not at all with):
 *
 * <pre>
 *   direction d: s(i) x(i)'d &gt;= 0 for every person, x(i)'d = 0 for those who may not move, and d is not 0
 *   complete:    some d has s(i) x(i)'d &gt; 0 for every person; else quasi-complete
 * </pre>
 *
 * <p>Such a {@code d} exists exactly where the sum of {@code s(i) x(i)} does not lie in the cone of all
 * {@code -s(i) x(i)}; this is the dual of the linear programme of Konis, and is settled by
 * {@link ConeProjection} on columns made orthonormal. The {@code d} reported is the point nearest to that sum in the cone of
 * all such directions: it is unique, and leans towards every one of them. A column is named where {@code d} moves it by
 * more than a millionth of what it moves the most moved one.
 *
 * <p>Source: Konis K (2007), Linear programming algorithms for detecting separated data in binary logistic regression
 * models, thesis, University of Oxford; Albert A, Anderson JA (1984), Biometrika 71:1-10; of Poisson models: Correia S,
 * Guimaraes P, Zylkin T (2019), Verifying the existence of maximum likelihood estimates for generalized linear models,
 * arXiv:1903.01633.
 *
 * @param columns  the columns that take part, the intercept aside
 * @param complete whether every person is told apart
 */
public record Separation(List<Separating> columns, boolean complete) {

    private static final double NOTICEABLE = 1e-6;
    private static final double ROUNDING = 1e-11;

    /** Copies the columns. */
    public Separation {
        columns = List.copyOf(columns);
    }

    /**
     * The separation of outcomes by columns of full rank, if there is any.
     *
     * @param tails the way that each person's predictor may go
     */
    public static Optional<Separation> of(DesignMatrix design, IntFunction<Tail> tails) {
        Triangle triangle = Triangle.of(design.columns());
        double[] sum = sum(design, tails);
        double[] target = triangle.solveTransposed(sum);
        double[] largest = largest(design);
        return ConeProjection.remainder(direction -> furthest(design, tails, largest, triangle, direction), target)
                .map(triangle::solve)
                .filter(direction -> furthest(design, tails, largest, direction) < 0)
                .map(direction -> new Separation(named(design, direction), isComplete(design, tails, triangle)));
    }

    private static double[] sum(DesignMatrix design, IntFunction<Tail> tails) {
        double[] sum = new double[design.width()];
        for (int i = 0; i < design.rows(); i++) {
            int sign = tails.apply(i).sign();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += sign * design.columns()[j][i];
            }
        }
        return sum;
    }

    /** Everybody can be told apart exactly where 0 is no mean of the s(i) x(i). */
    private static boolean isComplete(DesignMatrix design, IntFunction<Tail> tails, Triangle triangle) {
        int p = design.width();
        double scale = Math.sqrt(design.rows());
        for (int i = 0; i < design.rows(); i++) {
            if (tails.apply(i) == Tail.NEITHER) {
                return false;
            }
        }
        IntToDoubleFunction factor = i -> scale * tails.apply(i).sign();
        double[] target = new double[p + 1];
        target[p] = 1;
        return ConeProjection.remainder(
                        direction -> {
                            double[] head = Arrays.copyOf(direction, p);
                            double[] inColumns = triangle.solve(head);
                            int best = -1;
                            double most = ROUNDING;
                            for (int i = 0; i < design.rows(); i++) {
                                double product =
                                        factor.applyAsDouble(i) * design.predictor(i, inColumns) + direction[p];
                                if (product > most) {
                                    most = product;
                                    best = i;
                                }
                            }
                            return best < 0
                                    ? Optional.empty()
                                    : Optional.of(lifted(
                                            triangle.solveTransposed(design.row(best)), factor.applyAsDouble(best)));
                        },
                        target)
                .isPresent();
    }

    private static double[] lifted(double[] vector, double factor) {
        double[] lifted = Arrays.copyOf(vector, vector.length + 1);
        for (int j = 0; j < vector.length; j++) {
            lifted[j] *= factor;
        }
        lifted[vector.length] = 1;
        return lifted;
    }

    /** The generator -s(i) x(i), or either sign of x(i), that leans furthest towards a direction. */
    private static Optional<double[]> furthest(
            DesignMatrix design, IntFunction<Tail> tails, double[] largest, Triangle triangle, double[] direction) {
        double[] inColumns = triangle.solve(direction);
        int person = furthest(design, tails, largest, inColumns);
        if (person < 0) {
            return Optional.empty();
        }
        double product = design.predictor(person, inColumns);
        double[] generator = triangle.solveTransposed(design.row(person));
        for (int j = 0; j < generator.length; j++) {
            generator[j] *= Math.signum(product);
        }
        return Optional.of(generator);
    }

    /** The person whom a direction moves the wrong way by most, or -1 if it moves nobody the wrong way. */
    private static int furthest(DesignMatrix design, IntFunction<Tail> tails, double[] largest, double[] direction) {
        int worst = -1;
        double most = rounding(largest, direction);
        for (int i = 0; i < design.rows(); i++) {
            double move = design.predictor(i, direction);
            int sign = tails.apply(i).sign();
            double wrong = sign == 0 ? Math.abs(move) : -sign * move;
            if (wrong > most) {
                most = wrong;
                worst = i;
            }
        }
        return worst;
    }

    /** The largest size of a number in each column. */
    private static double[] largest(DesignMatrix design) {
        double[] largest = new double[design.width()];
        for (int j = 0; j < largest.length; j++) {
            for (double x : design.columns()[j]) {
                largest[j] = Math.max(largest[j], Math.abs(x));
            }
        }
        return largest;
    }

    /** What rounding may leave of a move that is none. */
    private static double rounding(double[] largest, double[] direction) {
        double sum = 0;
        for (int j = 0; j < direction.length; j++) {
            sum += Math.abs(direction[j]) * largest[j];
        }
        return ROUNDING * sum;
    }

    private static List<Separating> named(DesignMatrix design, double[] direction) {
        double[] moved = new double[direction.length];
        double most = 0;
        for (int j = 0; j < direction.length; j++) {
            moved[j] = direction[j] * spread(design.columns()[j]);
            most = Math.max(most, Math.abs(moved[j]));
        }
        List<Separating> names = new ArrayList<>();
        for (int j = 0; j < direction.length; j++) {
            if (Math.abs(moved[j]) > NOTICEABLE * most) {
                names.add(new Separating(design.names().get(j), moved[j] > 0));
            }
        }
        return names;
    }

    private static double spread(double[] column) {
        double least = column[0];
        double largest = column[0];
        for (double x : column) {
            least = Math.min(least, x);
            largest = Math.max(largest, x);
        }
        return largest - least;
    }
}
