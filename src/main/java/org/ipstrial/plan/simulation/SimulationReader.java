package org.ipstrial.plan.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.participants.PlannedAmount;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** Reads the section {@code simulation} and checks it against the rest of the plan. */
public final class SimulationReader {

    private static final String AGE = "age";
    private static final int OLDEST = 110;

    private final Fields fields;
    private final PlannedParticipants participants;

    private SimulationReader(Fields fields, PlannedParticipants participants) {
        this.fields = fields;
        this.participants = participants;
    }

    /**
     * Reads the section.
     *
     * @param fields       the section
     * @param participants the file of people that is written
     * @param history      the files of spells and follow-up that are written
     * @return the simulation; nothing where something is refused, which is told
     */
    public static Optional<PlannedSimulation> read(
            Fields fields, PlannedParticipants participants, PlannedHistory history) {
        Optional<PlannedSimulation> simulation = new SimulationReader(fields, participants).read();
        SimulationChecks checks = new SimulationChecks(fields, participants, history);
        checks.files();
        simulation.ifPresent(checks::check);
        return simulation;
    }

    private Optional<PlannedSimulation> read() {
        Optional<Fields> recruitment = fields.required("recruitment", "the first and the last day, as from and to")
                .flatMap(PlanValue::fields);
        Optional<LocalDate> from = recruitment.flatMap(days -> day(days, "from"));
        Optional<LocalDate> to = recruitment.flatMap(days -> day(days, "to"));
        recruitment.ifPresent(Fields::noOthers);
        List<SimulatedColumn> columns = columns();
        Optional<PlannedSimulation.Age> age = fields.get(AGE)
                .flatMap(value -> Bands.read(value, 1, 0, OLDEST))
                .map(years -> new PlannedSimulation.Age(
                        participants.amounts().stream()
                                .filter(amount -> amount.name().equals(AGE))
                                .findFirst()
                                .map(PlannedAmount::column)
                                .or(() -> participants.column(AGE).map(PlannedColumn::column))
                                .map(Sited::value)
                                .orElse(AGE),
                        years));
        participants.amounts().stream()
                .filter(amount -> !amount.name().equals(AGE) || age.isEmpty())
                .forEach(amount -> fields.self()
                        .refuse(
                                FindingCode.E425,
                                "simulation",
                                "the amount '" + PlanWords.cut(amount.name()) + "', as only an age is made up"));
        List<String> stratify = stratify();
        ArmDraft all = ArmDraft.read(fields);
        List<NamedValue> named = fields.required("arms", "the arms with how many people each has")
                .map(PlanValue::entries)
                .orElse(List.of());
        List<SimulatedArm> arms = arms(named, all);
        fields.noOthers();
        return from.isPresent() && to.isPresent() && arms.size() == named.size() && !arms.isEmpty()
                ? Optional.of(new PlannedSimulation(from.get(), to.get(), stratify, columns, age, arms))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Fields days, String key) {
        return days.required(key, "a day as yyyy-mm-dd")
                .flatMap(PlannedHistory::day)
                .map(Sited::value);
    }

    private List<SimulatedColumn> columns() {
        List<NamedValue> named = fields.entries("columns");
        for (PlannedColumn column : participants.columns()) {
            boolean written = column.name().equals(AGE)
                    ? fields.get(AGE).isPresent()
                    : named.stream().anyMatch(entry -> entry.name().value().equals(column.name()));
            if (!written) {
                fields.self()
                        .refuse(
                                FindingCode.E409,
                                column.name().equals(AGE) ? AGE : "columns." + PlanWords.cut(column.name()),
                                "how often each value turns up, since participants.columns describes the column");
            }
        }
        return named.stream()
                .map(entry -> SimulatedColumn.read(
                        entry, participants.column(entry.name().value())))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<String> stratify() {
        List<String> names = fields.entries("columns").stream()
                .map(entry -> entry.name().value())
                .toList();
        List<String> stratify = new ArrayList<>();
        Optional<PlanValue> value = fields.get("stratify");
        for (Sited<String> column : value.map(PlanValue::texts).orElse(List.of())) {
            String name = column.value();
            if (names.contains(name) && !stratify.contains(name)) {
                stratify.add(name);
            } else {
                value.get()
                        .refuse(
                                FindingCode.E412,
                                PlanWords.cut(name),
                                "the names under simulation.columns, each once: " + String.join(", ", names),
                                PlanWords.nearest(name, names));
            }
        }
        return stratify;
    }

    /** The arms in the plan's order, else in the order in which they stand here. */
    private List<SimulatedArm> arms(List<NamedValue> named, ArmDraft all) {
        PlannedArm planned = participants.arm();
        List<SimulatedArm> arms = new ArrayList<>();
        for (NamedValue entry : named) {
            PlannedArm.require(entry.value(), entry.name().value(), planned.known());
            Optional<Fields> own = entry.value().fields();
            Optional<ArmDraft> draft = own.map(ArmDraft::read);
            own.ifPresent(Fields::noOthers);
            draft.flatMap(arm -> arm.over(all, entry.name().value())).ifPresent(arms::add);
        }
        List<String> order = planned.knownLabels();
        List<String> found = named.stream().map(entry -> entry.name().value()).toList();
        List<String> wanted = order.isEmpty() ? List.of(planned.control().value()) : order;
        wanted.stream()
                .filter(label -> !label.isEmpty() && !named.isEmpty() && !found.contains(label))
                .forEach(label -> fields.self()
                        .refuse(
                                FindingCode.E409,
                                "arms." + PlanWords.cut(label),
                                "how many people each arm of the plan has"));
        if (!order.isEmpty()) {
            arms.sort((one, other) -> Integer.compare(order.indexOf(one.label()), order.indexOf(other.label())));
        }
        return arms;
    }
}
