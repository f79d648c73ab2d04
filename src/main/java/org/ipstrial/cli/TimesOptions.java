package org.ipstrial.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.SurvivalRequest;
import org.ipstrial.analysis.Trial;
import org.ipstrial.catalogue.times.HazardMethods;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.Require;
import picocli.CommandLine.ParseResult;

/** Which columns hold a time to an event, and when to look. */
final class TimesOptions {

    private static final CliOption TIME = CliOption.one(
            "--time",
            "COLUMN",
            "The time from randomisation to the event, or to the last time that the person was seen without it.");
    private static final CliOption EVENT = CliOption.one(
            "--event", "COLUMN", "Whether the time ended in the event: 1, or 0 where it is censored; also yes and no.");
    private static final CliOption CAUSE = CliOption.one(
            "--cause",
            "COLUMN",
            "The cause of each event where ends compete, such as work and death; 0 or empty where censored. Each cause gets"
                    + " its cumulative incidence and Gray's test.");
    private static final CliOption AT = CliOption.list(
            "--at",
            "TIME",
            "Times at which to give the share without the event and the number at risk; of what a plan tells week by week,"
                    + " the numbers of the weeks. With --min-cell all times are grouped at these.");
    private static final CliOption TAU = CliOption.one(
            "--tau",
            "TIME",
            "The time within which restricted means are taken; not beyond the last time of an arm, and never taken from"
                    + " the data.");
    private static final CliOption ENTRY = CliOption.one(
            "--entry",
            "COLUMN",
            "The time at which each person comes under observation, counted as the time is and before it; 0 for who is from"
                    + " the start. A person is at risk from just after the entry to the time (delayed entry, left"
                    + " truncation). Not with --cause or --min-cell.");
    private static final CliOption STRATIFY = CliOption.list(
            "--stratify",
            "COLUMN",
            "Test and estimate the hazard ratio within the crossed strata too, beside the unstratified ones.");
    /** The options, in the order of the help page. */
    static final List<CliOption> ALL = List.of(TIME, EVENT, CAUSE, ENTRY, AT, TAU, STRATIFY, DataOptions.CLUSTER);

    /** Those that say when and how to look, which are of plans too. */
    static final List<CliOption> OF_PLANS = List.of(AT, TAU, DataOptions.CLUSTER);

    /** Of fewer clusters the sum of squares that a robust variance is made of is too small. */
    private static final int FEW_CLUSTERS = 20;

    private final ParseResult parsed;

    TimesOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    /**
     * The columns.
     *
     * @throws RefusedException if time or event is not given, a column is given twice, or is that of the ids
     */
    EventTimes columns(DataOptions data) {
        String time = TIME.value(parsed)
                .orElseThrow(() -> OptionChecks.wrong("--time, the column of times, is not given", "it is required"));
        String event = EVENT.value(parsed)
                .orElseThrow(() -> OptionChecks.wrong("--event, the column of events, is not given", "it is required"));
        Optional<String> cause = CAUSE.value(parsed);
        Optional<String> entry = ENTRY.value(parsed);
        List<String> given = new EventTimes(time, event, cause, entry).columns();
        if (given.stream().distinct().count() < given.size()) {
            throw OptionChecks.wrong(
                    "one column is given as two of --time, --event, --cause and --entry",
                    "wanted a column of its own for each");
        }
        if (entry.isPresent() && cause.isPresent()) {
            throw OptionChecks.wrong(
                    "--entry and --cause are both given",
                    "incidences of people who enter late are not supported; leave one of them out");
        }
        DataOptions.refuseIds(data.id(), TIME.name(), List.of(time));
        DataOptions.refuseIds(data.id(), EVENT.name(), List.of(event));
        DataOptions.refuseIds(data.id(), CAUSE.name(), cause.stream().toList());
        DataOptions.refuseIds(data.id(), ENTRY.name(), entry.stream().toList());
        DataOptions.refuseIds(data.id(), STRATIFY.name(), strata());
        DataOptions.refuseIds(
                data.id(), DataOptions.CLUSTER.name(), cluster().stream().toList());
        return new EventTimes(time, event, cause, entry);
    }

    /** Refuses what says where times stand, which a plan does. */
    void refuseColumns() {
        for (CliOption option : List.of(TIME, EVENT, CAUSE, ENTRY)) {
            if (option.given(parsed)) {
                throw OptionChecks.wrong(
                        option.name() + " is given with a plan",
                        "wanted it of a CSV only; the plan says which outcomes are times");
            }
        }
    }

