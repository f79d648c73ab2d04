package org.ipstrial.stats.regression.model;

import java.util.Optional;
import org.ipstrial.stats.regression.algebra.Triangle;

/**
 * Covariances of coefficients that hold without one variance for everybody, by the names of the R package sandwich.
 *
 * <p>With the inverse information {@code B} of the {@code p} coefficients, rows {@code x(i)}, the derivative
 * {@code u(i)} of each of the {@code n} log-likelihoods by its linear predictor (of a linear model: the residual), and
 * the leverages {@code h(i)}:
 *
 * <pre>
 *   V = B (sum of a(i) u(i)^2 x(i) x(i)') B
 *   HC0: a = 1;  HC1: n / (n - p);  HC2: 1 / (1 - h(i));  HC3: 1 / (1 - h(i))^2
 * </pre>
 *
 * <p>The sum is taken over the rows times the inverse of the triangle of {@code B^-1} ({@link OrthonormalRows}), which
 * leaves one solution with the triangle rather than two: a badly conditioned design costs nothing.
 *
 * <p>Edges: HC2 and HC3 do not exist where somebody's leverage is 1 (the model fits them whatever their outcome), nor HC1
 * where there are as many coefficients as people.
 *
 * <p>Source: White H (1980), Econometrica 48:817-838; HC1 to HC3: MacKinnon JG, White H (1985), Journal of Econometrics
 * 29:305-325; as implemented: Zeileis A (2006), Object-oriented computation of sandwich estimators, Journal of
 * Statistical Software 16(9).
 */
public enum Heteroscedasticity {
    /** As it stands. */
    HC0 {
        @Override
        double factor(double n, double p, double leverage) {
            return 1;
        }
    },
    /** Enlarged for the coefficients. */
    HC1 {
        @Override
        double factor(double n, double p, double leverage) {
            return n / (n - p);
        }
    },
    /** Each square enlarged for the person's leverage. */
    HC2 {
        @Override
        double factor(double n, double p, double leverage) {
            return 1 / (1 - leverage);
        }
    },
    /** Each square enlarged as if the person had been left out of the fit. */
    HC3 {
        @Override
        double factor(double n, double p, double leverage) {
            return 1 / ((1 - leverage) * (1 - leverage));
        }
    };

    private static final double NEXT_TO_ONE = 1e-10;

    abstract double factor(double n, double p, double leverage);

    private boolean looksAtLeverage() {
        return this == HC2 || this == HC3;
    }

    /** The covariance of a model's coefficients, where it exists. */
    public Optional<CoefficientCovariance> of(FittedModel fit) {
        int n = fit.scores().length;
        int p = fit.coefficients().length;
        if (this == HC1 && fit.residualDf() <= 0) {
            return Optional.empty();
        }
        Meat meat = new Meat(this, fit);
        Triangle triangle = Triangle.folded(p, n, meat);
        return meat.leverageOne ? Optional.empty() : Optional.of(sandwich(fit, triangle));
    }

    /** The rows {@code sqrt(a(i)) u(i) z(i)}. */
    private static final class Meat implements Triangle.Rows {
        private final Heteroscedasticity kind;
        private final FittedModel fit;
        private final OrthonormalRows orthonormal;
        private boolean leverageOne;

        Meat(Heteroscedasticity kind, FittedModel fit) {
            this.kind = kind;
            this.fit = fit;
            this.orthonormal = OrthonormalRows.of(fit);
        }

        @Override
        public void fill(double[][] block, int from, int rows) {
            double p = block.length;
            for (int i = 0; i < rows; i++) {
                double[] row = orthonormal.row(from + i);
                double leverage = kind.looksAtLeverage() ? fit.weights()[from + i] * OrthonormalRows.length(row) : 0;
                if (1 - leverage < NEXT_TO_ONE) {
                    leverageOne = true;
                    return;
                }
                double root = Math.sqrt(kind.factor(fit.residualDf() + p, p, leverage)) * fit.scores()[from + i];
                for (int j = 0; j < block.length; j++) {
                    block[j][i] = root * row[j];
                }
            }
        }
    }

    /** The meat {@code M'M} in orthonormal columns, given as the triangle {@code M}, between {@code R^-1} and {@code R'^-1}. */
    private static CoefficientCovariance sandwich(FittedModel fit, Triangle meat) {
        int p = fit.coefficients().length;
        double[][] factors = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] row = new double[p];
            for (int k = j; k < p; k++) {
                row[k] = meat.get(j, k);
            }
            factors[j] = fit.information().solve(row);
        }
        return new CoefficientCovariance(factors);
    }
}
