package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code expect}: how many people there should be, so that another version of the file, or labels that were
 * swapped, do not pass unseen.
 *
 * @param rows all people, if the plan says it
 * @param arms people by arm, for those arms of which the plan says it
 */
public record Expectation(Optional<Sited<Long>> rows, List<Arm> arms) {

    /** Copies the arms. */
    public Expectation {
        arms = List.copyOf(arms);
    }

    /**
     * One arm.
     *
     * @param label its label
     * @param count how many people, where the plan says it
     */
    public record Arm(String label, Sited<Long> count) {}

    static Expectation read(Fields fields, PlannedArm known) {
        Optional<Sited<Long>> rows = fields.get("rows").flatMap(Expectation::count);
        List<Arm> arms = new ArrayList<>();
        for (NamedValue entry : fields.entries("arms")) {
            PlannedArm.require(entry.value(), entry.name().value(), known.known());
            count(entry.value())
                    .ifPresent(count -> arms.add(new Arm(entry.name().value(), count)));
        }
        fields.noOthers();
        return new Expectation(rows, arms);
    }

    private static Optional<Sited<Long>> count(PlanValue value) {
        return value.whole(0, Integer.MAX_VALUE);
    }
}
