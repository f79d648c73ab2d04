package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.survival.RiskTable;

/**
 * How long the first job was kept, in each arm, of those who got one. Who gets a job is itself an outcome: the arms are no
 * randomised groups here, so that each is described and none is compared.
 */
public final class FirstJobTenure {

    /** Those who got a job. */
    public static final String WORKERS_ONLY = "workers-only";

    /** Half a year and a year, in days: when the curve is read unless somebody says otherwise. */
    private static final Map<String, Double> HALF_A_YEAR_AND_A_YEAR = halfAYearAndAYear();

    private FirstJobTenure() {}

    private static Map<String, Double> halfAYearAndAYear() {
        Map<String, Double> at = new LinkedHashMap<>();
        at.put("183", 183.0);
        at.put("365", 365.0);
        return at;
    }

    /**
     * The tenures of a trial; every end of a job is an end, whatever ended it.
     *
     * @throws RefusedException if a method that compares arms is named
     */
    public static ResultTable of(
            Trial trial, OutcomeDefinition outcome, SurvivalRequest request, AnalysisSettings settings) {
        refuseComparisons(outcome, settings);
        SurvivalRequest asked = request.at().isEmpty() ? request.at(HALF_A_YEAR_AND_A_YEAR) : request;
        List<Result> results = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        for (ArmData<Cohort> data : trial.times(outcome.name())) {
            add(data, outcome, asked, settings, results, series);
        }
        Map<String, Object> stated = settings.stated(trial.arms().control());
        return new ResultTable(Survival.NAME, List.of(), stated, Map.of(), results, series, List.of());
    }

    private static void refuseComparisons(OutcomeDefinition outcome, AnalysisSettings settings) {
        for (Family<?> family : List.of(TimesTests.TEST, TimesMethods.HAZARD_RATIO)) {
            if (settings.methods().names(family)) {
                throw RefusedException.of(
                        FindingCode.E353,
                        Location.COMMAND_LINE,
                        family.measure().id(),
                        outcome.name());
            }
        }
    }

    private static void add(
            ArmData<Cohort> data,
            OutcomeDefinition outcome,
            SurvivalRequest request,
            AnalysisSettings settings,
            List<Result> results,
            List<Series> series) {
        ResultKey key = data.key(MissingRule.NONE_MISSING);
        Map<String, Cohort> workers = new LinkedHashMap<>();
        data.arms().forEach((arm, people) -> workers.put(arm, people.knowing(outcome.name())));
        boolean any = workers.values().stream().anyMatch(people -> people.size() > 0);
        Optional<TimesData> times = any ? Optional.of(TimesData.of(workers, request, List.of())) : Optional.empty();
        Optional<RiskTable> table = times.map(known -> known.times().table());
        Optional<RiskTable> reversed =
                times.map(known -> known.times().reversed().table());
        data.arms().forEach((arm, people) -> {
            results.add(
                    randomised(key.ofArm(arm), people.size(), workers.get(arm).size()));
            ResultKey ofWorkers = key.ofArm(arm).withAnalysisSet(WORKERS_ONLY);
            int number = times.map(known -> known.present().indexOf(arm)).orElse(-1);
            if (number < 0) {
                results.add(AmountArms.people(ofWorkers, 0));
                return;
            }
            SurvivalArms one = new SurvivalArms(ofWorkers, table.orElseThrow(), number, List.of(), request, settings);
            one.results().stream().map(FirstJobTenure::ofThem).forEach(results::add);
            results.addAll(otherEnds(ofWorkers, workers.get(arm), outcome));
            results.add(one.followUp(reversed.orElseThrow()));
            if (data.stratum().isEmpty()) {
                series.addAll(one.series());
            }
        });
    }

    private static Result randomised(ResultKey key, int people, int workers) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(people));
        cells.put(Statistic.EVENTS, Cell.count(workers));
        return new Result(key.of(Measure.COUNT, ""), cells, "");
    }

    /** Those who got a job are no people who were randomised. */
    private static Result ofThem(Result result) {
        if (result.key().measure() != Measure.COUNT) {
            return result;
        }
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.remove(Statistic.RANDOMISED);
        cells.remove(Statistic.MISSING);
        return new Result(result.key(), cells, result.status());
    }

    /** How many of the ends were a death, or something else that leaves nothing to come. */
    private static List<Result> otherEnds(ResultKey key, Cohort workers, OutcomeDefinition outcome) {
        List<String> ends = workers.labelOfEach(outcome.ends());
        return workers.levels(outcome.ends()).stream()
                .filter(end -> !end.equals(OutcomeDefinition.EVENT))
                .map(end -> new Result(
                        key.withTerm(Names.pair("end", end)).of(Measure.COUNT, ""),
                        Map.of(
                                Statistic.EVENTS,
                                Cell.count(ends.stream().filter(end::equals).count())),
                        ""))
                .toList();
    }
}
