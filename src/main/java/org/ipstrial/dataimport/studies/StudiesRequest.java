package org.ipstrial.dataimport.studies;

import java.util.List;
import java.util.Optional;

/**
 * What is wanted of a study table.
 *
 * @param form       in which form studies tell what they found
 * @param subgroup   the column of subgroups, if one is asked for
 * @param moderators the columns of moderators
 */
public record StudiesRequest(StudyForm form, Optional<String> subgroup, List<String> moderators) {

    /** Copies the moderators. */
    public StudiesRequest {
        moderators = List.copyOf(moderators);
    }
}
