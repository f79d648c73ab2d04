package org.ipstrial.plan.participants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code participants.arm}.
 *
 * @param column  the column of the randomised arm
 * @param control the reference arm, by its label
 * @param labels  what the codes in the file mean; without it the file holds the labels themselves
 * @param known   the arms that the plan names, each where it names it: its order, else its labels; none where it names
 *                neither and the file may hold any
 * @param ordered whether the plan gives their order
 */
public record PlannedArm(
        Sited<String> column,
        Sited<String> control,
        Optional<CodeMap> labels,
        List<Sited<String>> known,
        boolean ordered) {

    static final PlannedArm NONE = new PlannedArm(
            new Sited<>("", Location.COMMAND_LINE),
            new Sited<>("", Location.COMMAND_LINE),
            Optional.empty(),
            List.of(),
            false);

    /** Copies the arms. */
    public PlannedArm {
        known = List.copyOf(known);
    }

    static PlannedArm read(Fields fields) {
        Sited<String> column = fields.textOr("column", "arm");
        List<NamedValue> entries = fields.entries("labels");
        Optional<PlanValue> order = fields.get("order");
        Optional<CodeMap> labels = entries.isEmpty() ? Optional.empty() : Optional.of(CodeMap.plain(entries));
        List<Sited<String>> mapped = distinct(entries.stream()
                .map(entry -> entry.value().text())
                .flatMap(Optional::stream)
                .toList());
        List<Sited<String>> ordered = order.map(PlanValue::texts).orElse(List.of());
        order.ifPresent(value -> checkOrder(value, ordered, mapped));
        List<Sited<String>> known = ordered.isEmpty() ? mapped : ordered;
        List<Sited<String>> choice = mapped.isEmpty() ? ordered : mapped;
        String wanted = "the label of the reference arm, which is never guessed";
        Optional<PlanValue> controlValue = fields.required(
                "control", choice.isEmpty() ? wanted : wanted + ": one of " + String.join(", ", names(choice)));
        Optional<Sited<String>> control = controlValue.flatMap(PlanValue::text);
        controlValue.ifPresent(value -> control.ifPresent(label -> require(value, label.value(), choice)));
        fields.noOthers();
        return new PlannedArm(column, control.orElse(NONE.control), labels, known, !ordered.isEmpty());
    }

    private static void checkOrder(PlanValue value, List<Sited<String>> order, List<Sited<String>> mapped) {
        List<String> names = names(order);
        if (distinct(order).size() < order.size()) {
            value.refuse(FindingCode.E426, "the order names an arm twice", "each arm once", "take one out");
        }
        if (mapped.isEmpty()) {
            return;
        }
        names.forEach(name -> require(value, name, mapped));
        for (Sited<String> arm : mapped) {
            if (!names.contains(arm.value())) {
                value.refuse(
                        FindingCode.E426,
                        "the order lacks the arm '" + PlanWords.cut(arm.value()) + "'",
                        "every arm of the labels",
                        "put it in its place");
            }
        }
    }

    /** Refuses an arm that is not among those that the plan names; any will do where it names none. */
    public static void require(PlanValue value, String arm, List<Sited<String>> known) {
        List<String> names = names(known);
        if (!names.isEmpty() && !names.contains(arm)) {
            value.refuse(FindingCode.E421, PlanWords.cut(arm), String.join(", ", names), PlanWords.nearest(arm, names));
        }
    }

    /** The labels of the arms that the plan names, in its order. */
    public List<String> knownLabels() {
        return names(known);
    }

    private static List<String> names(List<Sited<String>> arms) {
        return arms.stream().map(Sited::value).toList();
    }

    private static List<Sited<String>> distinct(List<Sited<String>> arms) {
        List<Sited<String>> distinct = new ArrayList<>();
        for (Sited<String> arm : arms) {
            if (distinct.stream().noneMatch(other -> other.value().equals(arm.value()))) {
                distinct.add(arm);
            }
        }
        return distinct;
    }
}
