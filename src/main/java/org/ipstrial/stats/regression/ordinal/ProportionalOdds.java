package org.ipstrial.stats.regression.ordinal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.separation.Separating;
import org.ipstrial.stats.regression.separation.Separation;
import org.ipstrial.stats.regression.separation.Tail;

/**
 * The proportional-odds model of an ordered outcome, or of an amount, each of whose distinct values is a level.
 *
 * <p>With levels 0 to {@code k}, cuts {@code a(0) < ... < a(k-1)}, rows {@code x} and coefficients {@code b}:
 *
 * <pre>
 *   log odds of being at or below level j = a(j) - x'b
 * </pre>
 *
 * <p>Unit: {@code exp(b)} is an odds ratio of being above any level, the same for all; above 0 moves to higher levels. It
 * holds the other columns still: it is conditional, not marginal. Fitted by Newton's method on all cuts and coefficients at once; the curvature of the cuts
 * is tridiagonal, so that an amount with thousands of distinct values costs no more than its people. The covariance is
 * the inverse of the observed curvature, as that of MASS's {@code polr} and rms's {@code orm}.
 *
 * <p>Edges: the columns, with an intercept, must be of full rank. Where columns separate the outcome at every cut there
 * is no fit ({@code separation}, with the columns of the first cut); a fit that comes to no end is {@code not-converged}.
 *
 * <p>Source: McCullagh P (1980), Journal of the Royal Statistical Society, Series B 42:109-142; for amounts: Liu Q,
 * Shepherd BE, Li C, Harrell FE (2017), Statistics in Medicine 36:4316-4335.
 *
 * @param cuts          the cuts, ascending
 * @param coefficients  the coefficients of the columns
 * @param covariance    their covariance
 * @param logLikelihood the log-likelihood
 */
public record ProportionalOdds(double[] cuts, double[] coefficients, double[][] covariance, double logLikelihood)
        implements OrdinalFit {

    private static final int MOVES = 100;
    private static final int HALVINGS = 40;
    private static final double NONE = 1e-24;
    private static final double ROUNDING = 1e-14;

    /** Fits the model. */
    public static OrdinalFit of(OrdinalData data) {
        Optional<List<Separating>> separating = separating(data);
        if (separating.isPresent()) {
            return new None(Reason.SEPARATION, separating.get());
        }
        double[] alpha = start(data);
        double[] beta = new double[data.design().width()];
        double last = Double.POSITIVE_INFINITY;
        for (int move = 0; move < MOVES; move++) {
            CutSystem here = CutSystem.at(data, alpha, beta);
            RealMatrix covariance = inverse(here.reduced());
            double[] moveBeta = covariance.operate(rest(here));
            double[] moveAlpha = moveOfCuts(here, moveBeta);
            double gain = dot(here.slopes(), moveBeta) + dot(here.cutSlopes(), moveAlpha);
            if (!Double.isFinite(gain)) {
                break;
            }
            if (gain <= NONE || gain <= ROUNDING && gain >= last) {
                return new ProportionalOdds(alpha, beta, covariance.getData(), here.logLikelihood());
            }
            last = gain;
            double share = share(data, here.logLikelihood(), alpha, moveAlpha, beta, moveBeta, gain <= ROUNDING);
            if (share == 0) {
                break;
            }
            alpha = moved(alpha, moveAlpha, share);
            beta = moved(beta, moveBeta, share);
        }
        return new None(Reason.NOT_CONVERGED, List.of());
    }

    /** The standard error of a coefficient. */
    public double standardError(int coefficient) {
        return Math.sqrt(covariance[coefficient][coefficient]);
    }

    /**
     * A direction that separates the outcome separates it at every cut, so that one cut with none is proof of a fit. The
     * cut nearest to the middle is the likeliest.
     */
    private static Optional<List<Separating>> separating(OrdinalData data) {
        int middle = middle(data);
        int cuts = data.levels() - 1;
        Optional<List<Separating>> first = Optional.empty();
        for (int off = 0; off < 2 * cuts; off++) {
            int cut = middle + (off % 2 == 0 ? off / 2 : -(off + 1) / 2);
            if (cut < 0 || cut >= cuts) {
                continue;
            }
            Optional<Separation> found =
                    Separation.of(BinaryCuts.design(data), i -> data.level()[i] > cut ? Tail.UP : Tail.DOWN);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (first.isEmpty()) {
                first = found.map(Separation::columns);
            }
        }
        return first;
    }

    private static int middle(OrdinalData data) {
        int[] sorted = data.level().clone();
        Arrays.sort(sorted);
        return Math.min(sorted[sorted.length / 2], data.levels() - 2);
    }

    /** The log-likelihood at any cuts and coefficients; negative infinity where the cuts do not ascend. */
    public static double logLikelihood(OrdinalData data, double[] cuts, double[] coefficients) {
        return CutSystem.logLikelihood(data, cuts, coefficients);
    }

    private static double[] start(OrdinalData data) {
        double[] people = new double[data.levels()];
        for (int level : data.level()) {
            people[level]++;
        }
        double[] alpha = new double[data.levels() - 1];
        double below = 0;
        for (int k = 0; k < alpha.length; k++) {
            below += people[k];
            alpha[k] = StrictMath.log(below / (data.level().length - below));
        }
        return alpha;
    }

    private static RealMatrix inverse(double[][] matrix) {
        return matrix.length == 0
                ? new Array2DRowRealMatrix(0, 0)
                : new LUDecomposition(new Array2DRowRealMatrix(matrix), 0)
                        .getSolver()
                        .getInverse();
    }

    /** The slopes of the coefficients with the cuts at their best. */
    private static double[] rest(CutSystem here) {
        double[] solved = here.solveCuts(here.cutSlopes());
        double[] rest = here.slopes().clone();
        for (int j = 0; j < rest.length; j++) {
            rest[j] -= dot(here.border(j), solved);
        }
        return rest;
    }

    private static double[] moveOfCuts(CutSystem here, double[] moveBeta) {
        double[] slopes = here.cutSlopes().clone();
        for (int j = 0; j < moveBeta.length; j++) {
            double[] border = here.border(j);
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] -= border[k] * moveBeta[j];
            }
        }
        return here.solveCuts(slopes);
    }

    private static double share(
            OrdinalData data,
            double logLikelihood,
            double[] alpha,
            double[] moveAlpha,
            double[] beta,
            double[] moveBeta,
            boolean safe) {
        double share = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double there = CutSystem.logLikelihood(data, moved(alpha, moveAlpha, share), moved(beta, moveBeta, share));
            if (there >= logLikelihood || safe && Double.isFinite(there)) {
                return share;
            }
            share /= 2;
        }
        return 0;
    }

    private static double[] moved(double[] from, double[] move, double share) {
        double[] to = from.clone();
        for (int k = 0; k < to.length; k++) {
            to[k] += share * move[k];
        }
        return to;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
