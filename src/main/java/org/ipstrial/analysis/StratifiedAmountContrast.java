package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.StratifiedMethods;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSampleTest;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/** The tests of one contrast on an amount, within strata. */
final class StratifiedAmountContrast {

    private StratifiedAmountContrast() {}

    /** The results over strata, if there are any. */
    static List<Result> of(ResultKey key, Strata<Amounts> strata, AnalysisSettings settings) {
        return of(key, strata, StratifiedMethods.AMOUNT_TEST, settings);
    }

    /** The same by the tests of a family. */
    static List<Result> of(
            ResultKey key, Strata<Amounts> strata, Family<StratifiedSampleTest> family, AnalysisSettings settings) {
        if (strata.isEmpty()) {
            return List.of();
        }
        List<SampleStratum> all = new ArrayList<>();
        for (Map.Entry<String, Map<String, Amounts>> stratum : strata.arms().entrySet()) {
            all.add(new SampleStratum(
                    stratum.getKey(),
                    stratum.getValue().get(key.group()).values(),
                    stratum.getValue().get(key.reference()).values()));
        }
        StratifiedSamples samples = new StratifiedSamples(all);
        List<Result> results = new ArrayList<>();
        for (Method<StratifiedSampleTest> method : settings.methods().of(family)) {
            ResultKey about = key.withTerm(strata.term()).of(Measure.TEST, method.id());
            results.add(Results.of(
                    about,
                    method.function().of(samples, settings.hypothesis().alternative(), settings.resampling(about))));
        }
        for (SampleStratum stratum : all) {
            stratum.silence()
                    .ifPresent(reason -> results.add(StratumCounts.silent(
                            key, stratum.name(), stratum.group().length + stratum.reference().length, reason)));
        }
        return results;
    }
}
