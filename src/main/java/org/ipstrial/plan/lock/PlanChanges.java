package org.ipstrial.plan.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.yaml.YamlNode;
import org.ipstrial.plan.yaml.YamlReader;

/**
 * What is other in a plan than in the one that was locked: value by value, whatever the layout, the comments and the
 * quotes. Listed analyses are told apart by their id. The order of names counts below the top, since results stand in it.
 */
public final class PlanChanges {

    private static final String ID = "id";
    private static final String ORDER = "(order)";

    private final List<PlanChange> changes = new ArrayList<>();

    private PlanChanges() {}

    /** The changes from one plan's text to another's; both were read as plans before. */
    public static List<PlanChange> between(String before, String after) {
        PlanChanges changes = new PlanChanges();
        changes.compare(List.of(), root(before), root(after));
        return changes.changes;
    }

    private static YamlNode root(String text) {
        Findings findings = new Findings();
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        YamlNode root =
                YamlReader.read("plan", plain, findings).orElseThrow(() -> new IllegalArgumentException("no plan"));
        findings.throwIfRefused();
        return root;
    }

    private void compare(List<String> path, YamlNode before, YamlNode after) {
        Optional<Map<String, YamlNode>> was = named(before);
        Optional<Map<String, YamlNode>> is = named(after);
        if (was.isEmpty() || is.isEmpty() || before.getClass() != after.getClass()) {
            if (!text(before).equals(text(after))) {
                changes.add(new PlanChange(path, text(before), text(after)));
            }
            return;
        }
        Set<String> all = new LinkedHashSet<>(is.get().keySet());
        all.addAll(was.get().keySet());
        for (String name : all) {
            List<String> below = new ArrayList<>(path);
            below.add(name);
            if (!was.get().containsKey(name)) {
                changes.add(new PlanChange(below, "", text(is.get().get(name))));
            } else if (!is.get().containsKey(name)) {
                changes.add(new PlanChange(below, text(was.get().get(name)), ""));
            } else {
                compare(below, was.get().get(name), is.get().get(name));
            }
        }
        if (!path.isEmpty()) {
            order(path, was.get().keySet(), is.get().keySet());
        }
    }

    /** Names that both have may stand in another order. */
    private void order(List<String> path, Set<String> before, Set<String> after) {
        List<String> was = before.stream().filter(after::contains).toList();
        List<String> is = after.stream().filter(before::contains).toList();
        if (!was.equals(is)) {
            List<String> place = new ArrayList<>(path);
            place.add(ORDER);
            changes.add(new PlanChange(place, String.join(", ", was), String.join(", ", is)));
        }
    }

    /** The values of a mapping by key, and those of a list whose values all have an id by id. */
    private static Optional<Map<String, YamlNode>> named(YamlNode node) {
        Map<String, YamlNode> named = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> named.put(entry.key().text(), entry.value()));
            return Optional.of(named);
        }
        if (node instanceof YamlNode.Items items) {
            for (YamlNode item : items.items()) {
                Optional<String> id = id(item);
                if (id.isEmpty() || named.put(id.get(), item) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(named).filter(some -> !some.isEmpty());
        }
        return Optional.empty();
    }

    private static Optional<String> id(YamlNode node) {
        return node instanceof YamlNode.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(ID) && entry.value() instanceof YamlNode.Scalar)
                        .map(entry -> ((YamlNode.Scalar) entry.value()).text())
                        .findFirst()
                : Optional.empty();
    }

    /** A value on one line. */
    private static String text(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return "{"
                    + String.join(
                            ", ",
                            mapping.entries().stream()
                                    .map(entry -> entry.key().text() + ": " + text(entry.value()))
                                    .toList())
                    + "}";
        }
        if (node instanceof YamlNode.Items items) {
            return "["
                    + String.join(
                            ", ", items.items().stream().map(PlanChanges::text).toList()) + "]";
        }
        return ((YamlNode.Scalar) node).text();
    }
}
