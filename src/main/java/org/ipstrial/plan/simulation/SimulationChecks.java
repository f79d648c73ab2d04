package org.ipstrial.plan.simulation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.history.PlannedFollowUp;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** Whether the rest of a plan says what a simulation needs, so that the import takes what the simulation writes. */
final class SimulationChecks {

    private final Fields fields;
    private final PlannedParticipants participants;
    private final PlannedHistory history;
    private final Set<String> told = new HashSet<>();

    SimulationChecks(Fields fields, PlannedParticipants participants, PlannedHistory history) {
        this.fields = fields;
        this.participants = participants;
        this.history = history;
    }

    /** The plan names the files that are written, each once, and what dates them. */
    void files() {
        require(history.spells().isPresent(), "spells", "the file of spells that the simulation writes");
        require(
                participants.randomisedOn().isPresent(),
                "participants.randomised_on",
                "the column of the day of randomisation");
        require(history.horizon().isPresent(), "horizon", "how long people are followed, such as 18 months");
        history.weeks().ifPresent(weeks -> fields.self()
                .refuse(FindingCode.E425, "weeks", "a simulation, which writes spells"));
        List<Path> paths = new ArrayList<>(List.of(participants.file().value()));
        history.spells().ifPresent(spells -> paths.add(spells.file().value()));
        history.followUp().ifPresent(followUp -> paths.add(followUp.file().value()));
        if (new HashSet<>(paths).size() < paths.size()) {
            refuse("two sections of the plan name one file", "a file for each", "give one of them another name");
        }
    }

    /** The simulation goes with the rest of the plan. */
    void check(PlannedSimulation simulation) {
        recruitment(simulation);
        if (simulation.arms().size() < 2) {
            refuse("one arm only is simulated", "at least two arms", "write another under arms");
        }
        Set<String> headers = new HashSet<>(
                List.of(participants.id().value(), participants.arm().column().value()));
        List<String> columns = new ArrayList<>();
        participants.randomisedOn().ifPresent(column -> columns.add(column.value()));
        simulation.columns().forEach(column -> columns.add(column.column()));
        simulation.age().ifPresent(age -> columns.add(age.column()));
        columns.stream()
                .filter(column -> !headers.add(column))
                .forEach(column -> refuse(
                        "two columns of the file are named '" + PlanWords.cut(column) + "'",
                        "a name for each",
                        "rename one"));
        activity(SimulatedArm.JOB);
        history.followUp().ifPresent(followUp -> code(followUp, EndOfFollowUp.COMPLETED));
        simulation.arms().forEach(this::arm);
    }

    private void recruitment(PlannedSimulation simulation) {
        Optional<LocalDate> cut = history.dataCut().map(Sited::value);
        if (simulation.to().isBefore(simulation.from())
                || cut.filter(day -> day.isBefore(simulation.to())).isPresent()) {
            refuse(
                    "recruitment runs from " + simulation.from() + " to " + simulation.to(),
                    "a first day, a last day not before it, and data_cut not before that",
                    "correct the days");
        }
    }

    private void arm(SimulatedArm arm) {
        arm.activities().forEach(activity -> activity(activity.name().value()));
        arm.dropOut().keySet().forEach(this::reason);
    }

    private void reason(EndOfFollowUp reason) {
        Optional<PlannedFollowUp> followUp = history.followUp();
        if (followUp.isEmpty()) {
            require(false, "follow_up", "the file in which drop_out is written");
            return;
        }
        require(
                !reason.needsRule() || followUp.get().after().containsKey(reason),
                "follow_up.after." + reason.id(),
                "what is known after it, since drop_out names it");
        code(followUp.get(), reason);
    }

    private void code(PlannedFollowUp followUp, EndOfFollowUp reason) {
        require(
                followUp.reasons().isEmpty()
                        || followUp.reasons().get().labels().contains(reason.id()),
                "follow_up.reasons",
                "a code that means '" + reason.id() + "', which the simulation writes");
    }

    /** Without a map of activities the import would refuse one that happens to be nobody's. */
    private void activity(String name) {
        List<String> known = history.spells().map(PlannedSpells::known).orElse(List.of());
        require(
                known.contains(name),
                "spells.activities",
                "a code that means '" + PlanWords.cut(name) + "', which the simulation writes");
    }

    /** Several arms may need the same; it is told once. */
    private void require(boolean said, String key, String wanted) {
        if (!said && told.add(key + wanted)) {
            fields.self().refuse(FindingCode.E409, key, wanted);
        }
    }

    private void refuse(String found, String wanted, String mend) {
        fields.self().refuse(FindingCode.E426, found, wanted, mend);
    }
}
