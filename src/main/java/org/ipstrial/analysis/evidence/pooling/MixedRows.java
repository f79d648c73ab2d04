package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.evidence.pooling.studies.EffectMeasure;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.HeterogeneityMethods;
import org.ipstrial.catalogue.studies.MixedModelMethods;
import org.ipstrial.catalogue.studies.MixedModelMethods.CountPooling;
import org.ipstrial.catalogue.studies.MixedModelMethods.CountTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.Pooled;

/** What models of the counts say of some studies: the odds ratio, the variance between studies, where a further one may lie. */
final class MixedRows {

    private final MetaRows rows;
    private final List<Method<CountPooling>> methods;

    MixedRows(MetaRows rows, MethodSelection methods) {
        this.rows = rows;
        this.methods = isOfOddsRatios(rows) ? methods.of(MixedModelMethods.ODDS_RATIO) : List.of();
    }

    private static boolean isOfOddsRatios(MetaRows rows) {
        return rows.measure() == EffectMeasure.ODDS_RATIO;
    }

    /** Whether the user picked any of them. */
    static boolean areNamed(MetaRows rows, MethodSelection methods) {
        return isOfOddsRatios(rows) && methods.names(MixedModelMethods.ODDS_RATIO);
    }

    /** Everything about some studies, under a term. */
    List<Result> of(StudySet studies, String stratum, String term) {
        List<Result> results = new ArrayList<>();
        for (Method<CountPooling> method : methods) {
            Pooled pooled = studies.tables()
                    .map(tables -> method.function().of(tables, rows.level()))
                    .orElse(Pooled.notEstimable(Reason.SPLIT_COUNTS));
            ResultKey key = rows.key(MetaRows.POOLED, stratum, term, Measure.ODDS_RATIO, method.id());
            results.add(rows.effect(key, pooled));
            rows.logarithm(key, pooled).ifPresent(results::add);
            pooled.tauSquared().ifPresent(tau -> {
                results.add(MetaRows.number(
                        rows.key(MetaRows.POOLED, stratum, term, Measure.TAU_SQUARED, method.id()), tau, Unit.NONE));
                results.add(rows.estimate(
                        rows.key(MetaRows.POOLED, stratum, term, Measure.PREDICTION_INTERVAL, method.id()),
                        rows.measure()
                                .read(HeterogeneityMethods.PREDICTION_INTERVAL
                                        .methods()
                                        .get(0)
                                        .function()
                                        .of(pooled, telling(studies.tables()), rows.level())),
                        rows.measure().unit()));
            });
        }
        return results;
    }

    private static int telling(Optional<StratifiedTables> tables) {
        return (int) tables.stream()
                .flatMap(all -> all.tables().stream())
                .filter(table -> table.events() > 0 && table.events() < table.assessed())
                .count();
    }

    /** The tests that the studies do not differ, one of each model. */
    List<Result> tests(StudySet studies, String stratum) {
        Set<Method<CountTest>> tests = new LinkedHashSet<>();
        methods.forEach(method -> tests.add(MixedModelMethods.test(method)));
        List<Result> results = new ArrayList<>();
        tests.forEach(test -> results.add(Results.of(
                rows.key(MetaRows.POOLED, stratum, "", Measure.HETEROGENEITY_TEST, test.id()),
                studies.tables().map(test.function()::of).orElse(TestResult.notEstimable(Reason.SPLIT_COUNTS)))));
        return results;
    }
}
