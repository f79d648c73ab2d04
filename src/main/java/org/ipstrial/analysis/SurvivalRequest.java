package org.ipstrial.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * What is asked of times to an event.
 *
 * @param time   the column of times
 * @param event  the column that says whether a time ended in the event or was censored; names the outcome
 * @param cause  the column of causes where ends compete, if they do
 * @param at     times at which the curves are read, as they were written, with their numbers
 * @param tau    the time within which restricted means are taken, if any, as it was written, with its number
 * @param strata columns whose crossed levels are the strata
 * @param cluster the column of clusters, if people come in some
 * @param where  the column of times, for messages
 * @param tauWhere where tau was written
 * @param grouped whether all times are grouped at those at which the curves are read, so that small groups can be hidden
 * @param entry  the column of times at which people come under observation, if some do so late
 */
public record SurvivalRequest(
        String time,
        String event,
        Optional<String> cause,
        Map<String, Double> at,
        Optional<Map.Entry<String, Double>> tau,
        List<String> strata,
        Optional<String> cluster,
        Location where,
        Location tauWhere,
        boolean grouped,
        Optional<String> entry) {

    /** What is asked of times as they are. */
    public SurvivalRequest(
            String time,
            String event,
            Optional<String> cause,
            Map<String, Double> at,
            Optional<Map.Entry<String, Double>> tau,
            List<String> strata,
            Optional<String> cluster,
            Location where,
            Location tauWhere) {
        this(time, event, cause, at, tau, strata, cluster, where, tauWhere, false, Optional.empty());
    }

    /** Checks that nothing is null. */
    public SurvivalRequest {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(tau, "tau");
        strata = List.copyOf(strata);
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(tauWhere, "tauWhere");
        Objects.requireNonNull(entry, "entry");
    }

    /** The same of grouped times. */
    public SurvivalRequest asGroups() {
        return new SurvivalRequest(time, event, cause, at, tau, strata, cluster, where, tauWhere, true, entry);
    }

    /** Where times are grouped, if they are. */
    Optional<TimeGrid> grid() {
        return grouped ? Optional.of(TimeGrid.of(at.values())) : Optional.empty();
    }

    /** The same read at other times. */
    SurvivalRequest at(Map<String, Double> times) {
        return new SurvivalRequest(time, event, cause, times, tau, strata, cluster, where, tauWhere, grouped, entry);
    }

    /** The same of an outcome that a plan describes: its causes if anything else than its event ended a time. */
    public SurvivalRequest of(OutcomeDefinition outcome, Trial trial, String file) {
        boolean compete =
                trial.people().levels(outcome.ends()).stream().anyMatch(end -> !end.equals(OutcomeDefinition.EVENT));
        return new SurvivalRequest(
                outcome.name(),
                outcome.name(),
                Optional.of(outcome.ends()).filter(any -> compete),
                at,
                tau,
                trial.stratify(),
                cluster,
                Location.file(file),
                tauWhere,
                grouped,
                Optional.empty());
    }

    /** The same where a plan names tau. */
    public SurvivalRequest withTauAt(Location place) {
        return new SurvivalRequest(time, event, cause, at, tau, strata, cluster, where, place, grouped, entry);
    }
}
