package org.ipstrial.dataexport;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.history.RecordedPeople;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.Plan;

/**
 * A trial to make a canonical copy of.
 *
 * @param plan     the plan
 * @param people   everybody, in the order of their ids
 * @param arm      the label column of arms among theirs
 * @param started  the yes/no column of who started, if there is one
 * @param outcomes every outcome as it was read or worked out
 * @param records  everybody as the files tell of them
 */
public record CanonicalTrial(
        Plan plan,
        Cohort people,
        String arm,
        Optional<String> started,
        List<OutcomeDefinition> outcomes,
        RecordedPeople records) {

    /** Refuses people who are not the same. */
    public CanonicalTrial {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(started, "started");
        outcomes = List.copyOf(outcomes);
        if (people.size() != records.people().size()) {
            throw new IllegalArgumentException("the records must be of the same " + people.size() + " people, got "
                    + records.people().size());
        }
    }
}
