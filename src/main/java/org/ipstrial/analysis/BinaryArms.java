package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.analysis.programme.TargetShare;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.ProportionInterval;

/** The results of each arm on a yes/no outcome: the counts and the proportion with the event. */
final class BinaryArms {

    private BinaryArms() {}

    /** The rule that the results of a stratum go by: complete cases as soon as anybody's outcome is missing. */
    static MissingRule rule(ArmData<EventCounts> data) {
        return data.arms().values().stream().allMatch(counts -> counts.missing() == 0)
                ? MissingRule.NONE_MISSING
                : MissingRule.COMPLETE_CASES;
    }

    /** The rule of an outcome, as soon as anybody's outcome is missing. */
    static MissingRule rule(ArmData<EventCounts> data, OutcomeDefinition outcome) {
        MissingRule rule = rule(data);
        return rule == MissingRule.NONE_MISSING ? rule : outcome.missing();
    }

    /** Counts with those missing counted as events, or as none. */
    static EventCounts filled(EventCounts counts, boolean asEvents) {
        return new EventCounts(counts.rows(), counts.rows(), counts.events() + (asEvents ? counts.missing() : 0));
    }

    /** Counts and proportion of every arm, where the rows of the data are known. */
    static List<Result> results(ResultKey base, ArmData<EventCounts> data, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        data.arms().forEach((arm, counts) -> {
            MissingRule rule = MissingRule.named(base.missingRule());
            results.add(counts(base.ofArm(arm), counts));
            EventCounts known = rule.fills() ? filled(counts, rule.fillsGroupWithEvents()) : counts;
            results.addAll(proportion(base.ofArm(arm), known, settings));
            results.addAll(TargetShare.of(base.ofArm(arm), known, settings));
        });
        return results;
    }

    /** How many rows, assessed, missing and with the event. */
    static Result counts(ResultKey key, EventCounts counts) {
        return new Result(key, counted(counts), "");
    }

    /** Counts and proportion of every arm, where only those assessed are known. */
    static List<Result> publishedResults(ResultKey base, ArmData<EventCounts> data, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        data.arms().forEach((arm, counts) -> {
            Map<Statistic, Cell> cells = counted(counts);
            cells.remove(Statistic.RANDOMISED);
            cells.remove(Statistic.MISSING);
            results.add(new Result(base.ofArm(arm), cells, ""));
            results.addAll(proportion(base.ofArm(arm), counts, settings));
        });
        return results;
    }

    private static Map<Statistic, Cell> counted(EventCounts counts) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(counts.rows()));
        cells.put(Statistic.ASSESSED, Cell.count(counts.assessed()));
        cells.put(Statistic.MISSING, Cell.count(counts.missing()));
        cells.put(Statistic.EVENTS, Cell.count(counts.events()));
        return cells;
    }

    /** Both limits, or the one of the side on which the share is set against a stated one. */
    private static Estimate interval(
            Method<ProportionInterval> method, BinomialCount counts, AnalysisSettings settings) {
        Alternative side = settings.hypothesis().target().isPresent()
                ? settings.hypothesis().alternative()
                : Alternative.TWO_SIDED;
        return side.limits(method.function().of(counts, side.twoSidedLevel(settings.level())), 0, 1);
    }

    /** The proportion with the event by every method picked. */
    static List<Result> proportion(ResultKey key, EventCounts counts, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        for (Method<ProportionInterval> method : settings.methods().of(BinaryMethods.PROPORTION)) {
            Estimate estimate = counts.assessed() == 0
                    ? Estimate.notEstimable(Reason.NOBODY_ASSESSED)
                    : interval(method, new BinomialCount(counts.events(), counts.assessed()), settings);
            results.add(
                    Results.of(key.of(Measure.PROPORTION, method.id()), estimate, Unit.PROPORTION, settings.level()));
        }
        return results;
    }
}
