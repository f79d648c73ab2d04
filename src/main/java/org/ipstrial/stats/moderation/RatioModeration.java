package org.ipstrial.stats.moderation;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.LikelihoodRatioTest;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.model.Response;

/**
 * How a ratio changes along an amount in a model of its logarithm, by maximum likelihood.
 *
 * @param data     the data
 * @param response the model
 * @param test     the likelihood-ratio test of the product of arm and amount
 * @param limits   the ratio of a coefficient with its limits
 */
record RatioModeration(ModeratedData data, Response response, TestResult test, Limits limits) implements Moderation {

    /** The exponential of a coefficient with its limits. */
    @FunctionalInterface
    interface Limits {

        /** Of the column of a name. */
        Estimate of(ModelData model, FittedModel fit, String column, double level);
    }

    static Moderation of(ModeratedData data, Response response, Limits limits) {
        Optional<Reason> absent = data.absent();
        if (absent.isPresent()) {
            return Moderation.none(absent.get());
        }
        ModelData columns = model(data, data.middle());
        Fit larger = GeneralisedLinearModel.of(response, columns);
        Fit smaller = GeneralisedLinearModel.of(response, columns.with(ModeratedData.withoutProduct(columns.design())));
        if (larger instanceof Fit.None none) {
            return Moderation.none(none.reason());
        }
        TestResult test = smaller instanceof Fit.None none
                ? TestResult.notEstimable(none.reason())
                : LikelihoodRatioTest.of(
                        larger.ifFitted().orElseThrow(), smaller.ifFitted().orElseThrow());
        return new RatioModeration(data, response, test, limits);
    }

    private static ModelData model(ModeratedData data, double from) {
        return ModelData.of(data.design(from), data.outcome());
    }

    @Override
    public Estimate slope(double level) {
        return estimate(data.middle(), ModeratedData.PRODUCT, level);
    }

    @Override
    public Estimate effect(double at, double level) {
        return estimate(at, ModeratedData.ARM, level);
    }

    private Estimate estimate(double from, String column, double level) {
        Require.fraction("level", level);
        ModelData model = model(data, from);
        Fit fit = GeneralisedLinearModel.of(response, model);
        return fit instanceof Fit.None none
                ? Estimate.notEstimable(none.reason())
                : limits.of(model, fit.ifFitted().orElseThrow(), column, level);
    }
}
