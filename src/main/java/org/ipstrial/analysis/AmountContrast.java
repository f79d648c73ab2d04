package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSampleTest;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.rank.HodgesLehmann;

/**
 * The results of one contrast on an amount.
 *
 * @param key      what the results are about, measure and method apart
 * @param group    the arm that is compared
 * @param reference the arm that it is compared with
 * @param settings level, methods and seed
 */
record AmountContrast(ResultKey key, Amounts group, Amounts reference, AnalysisSettings settings) {

    /** The note of a Hodges-Lehmann difference that zeros in both arms settle. */
    private static final String MANY_TIES_AT_ZERO = "many-ties-at-zero";

    /** Differences, ratios, probabilistic index and what stands beside it on request, and tests. */
    List<Result> results() {
        List<Result> results = new ArrayList<>();
        results.addAll(effects(AmountMethods.MEAN_DIFFERENCE, settings.unit()));
        results.addAll(effects(AmountMethods.RATIO_OF_MEANS, Unit.RATIO));
        results.addAll(effects(AmountMethods.PROBABILISTIC_INDEX, Unit.PROPORTION));
        results.addAll(effects(AmountMethods.HODGES_LEHMANN, settings.unit()));
        results.addAll(effects(AmountMethods.WIN_ODDS, Unit.RATIO));
        results.addAll(effects(AmountMethods.STANDARDISED_MEAN_DIFFERENCE, Unit.NONE));
        results.addAll(tests(AmountMethods.TEST));
        return results;
    }

    /** The tests of a family. */
    List<Result> tests(Family<TwoSampleTest> family) {
        List<Result> results = new ArrayList<>();
        for (Method<TwoSampleTest> method : settings.methods().of(family)) {
            ResultKey about = key.of(Measure.TEST, method.id());
            TestResult test = absent().map(TestResult::notEstimable).orElseGet(() -> method.function()
                    .of(samples(), settings.hypothesis().alternative(), settings.resampling(about)));
            results.add(Results.of(about, test));
        }
        return results;
    }

    /** The effects on one scale alone. */
    List<Result> effects(Family<TwoSampleEffect> family, Unit unit) {
        List<Result> results = new ArrayList<>();
        for (Method<TwoSampleEffect> method : settings.methods().of(family)) {
            ResultKey about = key.of(family.measure(), method.id());
            Estimate estimate = absent().map(Estimate::notEstimable).orElseGet(() -> effect(method, about));
            Result result = Results.of(about, estimate, unit, settings.level());
            if (settings.hypothesis().ofEffects()) {
                result = Results.tested(result, test(method, about.measure()));
            }
            results.add(settledByZeros(family, estimate) ? Results.noted(result, MANY_TIES_AT_ZERO) : result);
        }
        return results;
    }

    private Estimate effect(Method<TwoSampleEffect> method, ResultKey about) {
        Alternative alternative = settings.hypothesis().alternative();
        EffectScale scale = EffectScale.of(about.measure()).orElseThrow();
        Estimate estimate = method.function().of(samples(), settings.level(), alternative, settings.resampling(about));
        return alternative.limits(estimate, scale.least(), scale.most());
    }

    /** The test of the null value that the interval's method inverts. */
    private TestResult test(Method<TwoSampleEffect> method, Measure measure) {
        return absent().map(TestResult::notEstimable).orElseGet(() -> method.function()
                .test(
                        samples(),
                        settings.hypothesis().nullValue(measure),
                        settings.hypothesis().alternative()));
    }

    private boolean settledByZeros(Family<TwoSampleEffect> family, Estimate estimate) {
        return family.measure() == Measure.HODGES_LEHMANN
                && absent().isEmpty()
                && HodgesLehmann.settledByZeros(samples(), estimate);
    }

    private TwoSamples samples() {
        return new TwoSamples(group.values(), reference.values());
    }

    private Optional<Reason> absent() {
        if (group.values().length == 0) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        return reference.values().length == 0 ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE) : Optional.empty();
    }
}
