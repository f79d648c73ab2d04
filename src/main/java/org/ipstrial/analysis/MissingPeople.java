package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * Who is missing: what was known at the start of those whose outcome is missing and of those who were assessed, within each
 * arm, with the standardised difference of the two, missing minus assessed. There is no test.
 *
 * @param trial      the people, their arms and outcomes
 * @param covariates what was known of them at the start
 * @param settings   how quartiles are taken
 */
record MissingPeople(Trial trial, List<Covariate> covariates, AnalysisSettings settings) {

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            for (String arm : trial.arms().labels()) {
                Cohort people = trial.people().at(trial.armColumn(), arm);
                boolean[] lacking = people.lacking(outcome);
                Cohort missing = people.only(lacking, true);
                Cohort assessed = people.only(lacking, false);
                if (missing.size() > 0 && assessed.size() > 0) {
                    ResultKey key = new ResultKey(
                            trial.analysis(), trial.analysisSet(), "", "", "", arm, "", "", "", Measure.COUNT, "");
                    covariates.forEach(covariate -> results.addAll(
                            covariate.isAmount()
                                    ? compared(
                                            key.of(covariate.name()),
                                            outcome.name(),
                                            new BaselineAmount(covariate, Unit.NONE, settings.quantileType()),
                                            missing,
                                            assessed)
                                    : compared(
                                            key.of(covariate.name()),
                                            outcome.name(),
                                            new BaselineCategory(covariate),
                                            missing,
                                            assessed)));
                }
            }
        }
        return results;
    }

    private static <D> List<Result> compared(
            ResultKey key, String outcome, BaselineCovariate<D> reader, Cohort missing, Cohort assessed) {
        D ofMissing = reader.of(missing);
        D ofAssessed = reader.of(assessed);
        List<Result> results = new ArrayList<>(
                List.of(reader.difference(key.withTerm(Names.missingOf(outcome)), ofMissing, ofAssessed)));
        results.addAll(described(key, Names.missingOf(outcome, "missing"), reader, ofMissing));
        results.addAll(described(key, Names.missingOf(outcome, "assessed"), reader, ofAssessed));
        return results;
    }

    /** Means, standard deviations and shares: how many they are is told with the patterns. */
    private static <D> List<Result> described(ResultKey key, String who, BaselineCovariate<D> reader, D people) {
        List<Result> results = new ArrayList<>();
        for (Result result : reader.summary(key, people)) {
            Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
            cells.keySet().retainAll(List.of(Statistic.MEAN, Statistic.SD, Statistic.ESTIMATE));
            if (!cells.isEmpty()) {
                String level = result.key().term();
                results.add(new Result(
                        result.key().withTerm(level.isEmpty() ? who : who + ";" + level), cells, result.status()));
            }
        }
        return results;
    }
}
