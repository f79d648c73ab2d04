package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSampleTest;
import org.ipstrial.stats.location.TwoSamples;

/**
 * The results of one contrast on an amount.
 *
 * @param key      what the results are about, measure and method apart
 * @param group    the arm that is compared
 * @param reference the arm that it is compared with
 * @param settings level, methods and seed
 */
record AmountContrast(ResultKey key, Amounts group, Amounts reference, AnalysisSettings settings) {

    /** Difference and ratio of means, probabilistic index and tests. */
    List<Result> results() {
        List<Result> results = new ArrayList<>();
        results.addAll(effects(AmountMethods.MEAN_DIFFERENCE, settings.unit()));
        results.addAll(effects(AmountMethods.RATIO_OF_MEANS, Unit.RATIO));
        results.addAll(effects(AmountMethods.PROBABILISTIC_INDEX, Unit.PROPORTION));
        for (Method<TwoSampleTest> method : settings.methods().of(AmountMethods.TEST)) {
            TestResult test = absent().map(TestResult::notEstimable)
                    .orElseGet(() -> method.function().of(samples()));
            results.add(Results.of(key.of(Measure.TEST, method.id()), test));
        }
        return results;
    }

    private List<Result> effects(Family<TwoSampleEffect> family, Unit unit) {
        List<Result> results = new ArrayList<>();
        for (Method<TwoSampleEffect> method : settings.methods().of(family)) {
            ResultKey about = key.of(family.measure(), method.id());
            Estimate estimate = absent().map(Estimate::notEstimable)
                    .orElseGet(() -> method.function().of(samples(), settings.level(), settings.resampling(about)));
            results.add(Results.of(about, estimate, unit, settings.level()));
        }
        return results;
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
