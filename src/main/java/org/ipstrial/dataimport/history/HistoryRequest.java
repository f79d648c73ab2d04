package org.ipstrial.dataimport.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.participants.DateFormat;
import org.ipstrial.plan.yaml.Sited;

/**
 * What is wanted of spells and follow-up.
 *
 * @param history      the files and the rules
 * @param randomisedOn the participants' column of the day of randomisation
 * @param dates        how dates are written in the participants file
 * @param outcomes     the outcomes to work out, by name
 * @param named        where the plan names each of them
 * @param whole        whether every file that the plan names is read, whether an outcome needs it or not
 */
public record HistoryRequest(
        PlannedHistory history,
        Sited<String> randomisedOn,
        DateFormat dates,
        Map<String, DerivedOutcome> outcomes,
        Map<String, Location> named,
        boolean whole) {

    /** The label column of where people stand at the horizon; no column of a plan can have such a name. */
    public static final String STATES = "\u0001follow-up";

    /** Copies the maps and keeps their order. */
    public HistoryRequest {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(randomisedOn, "randomisedOn");
        outcomes = new LinkedHashMap<>(outcomes);
        named = Map.copyOf(named);
    }

    /** Whether a source is read: an outcome is worked out from it, or everything is read. */
    boolean reads(Source source) {
        return whole || outcomes.values().stream().anyMatch(outcome -> outcome.source() == source);
    }

    /** Whether any outcome needs the hours of spells. */
    boolean needsHours() {
        return outcomes.values().stream().anyMatch(outcome -> outcome.measure().needsHours());
    }

    /** Whether any outcome needs wages. */
    boolean needsWages() {
        return outcomes.values().stream().anyMatch(outcome -> outcome.measure().needsWages());
    }

    /** Whether a wage of any of some activities counts. */
    boolean needsWagesOf(List<String> activities) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.measure().needsWages())
                .anyMatch(outcome -> outcome.activities().stream().anyMatch(activities::contains));
    }
}
