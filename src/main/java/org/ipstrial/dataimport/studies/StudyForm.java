package org.ipstrial.dataimport.studies;

import java.util.List;

/** In which form studies tell what they found. */
public enum StudyForm {
    /** Events among people, in both arms. */
    COUNTS("treatment_events", "treatment_n", "control_events", "control_n"),
    /** Means, standard deviations and people, in both arms. */
    MEANS("treatment_mean", "treatment_sd", "treatment_n", "control_mean", "control_sd", "control_n"),
    /** Differences, each with a standard error or limits. */
    DIFFERENCES("estimate"),
    /** Ratios, each with limits or the standard error of its logarithm. */
    RATIOS("estimate");

    private final List<String> columns;

    StudyForm(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns that it needs. */
    public List<String> columns() {
        return columns;
    }

    /** Whether studies print effects. */
    public boolean isPrinted() {
        return this == DIFFERENCES || this == RATIOS;
    }
}
