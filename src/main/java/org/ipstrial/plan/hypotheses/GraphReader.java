package org.ipstrial.plan.hypotheses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanFraction;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** Reads the graph of a family: the id and the weight of each hypothesis, and the transitions of them all. */
final class GraphReader {

    /** The procedure that goes by a graph. */
    static final String PROCEDURE = "graphical";

    private static final String WEIGHT = "weight";
    private static final String TRANSITIONS = "transitions";

    private final Map<String, PlanValue> nodes = new LinkedHashMap<>();
    private final List<PlanFraction> weights = new ArrayList<>();
    private boolean sound = true;

    /** Refuses the keys of a graph in a section whose procedure has none. */
    static void refuse(Fields fields, List<String> keys) {
        keys.forEach(key -> fields.get(key)
                .ifPresent(value -> value.refuse(FindingCode.E425, key, "a procedure other than '" + PROCEDURE + "'")));
    }

    /** The keys of one hypothesis that belong to the graph. */
    static List<String> keysOfHypothesis() {
        return List.of("id", WEIGHT);
    }

    /** The keys of the section that belong to the graph. */
    static List<String> keysOfSection() {
        return List.of(TRANSITIONS);
    }

    /** Reads the id and the weight of the next hypothesis. */
    void node(Fields fields) {
        Sited<String> id = fields.requiredText("id", "a name for it, which transitions use");
        Optional<PlanFraction> weight = fields.required(
                        WEIGHT, "the share of alpha that it starts with, such as 1/2, or 0")
                .flatMap(PlanFraction::of);
        if (nodes.containsKey(id.value()) && !id.value().isEmpty()) {
            fields.self()
                    .refuse(
                            FindingCode.E417,
                            PlanWords.cut(id.value()),
                            nodes.get(id.value()).where().line());
            sound = false;
        }
        nodes.putIfAbsent(id.value(), fields.self());
        weights.add(weight.orElse(PlanFraction.NONE));
        sound &= weight.isPresent() && !id.value().isEmpty();
    }

    /** Reads the transitions, and the whole once all hypotheses are read; nothing where anything in it is refused. */
    Optional<PlannedGraph> graph(Fields section, PlanValue hypotheses) {
        List<String> ids = List.copyOf(nodes.keySet());
        Map<String, Map<String, PlanFraction>> rows = new HashMap<>();
        section.get(TRANSITIONS)
                .map(PlanValue::entries)
                .orElse(List.of())
                .forEach(entry -> rows.put(entry.name().value(), row(entry, ids)));
        PlanFraction all = weights.stream().reduce(PlanFraction.NONE, PlanFraction::plus);
        if (all.exceedsAll()) {
            hypotheses.refuse(FindingCode.E381, all.text());
            sound = false;
        }
        if (!sound) {
            return Optional.empty();
        }
        List<List<PlanFraction>> transitions = new ArrayList<>();
        for (String from : ids) {
            Map<String, PlanFraction> row = rows.getOrDefault(from, Map.of());
            transitions.add(ids.stream()
                    .map(to -> row.getOrDefault(to, PlanFraction.NONE))
                    .toList());
        }
        PlannedGraph graph = new PlannedGraph(ids, weights, transitions);
        unreached(graph).forEach(id -> nodes.get(id).refuse(FindingCode.E384, PlanWords.cut(id)));
        return unreached(graph).isEmpty() ? Optional.of(graph) : Optional.empty();
    }

    private Map<String, PlanFraction> row(NamedValue entry, List<String> ids) {
        String from = entry.name().value();
        known(from, entry.value(), ids);
        Map<String, PlanFraction> row = new HashMap<>();
        PlanFraction sum = PlanFraction.NONE;
        for (NamedValue share : entry.value().entries()) {
            String to = share.name().value();
            Optional<PlanFraction> read = PlanFraction.of(share.value());
            sound &= read.isPresent();
            if (to.equals(from)) {
                share.value().refuse(FindingCode.E383, PlanWords.cut(to));
                sound = false;
            } else {
                known(to, share.value(), ids);
                row.put(to, read.orElse(PlanFraction.NONE));
                sum = sum.plus(read.orElse(PlanFraction.NONE));
            }
        }
        if (sum.exceedsAll()) {
            entry.value().refuse(FindingCode.E382, PlanWords.cut(from), sum.text());
            sound = false;
        }
        return row;
    }

    private void known(String id, PlanValue where, List<String> ids) {
        if (!ids.contains(id)) {
            where.refuse(
                    FindingCode.E418,
                    "hypothesis",
                    PlanWords.cut(id),
                    ids.isEmpty() ? "none" : String.join(", ", ids),
                    PlanWords.nearest(id, ids));
            sound = false;
        }
    }

    /** The hypotheses that no alpha can ever reach. */
    private static List<String> unreached(PlannedGraph graph) {
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < graph.ids().size(); i++) {
            if (!graph.weights().get(i).isNone()) {
                reached.add(i);
            }
        }
        for (int next = 0; next < reached.size(); next++) {
            List<PlanFraction> row = graph.transitions().get(reached.get(next));
            for (int to = 0; to < row.size(); to++) {
                if (!row.get(to).isNone() && !reached.contains(to)) {
                    reached.add(to);
                }
            }
        }
        return graph.ids().stream()
                .filter(id -> !reached.contains(graph.ids().indexOf(id)))
                .toList();
    }
}
