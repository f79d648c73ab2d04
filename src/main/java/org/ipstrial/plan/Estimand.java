package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code estimands}: what an analysis is to estimate, by the attributes of ICH E9(R1), A.3.3. Carried along
 * with the plan; no number depends on it.
 *
 * @param analysis           id of the analysis
 * @param attributes         treatment, population, variable and summary, those that the plan gives
 * @param intercurrentEvents events in the plan's order, each with what is done about it
 */
public record Estimand(String analysis, Map<String, String> attributes, List<IntercurrentEvent> intercurrentEvents) {

    private static final List<String> ATTRIBUTES = List.of("treatment", "population", "variable", "summary");

    /** The strategies of ICH E9(R1), A.3.2. */
    private static final List<String> STRATEGIES = List.of(
            "treatment-policy", "hypothetical", "composite-variable", "while-on-treatment", "principal-stratum");

    private static final Set<String> DEATH = Set.of("death", "died", "dead");

    /** ICH E9(R1), A.3.2: these leave data missing, and no strategy for an event applies to them. */
    private static final Set<String> MISSING_DATA =
            Set.of("withdrawal", "study-withdrawal", "withdrawal-from-study", "withdrew", "administrative-censoring");

    /** Copies the lists. */
    public Estimand {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        intercurrentEvents = List.copyOf(intercurrentEvents);
    }

    /**
     * What is done about an event after randomisation.
     *
     * @param event    the event
     * @param strategy one of the five strategies
     * @param scenario of a hypothetical strategy what is supposed, else empty
     */
    public record IntercurrentEvent(String event, String strategy, String scenario) {}

    static Optional<Estimand> read(NamedValue entry, List<String> analyses) {
        String id = entry.name().value();
        if (!analyses.contains(id)) {
            entry.value()
                    .refuse(
                            FindingCode.E418,
                            "analysis",
                            PlanWords.cut(id),
                            analyses.isEmpty() ? "the ids under analyses" : String.join(", ", analyses),
                            PlanWords.nearest(id, analyses));
        }
        return entry.value().fields().map(fields -> read(id, fields));
    }

    private static Estimand read(String analysis, Fields fields) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : ATTRIBUTES) {
            fields.get(attribute).flatMap(PlanValue::prose).ifPresent(text -> attributes.put(attribute, text));
        }
        List<IntercurrentEvent> events = new ArrayList<>();
        fields.entries("intercurrent_events").forEach(entry -> event(entry).ifPresent(events::add));
        fields.noOthers();
        return new Estimand(analysis, attributes, events);
    }

    private static Optional<IntercurrentEvent> event(NamedValue entry) {
        String name = entry.name().value();
        String event = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
        PlanValue value = entry.value();
        if (MISSING_DATA.contains(event)) {
            value.refuse(
                    FindingCode.E426,
                    "'" + name + "' is no intercurrent event but leaves data missing",
                    "events that change what is measured (ICH E9(R1), A.3.2)",
                    "leave it out");
            return Optional.empty();
        }
        Optional<Fields> fields = value.isMapping() ? value.fields() : Optional.empty();
        Optional<Sited<String>> strategy = fields.isPresent()
                ? fields.get()
                        .required("strategy", "one of " + String.join(", ", STRATEGIES))
                        .flatMap(v -> v.word(STRATEGIES))
                : value.word(STRATEGIES);
        Optional<String> scenario =
                fields.flatMap(found -> found.get("scenario")).flatMap(PlanValue::prose);
        fields.ifPresent(Fields::noOthers);
        strategy.ifPresent(found -> check(value, event, found.value(), scenario.isPresent()));
        return strategy.map(found -> new IntercurrentEvent(name, found.value(), scenario.orElse("")));
    }

    private static void check(PlanValue value, String event, String strategy, boolean scenario) {
        if (strategy.equals("treatment-policy") && DEATH.contains(event)) {
            value.refuse(
                    FindingCode.E426,
                    "treatment-policy cannot be carried out for death, after which nothing is measured",
                    "composite-variable, while-on-treatment or principal-stratum",
                    "write one of these");
        }
        if (strategy.equals("hypothetical") && !scenario) {
            value.refuse(
                    FindingCode.E426,
                    "a hypothetical strategy names no scenario",
                    "what is supposed instead of the event",
                    "write {strategy: hypothetical, scenario: ...}");
        }
    }
}
