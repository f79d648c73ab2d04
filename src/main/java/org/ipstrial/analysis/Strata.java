package org.ipstrial.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Names;

/**
 * The strata over which a comparison is combined, with the data of each arm in each.
 *
 * @param columns the columns whose crossed levels are the strata; none where nothing is stratified
 * @param arms    the data by arm, by stratum as {@code column=level} joined by {@code ;}
 * @param <D>     what is known of an arm
 */
public record Strata<D>(List<String> columns, Map<String, Map<String, D>> arms) {

    /** Copies the list and the map. */
    public Strata {
        columns = List.copyOf(columns);
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    /** No strata. */
    static <D> Strata<D> none() {
        return new Strata<>(List.of(), Map.of());
    }

    /** The name of a stratum in results. */
    static String name(List<String> columns, List<String> levels) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            name.append(i == 0 ? "" : ";").append(Names.pair(columns.get(i), levels.get(i)));
        }
        return name.toString();
    }

    /** Whether a comparison is combined over strata at all. */
    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The term of results over the strata. */
    String term() {
        return Names.strata(columns);
    }

    /** The term of a test that the strata are alike on the scale of a measure. */
    String homogeneityTerm(String scale) {
        return Names.pair("by", String.join(",", columns)) + ";" + Names.pair("scale", scale);
    }
}
