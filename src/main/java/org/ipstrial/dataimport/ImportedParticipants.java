package org.ipstrial.dataimport;

import java.util.List;
import java.util.Optional;
import org.ipstrial.dataimport.history.ReadFile;
import org.ipstrial.dataset.Participants;
import org.ipstrial.dataset.history.RecordedPeople;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * A participants file that was read and found sound.
 *
 * @param participants the people, with the columns that were asked for
 * @param outcomes     the outcomes as they were read, in the order of the request
 * @param covariates   the covariates as they were read, in the order of the request
 * @param records      everybody as the files tell of them, ids included, where that was asked for
 * @param sha256       of the file's bytes, in hexadecimal
 * @param files        further files that were read: spells, follow-up
 * @param rows         how many data rows the file has
 * @param warnings     what was found and did not refuse, refusals that the user accepted included
 */
public record ImportedParticipants(
        Participants participants,
        List<OutcomeDefinition> outcomes,
        List<Covariate> covariates,
        Optional<RecordedPeople> records,
        String sha256,
        List<ReadFile> files,
        long rows,
        Findings warnings) {

    /** Copies the lists. */
    public ImportedParticipants {
        outcomes = List.copyOf(outcomes);
        files = List.copyOf(files);
        covariates = List.copyOf(covariates);
    }
}
