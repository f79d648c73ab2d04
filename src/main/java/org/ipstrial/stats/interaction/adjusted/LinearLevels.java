package org.ipstrial.stats.interaction.adjusted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.interaction.Scatter;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.ipstrial.stats.regression.model.JointWald;
import org.ipstrial.stats.regression.model.LinearModel;

/**
 * Differences of means at levels adjusted for covariates, by one linear model over all arms and levels with a variance that
 * needs no common one (HC3), and the Wald test that they are the same.
 *
 * <pre>
 *   y = a(level, arm) + c(1) x(1) + c(2) x(2) + ... + residual, by least squares over all arms and levels
 *   d(level) = a(level, group) - a(level, reference),  V their covariance by HC3
 *   limits = d -+ q se,  q the quantile of Student's t at (1 + confidence) / 2 with df = people - coefficients
 *   F = b' W^-1 b / (K - 1),  b the differences of d(level) from that of the first of K levels, W their covariance
 *   p = P(F with K - 1 and df degrees of freedom &ge; F)
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the group has more. Changing the arms round changes the signs, and nothing in
 * the test; nor does a covariate that is the same of everybody, or within each level.
 *
 * <p>Edges: a level that lacks an arm, or has one person in it, has no effect and adds nothing to the test
 * ({@code fewer-than-two}), nor does one with a single amount throughout, in degrees of freedom neither. No more people than
 * coefficients are {@code no-residual-df}, a fit without residuals is {@code no-variance}, somebody whom the covariates fit
 * whatever their outcome {@code leverage-one}. Fewer than two levels left are no test.
 *
 * <p>Source: MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; for small samples: Long JS, Ervin LH (2000), The
 * American Statistician 54:217-224. As {@code lmtest::waldtest(lm(y ~ arm + level + x), lm(y ~ arm * level + x), vcov =
 * vcovHC)} of R.
 */
public final class LinearLevels implements LevelEffects {

    private static final double ROUNDING = 1e-15;

    private final LevelsData data;
    private final IntPredicate kept;
    private final FittedModel fit;
    private final CoefficientCovariance covariance;
    private final ModelNotes notes;

    private LinearLevels(
            LevelsData data, IntPredicate kept, FittedModel fit, CoefficientCovariance covariance, ModelNotes notes) {
        this.data = data;
        this.kept = kept;
        this.fit = fit;
        this.covariance = covariance;
        this.notes = notes;
    }

    /** Fits the model. */
    public static LevelEffects of(LevelsData data) {
        // A person alone in a cell fits its coefficient and tells nothing else, but would have leverage 1.
        IntPredicate kept = cell -> data.people(cell) > 1;
        if (data.rows(kept).length == 0) {
            return LevelEffects.none(Reason.NO_RESIDUAL_DF, ModelNotes.aliased(List.of()));
        }
        LevelsModel model = LevelsModel.saturated(data, kept);
        ModelNotes notes = ModelNotes.aliased(model.columns().aliased());
        Fit fit = LinearModel.of(model.model());
        if (fit instanceof Fit.None none) {
            return LevelEffects.none(none.reason(), notes);
        }
        FittedModel fitted = fit.ifFitted().orElseThrow();
        if (withoutResiduals(data, fitted)) {
            return LevelEffects.none(Reason.NO_VARIANCE, notes);
        }
        return Heteroscedasticity.HC3
                .of(fitted)
                .<LevelEffects>map(covariance -> new LinearLevels(data, kept, fitted, covariance, notes))
                .orElseGet(() -> LevelEffects.none(Reason.LEVERAGE_ONE, notes));
    }

    private static boolean withoutResiduals(LevelsData data, FittedModel fit) {
        double largest = 0;
        for (double y : data.data().outcome()) {
            largest = Math.max(largest, Math.abs(y));
        }
        return Math.sqrt(fit.deviance() / data.data().people()) <= ROUNDING * largest;
    }

    private boolean fewerThanTwo(int level, int group, int reference) {
        return !kept.test(data.cell(level, group)) || !kept.test(data.cell(level, reference));
    }

    @Override
    public Estimate effect(int level, int group, int reference, double confidence) {
        Require.fraction("level", confidence);
        Optional<Reason> absent = data.absent(level, group, reference);
        if (absent.isPresent() || fewerThanTwo(level, group, reference)) {
            return Estimate.notEstimable(absent.orElse(Reason.FEWER_THAN_TWO));
        }
        double[] combination = new double[fit.coefficients().length];
        int compared = fit.design().indexOf(LevelNames.of(data.cell(level, group)));
        int with = fit.design().indexOf(LevelNames.of(data.cell(level, reference)));
        combination[compared] = 1;
        combination[with] = -1;
        double effect = fit.coefficients()[compared] - fit.coefficients()[with];
        double error = Math.sqrt(covariance.variance(combination));
        return error > 0
                ? new TApproximation(effect, error, fit.residualDf()).limits(confidence)
                : Estimate.withoutLimits(effect, Reason.NO_VARIANCE);
    }

    @Override
    public TestResult test(int group, int reference) {
        List<Integer> both = data.withBoth(group, reference);
        List<Integer> telling = new ArrayList<>(both);
        telling.removeIf(level -> fewerThanTwo(level, group, reference) || data.allAlike(level, group, reference));
        Optional<Reason> absent = Scatter.absent(telling.size(), both.size());
        if (absent.isPresent()) {
            return TestResult.notEstimable(absent.get());
        }
        LevelsModel model = LevelsModel.apart(data, kept, group, reference, telling);
        FittedModel apart = LinearModel.of(model.model()).ifFitted().orElseThrow();
        return Heteroscedasticity.HC3
                .of(apart)
                .map(found -> JointWald.of(apart, found, model.products()))
                .orElseGet(() -> TestResult.notEstimable(Reason.LEVERAGE_ONE));
    }

    @Override
    public ModelNotes notes() {
        return notes;
    }
}
