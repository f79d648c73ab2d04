package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.ard.Numbers;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.yaml.Sited;

/**
 * The settings of a run over a plan, as results state them: what all analyses share under its own name, what they differ
 * in as {@code analysis.ID.NAME}, and beside them what each outcome and analysis is.
 */
final class StatedSettings {

    private static final String LEVEL = "level";
    private static final String BETTER = "better";

    /** The setting of the columns within which people were randomised. */
    static final String STRATA = "randomised-within";

    /** What the setting that says who is in an analysis set begins with. */
    private static final String SET = "analysis-set.";

    private record Run(String analysis, Map<String, Object> settings) {}

    private final Plan plan;
    private final double level;
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Object> outcomes = new LinkedHashMap<>();
    private final Map<String, Object> analyses = new LinkedHashMap<>();
    private final Map<String, Object> sets = new LinkedHashMap<>();

    /**
     * Nothing run yet.
     *
     * @param level the level of an analysis that does not say otherwise
     */
    StatedSettings(Plan plan, double level) {
        this.plan = plan;
        this.level = level;
    }

    /** Adds the settings of one outcome of an analysis. */
    void add(PlannedStep step, PlannedOutcome outcome, OutcomeDefinition read, Map<String, Object> settings) {
        runs.add(new Run(step.name(), settings));
        outcomes.put("outcome." + outcome.name().value(), words(outcome, read));
        step.analysisSet().ifPresent(set -> sets.put(SET + set.name().value(), set.words()));
        step.planned().ifPresent(planned -> analyses.put(key(step.name()), words(planned)));
    }

    /** All settings, in the order to print. */
    Map<String, Object> stated() {
        Map<String, Object> shared = new LinkedHashMap<>();
        Map<String, Object> apart = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.settings().keySet()));
        for (String name : names) {
            Set<Object> values = runs.stream()
                    .map(run -> Optional.ofNullable(run.settings().get(name)))
                    .collect(Collectors.toSet());
            Object first = runs.get(0).settings().get(name);
            if (values.size() == 1) {
                shared.put(name, first);
                continue;
            }
            if (name.equals(LEVEL)) {
                shared.put(name, level);
            }
            // Which direction is good belongs to the outcome, and stands there.
            if (!name.equals(BETTER)) {
                runs.stream()
                        .filter(run -> run.settings().containsKey(name)
                                && !run.settings().get(name).equals(shared.get(name)))
                        .forEach(run -> apart.put(
                                "analysis." + run.analysis() + "." + name,
                                run.settings().get(name)));
            }
        }
        shared.putAll(apart);
        shared.put("trial", plan.trial());
        if (!plan.participants().strata().isEmpty()) {
            shared.put(STRATA, String.join(",", plan.participants().strata()));
        }
        plan.settings().missing().ifPresent(rule -> shared.put("missing", rule.id()));
        shared.putAll(outcomes);
        shared.putAll(sets);
        shared.putAll(analyses);
        return shared;
    }

    /** The setting that says what an analysis does; its settings of estimation stand beside it and cannot clash. */
    static String key(String analysis) {
        return "analysis." + analysis + ".does";
    }

    /** An outcome in words, as settings and the summary of a plan give it. */
    static String words(PlannedOutcome outcome, OutcomeDefinition read) {
        List<String> words = new ArrayList<>(List.of(read.kind().id()));
        outcome.derived().ifPresent(rule -> {
            words.add(rule.measure().id() + " of " + String.join(", ", rule.activities()) + " from "
                    + rule.source().name().toLowerCase(Locale.ROOT));
            rule.atLeast().ifPresent(least -> words.add("at least " + Numbers.print(least)));
        });
        outcome.times().ifPresent(times -> {
            words.add("event column " + times.event().value());
            times.cause().ifPresent(cause -> words.add("cause column " + cause.value()));
        });
        if (!read.levels().isEmpty()) {
            words.add(levels(read));
        }
        if (!read.eventValue().isEmpty()) {
            words.add("event " + read.eventValue());
        }
        if (!outcome.column().value().equals(outcome.name().value())) {
            words.add("column " + outcome.column().value());
        }
        if (!outcome.timepoint().isEmpty()) {
            words.add("timepoint " + outcome.timepoint());
        }
        outcome.unit().ifPresent(unit -> words.add("unit " + unit));
        outcome.range().ifPresent(range -> words.add("range " + range.replace(",", " to ")));
        outcome.better().filter("lower"::equals).ifPresent(any -> words.add("lower is better"));
        return String.join(", ", words);
    }

    /** The levels of an outcome in words, the lowest first. */
    static String levels(OutcomeDefinition read) {
        return "levels " + String.join(" < ", read.levels());
    }

    /** An analysis in words. */
    static String words(PlannedAnalysis planned) {
        List<String> words = new ArrayList<>();
        words.add(planned.command() + " " + joined(planned.outcomes()));
        planned.analysisSet()
                .ifPresent(set -> words.add("analysis set " + set.name().value()));
        if (!planned.by().isEmpty()) {
            words.add("by " + joined(planned.by()));
        }
        if (!planned.stratify().isEmpty()) {
            words.add("stratify " + joined(planned.stratify()));
        }
        if (!planned.adjust().isEmpty()) {
            words.add("adjust " + joined(planned.adjust()));
        }
        planned.where().forEach(levels -> words.add("where " + levels.text()));
        if (!planned.methods().isEmpty()) {
            words.add("methods " + String.join(",", planned.methods()));
        }
        planned.target().ifPresent(share -> words.add("target " + share));
        planned.contrasts().filter("all"::equals).ifPresent(any -> words.add("contrasts all"));
        planned.multiplicity().ifPresent(name -> words.add("multiplicity " + name));
        planned.level().ifPresent(text -> words.add("level " + text));
        planned.alternative()
                .filter(side -> !side.equals("two-sided"))
                .ifPresent(side -> words.add("alternative " + side));
        planned.missing().ifPresent(rule -> words.add("missing " + rule.id()));
        planned.margin().ifPresent(text -> words.add("margin " + text));
        if (!planned.at().isEmpty()) {
            words.add("at " + String.join(",", planned.at()));
        }
        planned.tau().ifPresent(tau -> words.add("tau " + tau.value()));
        planned.cluster().ifPresent(column -> words.add("cluster " + column.value()));
        return String.join("; ", words);
    }

    private static String joined(List<Sited<String>> names) {
        return names.stream().map(Sited::value).collect(Collectors.joining(","));
    }
}
