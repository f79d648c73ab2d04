package org.ipstrial.dataimport;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ipstrial.finding.FindingCode;

/**
 * What is wanted of a participants file. Only these columns are read and kept.
 *
 * @param idColumn     the person's pseudonym
 * @param armColumn    the randomised arm
 * @param labelColumns other columns of labels: those of {@code --by}, {@code --where} and {@code --stratify}
 * @param outcomes     the outcomes
 * @param allowed      codes that the user accepts
 */
public record ParticipantsRequest(
        String idColumn,
        String armColumn,
        List<String> labelColumns,
        List<OutcomeRequest> outcomes,
        Set<FindingCode> allowed) {

    /** Checks that nothing is null and copies the lists. */
    public ParticipantsRequest {
        Objects.requireNonNull(idColumn, "idColumn");
        Objects.requireNonNull(armColumn, "armColumn");
        labelColumns = List.copyOf(labelColumns);
        outcomes = List.copyOf(outcomes);
        allowed = Set.copyOf(allowed);
    }
}
