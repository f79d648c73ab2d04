package org.ipstrial.stats.meta;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Weighted least squares over studies, and the quantities of which all estimators of the variance between studies are made.
 *
 * <p>With effects y, weights w (as diagonal W), columns X of which the first is 1, and
 * {@code P = W - W X (X'WX)^-1 X'W}:
 * <pre>
 *   b = (X'WX)^-1 X'Wy,  r = y - Xb
 *   y'Py = sum w r&sup2;,  y'PPy = sum w&sup2; r&sup2;,  tr P = sum w (1 - h),  h = w x' (X'WX)^-1 x
 * </pre>
 *
 * <p>Source: Viechtbauer W (2005), Journal of Educational and Behavioral Statistics 30:261-293.
 */
public final class WeightedFit {

    /** A pivot that is smaller than this part of its column is taken for rounding. */
    private static final double SINGULAR = 1e-12;

    private final MetaModel model;
    private final double[] weights;
    private final double[] coefficients;
    private final double[][] covariance;
    private final double logDeterminant;
    private final double[] residuals;

    private WeightedFit(MetaModel model, double[] weights, CholeskyDecomposition crossed) {
        this.model = model;
        this.weights = weights;
        RealMatrix inverse = crossed.getSolver().getInverse();
        this.covariance = inverse.getData();
        this.logDeterminant = logDeterminant(crossed.getL());
        int p = model.coefficients();
        double[] right = new double[p];
        for (int j = 0; j < p; j++) {
            int column = j;
            right[j] = model.sum(
                    i -> weights[i] * model.at(column, i) * model.effects().estimate(i));
        }
        this.coefficients = inverse.operate(right);
        this.residuals = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double fitted = 0;
            for (int j = 0; j < p; j++) {
                fitted += coefficients[j] * model.at(j, i);
            }
            residuals[i] = model.effects().estimate(i) - fitted;
        }
    }

    /**
     * The fit with weights {@code 1 / (variance + tauSquared)}.
     *
     * @throws IllegalArgumentException if a moderator is a sum of others
     */
    public static WeightedFit at(MetaModel model, double tauSquared) {
        double[] weights = new double[model.effects().count()];
        Arrays.setAll(weights, i -> 1 / (model.effects().variance(i) + tauSquared));
        return of(model, weights).orElseThrow(() -> new IllegalArgumentException("a moderator is a sum of others"));
    }

    /** The fit with equal weights. */
    public static WeightedFit unweighted(MetaModel model) {
        double[] weights = new double[model.effects().count()];
        Arrays.fill(weights, 1);
        return of(model, weights).orElseThrow(() -> new IllegalArgumentException("a moderator is a sum of others"));
    }

    /** Whether each coefficient can be told from the others. */
    public static boolean isOfFullRank(MetaModel model) {
        double[] weights = new double[model.effects().count()];
        Arrays.fill(weights, 1);
        return model.residualDf() >= 0 && of(model, weights).isPresent();
    }

    private static Optional<WeightedFit> of(MetaModel model, double[] weights) {
        int p = model.coefficients();
        RealMatrix crossed = new Array2DRowRealMatrix(p, p);
        for (int a = 0; a < p; a++) {
            for (int b = a; b < p; b++) {
                int one = a;
                int other = b;
                double sum = model.sum(i -> weights[i] * model.at(one, i) * model.at(other, i));
                crossed.setEntry(a, b, sum);
                crossed.setEntry(b, a, sum);
            }
        }
        try {
            CholeskyDecomposition decomposition = new CholeskyDecomposition(crossed, SINGULAR, 0);
            for (int j = 0; j < p; j++) {
                double pivot = decomposition.getL().getEntry(j, j);
                if (pivot * pivot <= SINGULAR * crossed.getEntry(j, j)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new WeightedFit(model, weights, decomposition));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    private static double logDeterminant(RealMatrix lower) {
        double sum = 0;
        for (int j = 0; j < lower.getRowDimension(); j++) {
            sum += 2 * StrictMath.log(lower.getEntry(j, j));
        }
        return sum;
    }

    /** The coefficients of the columns as the model holds them. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** An entry of {@code (X'WX)^-1}. */
    public double covariance(int row, int column) {
        return covariance[row][column];
    }

    /** A study's weight. */
    public double weight(int study) {
        return weights[study];
    }

    /** What is left of a study's effect. */
    public double residual(int study) {
        return residuals[study];
    }

    /** {@code h}, the pull of a study on its own fitted effect. */
    public double hat(int study) {
        double quadratic = 0;
        for (int a = 0; a < coefficients.length; a++) {
            for (int b = 0; b < coefficients.length; b++) {
                quadratic += model.at(a, study) * covariance[a][b] * model.at(b, study);
            }
        }
        return weights[study] * quadratic;
    }

    /** {@code y'Py}. */
    public double residualSum() {
        return model.sum(i -> weights[i] * residuals[i] * residuals[i]);
    }

    /** {@code y'PPy}. */
    public double squaredResidualSum() {
        return model.sum(i -> {
            double weighted = weights[i] * residuals[i];
            return weighted * weighted;
        });
    }

    /** {@code tr P}. */
    public double trace() {
        return model.sum(i -> weights[i] * (1 - hat(i)));
    }

    /** The sum of the weights. */
    public double weightSum() {
        return model.sum(i -> weights[i]);
    }

    /** The logarithm of the determinant of {@code X'WX}. */
    public double logDeterminant() {
        return logDeterminant;
    }

    /** The logarithms of the weights, summed. */
    public double logWeightSum() {
        return model.sum(i -> StrictMath.log(weights[i]));
    }
}
