package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.curve.KaplanMeier;

/** How long until the event, in each arm and compared. */
public final class Survival {

    /** The command's name. */
    public static final String NAME = "survival";

    /** What it computes by methods that can be picked. */
    public static final Set<Measure> MEASURES = Set.of(
            Measure.SURVIVAL,
            Measure.MEDIAN_TIME,
            Measure.AT_RISK,
            Measure.RMST,
            Measure.RMST_DIFFERENCE,
            Measure.RMST_RATIO,
            Measure.RMTL,
            Measure.RMTL_DIFFERENCE,
            Measure.RMTL_RATIO,
            Measure.HAZARD_RATIO,
            Measure.SUBDISTRIBUTION_HAZARD_RATIO,
            Measure.CUMULATIVE_INCIDENCE,
            Measure.TEST);

    /** The same and what it computes of the other outcomes of a plan that are about the course of time. */
    public static final Set<Measure> MEASURES_OF_PLANS =
            Stream.concat(MEASURES.stream(), WorkOverTime.MEASURES.stream()).collect(Collectors.toUnmodifiableSet());

    /** What is read off one arm at a time that an option names; a ratio of two such numbers is a default row. */
    private static final Set<Measure> AT_A_TIME =
            Set.of(Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE, Measure.RMST, Measure.RMTL);

    /** Everything that competes with the event of a plan's outcome, where times are grouped. */
    static final String OTHER_ENDS = "other";

    private final Trial trial;
    private final SurvivalRequest request;
    private final AnalysisSettings settings;
    private final List<String> causes;
    private final List<Contrast> contrasts;
    private final List<Result> results = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    private Survival(Trial trial, SurvivalRequest request, AnalysisSettings settings) {
        this.trial = trial;
        this.request = request;
        this.settings = settings;
        this.contrasts = trial.arms().contrasts(settings.allPairs());
        List<String> ends = request.cause()
                .map(column -> trial.people().levels(column).stream()
                        .filter(level -> !level.equals("0"))
                        .sorted(Comparator.comparing(level -> !level.equals(OutcomeDefinition.EVENT)))
                        .toList())
                .orElse(List.of());
        // Deaths are few, and of few people in each interval nothing could be shown.
        this.causes = request.grouped() && ends.contains(OutcomeDefinition.EVENT)
                ? List.of(OutcomeDefinition.EVENT, OTHER_ENDS)
                : ends;
    }

    /**
     * The times of a trial, everybody's known.
     *
     * @throws RefusedException if no control is named, or the time within which restricted means are taken lies beyond the
     *     last time of an arm
     */
    public static ResultTable of(Trial trial, SurvivalRequest request, AnalysisSettings settings) {
        return new Survival(trial, request, settings).table();
    }

    /**
     * A stretch in which nobody of an arm is under observation, though somebody enters at its end.
     *
     * @param arm   the arm
     * @param from  from just after when
     * @param until when somebody enters
     */
    public record Gap(String arm, double from, double until) {}

    /** The first such stretch of each arm; none where everybody is under observation from the start. */
    public static List<Gap> gaps(Trial trial, SurvivalRequest request) {
        List<Gap> gaps = new ArrayList<>();
        if (request.entry().isPresent()) {
            trial.times(request.event()).stream()
                    .filter(data -> data.stratum().isEmpty())
                    .forEach(data -> {
                        TimesData whole = TimesData.of(data.arms(), request, List.of());
                        RiskTable table = whole.times().unstratified().table();
                        for (int arm = 0; arm < whole.present().size(); arm++) {
                            String name = whole.present().get(arm);
                            table.unobserved(arm).ifPresent(gap -> gaps.add(new Gap(name, gap[0], gap[1])));
                        }
                    });
        }
        return gaps;
    }

    /** Whether a number at a time that an option named could not be estimated. */
    public static boolean namedButNotEstimable(ResultTable table) {
        return table.results().stream()
                .filter(result -> AT_A_TIME.contains(result.key().measure()))
                .flatMap(result -> result.cell(Statistic.ESTIMATE).stream())
                .anyMatch(cell -> cell.value().isEmpty());
    }

