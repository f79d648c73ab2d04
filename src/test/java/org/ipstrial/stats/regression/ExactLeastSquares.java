package org.ipstrial.stats.regression;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;

/** Least squares in fractions of whole numbers, by the normal equations: no rounding at all, whatever the condition. */
public final class ExactLeastSquares {

    private final FieldMatrix<BigFraction> x;
    private final FieldMatrix<BigFraction> inverse;
    private final FieldMatrix<BigFraction> b;
    private final FieldMatrix<BigFraction> residuals;

    private ExactLeastSquares(FieldMatrix<BigFraction> x, FieldMatrix<BigFraction> y) {
        this.x = x;
        inverse = new FieldLUDecomposition<>(x.transpose().multiply(x))
                .getSolver()
                .getInverse();
        b = inverse.multiply(x.transpose()).multiply(y);
        residuals = y.subtract(x.multiply(b));
    }

    /** Columns and an outcome as they are written. */
    public static ExactLeastSquares of(BigFraction[][] columns, BigFraction[] outcome) {
        FieldMatrix<BigFraction> x = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), columns).transpose();
        FieldMatrix<BigFraction> y =
                new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), new BigFraction[][] {outcome}).transpose();
        return new ExactLeastSquares(x, y);
    }

    /** A decimal number as a fraction. */
    public static BigFraction fraction(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new BigFraction(decimal.toBigIntegerExact())
                : new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** A coefficient. */
    public double coefficient(int column) {
        return b.getEntry(column, 0).doubleValue();
    }

    /** The sum of the squares of the residuals. */
    public double residualSquares() {
        return squares().doubleValue();
    }

    /** The model's standard error of a coefficient. */
    public double standardError(int column) {
        long df = (long) x.getRowDimension() - x.getColumnDimension();
        return Math.sqrt(
                squares().divide(df).multiply(inverse.getEntry(column, column)).doubleValue());
    }

    /** The HC3 standard error of a coefficient. */
    public double hc3(int column) {
        FieldMatrix<BigFraction> projected = x.multiply(inverse);
        BigFraction variance = BigFraction.ZERO;
        for (int i = 0; i < x.getRowDimension(); i++) {
            BigFraction leverage = BigFraction.ZERO;
            for (int j = 0; j < x.getColumnDimension(); j++) {
                leverage = leverage.add(projected.getEntry(i, j).multiply(x.getEntry(i, j)));
            }
            BigFraction part = projected
                    .getEntry(i, column)
                    .multiply(residuals.getEntry(i, 0))
                    .divide(BigFraction.ONE.subtract(leverage));
            variance = variance.add(part.multiply(part));
        }
        return Math.sqrt(variance.doubleValue());
    }

    private BigFraction squares() {
        return residuals.transpose().multiply(residuals).getEntry(0, 0);
    }
}
