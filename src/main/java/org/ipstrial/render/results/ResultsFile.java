package org.ipstrial.render.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results as a file holds them.
 *
 * @param version  the version of the program that wrote them
 * @param inputs   SHA-256 by file
 * @param settings what they depend on besides, as text
 * @param rows     the rows by key: every column up to {@code statistic}
 * @param series   the points of each series and column, as text, by {@code series.column}
 */
public record ResultsFile(
        String version,
        Map<String, String> inputs,
        Map<String, String> settings,
        Map<List<String>, Row> rows,
        Map<String, List<String>> series) {

    /** The columns of a key, in order. */
    static final List<String> KEY = List.of(
            "analysis",
            "analysis_set",
            "missing_rule",
            "outcome",
            "timepoint",
            "group",
            "reference",
            "stratum",
            "term",
            "measure",
            "method",
            "statistic");

    /**
     * What a row holds besides its key.
     *
     * @param value  the number as it is written; empty where it is not estimable
     * @param unit   its unit
     * @param status planned, amended, post-hoc or empty
     * @param note   why it is as it is
     */
    public record Row(String value, String unit, String status, String note) {}

    /** Copies everything. */
    public ResultsFile {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    }
}
