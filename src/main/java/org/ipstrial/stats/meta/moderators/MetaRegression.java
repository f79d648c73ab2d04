package org.ipstrial.stats.meta.moderators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ipstrial.stats.FTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * A mean effect that depends on moderators of the studies, with a variance between studies that they leave.
 *
 * <p>With effects y, variances v, columns X of which the first is 1, {@code w = 1 / (v + tau&sup2;)}, k studies and p
 * coefficients:
 * <pre>
 *   b = (X'WX)^-1 X'Wy, limits and tests as {@link MeanLimits}
 *   of all moderators at once: F = b'C^-1 b / (p - 1) with p - 1 and k - p degrees of freedom, C their covariance with
 *   Hartung and Knapp's factor; with normal limits b'C^-1 b, chi-squared with p - 1
 *   what is left: Q of the fit with weights 1 / v, with k - p degrees of freedom
 *   share explained: max(0, (tau0&sup2; - tau&sup2;) / tau0&sup2;), tau0&sup2; without moderators
 * </pre>
 * Unit: that of the effects for one unit of the moderator. That studies with more of something have larger effects is not
 * a randomised comparison.
 *
 * <p>Edges: as many coefficients as studies leave nothing to judge by ({@code no-residual-df}); moderators of which one is a
 * sum of others cannot be told apart ({@code collinear-covariates}).
 *
 * <p>Source: Knapp G, Hartung J (2003), Statistics in Medicine 22:2693-2710; Raudenbush SW (2009), in The Handbook of
 * Research Synthesis and Meta-Analysis, 2nd edition, 295-315.
 *
 * @param coefficients the intercept, and one for each moderator
 * @param moderators   the test of all moderators at once
 * @param residual     the test of what they leave
 * @param tauSquared   the variance between studies that they leave
 * @param limits       its limits
 * @param explained    share of the variance between studies that they explain; none where there is none to explain
 */
public record MetaRegression(
        List<Pooled> coefficients,
        TestResult moderators,
        TestResult residual,
        double tauSquared,
        QProfile limits,
        Optional<Double> explained) {

    /** Copies the coefficients. */
    public MetaRegression {
        coefficients = List.copyOf(coefficients);
    }

    /** Why a model cannot be fitted, if it cannot. */
    public static Optional<Reason> absent(MetaModel model) {
        if (model.residualDf() < 1) {
            return Optional.of(Reason.NO_RESIDUAL_DF);
        }
        return WeightedFit.isOfFullRank(model) ? Optional.empty() : Optional.of(Reason.COLLINEAR_COVARIATES);
    }

    /**
     * The fitted model.
     *
     * @throws IllegalArgumentException if it cannot be fitted, as {@link #absent} tells
     */
    public static MetaRegression of(MetaModel model, TauSquared estimator, MeanLimits limits, double level) {
        Require.fraction("level", level);
        absent(model).ifPresent(reason -> {
            throw new IllegalArgumentException("the model cannot be fitted: " + reason.id());
        });
        double tauSquared = estimator.of(model);
        WeightedFit fit = WeightedFit.at(model, tauSquared);
        double factor = limits.factor(fit, model.residualDf());
        double before = estimator.of(MetaModel.ofMean(model.effects()));
        List<Pooled> coefficients = new ArrayList<>();
        for (int j = 0; j < model.coefficients(); j++) {
            double[] combination = combination(model, j);
            coefficients.add(limits.of(
                    value(fit, combination),
                    Math.sqrt(variance(fit, combination) * factor),
                    model.residualDf(),
                    level,
                    Optional.of(tauSquared)));
        }
        return new MetaRegression(
                coefficients,
                test(model, fit, factor, limits),
                HeterogeneityTest.of(model),
                tauSquared,
                QProfile.of(model, level),
                before > 0 ? Optional.of(Math.max(0, (before - tauSquared) / before)) : Optional.empty());
    }

    /** A coefficient of the columns as they came, of those that are centred and scaled. */
    private static double[] combination(MetaModel model, int column) {
        double[] combination = new double[model.coefficients()];
        combination[column] = 1 / model.scale(column);
        for (int j = 1; column == 0 && j < combination.length; j++) {
            combination[j] = -model.centre(j) / model.scale(j);
        }
        return combination;
    }

    private static double value(WeightedFit fit, double[] combination) {
        double sum = 0;
        double[] coefficients = fit.coefficients();
        for (int j = 0; j < combination.length; j++) {
            sum += combination[j] * coefficients[j];
        }
        return sum;
    }

    private static double variance(WeightedFit fit, double[] combination) {
        double sum = 0;
        for (int a = 0; a < combination.length; a++) {
            for (int b = 0; b < combination.length; b++) {
                sum += combination[a] * fit.covariance(a, b) * combination[b];
            }
        }
        return sum;
    }

    /** The centred and scaled columns serve: all moderators at once are the same hypothesis in either. */
    private static TestResult test(MetaModel model, WeightedFit fit, double factor, MeanLimits limits) {
        int m = model.coefficients() - 1;
        if (m == 0 || !(factor > 0)) {
            return TestResult.notEstimable(m == 0 ? Reason.COLLINEAR_COVARIATES : Reason.NO_VARIANCE);
        }
        RealMatrix covariance = new Array2DRowRealMatrix(m, m);
        double[] b = new double[m];
        for (int i = 0; i < m; i++) {
            b[i] = fit.coefficients()[i + 1];
            for (int j = 0; j < m; j++) {
                covariance.setEntry(i, j, fit.covariance(Math.min(i, j) + 1, Math.max(i, j) + 1) * factor);
            }
        }
        double[] solved = new CholeskyDecomposition(covariance, 1e-12, 0)
                .getSolver()
                .getInverse()
                .operate(b);
        double wald = 0;
        for (int i = 0; i < m; i++) {
            wald += b[i] * solved[i];
        }
        if (limits == MeanLimits.NORMAL) {
            return HeterogeneityTest.of(wald, m);
        }
        return FTest.of(wald / m, m, model.residualDf());
    }
}
