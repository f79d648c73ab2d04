package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.FollowUpState;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/**
 * Where everybody went: those randomised to each arm, those who started, those followed to the horizon and the reasons of
 * the others, and for each outcome those assessed and missing. Every row counts people; nobody at all is a 0. An outcome that only
 * those have who worked is left out: it is analysed in some of those randomised, who are no part of a flow.
 */
public final class Flow {

    /** The command's name. */
    public static final String NAME = "flow";

    /** The term of those who started what they were randomised to. */
    public static final String STARTED = "started";

    /** The term of where people stand at the end of the horizon. */
    public static final String FOLLOW_UP = "follow-up";

    private Flow() {}

    /**
     * Columns of a trial that a flow counts.
     *
     * @param followUp where people stand at the end of the horizon, by the words of {@link FollowUpState}; without it
     *                 nothing is said of follow-up
     * @param started  a yes/no outcome: who started what they were randomised to
     */
    public record Columns(Optional<String> followUp, Optional<String> started) {}

    /** The flow of a trial. */
    public static ResultTable of(Trial trial, Columns columns) {
        ResultKey key = new ResultKey(NAME, trial.analysisSet(), "", "", "", "", "", "", "", Measure.COUNT, "");
        List<Result> results = new ArrayList<>();
        for (String arm : trial.arms().labels()) {
            Cohort people = trial.people().at(trial.armColumn(), arm);
            ResultKey ofArm = key.ofArm(arm);
            results.add(people(ofArm, people.size()));
            columns.started().ifPresent(column -> {
                EventCounts started = people.events(column);
                results.add(people(ofArm.withTerm(Names.pair(STARTED, "yes")), started.events()));
                results.add(people(ofArm.withTerm(Names.pair(STARTED, "no")), started.assessed() - started.events()));
                results.add(people(ofArm.withTerm(Names.pair(STARTED, "unknown")), started.missing()));
            });
            columns.followUp().ifPresent(column -> {
                for (String state : FollowUpState.ids()) {
                    results.add(people(
                            ofArm.withTerm(Names.pair(FOLLOW_UP, state)),
                            people.at(column, state).size()));
                }
            });
        }
        for (OutcomeDefinition outcome : trial.outcomes()) {
            if (outcome.kind() == OutcomeKind.AMOUNT_OF_WORKERS || outcome.kind() == OutcomeKind.TIME_OF_WORKERS) {
                continue;
            }
            for (String arm : trial.arms().labels()) {
                results.add(analysed(trial, outcome, arm));
            }
        }
        return new ResultTable(NAME, List.of(), Map.of(), Map.of(), results, List.of(), List.of());
    }

    private static Result people(ResultKey key, long count) {
        return new Result(key, Map.of(Statistic.RANDOMISED, Cell.count(count)), "");
    }

    private static Result analysed(Trial trial, OutcomeDefinition outcome, String arm) {
        Cohort people = trial.people().at(trial.armColumn(), arm);
        int missing = people.missing(outcome);
        ResultKey key = new ResultKey(
                NAME, trial.analysisSet(), "", outcome.name(), outcome.timepoint(), arm, "", "", "", Measure.COUNT, "");
        return new Result(
                key,
                Map.of(Statistic.ASSESSED, Cell.count(people.size() - missing), Statistic.MISSING, Cell.count(missing)),
                "");
    }
}
