package org.ipstrial.stats.adjusted.linear;

import java.util.Optional;
import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;

/** Differences of arms in a linear model, with a covariance of one's choice. */
final class Ancova implements ArmContrasts {

    private static final double ROUNDING = 1e-15;

    private final AdjustedData data;
    private final FittedModel fit;
    private final Optional<CoefficientCovariance> covariance;
    private final ModelNotes notes;

    private Ancova(AdjustedData data, FittedModel fit, Optional<CoefficientCovariance> covariance, ModelNotes notes) {
        this.data = data;
        this.fit = fit;
        this.covariance = covariance;
        this.notes = notes;
    }

    /** Fits a model whose columns hold one of each arm but the first. */
    static ArmContrasts of(
            AdjustedData data, DesignMatrix design, Function<FittedModel, Optional<CoefficientCovariance>> covariance) {
        FullRank full = FullRank.of(design);
        ModelNotes notes = ModelNotes.aliased(full.aliased());
        Fit fit = LinearModel.of(ModelData.of(full.design(), data.outcome()));
        if (fit instanceof Fit.None none) {
            return ArmContrasts.none(none.reason(), notes);
        }
        FittedModel fitted = fit.ifFitted().orElseThrow();
        return new Ancova(data, fitted, covariance.apply(fitted), notes);
    }

    @Override
    public Estimate estimate(int group, int reference, double level) {
        Require.fraction("level", level);
        return noStandardError(group, reference)
                .map(reason -> Estimate.withoutLimits(difference(group, reference), reason))
                .orElseGet(() -> approximation(group, reference).limits(level));
    }

    @Override
    public TestResult test(int group, int reference, double effect, Alternative alternative) {
        return noStandardError(group, reference)
                .map(TestResult::notEstimable)
                .orElseGet(() -> approximation(group, reference).test(effect, alternative));
    }

    @Override
    public ModelNotes notes() {
        return notes;
    }

    private Optional<Reason> noStandardError(int group, int reference) {
        if (covariance.isEmpty()) {
            return Optional.of(Reason.LEVERAGE_ONE);
        }
        double largest = 0;
        for (double y : data.outcome()) {
            largest = Math.max(largest, Math.abs(y));
        }
        boolean exact = Math.sqrt(fit.deviance() / data.people()) <= ROUNDING * largest;
        return exact || !(standardError(group, reference) > 0) ? Optional.of(Reason.NO_VARIANCE) : Optional.empty();
    }

    private TApproximation approximation(int group, int reference) {
        return new TApproximation(difference(group, reference), standardError(group, reference), fit.residualDf());
    }

    private double difference(int group, int reference) {
        double[] combination = combination(group, reference);
        double sum = 0;
        for (int j = 0; j < combination.length; j++) {
            sum += combination[j] * fit.coefficients()[j];
        }
        return sum;
    }

    private double standardError(int group, int reference) {
        return Math.sqrt(covariance.orElseThrow().variance(combination(group, reference)));
    }

    private double[] combination(int group, int reference) {
        return data.contrast(fit.design(), group, reference);
    }
}
