package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.weekly.WeeklyContrast;
import org.ipstrial.catalogue.weekly.WeeklyMean;
import org.ipstrial.catalogue.weekly.WeeklyMethods;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.weekly.WeeklyStates;

/** What share of each arm did something in each week since randomisation, and for how many weeks on average. */
public final class WorkOverTime {

    /** What it computes by methods that can be picked. */
    public static final Set<Measure> MEASURES =
            Set.of(Measure.PROPORTION, Measure.MEAN_WEEKS, Measure.MEAN_WEEKS_DIFFERENCE);

    private final Trial trial;
    private final OutcomeDefinition outcome;
    private final Map<String, Integer> at;
    private final AnalysisSettings settings;
    private final List<Result> results = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    private WorkOverTime(Trial trial, OutcomeDefinition outcome, Map<String, Integer> at, AnalysisSettings settings) {
        this.trial = trial;
        this.outcome = outcome;
        this.at = at;
        this.settings = settings;
    }

    /**
     * The weeks of a trial.
     *
     * @param outcome what was done week by week
     * @param request at which weeks, counted from 1, the shares are results of their own
     * @throws RefusedException if one of them is no whole number or lies beyond the last
     */
    public static ResultTable of(
            Trial trial, OutcomeDefinition outcome, SurvivalRequest request, AnalysisSettings settings) {
        int weeks = trial.people().weeksOfEach(outcome.name())[0].length;
        request.tau().ifPresent(tau -> {
            throw RefusedException.of(FindingCode.E351, Location.COMMAND_LINE, tau.getKey(), outcome.name());
        });
        Map<String, Integer> at = new LinkedHashMap<>();
        request.at().forEach((text, week) -> {
            if (week != Math.rint(week) || week < 1 || week > weeks) {
                throw RefusedException.of(FindingCode.E350, Location.COMMAND_LINE, text, outcome.name(), weeks);
            }
            at.put(text, week.intValue());
        });
        return new WorkOverTime(trial, outcome, at, settings).table();
    }

    /** Whether a share in a week that an option named could not be estimated. */
    public static boolean namedButNotEstimable(ResultTable table) {
        return table.results().stream()
                .filter(result -> result.key().measure() == Measure.PROPORTION)
                .flatMap(result -> result.cell(Statistic.ESTIMATE).stream())
                .anyMatch(cell -> cell.value().isEmpty());
    }

    private ResultTable table() {
        for (ArmData<Cohort> data : trial.times(outcome.name())) {
            if (data.arms().values().stream().anyMatch(people -> people.size() > 0)) {
                add(data);
            }
        }
        Map<String, Object> stated = settings.stated(trial.arms().control());
        return new ResultTable(Survival.NAME, List.of(), stated, Map.of(), results, series, List.of());
    }

    private void add(ArmData<Cohort> data) {
        Map<String, WeeklyStates> arms = new LinkedHashMap<>();
        data.arms().forEach((arm, people) -> {
            if (people.size() > 0) {
                arms.put(arm, WeeklyStates.of(people.weeksOfEach(outcome.name())));
            }
        });
        boolean complete = arms.values().stream().allMatch(arm -> arm.complete() == arm.people());
        ResultKey key = data.key(complete ? MissingRule.NONE_MISSING : MissingRule.COMPLETE_CASES);
        for (String arm : data.arms().keySet()) {
            if (arms.containsKey(arm)) {
                addArm(key.ofArm(arm), arms.get(arm));
                if (data.stratum().isEmpty()) {
                    series.add(series(arm, arms.get(arm)));
                }
            } else {
                results.add(new Result(
                        key.ofArm(arm).of(Measure.COUNT, ""), Map.of(Statistic.RANDOMISED, Cell.count(0)), ""));
            }
        }
        for (Contrast contrast : trial.arms().contrasts(settings.allPairs())) {
            addContrast(
                    key.ofContrast(contrast.group(), contrast.reference()),
                    Optional.ofNullable(arms.get(contrast.group())),
                    Optional.ofNullable(arms.get(contrast.reference())));
        }
    }

    private void addArm(ResultKey key, WeeklyStates arm) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(arm.people()));
        cells.put(Statistic.ASSESSED, Cell.count(arm.complete()));
        cells.put(Statistic.MISSING, Cell.count(arm.people() - arm.complete()));
        results.add(new Result(key.of(Measure.COUNT, ""), cells, ""));
        at.forEach((text, week) -> {
            EventCounts counts =
                    new EventCounts(arm.people(), (int) arm.observed(week - 1), (int) arm.active(week - 1));
            results.add(BinaryArms.counts(key.withTimepoint(text), counts));
            results.addAll(BinaryArms.proportion(key.withTimepoint(text), counts, settings));
        });
        for (Method<WeeklyMean> method : settings.methods().of(WeeklyMethods.MEAN_WEEKS)) {
            results.add(area(
                    key,
                    arm.weeks(),
                    Measure.MEAN_WEEKS,
                    method,
                    method.function().of(arm, settings.level())));
        }
    }

    private void addContrast(ResultKey key, Optional<WeeklyStates> group, Optional<WeeklyStates> reference) {
        int weeks = group.or(() -> reference).map(WeeklyStates::weeks).orElse(0);
        for (Method<WeeklyContrast> method : settings.methods().of(WeeklyMethods.MEAN_WEEKS_DIFFERENCE)) {
            Estimate estimate = group.isEmpty()
                    ? Estimate.notEstimable(Reason.NOBODY_ASSESSED_IN_GROUP)
                    : reference.isEmpty()
                            ? Estimate.notEstimable(Reason.NOBODY_ASSESSED_IN_REFERENCE)
                            : method.function().of(group.get(), reference.get(), settings.level());
            results.add(area(key, weeks, Measure.MEAN_WEEKS_DIFFERENCE, method, estimate));
        }
    }

    /** How the weeks were added up over people who were not observed in all of them is told by the method. */
    private Result area(ResultKey key, int weeks, Measure measure, Method<?> method, Estimate estimate) {
        return Results.of(
                key.withTimepoint(String.valueOf(weeks)).withMissingRule("").of(measure, method.id()),
                estimate,
                Unit.WEEKS,
                settings.level());
    }

    private Series series(String label, WeeklyStates arm) {
        Method<?> first = settings.methods().of(BinaryMethods.PROPORTION).get(0);
        int weeks = arm.weeks();
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("week", IntStream.rangeClosed(1, weeks).asDoubleStream().toArray());
        columns.put(
                "observed", IntStream.range(0, weeks).mapToDouble(arm::observed).toArray());
        columns.put("active", IntStream.range(0, weeks).mapToDouble(arm::active).toArray());
        double[] share = new double[weeks];
        double[] low = new double[weeks];
        double[] high = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            Estimate estimate = share(arm, week);
            share[week] = estimate.estimate().ifEstimated().orElse(Double.NaN);
            low[week] = estimate.lower().ifEstimated().orElse(Double.NaN);
            high[week] = estimate.upper().ifEstimated().orElse(Double.NaN);
        }
        columns.put("share", share);
        columns.put("conf.low", low);
        columns.put("conf.high", high);
        return new Series("weekly;" + Names.pair("method", first.id()) + ";" + Names.pair("arm", label), columns);
    }

    private Estimate share(WeeklyStates arm, int week) {
        return arm.observed(week) == 0
                ? Estimate.notEstimable(Reason.NOBODY_ASSESSED)
                : settings.methods()
                        .of(BinaryMethods.PROPORTION)
                        .get(0)
                        .function()
                        .of(new BinomialCount((int) arm.active(week), (int) arm.observed(week)), settings.level());
    }
}
