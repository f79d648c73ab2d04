package org.ipstrial.dataimport;

import java.util.List;

/**
 * What a column could be, told from its values.
 *
 * @param name   its name
 * @param use    what it could be
 * @param event  of a yes/no column the value that is the event, else empty
 * @param levels of a column of labels its levels by code point, else none
 */
public record SurveyedColumn(String name, Use use, String event, List<String> levels) {

    /** Copies the levels. */
    public SurveyedColumn {
        levels = List.copyOf(levels);
    }

    /** What a column could be. */
    public enum Use {
        /** A yes/no outcome. */
        BINARY,
        /** An amount. */
        AMOUNT,
        /** A column of few labels. */
        LABELS,
        /** None of these; of its values nothing is told. */
        NONE
    }
}
