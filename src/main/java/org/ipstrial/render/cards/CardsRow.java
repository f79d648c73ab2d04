package org.ipstrial.render.cards;

import java.util.List;
import java.util.Objects;
import org.ipstrial.ard.ResultKey;

/**
 * One row of analysis results data: one number or word.
 *
 * @param key     what it is about; of its fields those stand in the row that cards has no column for
 * @param status  of the result
 * @param groups  names and levels of the groups, alternately; a level is null where only the name is said
 * @param variable      the variable
 * @param variableLevel a text or a boolean, or null
 * @param context what kind of result it is
 * @param stat    the number or word
 * @param note    a code that explains, or empty
 */
record CardsRow(
        ResultKey key,
        String status,
        List<String> groups,
        String variable,
        Object variableLevel,
        String context,
        Stat stat,
        String note) {

    CardsRow {
        Objects.requireNonNull(context, "context");
        groups = List.copyOf(groups);
    }

    /**
     * A number or word with its name.
     *
     * @param name   as cards and broom call it
     * @param value  a {@link Double}, a {@link String}, or null where there is none
     * @param format how cards prints it: how many decimals, or a pattern; null for words
     */
    record Stat(String name, Object value, Object format) {

        /** A number of people. */
        static Stat count(String name, Double value) {
            return new Stat(name, value, 0L);
        }

        /** A share, which cards keeps as a fraction and prints as a percentage. */
        static Stat share(String name, Double value) {
            return new Stat(name, value, "xx.x%");
        }

        /** A word. */
        static Stat word(String name, String value) {
            return new Stat(name, value, null);
        }
    }
}
