package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/** What share of each arm had the event, or is at each of the levels of an outcome. */
public final class Rates {

    /** The command's name, which is the name of its analysis too where no plan gives one. */
    public static final String NAME = "rates";

    /** What it computes by methods that can be picked. */
    public static final Set<Measure> MEASURES = Set.of(Measure.PROPORTION);

    /** What a plan may pick methods of; the tests of a stated share come where it states one. */
    public static final Set<Measure> MEASURES_OF_PLANS = Set.of(Measure.PROPORTION, Measure.TARGET_TEST);

    private Rates() {}

    /** Counts and proportion of each arm, for every outcome of a trial: yes/no, or of ordered levels. */
    public static ResultTable of(Trial trial, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            if (outcome.kind() == OutcomeKind.ORDINAL) {
                for (ArmData<Amounts> data : trial.amounts(outcome)) {
                    ResultKey base = data.key(AmountArms.rule(data));
                    results.addAll(OrdinalArms.results(base, data, outcome.levels(), settings));
                }
                continue;
            }
            for (ArmData<EventCounts> data : trial.events(outcome)) {
                results.addAll(BinaryArms.results(data.key(BinaryArms.rule(data, outcome)), data, settings));
            }
        }
        return new ResultTable(
                NAME, List.of(), settings.stated(trial.arms().control()), Map.of(), results, List.of(), List.of());
    }
}
