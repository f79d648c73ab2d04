package org.ipstrial.stats.moderation;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
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
 * How a difference changes along an amount, by the product of arm and amount in a linear model with a variance that needs no
 * common one (HC3).
 *
 * <p>With {@code y} the outcome, {@code g} 1 in the group and 0 in the reference, and {@code x} the moderator of {@code N}
 * people of both arms:
 * <pre>
 *   y = a + b g + c x + d g x + residual, by least squares
 *   effect at x0 = b + d x0,  slope = d,  se of either by HC3
 *   limits = estimate -+ t se,  t the quantile of Student's t at (1 + level) / 2 with N - 4 degrees of freedom
 *   test of d = 0: F = (d / se)&sup2; with 1 and N - 4 degrees of freedom
 * </pre>
 *
 * <p>Covariates add {@code + e(1) z(1) + e(2) z(2) + ...} to the model, each with a degree of freedom; one that is a combination
 * of other columns is left out.
 *
 * <p>Of an amount the effect is the difference of means. Of a yes/no outcome, 0 and 1, it is the risk difference: the
 * linear probability model, whose variances differ from person to person by nature, which HC3 allows for. Nothing keeps it
 * within -1 and 1 where the line is far from the people.
 *
 * <p>Unit: the effect has that of the outcome, the slope that over the moderator's. Changing the arms round changes the
 * signs; counting the moderator in another unit changes the slope alone, and by that unit.
 *
 * <p>Edges: an arm without people, or in which the moderator is the same of everybody ({@code one-value-in-an-arm}); one
 * outcome throughout, or a fit without residuals ({@code no-variance}); no more people than coefficients
 * ({@code no-residual-df}); a person whom the model fits whatever their outcome, such as one of two in an arm
 * ({@code leverage-one}).
 *
 * <p>Source: MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; Long JS, Ervin LH (2000), The American
 * Statistician 54:217-224; of risk differences: Cheung YB (2007), A modified least-squares regression approach to the
 * estimation of risk difference, American Journal of Epidemiology 166:1337-1344.
 */
public final class LinearModeration implements Moderation {

    private static final double ROUNDING = 1e-15;

    private final ModeratedData data;
    private final FittedModel fit;
    private final CoefficientCovariance covariance;

    private LinearModeration(ModeratedData data, FittedModel fit, CoefficientCovariance covariance) {
        this.data = data;
        this.fit = fit;
        this.covariance = covariance;
    }

    /** Fits the model. */
    public static Moderation of(ModeratedData data) {
        Optional<Reason> absent = data.absent();
        if (absent.isPresent()) {
            return Moderation.none(absent.get());
        }
        Fit fit = LinearModel.of(ModelData.of(data.design(data.middle()), data.outcome()));
        if (fit instanceof Fit.None none) {
            return Moderation.none(none.reason());
        }
        FittedModel fitted = fit.ifFitted().orElseThrow();
        double largest = 0;
        for (double y : data.outcome()) {
            largest = Math.max(largest, Math.abs(y));
        }
        if (Math.sqrt(fitted.deviance() / data.outcome().length) <= ROUNDING * largest) {
            return Moderation.none(Reason.NO_VARIANCE);
        }
        Optional<CoefficientCovariance> covariance = Heteroscedasticity.HC3.of(fitted);
        return covariance.isEmpty()
                ? Moderation.none(Reason.LEVERAGE_ONE)
                : new LinearModeration(data, fitted, covariance.get());
    }

    @Override
    public TestResult test() {
        return JointWald.of(fit, covariance, fit.design().indexOf(ModeratedData.PRODUCT));
    }

    @Override
    public Estimate slope(double level) {
        return estimate(0, 1, level);
    }

    @Override
    public Estimate effect(double at, double level) {
        return estimate(1, ModeratedData.apart(new double[] {at}, data.middle())[0], level);
    }

    /** Of the sum of so many times the arm's coefficient and so many times the product's. */
    private Estimate estimate(double ofArm, double ofProduct, double level) {
        Require.fraction("level", level);
        double[] combination = new double[fit.coefficients().length];
        combination[fit.design().indexOf(ModeratedData.ARM)] = ofArm;
        combination[fit.design().indexOf(ModeratedData.PRODUCT)] = ofProduct;
        double value = ofArm * fit.coefficient(ModeratedData.ARM) + ofProduct * fit.coefficient(ModeratedData.PRODUCT);
        double error = Math.sqrt(covariance.variance(combination));
        return error > 0
                ? new TApproximation(value, error, fit.residualDf()).limits(level)
                : Estimate.withoutLimits(value, Reason.NO_VARIANCE);
    }
}
