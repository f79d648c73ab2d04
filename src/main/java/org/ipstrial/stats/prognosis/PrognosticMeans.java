package org.ipstrial.stats.prognosis;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.ipstrial.stats.regression.model.JointWald;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Difference of means of the levels of a column in a linear model on arm and level, with a standard error that needs no
 * common variance (HC3).
 *
 * <pre>
 *   y = a + t(arm) + c(level) + residual, by least squares over all arms, d = c(level) - c(first)
 *   limits = d -+ q se,  q the quantile of Student's t at (1 + level) / 2 with people less coefficients
 *   test of all levels: {@link JointWald} with the same covariance
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where people at the level have more than those at the first in the same arm. It is
 * no effect of anything that a trial has drawn by lot.
 *
 * <p>Edges: a level with a single person has no estimate ({@code fewer-than-two}) and says nothing of the others; the first
 * with more is the one that others are held against. A level that goes with an arm cannot be told from it ({@code
 * collinear-covariates}). Fewer than two such levels leave nothing; nor does a fit without residuals ({@code no-variance}), or
 * one in which somebody is fitted by himself ({@code leverage-one}).
 *
 * <p>Source: MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; Long JS, Ervin LH (2000), The American
 * Statistician 54:217-224.
 */
public final class PrognosticMeans implements Prognosis {

    private static final double ROUNDING = 1e-15;

    private final FittedModel fit;
    private final CoefficientCovariance covariance;
    private final int[] telling;

    private PrognosticMeans(FittedModel fit, CoefficientCovariance covariance, int[] telling) {
        this.fit = fit;
        this.covariance = covariance;
        this.telling = telling;
    }

    /**
     * Fits the model.
     *
     * @param amounts each person's amount
     * @param level   each person's level, from 0
     * @param levels  how many levels there are
     * @param arm     each person's arm, from 0
     * @param arms    how many arms there are
     */
    public static Prognosis of(double[] amounts, int[] level, int levels, int[] arm, int arms) {
        long[] people = new long[levels];
        IntStream.of(level).forEach(one -> people[one]++);
        int[] telling =
                IntStream.range(0, levels).filter(one -> people[one] > 1).toArray();
        if (telling.length < 2) {
            return Prognosis.none(Reason.FEWER_THAN_TWO_STRATA);
        }
        int[] rows = IntStream.range(0, amounts.length)
                .filter(row -> people[level[row]] > 1)
                .toArray();
        double[] y = IntStream.of(rows).mapToDouble(row -> amounts[row]).toArray();
        int[] others = IntStream.of(telling).skip(1).toArray();
        Fit fit = LinearModel.of(ModelData.of(LevelsAndArms.of(others, pick(level, rows), pick(arm, rows), arms), y));
        if (fit instanceof Fit.None none) {
            return Prognosis.none(none.reason());
        }
        FittedModel fitted = fit.ifFitted().orElseThrow();
        double largest = 0;
        for (double amount : y) {
            largest = Math.max(largest, Math.abs(amount));
        }
        if (Math.sqrt(fitted.deviance() / y.length) <= ROUNDING * largest) {
            return Prognosis.none(Reason.NO_VARIANCE);
        }
        Optional<CoefficientCovariance> covariance = Heteroscedasticity.HC3.of(fitted);
        return covariance.isEmpty()
                ? Prognosis.none(Reason.LEVERAGE_ONE)
                : new PrognosticMeans(fitted, covariance.get(), telling);
    }

    private static int[] pick(int[] values, int[] rows) {
        return IntStream.of(rows).map(row -> values[row]).toArray();
    }

    @Override
    public int against() {
        return telling[0];
    }

    @Override
    public Estimate estimate(int ofLevel, double level) {
        int column = fit.design().indexOf(LevelsAndArms.level(ofLevel));
        if (column < 0) {
            return Estimate.notEstimable(
                    IntStream.of(telling).anyMatch(one -> one == ofLevel)
                            ? Reason.COLLINEAR_COVARIATES
                            : Reason.FEWER_THAN_TWO);
        }
        double error = covariance.standardError(column);
        double difference = fit.coefficients()[column];
        return error > 0
                ? new TApproximation(difference, error, fit.residualDf()).limits(level)
                : Estimate.withoutLimits(difference, Reason.NO_VARIANCE);
    }

    @Override
    public TestResult test() {
        int[] columns = IntStream.range(0, fit.design().width())
                .filter(j -> fit.design().names().get(j).startsWith("level "))
                .toArray();
        return columns.length == 0
                ? TestResult.notEstimable(Reason.COLLINEAR_COVARIATES)
                : JointWald.of(fit, covariance, columns);
    }
}
