package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;

/** What a comparison adjusts for covariates: its results, how the covariates stand in the model, and what is lacking. */
final class AdjustedBlocks {

    private final Words words;
    private final ResultTable table;
    private final Section section;

    AdjustedBlocks(Words words, ResultTable table, Section section) {
        this.words = words;
        this.table = table;
        this.section = section;
    }

    /**
     * The blocks of one contrast, none where nothing is adjusted.
     *
     * @param adjusted   its results with covariates
     * @param comparison the blocks of such results
     */
    List<Block> of(Section.Contrast adjusted, Function<Section.Contrast, List<Block>> comparison) {
        if (adjusted.results().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                2, words.get("adjusted.heading", covariates(adjusted.results().get(0)))));
        blocks.addAll(comparison.apply(adjusted));
        if (!adjusted.of(Measure.ODDS_RATIO).isEmpty()
                && !adjusted.of(Measure.CONDITIONAL_ODDS_RATIO).isEmpty()) {
            blocks.add(new Block.Paragraph(words.get("adjusted.two-odds-ratios")));
        }
        blocks.addAll(new ProportionalityBlocks(words, table, section)
                .of(adjusted, adjusted.results().get(0).key().term()));
        return blocks;
    }

    private String covariates(Result adjusted) {
        return List.of(Names.shownValue(adjusted.key().term()).split(",")).stream()
                .map(table::label)
                .collect(Collectors.joining(", "));
    }

    /** A line for each covariate, and for each column that a model could not use; none where nothing is adjusted. */
    List<Block> covariates() {
        return covariates(any -> true);
    }

    /** The same of the covariates of some names. */
    List<Block> covariates(Predicate<String> which) {
        Map<String, List<List<Result>>> byCovariate = new LinkedHashMap<>();
        section.covariates().forEach((term, arms) -> byCovariate
                .computeIfAbsent(Names.parts(term).get(1), any -> new ArrayList<>())
                .add(arms));
        byCovariate.keySet().removeIf(which.negate());
        List<Block> blocks = new ArrayList<>();
        if (!byCovariate.isEmpty()) {
            blocks.add(new Block.Heading(2, words.get("adjusted.covariates")));
        }
        byCovariate.forEach((name, groups) -> blocks.add(new Block.Paragraph(line(name, groups))));
        blocks.addAll(unused());
        return blocks;
    }

    private String line(String name, List<List<Result>> groups) {
        List<String> first = Names.parts(groups.get(0).get(0).key().term());
        boolean amount = groups.size() == 2 && first.size() == 2;
        String kind = amount
                ? words.get("adjusted.amount", table.label(name))
                : groups.size() > 1
                        ? words.get("adjusted.category", table.label(name), first.get(3))
                        : words.get("adjusted.nothing", table.label(name));
        return kind + " " + missing(groups.get(groups.size() - 1), amount);
    }

    private String missing(List<Result> arms, boolean amount) {
        if (arms.stream()
                .anyMatch(arm -> arm.cells().get(Statistic.ASSESSED).note().equals(CellPolicy.NOTE))) {
            return words.get("adjusted.missing.hidden");
        }
        long missing = arms.stream()
                .mapToLong(arm -> arm.value(Statistic.ASSESSED).orElse(0.0).longValue())
                .sum();
        return missing == 0
                ? words.get("adjusted.missing.none")
                : words.get(amount ? "adjusted.missing.amount" : "adjusted.missing.category", missing);
    }

    /** The columns that a model could not use, those without which there is no fit with all methods that lack it. */
    private List<Block> unused() {
        Map<List<String>, List<String>> methods = new LinkedHashMap<>();
        for (Result column : section.unusedColumns()) {
            methods.computeIfAbsent(
                            List.of(
                                    column.cells().get(Statistic.ESTIMATE).note(),
                                    column.key().term()),
                            any -> new ArrayList<>())
                    .add(column.key().method());
        }
        List<Block> blocks = new ArrayList<>();
        methods.forEach((column, by) -> {
            List<String> parts = Names.parts(column.get(1));
            String made = parts.size() > 3 ? parts.get(3) : "";
            boolean own = parts.size() > 5 && parts.get(1).equals(parts.get(5));
            blocks.add(new Block.Paragraph(
                    own
                            ? words.get("subgroups.own-column", table.label(parts.get(1)))
                            : words.get("adjusted." + column.get(0), parts.get(1), made, String.join(", ", by))));
        });
        return blocks;
    }
}
