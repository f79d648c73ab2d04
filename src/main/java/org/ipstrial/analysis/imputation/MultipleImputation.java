package org.ipstrial.analysis.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Contrast;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.imputation.ImputationMethods;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.imputation.chained.Imputation;
import org.ipstrial.stats.imputation.pooling.CompletedEffects;
import org.ipstrial.stats.imputation.pooling.CompletedEffects.Effect;
import org.ipstrial.stats.imputation.pooling.PoolingScale;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * The comparison of every outcome that somebody lacks, with what is missing imputed many times and the results pooled.
 * Within a level of {@code --by} the people of that level are imputed anew, from themselves alone; where they are too few for
 * that, the effect is not estimable there.
 */
public final class MultipleImputation {

    private MultipleImputation() {}

    /**
     * A table with the pooled results, the traces and what was imputed how.
     *
     * @throws RefusedException if an outcome of everybody cannot be imputed
     */
    public static ResultTable added(
            ResultTable table, Trial trial, AnalysisSettings settings, ImputationRequest request) {
        List<Result> results = new ArrayList<>(table.results());
        List<Series> series = new ArrayList<>(table.series());
        Map<String, Object> stated = new LinkedHashMap<>(request.stated());
        for (OutcomeDefinition outcome : trial.outcomes()) {
            strata(trial).forEach((stratum, people) -> {
                if (people.missing(outcome) > 0) {
                    add(trial, outcome, stratum, people, settings.of(outcome.kind()), request, results, series, stated);
                }
            });
        }
        return new ResultTable(
                        table.command(),
                        table.inputs(),
                        table.settings(),
                        table.labels(),
                        results,
                        series,
                        table.findings())
                .with(stated);
    }

    private static Map<String, Cohort> strata(Trial trial) {
        Map<String, Cohort> strata = new LinkedHashMap<>();
        strata.put("", trial.people());
        for (String column : trial.by()) {
            for (String level : trial.people().levels(column)) {
                strata.put(Names.pair(column, level), trial.people().at(column, level));
            }
        }
        return strata;
    }

    private static void add(
            Trial trial,
            OutcomeDefinition outcome,
            String stratum,
            Cohort people,
            AnalysisSettings settings,
            ImputationRequest request,
            List<Result> results,
            List<Series> series,
            Map<String, Object> stated) {
        ResultKey key = new ResultKey(
                trial.analysis(),
                trial.analysisSet(),
                ImputationRequest.RULE,
                outcome.name(),
                outcome.timepoint(),
                "",
                "",
                stratum,
                "",
                Measure.COUNT,
                "");
        ImputedOutcome imputed = ImputedOutcome.of(trial, outcome, people, key, settings, request);
        if (stratum.isEmpty()) {
            imputed.refused().ifPresent(why -> {
                throw refusal(why);
            });
            // Nothing is drawn of a sum whose parts all follow from it.
            if (!imputed.models().isEmpty()) {
                stated.put("imputed." + outcome.name(), imputed.engines());
            }
            if (!imputed.augmented().isEmpty()) {
                stated.put("augmented." + outcome.name(), String.join("; ", imputed.augmented()));
            }
        }
        series.addAll(imputed.series());
        results.addAll(imputed.donors());
        for (Contrast contrast : trial.arms().contrasts(settings.allPairs())) {
            PooledContrast pooled =
                    new PooledContrast(key.ofContrast(contrast.group(), contrast.reference()), settings);
            for (Family<PoolingScale> family : ImputationMethods.of(outcome.kind() == OutcomeKind.BINARY)) {
                Unit unit = unit(family.measure(), settings);
                List<Effect> effects = imputed.refused().isPresent()
                        ? List.of(new CompletedEffects.Unknown(
                                imputed.refused().get().reason()))
                        : effects(
                                family.measure(),
                                imputed.values().get(contrast.group()),
                                imputed.values().get(contrast.reference()));
                results.addAll(pooled.results(family, unit, effects));
            }
        }
    }

    private static Unit unit(Measure measure, AnalysisSettings settings) {
        return switch (measure) {
            case RISK_DIFFERENCE -> Unit.PROPORTION_DIFFERENCE;
            case MEAN_DIFFERENCE -> settings.unit();
            default -> Unit.RATIO;
        };
    }

    private static List<Effect> effects(Measure measure, double[][] group, double[][] reference) {
        if (group[0].length == 0 || reference[0].length == 0) {
            return List.of(new CompletedEffects.Unknown(
                    group[0].length == 0 ? Reason.NOBODY_ASSESSED_IN_GROUP : Reason.NOBODY_ASSESSED_IN_REFERENCE));
        }
        BiFunction<double[], double[], Effect> effect =
                switch (measure) {
                    case RISK_DIFFERENCE -> (x, y) -> CompletedEffects.riskDifference(table(x, y));
                    case RISK_RATIO -> (x, y) -> CompletedEffects.logRiskRatio(table(x, y));
                    case ODDS_RATIO -> (x, y) -> CompletedEffects.logOddsRatio(table(x, y));
                    default -> (x, y) -> CompletedEffects.meanDifference(new TwoSamples(x, y));
                };
        return IntStream.range(0, group.length)
                .mapToObj(i -> effect.apply(group[i], reference[i]))
                .toList();
    }

    private static TwoByTwo table(double[] group, double[] reference) {
        return new TwoByTwo(count(group), count(reference));
    }

    private static BinomialCount count(double[] values) {
        return new BinomialCount((int) Arrays.stream(values).filter(x -> x == 1).count(), values.length);
    }

    /** The finding that says why an outcome of everybody cannot be imputed, and what to do. */
    static RefusedException refusal(Imputation.Refused why) {
        String variable = why.variable();
        String group = why.group();
        for (Aliased aliased : why.columns()) {
            boolean constant = aliased.madeOf().equals(List.of(DesignMatrix.INTERCEPT));
            List<String> others = aliased.madeOf().stream()
                    .filter(name -> !name.equals(DesignMatrix.INTERCEPT))
                    .toList();
            return constant || others.isEmpty()
                    ? RefusedException.of(FindingCode.E370, Location.COMMAND_LINE, aliased.name(), group, variable)
                    : RefusedException.of(
                            FindingCode.E371,
                            Location.COMMAND_LINE,
                            aliased.name(),
                            group,
                            variable,
                            String.join(", ", others));
        }
        return switch (why.reason()) {
            case NO_VARIANCE -> RefusedException.of(FindingCode.E372, Location.COMMAND_LINE, variable, group);
            case NO_RESIDUAL_DF -> RefusedException.of(FindingCode.E373, Location.COMMAND_LINE, variable, group);
            default ->
                RefusedException.of(
                        FindingCode.E374,
                        Location.COMMAND_LINE,
                        variable,
                        group,
                        why.reason().id());
        };
    }
}
