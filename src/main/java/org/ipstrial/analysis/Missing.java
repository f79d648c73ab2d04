package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/**
 * How much is missing, and what would overturn the result: the comparison of every outcome as it is analysed, which stays
 * the primary one, and beside it what the missing could do to it. Where nothing is missing it is the comparison alone.
 */
public final class Missing {

    /** The command's name, which is the name of its analysis too where no plan gives one. */
    public static final String NAME = "missing";

    /** The setting that says what of the plan's analysis is left out here. */
    public static final String WITHOUT = "missing-views-without";

    private Missing() {}

    /**
     * The comparisons of all outcomes, and what the missing could do to them; of ordered levels how many are missing alone.
     *
     * @param request what is asked of missing amounts
     * @throws org.ipstrial.finding.RefusedException if no control is named, or an amount lies outside the range
     */
    public static ResultTable of(Trial trial, MissingRequest request, AnalysisSettings settings) {
        List<Contrast> contrasts = trial.arms().contrasts(settings.allPairs());
        List<Result> results = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            AnalysisSettings here = settings.of(outcome.kind());
            if (outcome.kind() == OutcomeKind.BINARY) {
                for (ArmData<EventCounts> data : trial.events(outcome)) {
                    binary(data.key(BinaryArms.rule(data, outcome)), data, contrasts, here, results, series);
                }
            } else if (outcome.kind() == OutcomeKind.ORDINAL) {
                for (ArmData<Amounts> data : trial.amounts(outcome)) {
                    ResultKey base = data.key(AmountArms.rule(data));
                    data.arms().forEach((arm, people) -> results.add(AmountArms.counts(base.ofArm(arm), people)));
                }
            } else {
                for (ArmData<Amounts> data : trial.amounts(outcome)) {
                    request.check(data);
                    amounts(data, request, contrasts, here, results, series);
                }
            }
        }
        return table(trial.arms(), settings.of(trial.outcomes().get(0).kind()), without(trial), results, series);
    }

    /** What is told of all outcomes together: how much is missing, of whom, and what is missing with what. */
    public static List<Result> description(Trial trial, List<Covariate> covariates, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>(new MissingPatterns(trial, covariates).results());
        results.addAll(new MissingPeople(trial, covariates, settings).results());
        return results;
    }

    /**
     * Published counts, with how many were randomised to each arm.
     *
     * @param outcome what the counts are called
     * @param counts  the counts by arm
     * @throws org.ipstrial.finding.RefusedException if no control is named
     */
    public static ResultTable ofCounts(
            String outcome, Arms arms, Map<String, EventCounts> counts, AnalysisSettings settings) {
        Map<String, EventCounts> ordered = new LinkedHashMap<>();
        arms.labels().forEach(arm -> ordered.put(arm, counts.get(arm)));
        ArmData<EventCounts> data = new ArmData<>(NAME, Trial.ALL_RANDOMISED, outcome, "", "", ordered);
        AnalysisSettings here = settings.of(OutcomeKind.BINARY);
        List<Result> results = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        binary(data.key(BinaryArms.rule(data)), data, arms.contrasts(here.allPairs()), here, results, series);
        return table(arms, here, Map.of(), results, series);
    }

    private static void binary(
            ResultKey base,
            ArmData<EventCounts> data,
            List<Contrast> contrasts,
            AnalysisSettings settings,
            List<Result> results,
            List<Series> series) {
        results.addAll(BinaryArms.results(base, data, settings));
        List<Result> compared = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
            EventCounts group = data.arms().get(contrast.group());
            EventCounts reference = data.arms().get(contrast.reference());
            BinaryContrast comparison = new BinaryContrast(key, group, reference, settings);
            compared.addAll(comparison.results());
            compared.addAll(comparison.ratioViews());
            if (group.missing() > 0 || reference.missing() > 0) {
                BinaryTipping tipping = BinaryTipping.of(key, group, reference, settings);
                compared.addAll(tipping.results());
                series.add(tipping.series());
            }
        }
        results.addAll(compared);
        settings.multiplicity().ifPresent(adjustment -> results.addAll(AdjustedTests.of(compared, adjustment)));
    }

    private static void amounts(
            ArmData<Amounts> data,
            MissingRequest request,
            List<Contrast> contrasts,
            AnalysisSettings settings,
            List<Result> results,
            List<Series> series) {
        ResultKey base = data.key(AmountArms.rule(data));
        data.arms().forEach((arm, amounts) -> {
            results.add(AmountArms.counts(base.ofArm(arm), amounts));
            results.add(AmountArms.summary(base.ofArm(arm), amounts.values(), settings));
        });
        List<Result> compared = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
            Amounts group = data.arms().get(contrast.group());
            Amounts reference = data.arms().get(contrast.reference());
            compared.addAll(new AmountContrast(key, group, reference, settings).results());
            compared.addAll(new AmountBounds(key, group, reference, request, settings).results());
            if (group.missing() > 0 || reference.missing() > 0) {
                AmountTipping tipping = new AmountTipping(key, group, reference, request.range(), settings);
                compared.addAll(tipping.results());
                tipping.series().ifPresent(series::add);
            }
        }
        results.addAll(compared);
        settings.multiplicity().ifPresent(adjustment -> results.addAll(AdjustedTests.of(compared, adjustment)));
    }

    /** What the analysis of the plan has and the views here have not. */
    private static Map<String, Object> without(Trial trial) {
        StringJoiner without = new StringJoiner(", ");
        if (!trial.stratify().isEmpty()) {
            without.add("strata " + String.join(", ", trial.stratify()));
        }
        if (!trial.adjust().isEmpty()) {
            without.add("covariates "
                    + String.join(
                            ", ", trial.adjust().stream().map(Covariate::name).toList()));
        }
        return without.length() == 0 ? Map.of() : Map.of(WITHOUT, without.toString());
    }

    private static ResultTable table(
            Arms arms, AnalysisSettings settings, Map<String, Object> more, List<Result> results, List<Series> series) {
        return new ResultTable(NAME, List.of(), settings.stated(arms.control()), Map.of(), results, series, List.of())
                .with(more);
    }
}
