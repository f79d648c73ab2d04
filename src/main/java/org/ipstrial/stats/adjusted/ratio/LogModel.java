package org.ipstrial.stats.adjusted.ratio;

import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.WaldContrast;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.model.Response;

/** Ratios of arms in a model of the logarithm, with a covariance of one's choice. */
record LogModel(AdjustedData data, FittedModel fit, CoefficientCovariance covariance, ModelNotes notes)
        implements ArmContrasts {

    static ArmContrasts of(
            AdjustedData data, Response response, Function<FittedModel, CoefficientCovariance> covariance) {
        FullRank full = FullRank.of(data.design(0));
        Fit fit = GeneralisedLinearModel.of(response, ModelData.of(full.design(), data.outcome()));
        if (fit instanceof Fit.None none) {
            return ArmContrasts.none(none.reason(), new ModelNotes(full.aliased(), none.separating()));
        }
        FittedModel fitted = fit.ifFitted().orElseThrow();
        return new LogModel(data, fitted, covariance.apply(fitted), ModelNotes.aliased(full.aliased()));
    }

    @Override
    public Estimate estimate(int group, int reference, double level) {
        return wald(group, reference).estimate(level);
    }

    @Override
    public TestResult test(int group, int reference, double effect, Alternative alternative) {
        return wald(group, reference).test(effect, alternative);
    }

    private WaldContrast wald(int group, int reference) {
        double[] combination = data.contrast(fit.design(), group, reference);
        double value = 0;
        for (int j = 0; j < combination.length; j++) {
            value += combination[j] * fit.coefficients()[j];
        }
        return new WaldContrast(value, Math.sqrt(covariance.variance(combination)), WaldContrast.Scale.LOGARITHM);
    }
}
