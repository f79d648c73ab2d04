package org.ipstrial.stats.regression.ordinal;

import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Logistic;

/**
 * Log-likelihood, its slopes and its curvature of a proportional-odds model at one place. The curvature of the cuts is
 * tridiagonal, so that all of it takes room and time in proportion to the people and the cuts.
 */
final class CutSystem {

    private final OrdinalData data;
    private final int cuts;
    private final int width;

    private double logLikelihood;
    private final double[] cutSlopes;
    private final double[] slopes;
    private final double[] diagonal;
    private final double[] beside;
    private final double[][] border;
    private final double[][] block;

    private CutSystem(OrdinalData data) {
        this.data = data;
        cuts = data.levels() - 1;
        width = data.design().width();
        cutSlopes = new double[cuts];
        slopes = new double[width];
        diagonal = new double[cuts];
        beside = new double[cuts];
        border = new double[width][cuts];
        block = new double[width][width];
    }

    /**
     * Everything at one place.
     *
     * @param alpha the cuts, ascending: the log odds of being at or below each level where the predictor is 0
     * @param beta  the coefficients of the columns; above 0 moves to higher levels
     */
    static CutSystem at(OrdinalData data, double[] alpha, double[] beta) {
        CutSystem system = new CutSystem(data);
        system.sum(alpha, beta);
        return system;
    }

    /** The log-likelihood alone; negative infinity where the cuts do not ascend. */
    static double logLikelihood(OrdinalData data, double[] alpha, double[] beta) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < data.level().length; i++) {
            double term = logProbability(data, alpha, i, data.design().predictor(i, beta));
            if (term == Double.NEGATIVE_INFINITY) {
                return term;
            }
            sum.add(term);
        }
        return sum.value();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    private static double logProbability(OrdinalData data, double[] alpha, int i, double eta) {
        int k = data.level()[i];
        if (k == 0) {
            return Logistic.RESPONSE.logLikelihood(1, alpha[0] - eta);
        }
        if (k == alpha.length) {
            return Logistic.RESPONSE.logLikelihood(0, alpha[k - 1] - eta);
        }
        double gap = alpha[k] - alpha[k - 1];
        if (!(gap > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        // F(u) - F(l) = F(u) F(-l) (1 - e^(l - u)): nothing cancels.
        return Logistic.RESPONSE.logLikelihood(1, alpha[k] - eta)
                + Logistic.RESPONSE.logLikelihood(0, alpha[k - 1] - eta)
                + StrictMath.log(-StrictMath.expm1(-gap));
    }

    private void sum(double[] alpha, double[] beta) {
        DesignMatrix design = data.design();
        CompensatedSum likelihood = new CompensatedSum();
        CompensatedSum[] cutSums = CompensatedSum.zeros(cuts);
        CompensatedSum[] sums = CompensatedSum.zeros(width);
        double[] row = new double[width];
        for (int i = 0; i < data.level().length; i++) {
            double eta = design.predictor(i, beta);
            likelihood.add(logProbability(data, alpha, i, eta));
            int k = data.level()[i];
            // log P = log F(u) + log F(-l) + log(1 - e^(l - u)) for the cuts u above and l below.
            double above = k < cuts ? Logistic.RESPONSE.mean(eta - alpha[k]) : 0;
            double below = k > 0 ? Logistic.RESPONSE.mean(alpha[k - 1] - eta) : 0;
            double curveAbove = k < cuts ? Logistic.RESPONSE.information(alpha[k] - eta) : 0;
            double curveBelow = k > 0 ? Logistic.RESPONSE.information(alpha[k - 1] - eta) : 0;
            boolean between = k > 0 && k < cuts;
            double gap = between ? alpha[k] - alpha[k - 1] : 0;
            double pull = between ? 1 / StrictMath.expm1(gap) : 0;
            double stiff = pull * (1 + pull);
            for (int j = 0; j < width; j++) {
                row[j] = design.columns()[j][i];
                sums[j].addProduct(row[j], below - above);
            }
            if (k < cuts) {
                cutSums[k].add(above + pull);
                diagonal[k] += curveAbove + stiff;
                addBorder(k, curveAbove, row);
            }
            if (k > 0) {
                cutSums[k - 1].add(-below - pull);
                diagonal[k - 1] += curveBelow + stiff;
                addBorder(k - 1, curveBelow, row);
            }
            if (between) {
                beside[k - 1] -= stiff;
            }
            for (int j = 0; j < width; j++) {
                for (int m = 0; m <= j; m++) {
                    block[j][m] += (curveAbove + curveBelow) * row[j] * row[m];
                }
            }
        }
        logLikelihood = likelihood.value();
        System.arraycopy(CompensatedSum.values(cutSums), 0, cutSlopes, 0, cuts);
        System.arraycopy(CompensatedSum.values(sums), 0, slopes, 0, width);
    }

    private void addBorder(int cut, double curve, double[] row) {
        for (int j = 0; j < width; j++) {
            border[j][cut] -= curve * row[j];
        }
    }

    /** The slopes of the cuts. */
    double[] cutSlopes() {
        return cutSlopes;
    }

    /** The slopes of the coefficients. */
    double[] slopes() {
        return slopes;
    }

    /** The {@code x} with {@code T x = b}, {@code T} the tridiagonal curvature of the cuts. */
    double[] solveCuts(double[] b) {
        double[] pivot = new double[cuts];
        double[] x = b.clone();
        pivot[0] = diagonal[0];
        for (int k = 1; k < cuts; k++) {
            double factor = beside[k - 1] / pivot[k - 1];
            pivot[k] = diagonal[k] - factor * beside[k - 1];
            x[k] -= factor * x[k - 1];
        }
        for (int k = cuts - 1; k >= 0; k--) {
            x[k] = (x[k] - (k < cuts - 1 ? beside[k] * x[k + 1] : 0)) / pivot[k];
        }
        return x;
    }

    /** The curvature between the cuts and a column. */
    double[] border(int column) {
        return border[column];
    }

    /** The curvature of the coefficients with the cuts at their best: {@code D - B T^-1 B'}. */
    double[][] reduced() {
        double[][] reduced = new double[width][width];
        for (int j = 0; j < width; j++) {
            double[] solved = solveCuts(border[j]);
            for (int m = 0; m <= j; m++) {
                CompensatedSum sum = new CompensatedSum();
                sum.add(block[j][m]);
                for (int k = 0; k < cuts; k++) {
                    sum.addProduct(-solved[k], border[m][k]);
                }
                reduced[j][m] = sum.value();
                reduced[m][j] = sum.value();
            }
        }
        return reduced;
    }

    /** The curvature of cuts and coefficients together, cuts first, on and below the diagonal. */
    double[][] information() {
        double[][] whole = new double[cuts + width][cuts + width];
        for (int k = 0; k < cuts; k++) {
            whole[k][k] = diagonal[k];
            if (k > 0) {
                whole[k][k - 1] = beside[k - 1];
            }
        }
        for (int j = 0; j < width; j++) {
            System.arraycopy(border[j], 0, whole[cuts + j], 0, cuts);
            System.arraycopy(block[j], 0, whole[cuts + j], cuts, j + 1);
        }
        return whole;
    }
}
