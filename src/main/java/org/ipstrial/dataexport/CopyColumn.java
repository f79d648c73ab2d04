package org.ipstrial.dataexport;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A column of a canonical copy.
 *
 * @param name   its name there
 * @param about  what the data dictionary says of it
 * @param cells  its text for each row; empty where the value is missing
 */
record CopyColumn(String name, About about, IntFunction<String> cells) {

    /** What kind of value a column holds. */
    enum Kind {
        /** A pseudonym. */
        ID("id"),
        /** One of some labels. */
        LABEL("label"),
        /** A day as yyyy-mm-dd. */
        DATE("date"),
        /** 1 for yes, 0 for no. */
        YES_NO("yes/no"),
        /** A number with a decimal point. */
        AMOUNT("amount"),
        /** A week as in 2014-W09. */
        WEEK("week");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /**
     * What the data dictionary says of a column.
     *
     * @param kind   what it holds
     * @param unit   unit of an amount, or empty
     * @param label  its name for people
     * @param values the labels that it may hold
     * @param source the column that it was read from, or empty
     * @param codes  what the codes of that column mean, or empty
     * @param rule   how it was worked out, or empty
     */
    record About(Kind kind, String unit, String label, List<String> values, String source, String codes, String rule) {

        /** A column that was read as it stands. */
        static About read(Kind kind, String label, String source) {
            return new About(kind, "", label, List.of(), source, "", "");
        }

        About in(String unitName) {
            return new About(kind, unitName, label, values, source, codes, rule);
        }

        About of(List<String> labels, String meanings) {
            return new About(kind, unit, label, labels, source, meanings, rule);
        }

        About by(String how) {
            return new About(kind, unit, label, values, source, codes, how);
        }
    }
}
