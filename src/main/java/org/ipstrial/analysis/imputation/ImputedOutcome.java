package org.ipstrial.analysis.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.imputation.chained.ChainedEquations;
import org.ipstrial.stats.imputation.chained.Imputation;
import org.ipstrial.stats.imputation.chained.ImputationModel;
import org.ipstrial.stats.imputation.chained.ImputationSettings;
import org.ipstrial.stats.imputation.chained.Target;
import org.ipstrial.stats.imputation.chained.Trace;
import org.ipstrial.stats.imputation.engine.Engine;

/**
 * One outcome of some people, completed many times.
 *
 * @param values   the completed outcome by arm, imputation and person
 * @param series   how the draws went
 * @param donors   how far donors were from those who took their amounts
 * @param refused  why it could not be imputed, if it could not
 * @param models   the engine of each variable that was drawn
 * @param augmented how many draws of each variable, by group, needed rows added
 */
record ImputedOutcome(
        Map<String, double[][]> values,
        List<Series> series,
        List<Result> donors,
        Optional<Imputation.Refused> refused,
        Map<String, Engine> models,
        List<String> augmented) {

    private static final String ALL_ARMS = "all arms";

    static ImputedOutcome of(
            Trial trial,
            OutcomeDefinition outcome,
            Cohort people,
            ResultKey key,
            AnalysisSettings settings,
            ImputationRequest request) {
        ImputedOutcome whole = new ImputedOutcome(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                Optional.empty(),
                new LinkedHashMap<>(),
                new ArrayList<>());
        Engine engine = ImputedColumns.engine(outcome, trial.people(), request.amounts());
        ImputationSettings imputing = new ImputationSettings(
                request.imputations(),
                request.iterations(),
                settings.seed(),
                List.of(key.analysis(), key.outcome(), key.timepoint(), key.stratum()),
                settings.threads(),
                settings.progress());
        if (request.together()) {
            ImputedColumns columns = columns(trial, outcome, engine, people, request);
            columns.addArms(trial.armColumn(), trial.arms().labels(), people);
            return whole.with(ALL_ARMS, columns, imputing, key, all -> {
                List<Optional<String>> labels = people.labels(trial.armColumn());
                for (String arm : trial.arms().labels()) {
                    int[] places = IntStream.range(0, people.size())
                            .filter(i -> labels.get(i).filter(arm::equals).isPresent())
                            .toArray();
                    whole.values.put(
                            arm,
                            Arrays.stream(all)
                                    .map(one -> Arrays.stream(places)
                                            .mapToDouble(i -> one[i])
                                            .toArray())
                                    .toArray(double[][]::new));
                }
            });
        }
        for (String arm : trial.arms().labels()) {
            ImputedColumns columns = columns(trial, outcome, engine, people.at(trial.armColumn(), arm), request);
            ImputedOutcome next = whole.with(arm, columns, imputing, key.ofArm(arm), all -> whole.values.put(arm, all));
            if (next.refused.isPresent()) {
                return next;
            }
        }
        return whole;
    }

    private static ImputedColumns columns(
            Trial trial, OutcomeDefinition outcome, Engine engine, Cohort people, ImputationRequest request) {
        ImputedColumns columns =
                new ImputedColumns(outcome, engine, people, new ImputedSums(outcome.name(), request, trial.people()));
        for (Covariate covariate : request.covariates()) {
            columns.add(covariate, people);
        }
        return columns;
    }

    private interface Taker {
        void take(double[][] completed);
    }

    private ImputedOutcome with(
            String group, ImputedColumns columns, ImputationSettings imputing, ResultKey key, Taker taker) {
        ImputationModel model = new ImputationModel(group, columns.variables(), columns.targets(), columns.derived());
        Imputation imputation = ChainedEquations.of(model, imputing);
        if (imputation instanceof Imputation.Refused why) {
            return new ImputedOutcome(Map.of(), List.of(), List.of(), Optional.of(why), models, augmented);
        }
        Imputation.Completed completed = (Imputation.Completed) imputation;
        taker.take(IntStream.range(0, imputing.imputations())
                .mapToObj(i -> completed.values(columns.outcome(), i))
                .toArray(double[][]::new));
        for (Target target : model.targets()) {
            if (model.variable(target.variable()).missing() > 0) {
                models.put(target.variable(), target.engine());
            }
        }
        completed
                .augmented()
                .forEach((variable, draws) -> augmented.add(draws + " of "
                        + (long) imputing.imputations() * imputing.iterations() + " draws of " + variable + " in "
                        + group));
        donors.addAll(DonorResults.of(completed, key));
        completed.traces().forEach(trace -> series.add(series(Names.trace(key, trace.variable()), trace)));
        return this;
    }

    /** The engine of each variable that was drawn, in words. */
    String engines() {
        StringJoiner words = new StringJoiner("; ");
        models.forEach((variable, engine) -> words.add(variable + ": " + engine.id()));
        return words.toString();
    }

    private static Series series(String name, Trace trace) {
        int m = trace.mean().length;
        int rounds = trace.mean()[0].length;
        double[][] columns = new double[4][m * rounds];
        for (int i = 0; i < m; i++) {
            for (int round = 0; round < rounds; round++) {
                int row = i * rounds + round;
                columns[0][row] = i + 1.0;
                columns[1][row] = round + 1.0;
                columns[2][row] = trace.mean()[i][round];
                columns[3][row] = trace.sd()[i][round];
            }
        }
        Map<String, double[]> named = new LinkedHashMap<>();
        named.put("imputation", columns[0]);
        named.put("iteration", columns[1]);
        named.put("mean", columns[2]);
        named.put("sd", columns[3]);
        return new Series(name, named);
    }
}