    private ResultTable table() {
        for (ArmData<Cohort> data : trial.times(request.event())) {
            if (data.arms().values().stream().anyMatch(people -> people.size() > 0)) {
                add(data);
            }
        }
        Map<String, Object> stated = settings.stated(trial.arms().control());
        return new ResultTable(NAME, List.of(), stated, Map.of(), results, series, List.of());
    }

    private void add(ArmData<Cohort> data) {
        TimesData whole = TimesData.of(data.arms(), request, causes);
        SurvivalTimes times = whole.times();
        RiskTable table = times.unstratified().table();
        RiskTable reversed = times.reversed().table();
        boolean everybody = data.stratum().isEmpty();
        // Of grouped times the last is the user's, and where those of an arm end is not told by a refusal.
        if (everybody && !request.grouped()) {
            request.tau().ifPresent(tau -> refuseBeyond(tau, request.tauWhere(), table, whole.present()));
        }
        ResultKey key = data.key(MissingRule.NONE_MISSING);
        for (String arm : data.arms().keySet()) {
            int number = whole.present().indexOf(arm);
            if (number < 0) {
                results.add(new Result(
                        key.ofArm(arm).of(Measure.COUNT, ""), Map.of(Statistic.RANDOMISED, Cell.count(0)), ""));
                continue;
            }
            SurvivalArms one = new SurvivalArms(key.ofArm(arm), table, number, causes, request, settings);
            results.addAll(one.results());
            results.add(one.followUp(reversed));
            if (everybody) {
                series.addAll(one.series());
            }
        }
        SurvivalContrast compared = new SurvivalContrast(causes, request, settings);
        Optional<AdjustedSurvival> adjusted = data.adjusted()
                .filter(any -> whole.present().size() > 1)
                .map(people -> new AdjustedSurvival(people, whole, causes, request, settings));
        adjusted.ifPresent(models -> results.addAll(models.counts(key)));
        if (whole.present().size() > 1) {
            results.addAll(compared.overall(key, times));
            adjusted.ifPresent(models -> results.addAll(models.overall(key)));
        }
        List<Result> contrasted = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            int group = whole.present().indexOf(contrast.group());
            int reference = whole.present().indexOf(contrast.reference());
            Optional<Reason> absent = group < 0
                    ? Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP)
                    : reference < 0 ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE) : Optional.empty();
            ResultKey pair = key.ofContrast(contrast.group(), contrast.reference());
            contrasted.addAll(
                    compared.results(pair, absent.isPresent() ? times : times.contrast(group, reference), absent));
            adjusted.ifPresent(models -> contrasted.addAll(models.contrast(pair, absent)));
            // Each residual is of one event: where small groups are hidden there are none.
            if (everybody && absent.isEmpty() && !request.grouped()) {
                series.addAll(new HazardTrendSeries(causes, settings).of(pair, times.contrast(group, reference)));
            }
        }
        results.addAll(contrasted);
        adjusted.ifPresent(models -> results.addAll(models.columns(key)));
        settings.multiplicity().ifPresent(adjustment -> {
            // A family is the contrasts of one test, of one cause, within strata or not.
            Map<String, List<Result>> families = new LinkedHashMap<>();
            contrasted.forEach(result -> families.computeIfAbsent(result.key().term(), any -> new ArrayList<>())
                    .add(result));
            families.values().forEach(family -> results.addAll(AdjustedTests.of(family, adjustment)));
        });
    }

    private static void refuseBeyond(
            Map.Entry<String, Double> tau, Location where, RiskTable table, List<String> arms) {
        for (int arm = 0; arm < arms.size(); arm++) {
            if (!KaplanMeier.of(table, arm).isKnownAt(tau.getValue())) {
                String last = Numbers.print(table.lastTime(arm));
                throw where.equals(Location.COMMAND_LINE)
                        ? RefusedException.of(
                                FindingCode.E013,
                                where,
                                "--tau",
                                tau.getKey(),
                                "at most " + last + ", the last time of " + arms.get(arm))
                        : RefusedException.of(FindingCode.E340, where, tau.getKey(), arms.get(arm), last);
            }
        }
    }
}
