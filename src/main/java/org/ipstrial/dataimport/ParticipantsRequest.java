package org.ipstrial.dataimport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.dataimport.history.HistoryRequest;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.SumOf;

/**
 * What is wanted of a participants file. Only these columns are read and kept.
 *
 * @param idColumn the person's pseudonym
 * @param arm      the randomised arm
 * @param labels   other columns of labels: those of {@code --by}, {@code --where} and {@code --stratify}
 * @param outcomes the outcomes
 * @param times    outcomes that are times to an event, by name
 * @param covariates what was known at the start
 * @param sums     amounts among outcomes and covariates that are the sum of covariates
 * @param history  spells and follow-up to work outcomes out from, if any
 * @param records  whether everybody is to be kept as the files tell of them, ids included
 * @param advice   by column what to do where the file lacks it, if not the usual
 * @param allowed  codes that the user accepts, and E214 where one arm will do
 */
public record ParticipantsRequest(
        String idColumn,
        LabelRequest arm,
        List<LabelRequest> labels,
        List<OutcomeRequest> outcomes,
        Map<String, EventTimes> times,
        List<CovariateRequest> covariates,
        List<SumOf> sums,
        Optional<HistoryRequest> history,
        boolean records,
        Map<String, String> advice,
        Set<FindingCode> allowed) {

    /** Checks that nothing is null and copies the lists. */
    public ParticipantsRequest {
        Objects.requireNonNull(idColumn, "idColumn");
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(history, "history");
        labels = List.copyOf(labels);
        outcomes = List.copyOf(outcomes);
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
        covariates = List.copyOf(covariates);
        sums = List.copyOf(sums);
        advice = Map.copyOf(advice);
        allowed = Set.copyOf(allowed);
    }

    /** Without covariates, columns read as they stand, under their own names. */
    public ParticipantsRequest(
            String idColumn,
            String armColumn,
            List<String> labelColumns,
            List<OutcomeRequest> outcomes,
            Set<FindingCode> allowed) {
        this(
                idColumn,
                LabelRequest.of(armColumn),
                labelColumns.stream().map(LabelRequest::of).toList(),
                outcomes,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Map.of(),
                allowed);
    }

    /** The same with what to do where the file lacks a column. */
    public ParticipantsRequest advising(Map<String, String> what) {
        return new ParticipantsRequest(
                idColumn, arm, labels, outcomes, times, covariates, sums, history, records, what, allowed);
    }

    /** The same of people who need not be in more than one group. */
    public ParticipantsRequest ofAnyGroups() {
        Set<FindingCode> codes = new LinkedHashSet<>(allowed);
        codes.add(FindingCode.E214);
        return new ParticipantsRequest(
                idColumn, arm, labels, outcomes, times, covariates, sums, history, records, advice, codes);
    }

    /** Whether one arm will do. */
    boolean oneArmWillDo() {
        return allowed.contains(FindingCode.E214);
    }

    /** The same with covariates. */
    public ParticipantsRequest with(List<CovariateRequest> more) {
        return new ParticipantsRequest(
                idColumn, arm, labels, outcomes, times, more, sums, history, records, advice, allowed);
    }

    /** The same with amounts that must be the sum of others. */
    public ParticipantsRequest summing(List<SumOf> more) {
        return new ParticipantsRequest(
                idColumn, arm, labels, outcomes, times, covariates, more, history, records, advice, allowed);
    }
}
