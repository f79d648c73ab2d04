package org.ipstrial.ard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that a command found out.
 *
 * @param command  the command
 * @param inputs   the files that the results come from
 * @param settings what the results depend on besides the files; numbers, text or booleans, in the order to print
 * @param labels   words for people by outcome or variable; a name without one is its own label
 * @param results  the results, no two with the same key
 * @param series   curves, grids and traces
 * @param findings warnings that go with the results
 */
public record ResultTable(
        String command,
        List<InputFile> inputs,
        Map<String, Object> settings,
        Map<String, String> labels,
        List<Result> results,
        List<Series> series,
        List<Remark> findings) {

    /** Copies everything, and refuses a doubled key. */
    public ResultTable {
        Objects.requireNonNull(command, "command");
        inputs = List.copyOf(inputs);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        results = List.copyOf(results);
        series = List.copyOf(series);
        findings = List.copyOf(findings);
        Set<ResultKey> keys = new HashSet<>(2 * results.size());
        for (Result result : results) {
            if (!keys.add(result.key())) {
                throw new IllegalArgumentException("doubled key: " + result.key());
            }
        }
    }

    /** The label of an outcome or variable. */
    public String label(String name) {
        return labels.getOrDefault(name, name);
    }

    /**
     * A table for each analysis, in the order in which they come: with its results, and with the settings that are its own
     * ({@code analysis.ID.NAME}) in the place of those that all share.
     */
    public List<ResultTable> analyses() {
        Map<String, List<Result>> analyses = new LinkedHashMap<>();
        results.forEach(result -> analyses.computeIfAbsent(result.key().analysis(), any -> new ArrayList<>())
                .add(result));
        List<ResultTable> tables = new ArrayList<>();
        analyses.forEach((name, own) -> {
            Map<String, Object> effective = new LinkedHashMap<>(settings);
            String prefix = "analysis." + name + ".";
            settings.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    effective.put(key.substring(prefix.length()), value);
                }
            });
            tables.add(new ResultTable(command, inputs, effective, labels, own, series, findings));
        });
        return tables;
    }

    /** The same table with other results. */
    public ResultTable withResults(List<Result> others) {
        return new ResultTable(command, inputs, settings, labels, others, series, findings);
    }

    /** The same table with more settings. */
    public ResultTable with(Map<String, Object> more) {
        return from(inputs, more, List.of());
    }

    /** The same table with the files it comes from, how they were read, and what was found in them. */
    public ResultTable from(List<InputFile> files, Map<String, Object> reading, List<Remark> remarks) {
        Map<String, Object> allSettings = new LinkedHashMap<>(settings);
        allSettings.putAll(reading);
        List<Remark> allRemarks = new ArrayList<>(findings);
        allRemarks.addAll(remarks);
        return new ResultTable(command, files, allSettings, labels, results, series, allRemarks);
    }
}
