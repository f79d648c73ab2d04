package org.ipstrial.stats.regression.multinomial;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * A category without an order, each level but the first with log odds of its own against the first, by maximum likelihood.
 *
 * <pre>
 *   P(level k) = exp(x'b(k)) / sum over all levels of exp(x'b(j)),  b(0) = 0
 *   l = sum of w log P(own level),  moved by Newton's method from 0, a move that lowers l halved
 * </pre>
 *
 * <p>Edges: where columns tell levels apart without fault there is no maximum, and no fit; nor where the columns are not of
 * full rank. Cost: rows times the square of coefficients, for each of some six moves.
 *
 * <p>Source: Theil H (1969), International Economic Review 10:251-259; Agresti A (2013), Categorical Data Analysis, 3rd
 * edition, Wiley, section 8.1.
 */
public final class BaselineCategoryLogit {

    private static final int MOVES = 25;
    private static final int HALVINGS = 30;
    private static final double SETTLED = 1e-9;
    private static final double LEAST_PIVOT = 1e-300;

    private final double[][] columns;
    private final int[] level;
    private final double[] weight;
    private final int levels;
    private final int width;
    private double[][] b;
    private double likelihood;
    private CholeskyDecomposition information;

    private BaselineCategoryLogit(double[][] columns, int[] level, double[] weight, int levels) {
        this.columns = columns;
        this.level = level;
        this.weight = weight;
        this.levels = levels;
        this.width = columns.length;
        this.b = new double[levels - 1][width];
    }

    /**
     * Fits the model.
     *
     * @param columns column by column, the column of ones among them
     * @param level   the level of each row, from 0
     * @param weight  of each row, above 0
     * @param levels  how many levels there are, each with a row at least
     */
    public static Optional<BaselineCategoryLogit> of(double[][] columns, int[] level, double[] weight, int levels) {
        BaselineCategoryLogit model = new BaselineCategoryLogit(columns, level, weight, levels);
        try {
            return model.climbs() ? Optional.of(model) : Optional.empty();
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    /** The coefficients of each level but the first. */
    public double[][] coefficients() {
        return b;
    }

    /** The log-likelihood. */
    public double logLikelihood() {
        return likelihood;
    }

    /** The log-likelihood at any coefficients. */
    public double logLikelihood(double[][] at) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < level.length; i++) {
            sum.add(weight[i] * StrictMath.log(probabilities(at, row(i))[level[i]]));
        }
        return sum.value();
    }

    /** The standard error of a coefficient. */
    public double standardError(int ofLevel, int column) {
        int place = (ofLevel - 1) * width + column;
        double[] unit = new double[(levels - 1) * width];
        unit[place] = 1;
        return Math.sqrt(
                information.getSolver().solve(new Array2DRowRealMatrix(unit)).getEntry(place, 0));
    }

    /**
     * Coefficients moved by independent standard normal numbers so that they have the covariance of the fit.
     *
     * @param z one number for each coefficient
     */
    public double[][] moved(double[] z) {
        double[][] root = information.getLT().getData();
        double[] x = z.clone();
        for (int j = x.length - 1; j >= 0; j--) {
            for (int k = j + 1; k < x.length; k++) {
                x[j] -= root[j][k] * x[k];
            }
            x[j] /= root[j][j];
        }
        return after(x, 1);
    }

    /** The probabilities of all levels at some coefficients. */
    public static double[] probabilities(double[][] coefficients, double[] row) {
        double[] p = new double[coefficients.length + 1];
        double most = 0;
        for (int k = 1; k < p.length; k++) {
            for (int j = 0; j < row.length; j++) {
                p[k] += coefficients[k - 1][j] * row[j];
            }
            most = Math.max(most, p[k]);
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = StrictMath.exp(p[k] - most);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    private boolean climbs() {
        likelihood = logLikelihood(b);
        for (int move = 0; move < MOVES; move++) {
            double[] slopes = look();
            double[] step = information
                    .getSolver()
                    .solve(new Array2DRowRealMatrix(slopes))
                    .getColumn(0);
            double size = 0;
            for (int j = 0; j < step.length; j++) {
                size += step[j] * slopes[j];
            }
            double reached = Double.NaN;
            double[][] next = b;
            double part = 1;
            for (int halving = 0; halving < HALVINGS && !(reached >= likelihood - SETTLED); halving++) {
                next = after(step, part);
                reached = logLikelihood(next);
                part /= 2;
            }
            b = next;
            likelihood = reached;
            if (Math.sqrt(Math.max(0, size)) < SETTLED) {
                look();
                return true;
            }
        }
        return false;
    }

    private double[][] after(double[] step, double part) {
        double[][] next = new double[levels - 1][width];
        for (int k = 0; k < next.length; k++) {
            for (int j = 0; j < width; j++) {
                next[k][j] = b[k][j] + part * step[k * width + j];
            }
        }
        return next;
    }

    /** The slopes of the likelihood; the information too. */
    private double[] look() {
        int size = (levels - 1) * width;
        double[] slopes = new double[size];
        double[][] square = new double[size][size];
        for (int i = 0; i < level.length; i++) {
            double[] row = row(i);
            double[] p = probabilities(b, row);
            for (int k = 1; k < levels; k++) {
                double left = weight[i] * ((level[i] == k ? 1 : 0) - p[k]);
                for (int j = 0; j < width; j++) {
                    slopes[(k - 1) * width + j] += left * row[j];
                }
                for (int m = 1; m <= k; m++) {
                    double shared = weight[i] * p[k] * ((k == m ? 1 : 0) - p[m]);
                    add(square, (k - 1) * width, (m - 1) * width, shared, row);
                }
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = j + 1; k < size; k++) {
                square[j][k] = square[k][j];
            }
        }
        information = new CholeskyDecomposition(
                new Array2DRowRealMatrix(square, false),
                CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD,
                LEAST_PIVOT);
        return slopes;
    }

    private static void add(double[][] square, int down, int across, double shared, double[] row) {
        for (int j = 0; j < row.length; j++) {
            for (int k = 0; k < row.length; k++) {
                square[down + j][across + k] += shared * row[j] * row[k];
            }
        }
    }

    private double[] row(int i) {
        double[] row = new double[width];
        for (int j = 0; j < width; j++) {
            row[j] = columns[j][i];
        }
        return row;
    }
}