    /** What is asked of an outcome of a plan. */
    SurvivalRequest request(Trial trial, String file) {
        OutcomeDefinition outcome = trial.outcomes().get(0);
        return requestOfPlan(outcome, file).of(outcome, trial, file);
    }

    /** The same, of which no ends compete. */
    SurvivalRequest requestOfPlan(OutcomeDefinition outcome, String file) {
        return request(new EventTimes(outcome.name(), outcome.name(), Optional.empty()), file);
    }

    /** Whether the user gives the time within which restricted means are taken. */
    boolean givesTau() {
        return TAU.given(parsed);
    }

    /** What is asked of columns of a file. */
    SurvivalRequest request(EventTimes columns, String file) {
        Map<String, Double> at = new LinkedHashMap<>();
        AT.values(parsed).forEach(text -> {
            BigDecimal time = time(AT, text);
            at.put(plain(time), time.doubleValue());
        });
        return new SurvivalRequest(
                columns.time(),
                columns.event(),
                columns.cause(),
                at,
                TAU.value(parsed).map(text -> time(TAU, text)).map(time -> {
                    if (time.signum() == 0) {
                        throw outOfRange(TAU, "0");
                    }
                    return Map.entry(plain(time), time.doubleValue());
                }),
                strata(),
                cluster(),
                Location.column(file, columns.time(), 0),
                Location.COMMAND_LINE,
                false,
                columns.entry());
    }

    List<String> strata() {
        return List.copyOf(new LinkedHashSet<>(STRATIFY.values(parsed)));
    }

    /** The column of clusters. */
    Optional<String> cluster() {
        return DataOptions.CLUSTER.value(parsed);
    }

    /** Tells of people who lack a cluster, and of few clusters. */
    void tellClusters(Trial trial, String file, Findings findings) {
        cluster().ifPresent(column -> {
            int without = trial.people().withoutLevel(column);
            if (without > 0) {
                findings.add(FindingCode.W341, Location.file(file), without, column);
            }
            int clusters = trial.people().levels(column).size() + without;
            if (clusters < FEW_CLUSTERS) {
                findings.add(FindingCode.W342, Location.file(file), clusters, column);
            }
        });
    }

    /** Refuses clusters that no method asked for looks at. */
    void refuseUnusedClusters(AnalysisSettings settings) {
        boolean named = settings.methods().names(TimesMethods.HAZARD_RATIO);
        boolean robust = settings.methods().of(TimesMethods.HAZARD_RATIO).stream()
                .anyMatch(method -> method.id().equals(HazardMethods.ROBUST));
        if (cluster().isPresent() && named && !robust) {
            throw OptionChecks.wrong(
                    DataOptions.CLUSTER.name() + " is given, and no method that looks at clusters",
                    "wanted --method " + HazardMethods.ROBUST + " among the others; or leave "
                            + DataOptions.CLUSTER.name() + " out");
        }
    }

    /** The columns and times as results state them. */
    Map<String, Object> stated(EventTimes columns) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("time", columns.time());
        stated.put("event", columns.event());
        columns.cause().ifPresent(column -> stated.put("cause", column));
        columns.entry().ifPresent(column -> stated.put("entry", column));
        stated.putAll(statedOfPlan());
        if (!strata().isEmpty()) {
            stated.put("stratify", String.join(",", strata()));
        }
        return stated;
    }

    /** What of them belongs to an outcome of a plan. */
    Map<String, Object> statedOfPlan() {
        Map<String, Object> stated = new LinkedHashMap<>();
        TAU.value(parsed).ifPresent(text -> stated.put("tau", text));
        cluster().ifPresent(column -> stated.put("cluster", column));
        return stated;
    }

    private static String plain(BigDecimal time) {
        return time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal time(CliOption option, String text) {
        try {
            BigDecimal time = new BigDecimal(text);
            if (time.signum() >= 0 && time.scale() <= 9 && time.doubleValue() <= Require.LARGEST_AMOUNT) {
                return time;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(option, text);
        }
        throw outOfRange(option, text);
    }

    private static RefusedException outOfRange(CliOption option, String text) {
        return RefusedException.of(
                FindingCode.E013,
                Location.COMMAND_LINE,
                option.name(),
                text,
                option == TAU
                        ? "a time above 0 in the unit of the data, such as 365"
                        : "a time of 0 or more in the unit of the data, such as 365");
    }
}
