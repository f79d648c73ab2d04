package org.ipstrial.dataimport.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns that are wanted of a file, in the order of asking.
 *
 * @param id     the column of ids
 * @param advice for each wanted column what to do where it is absent
 * @param ids    ids that are known already; a header that holds one is no header and is never shown
 */
public record WantedColumns(String id, Map<String, String> advice, Set<String> ids) {

    /** Those of a file before which no id is known. */
    public WantedColumns(String id, Map<String, String> advice) {
        this(id, advice, Set.of());
    }

    /**
     * What is wanted of a participants file.
     *
     * @param other by column what to do where it is absent, if not the usual
     */
    public static WantedColumns of(
            String id, String arm, List<String> labels, List<String> outcomes, Map<String, String> other) {
        Map<String, String> advice = new LinkedHashMap<>();
        advice.put(id, "name the column of ids with --id");
        advice.put(arm, "name the column of arms with --arm");
        labels.forEach(name -> advice.putIfAbsent(name, "name one of these"));
        outcomes.forEach(name -> advice.putIfAbsent(name, "name one of these with --outcome"));
        advice.replaceAll((name, usual) -> other.getOrDefault(name, usual));
        return new WantedColumns(id, advice);
    }

    /** Their names. */
    public Set<String> names() {
        return advice.keySet();
    }

    /** Those that somebody asked for by name; a survey wants every other column too, and has no advice about it. */
    public Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(advice.keySet());
        asked.removeIf(name -> advice.get(name).isEmpty());
        return asked;
    }
}
