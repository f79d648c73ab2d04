package org.ipstrial.catalogue;

import java.util.Objects;

/**
 * One way to compute a measure.
 *
 * @param id       the name that options and results use; empty where the measure has but one way and needs no name
 * @param name     the name in words
 * @param function the computation
 * @param formula  the formula in plain text, each symbol named
 * @param source   authors, year, journal, volume and pages
 * @param caution  when it is the wrong choice
 * @param <F>      what the family of methods takes and gives
 */
public record Method<F>(String id, String name, F function, String formula, String source, String caution) {

    /** Checks that nothing is missing. */
    public Method {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(function, "function");
        for (String text : new String[] {name, formula, source, caution}) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("method " + id + " lacks its name, formula, source or caution");
            }
        }
    }
}
