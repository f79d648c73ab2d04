package org.ipstrial.plan.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code simulation}: what a simulated trial is like.
 *
 * @param from     the first day of recruitment
 * @param to       the last day of recruitment
 * @param stratify the columns whose crossed levels have blocks of their own
 * @param columns  the label columns of the participants
 * @param age      age in whole years, as a column of the file, where the plan says it
 * @param arms     the arms, in the plan's order
 */
public record PlannedSimulation(
        LocalDate from,
        LocalDate to,
        List<String> stratify,
        List<SimulatedColumn> columns,
        Optional<Age> age,
        List<SimulatedArm> arms) {

    /**
     * Age in whole years.
     *
     * @param column its name in the file
     * @param years  how old people are
     */
    public record Age(String column, Bands years) {}

    /** Copies the lists. */
    public PlannedSimulation {
        stratify = List.copyOf(stratify);
        columns = List.copyOf(columns);
        arms = List.copyOf(arms);
    }

    /** Everybody who is randomised. */
    public int people() {
        return arms.stream().mapToInt(SimulatedArm::people).sum();
    }
}
