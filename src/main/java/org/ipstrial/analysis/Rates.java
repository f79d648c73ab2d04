package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.OutcomeDefinition;

/** What share of each arm had the event. */
public final class Rates {

    /** The command's name, which is the name of its analysis too where no plan gives one. */
    public static final String NAME = "rates";

    /** The families of methods that it computes. */
    public static final List<Family<?>> FAMILIES = List.of(BinaryMethods.PROPORTION);

    private Rates() {}

    /** Counts and proportion of each arm, for every outcome of a trial; all of them must be yes/no. */
    public static ResultTable of(Trial trial, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            for (ArmData<EventCounts> data : trial.events(outcome)) {
                results.addAll(BinaryArms.results(data.key(BinaryArms.rule(data)), data, settings));
            }
        }
        return new ResultTable(
                NAME, List.of(), settings.stated(trial.arms().control()), Map.of(), results, List.of(), List.of());
    }
}
