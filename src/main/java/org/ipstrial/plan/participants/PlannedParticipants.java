package org.ipstrial.plan.participants;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code participants}: the file with one row for each person.
 *
 * @param file    the file, with the place where the plan names it
 * @param id      the column of pseudonyms
 * @param arm     the randomised arm
 * @param randomisedOn the column of the day of randomisation, if the plan names it
 * @param started the yes/no column of who started what they were randomised to, if the plan names it
 * @param strata  names of the label columns within whose crossed levels people were randomised
 * @param columns the label columns that the plan describes, in order
 * @param amounts the columns of numbers that the plan describes, in order: what was known at the start
 * @param reading how the file is written
 */
public record PlannedParticipants(
        Sited<Path> file,
        Sited<String> id,
        PlannedArm arm,
        Optional<Sited<String>> randomisedOn,
        Optional<Sited<String>> started,
        List<String> strata,
        List<PlannedColumn> columns,
        List<PlannedAmount> amounts,
        PlannedReading reading) {

    /** What stands for the section where it is refused. */
    public static final PlannedParticipants NONE = new PlannedParticipants(
            new Sited<>(Path.of(""), Location.COMMAND_LINE),
            new Sited<>("", Location.COMMAND_LINE),
            PlannedArm.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            PlannedReading.NONE);

    /** Copies the columns. */
    public PlannedParticipants {
        strata = List.copyOf(strata);
        columns = List.copyOf(columns);
        amounts = List.copyOf(amounts);
    }

    private static List<String> strata(Fields fields, List<PlannedColumn> columns) {
        List<String> known = columns.stream().map(PlannedColumn::name).toList();
        List<String> strata = fields.texts("strata").stream().map(Sited::value).toList();
        fields.get("strata").ifPresent(value -> {
            strata.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> value.refuse(
                            FindingCode.E418,
                            "column of labels",
                            PlanWords.cut(name),
                            known.isEmpty() ? "those under columns" : String.join(", ", known),
                            known.isEmpty() ? "describe it there" : PlanWords.nearest(name, known)));
            if (strata.stream().distinct().count() < strata.size()) {
                value.refuse(FindingCode.E426, "strata names a column twice", "each once", "take one out");
            }
        });
        return strata;
    }

    /**
     * Reads the section.
     *
     * @param units the units that an amount may have
     */
    public static PlannedParticipants read(Fields fields, PlanFolder folder, List<String> units) {
        Optional<PlanValue> file = fields.required("file", "the name of the participants CSV");
        Sited<Path> path = file.flatMap(value -> folder.file(value).map(found -> new Sited<>(found, value.where())))
                .orElse(NONE.file);
        Sited<String> id = fields.textOr("id", "id");
        PlannedArm arm = fields.required("arm", "the column of arms and the control")
                .flatMap(PlanValue::fields)
                .map(PlannedArm::read)
                .orElse(PlannedArm.NONE);
        List<PlannedColumn> columns = fields.entries("columns").stream()
                .map(PlannedColumn::read)
                .flatMap(Optional::stream)
                .toList();
        List<PlannedAmount> amounts = fields.entries("amounts").stream()
                .map(entry -> PlannedAmount.read(entry, columns, units))
                .flatMap(Optional::stream)
                .toList();
        Optional<Sited<String>> randomisedOn = fields.text("randomised_on");
        Optional<Sited<String>> started = fields.text("started");
        List<String> strata = strata(fields, columns);
        PlannedReading reading = PlannedReading.of(fields);
        fields.noOthers();
        return new PlannedParticipants(path, id, arm, randomisedOn, started, strata, columns, amounts, reading);
    }

    /** The label column of a name, if the plan describes it. */
    public Optional<PlannedColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The amount of a name, if the plan describes it. */
    public Optional<PlannedAmount> amount(String name) {
        return amounts.stream().filter(amount -> amount.name().equals(name)).findFirst();
    }
}
