package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * What an import holds: people by arm, and of each column and outcome how many people have a value. Of outcomes nothing
 * else, and nothing by arm, so that a check shows nobody how the trial goes.
 */
public final class ImportCheck {

    /** The command's name. */
    public static final String NAME = "import";

    /** What the outcome of the results about a further file begins with; the file's name follows. */
    public static final String FILE = "file=";

    private ImportCheck() {}

    /**
     * The counts of a trial.
     *
     * @param columns its columns of labels
     * @param amounts its columns of numbers that were known at the start
     * @param files   by further file how many people have a row in it; one without a row there is none the worse
     */
    public static ResultTable of(Trial trial, List<String> columns, List<Covariate> amounts, Map<String, Long> files) {
        ResultKey key = new ResultKey(NAME, trial.analysisSet(), "", "", "", "", "", "", "", Measure.COUNT, "");
        List<Result> results = new ArrayList<>();
        for (String arm : trial.arms().labels()) {
            long people = trial.people().at(trial.armColumn(), arm).size();
            results.add(new Result(key.ofArm(arm), Map.of(Statistic.RANDOMISED, Cell.count(people)), ""));
        }
        files.forEach((file, people) ->
                results.add(known(trial, FILE + file, "", trial.people().size() - people.intValue())));
        for (String column : columns) {
            results.add(known(trial, column, "", trial.people().withoutLevel(column)));
        }
        for (Covariate amount : amounts) {
            int missing = trial.people().amounts(amount.column()).missing();
            results.add(known(trial, amount.name(), "", missing));
        }
        for (OutcomeDefinition outcome : trial.outcomes()) {
            results.add(known(
                    trial, outcome.name(), outcome.timepoint(), trial.people().missing(outcome)));
        }
        return new ResultTable(NAME, List.of(), Map.of(), Map.of(), results, List.of(), List.of());
    }

    private static Result known(Trial trial, String variable, String timepoint, int missing) {
        ResultKey key =
                new ResultKey(NAME, trial.analysisSet(), "", variable, timepoint, "", "", "", "", Measure.COUNT, "");
        Cell known = Cell.count(trial.people().size() - missing);
        return new Result(key, Map.of(Statistic.ASSESSED, known, Statistic.MISSING, Cell.count(missing)), "");
    }
}
