package org.ipstrial.catalogue.studies;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.PredictionInterval;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.VarianceShares;

/** How far studies differ, told in the terms of a pooling method. */
public final class HeterogeneityMethods {

    /** A share of the variance with its limits. */
    @FunctionalInterface
    public interface Share {

        /** The share. */
        Estimate of(MetaModel model, double tauSquared, double level);
    }

    /** Where the effect of a further study may lie. */
    @FunctionalInterface
    public interface Prediction {

        /** The interval. */
        Estimate of(Pooled pooled, int studies, double level);
    }

    private static final String SYMBOLS =
            "tau^2 the variance between studies, s^2 = (k - 1) / (sum w - sum w^2/sum w) with w = 1/v that within one\n";
    private static final String SOURCE = "Higgins JPT, Thompson SG (2002), Statistics in Medicine 21:1539-1558";

    /** Share of the variance that lies between studies. */
    public static final Family<Share> I_SQUARED = share(
            Measure.I_SQUARED,
            new Method<>(
                    "",
                    "Share of the variance of the effects that lies between studies",
                    (model, tau, level) -> VarianceShares.of(model, tau, QProfile.of(model, level))
                            .iSquared(),
                    SYMBOLS + "I^2 = tau^2/(tau^2 + s^2), limits from the Q-profile limits of tau^2",
                    SOURCE,
                    "As a measure of how far effects differ: it grows with the size of the studies. The prediction interval"
                            + " tells that."));

    /** Variance over that within studies. */
    public static final Family<Share> H_SQUARED = share(
            Measure.H_SQUARED,
            new Method<>(
                    "",
                    "Variance of the effects over that within studies",
                    (model, tau, level) -> VarianceShares.of(model, tau, QProfile.of(model, level))
                            .hSquared(),
                    SYMBOLS + "H^2 = (tau^2 + s^2)/s^2, limits from the Q-profile limits of tau^2",
                    SOURCE,
                    "As a measure of how far effects differ: it grows with the size of the studies."));

    /** Where the effect of a further study may lie. */
    public static final Family<Prediction> PREDICTION_INTERVAL = new Family<>(
            Measure.PREDICTION_INTERVAL,
            Family.Input.STUDIES,
            1,
            List.of(new Method<>(
                    "",
                    "Where the effect of a further study of the same kind may lie",
                    PredictionInterval::of,
                    "m the pooled effect, s its standard error by the pooling method\n"
                            + "m +- t sqrt(tau^2 + s^2), t with k - 2 degrees of freedom",
                    "Higgins JPT, Thompson SG, Spiegelhalter DJ (2009), Journal of the Royal Statistical Society A 172:137-159;"
                            + " Partlett C, Riley RD (2017), Statistics in Medicine 36:301-317",
                    "Few studies, or effects far from normal. Older versions of metafor take a normal value for t.")),
            (function, input, level) -> {
                StudyEffects effects = StudiesInput.effects(input);
                Pooled pooled = PoolingMethods.FAMILY
                        .method(StudiesInput.method(input))
                        .orElseThrow()
                        .function()
                        .of(effects, level);
                return Evaluation.numbers(function.of(pooled, effects.count(), level));
            });

    private HeterogeneityMethods() {}

    private static Family<Share> share(Measure measure, Method<Share> method) {
        return new Family<>(measure, Family.Input.STUDIES, 1, List.of(method), (function, input, level) -> {
            MetaModel model = MetaModel.ofMean(StudiesInput.effects(input));
            double tau =
                    VarianceEstimators.of(StudiesInput.method(input)).function().of(model);
            return Evaluation.numbers(function.of(model, tau, level));
        });
    }
}
