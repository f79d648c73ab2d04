package org.ipstrial.plan.codes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * What each code of a column means. A code that stands in the map as it is means that; else an ICD-10 code means what its
 * range means. Letter case counts, and a code that is in no entry means nothing.
 *
 * @param exact  codes to labels, in the plan's order
 * @param ranges ranges of ICD-10 to labels, in the plan's order
 */
public record CodeMap(Map<String, String> exact, Map<CodeRange, String> ranges) {

    /** Copies the maps and keeps their order. */
    public CodeMap {
        exact = Collections.unmodifiableMap(new LinkedHashMap<>(exact));
        ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
    }

    /** Labels that stand in the file as they are. */
    public static CodeMap ofLabels(List<String> labels) {
        Map<String, String> exact = new LinkedHashMap<>();
        labels.forEach(label -> exact.put(label, label));
        return new CodeMap(exact, Map.of());
    }

    /** Reads a map of plain codes. */
    public static CodeMap plain(List<NamedValue> entries) {
        Map<String, String> exact = new LinkedHashMap<>();
        for (NamedValue entry : entries) {
            entry.value().text().ifPresent(label -> exact.put(entry.name().value(), label.value()));
        }
        return new CodeMap(exact, Map.of());
    }

    /** Reads a map whose keys may be ICD-10 codes and ranges; two entries that share a code must mean the same. */
    public static CodeMap read(List<NamedValue> entries) {
        Map<String, String> exact = new LinkedHashMap<>();
        Map<CodeRange, String> ranges = new LinkedHashMap<>();
        Map<CodeRange, Sited<String>> names = new LinkedHashMap<>();
        for (NamedValue entry : entries) {
            Optional<Sited<String>> label = entry.value().text();
            if (label.isEmpty()) {
                continue;
            }
            String key = entry.name().value();
            Optional<CodeRange> range = CodeRange.parse(key);
            if (range.isEmpty()) {
                exact.put(key, label.get().value());
            } else if (range.get().isBackwards()) {
                entry.value()
                        .refuse(
                                FindingCode.E419,
                                PlanWords.cut(key),
                                "run backwards",
                                "the lower code first, as in F20-F29",
                                "turn them round");
            } else {
                refuseOverlap(entry, range.get(), label.get().value(), ranges, names);
                ranges.put(range.get(), label.get().value());
                names.put(range.get(), entry.name());
            }
        }
        return new CodeMap(exact, ranges);
    }

    private static void refuseOverlap(
            NamedValue entry,
            CodeRange range,
            String label,
            Map<CodeRange, String> ranges,
            Map<CodeRange, Sited<String>> names) {
        ranges.forEach((other, meaning) -> {
            if (other.meets(range) && !meaning.equals(label)) {
                Sited<String> name = names.get(other);
                entry.value()
                        .refuse(
                                FindingCode.E420,
                                PlanWords.cut(entry.name().value()),
                                PlanWords.cut(name.value()),
                                name.where().line());
            }
        });
    }

    /** What a code means, if anything. */
    public Optional<String> label(String code) {
        String label = exact.get(code);
        if (label != null) {
            return Optional.of(label);
        }
        return ranges.entrySet().stream()
                .filter(entry -> entry.getKey().holds(code))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The labels, each once, in the plan's order, those of plain codes first. */
    public List<String> labels() {
        LinkedHashSet<String> labels = new LinkedHashSet<>(exact.values());
        labels.addAll(ranges.values());
        return List.copyOf(labels);
    }

    /** The codes as messages list them, in the plan's order. */
    public List<String> codes() {
        return List.copyOf(meanings().keySet());
    }

    /** What each code or range means, by its text, in the plan's order. */
    public Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>(exact);
        ranges.forEach((range, label) ->
                meanings.put(range.from().equals(range.to()) ? range.from() : range.from() + "-" + range.to(), label));
        return meanings;
    }
}
