package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * How much is missing of each covariate in each arm, and what is missing together: a pattern is the set of outcomes and
 * covariates that a person lacks. The outcomes themselves are counted where they are compared.
 *
 * @param trial      the people, their arms and outcomes
 * @param covariates what was known of them at the start
 */
record MissingPatterns(Trial trial, List<Covariate> covariates) {

    /** Who lacks a variable, by the variable's name, outcomes first. */
    static Map<String, boolean[]> lacking(Cohort people, List<OutcomeDefinition> outcomes, List<Covariate> covariates) {
        Map<String, boolean[]> lacking = new LinkedHashMap<>();
        outcomes.forEach(outcome -> lacking.put(outcome.name(), people.lacking(outcome)));
        covariates.forEach(covariate -> lacking.put(covariate.name(), people.lacking(covariate)));
        return lacking;
    }

    List<Result> results() {
        ResultKey base =
                new ResultKey(trial.analysis(), trial.analysisSet(), "", "", "", "", "", "", "", Measure.COUNT, "");
        Map<String, Map<String, Long>> byArm = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        for (String arm : trial.arms().labels()) {
            Cohort people = trial.people().at(trial.armColumn(), arm);
            Map<String, boolean[]> lacking = lacking(people, trial.outcomes(), covariates);
            results.add(new Result(base.ofArm(arm), Map.of(Statistic.RANDOMISED, Cell.count(people.size())), ""));
            byArm.put(arm, patterns(people.size(), lacking));
        }
        for (String pattern : inOrder(byArm)) {
            byArm.forEach((arm, patterns) -> results.add(new Result(
                    base.ofArm(arm).withTerm(pattern),
                    Map.of(Statistic.RANDOMISED, Cell.count(patterns.getOrDefault(pattern, 0L))),
                    "")));
        }
        for (Covariate covariate : covariates) {
            for (String arm : trial.arms().labels()) {
                results.add(counts(base, arm, covariate));
            }
        }
        return results;
    }

    private Result counts(ResultKey base, String arm, Covariate covariate) {
        boolean[] lacking = trial.people().at(trial.armColumn(), arm).lacking(covariate);
        long missing =
                IntStream.range(0, lacking.length).filter(i -> lacking[i]).count();
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(lacking.length));
        cells.put(Statistic.ASSESSED, Cell.count(lacking.length - missing));
        cells.put(Statistic.MISSING, Cell.count(missing));
        return new Result(base.of(covariate.name()).ofArm(arm), cells, "");
    }

    /** The patterns of an arm with their people; the first is that of those who lack nothing. */
    private static Map<String, Long> patterns(int people, Map<String, boolean[]> lacking) {
        Map<String, Long> patterns = new LinkedHashMap<>();
        patterns.put(Names.missingPattern(List.of()), 0L);
        for (int person = 0; person < people; person++) {
            int who = person;
            List<String> variables = lacking.keySet().stream()
                    .filter(variable -> lacking.get(variable)[who])
                    .toList();
            patterns.merge(Names.missingPattern(variables), 1L, Long::sum);
        }
        return patterns;
    }

    /** Those who lack nothing first, then the most frequent; of two as frequent the first by name. */
    private static List<String> inOrder(Map<String, Map<String, Long>> byArm) {
        Map<String, Long> all = new LinkedHashMap<>();
        byArm.values()
                .forEach(patterns -> patterns.forEach((pattern, people) -> all.merge(pattern, people, Long::sum)));
        List<String> order = new ArrayList<>(all.keySet());
        String none = Names.missingPattern(List.of());
        order.sort(Comparator.comparing((String pattern) -> !pattern.equals(none))
                .thenComparing(pattern -> -all.get(pattern))
                .thenComparing(Comparator.naturalOrder()));
        return order;
    }
}
