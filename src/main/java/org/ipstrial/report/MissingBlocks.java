package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;

/** What is missing: of each variable, and what together with what. Who is missing is told by {@link MissingPeopleBlocks}. */
final class MissingBlocks {

    private static final int MOST_PATTERNS = 12;

    private final Words words;
    private final ResultTable table;
    private final List<Result> described;
    private final List<String> arms;

    MissingBlocks(Words words, ResultTable table) {
        this.words = words;
        this.table = table;
        this.described =
                table.results().stream().filter(MissingBlocks::describes).toList();
        this.arms = described.stream()
                .filter(result -> result.key().outcome().isEmpty())
                .map(result -> result.key().group())
                .distinct()
                .toList();
    }

    /** Whether a result describes what is missing, and compares nothing. */
    static boolean describes(Result result) {
        return result.key().missingRule().isEmpty();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading(1, words.get("missing.heading"))));
        Map<String, Map<String, Result>> variables = variables();
        boolean complete = variables.values().stream()
                .flatMap(counts -> counts.values().stream())
                .allMatch(counts -> counts.value(Statistic.MISSING)
                        .filter(missing -> missing == 0)
                        .isPresent());
        if (complete) {
            blocks.add(new Block.Paragraph(words.get("missing.nothing")));
            return blocks;
        }
        blocks.addAll(byVariable(variables));
        if (variables.size() > 1) {
            blocks.addAll(patterns());
        }
        blocks.addAll(new MissingPeopleBlocks(words, table, described).blocks());
        return blocks;
    }

    /** The counts of everybody, by variable and arm: outcomes first, then covariates. */
    private Map<String, Map<String, Result>> variables() {
        Map<String, Map<String, Result>> outcomes = new LinkedHashMap<>();
        Map<String, Map<String, Result>> covariates = new LinkedHashMap<>();
        for (Result result : table.results()) {
            if (result.key().measure() == Measure.COUNT
                    && result.key().analysisSet().equals(described.get(0).key().analysisSet())
                    && result.key().term().isEmpty()
                    && result.key().stratum().isEmpty()
                    && !result.key().outcome().isEmpty()) {
                // A covariate may have the name of an outcome.
                boolean covariate = describes(result);
                (covariate ? covariates : outcomes)
                        .computeIfAbsent(covariate + result.key().outcome(), any -> new LinkedHashMap<>())
                        .put(result.key().group(), result);
            }
        }
        outcomes.putAll(covariates);
        return outcomes;
    }

    private List<Block> byVariable(Map<String, Map<String, Result>> variables) {
        List<Map<String, Result>> rows = List.copyOf(variables.values());
        WideTable wide = new WideTable(
                rows.stream()
                        .map(row ->
                                table.label(row.values().iterator().next().key().outcome()))
                        .toList(),
                words.get("missing.variable"));
        for (String arm : arms) {
            wide.column(arm, rows.stream().map(row -> missing(row.get(arm))).toList());
        }
        return wide.blocks();
    }

    private String missing(Result counts) {
        Cell missing = counts.cells().get(Statistic.MISSING);
        Optional<Double> rows = counts.value(Statistic.RANDOMISED);
        if (missing.value().isEmpty() || rows.isEmpty()) {
            return words.get("note." + CellPolicy.NOTE);
        }
        double share = rows.get() == 0 ? 0 : missing.value().getAsDouble() / rows.get();
        return words.get(
                "missing.of",
                Rounding.decimals(missing.value().getAsDouble(), 0),
                Rounding.decimals(rows.get(), 0),
                Rounding.percent(share));
    }

    private List<Block> patterns() {
        Map<String, Map<String, Cell>> patterns = new LinkedHashMap<>();
        described.stream()
                .filter(result ->
                        result.key().outcome().isEmpty() && !result.key().term().isEmpty())
                .forEach(result -> patterns.computeIfAbsent(result.key().term(), any -> new LinkedHashMap<>())
                        .put(result.key().group(), result.cells().get(Statistic.RANDOMISED)));
        if (patterns.isEmpty()) {
            return List.of();
        }
        List<String> shown = patterns.keySet().stream().limit(MOST_PATTERNS).toList();
        WideTable wide = new WideTable(shown.stream().map(this::pattern).toList(), words.get("missing.pattern"));
        Function<Cell, String> count = cell -> cell.value().isPresent()
                ? Rounding.decimals(cell.value().getAsDouble(), 0)
                : words.get("note." + CellPolicy.NOTE);
        for (String arm : arms) {
            wide.column(
                    arm,
                    shown.stream()
                            .map(term -> count.apply(patterns.get(term).get(arm)))
                            .toList());
        }
        List<Block> blocks = new ArrayList<>(wide.blocks());
        if (patterns.size() > shown.size()) {
            blocks.add(new Block.Paragraph(words.get("missing.patterns-more", patterns.size() - shown.size())));
        }
        return blocks;
    }

    private String pattern(String term) {
        List<String> parts = Names.parts(term);
        Set<String> lacking = new LinkedHashSet<>();
        for (int i = 1; i < parts.size(); i += 2) {
            lacking.add(table.label(parts.get(i)));
        }
        return lacking.equals(Set.of("")) ? words.get("missing.pattern.none") : String.join(", ", lacking);
    }
}
