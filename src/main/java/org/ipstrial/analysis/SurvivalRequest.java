package org.ipstrial.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of times to an event.
 *
 * @param time   the column of times
 * @param event  the column that says whether a time ended in the event or was censored; names the outcome
 * @param cause  the column of causes where ends compete, if they do
 * @param at     times at which the curves are read, as they were written, with their numbers
 * @param tau    the time within which restricted means are taken, if any, as it was written, with its number
 * @param strata columns whose crossed levels are the strata
 */
public record SurvivalRequest(
        String time,
        String event,
        Optional<String> cause,
        Map<String, Double> at,
        Optional<Map.Entry<String, Double>> tau,
        List<String> strata) {

    /** Checks that nothing is null. */
    public SurvivalRequest {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(tau, "tau");
        strata = List.copyOf(strata);
    }
}
