package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** Who is missing: the covariates of those whose outcome is missing and of those assessed, within each arm. */
final class MissingPeopleBlocks {

    private static final String LEVEL = ";level=";

    private final Words words;
    private final ResultTable table;
    private final List<Result> people;

    MissingPeopleBlocks(Words words, ResultTable table, List<Result> described) {
        this.words = words;
        this.table = table;
        this.people = described.stream()
                .filter(result -> Names.isMissingOf(result.key().term()))
                .toList();
    }

    List<Block> blocks() {
        if (people.isEmpty()) {
            return table.settings().containsKey("min-cell")
                    ? List.of(new Block.Paragraph(words.get("missing.people-hidden")))
                    : List.of();
        }
        List<Block> blocks = new ArrayList<>();
        Set<String> terms = new LinkedHashSet<>();
        people.stream()
                .filter(result -> result.key().measure() == Measure.STANDARDISED_MEAN_DIFFERENCE)
                .forEach(result -> terms.add(result.key().term()));
        for (String term : terms) {
            String outcome = Names.parts(term).get(1);
            blocks.add(new Block.Heading(2, words.get("missing.people", table.label(outcome))));
            blocks.addAll(of(term));
        }
        blocks.add(new Block.Paragraph(words.get("missing.people-shown")));
        return blocks;
    }

    private record Row(String label, String variable, String level) {}

    private List<Block> of(String term) {
        List<Result> theirs = people.stream()
                .filter(result ->
                        result.key().term().equals(term) || result.key().term().startsWith(term + ";"))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (String variable :
                theirs.stream().map(result -> result.key().outcome()).distinct().toList()) {
            List<String> levels = theirs.stream()
                    .filter(result -> result.key().outcome().equals(variable))
                    .map(result -> level(result.key().term()))
                    .filter(level -> !level.isEmpty())
                    .distinct()
                    .toList();
            String mean = levels.isEmpty() ? ", " + words.get("baseline.mean") : "";
            rows.add(new Row(table.label(variable) + mean, variable, ""));
            levels.forEach(level -> rows.add(
                    new Row(Block.Table.INDENT + Names.shownValue("level=" + level), variable, LEVEL + level)));
        }
        List<Block> tables = new ArrayList<>();
        for (String arm :
                theirs.stream().map(result -> result.key().group()).distinct().toList()) {
            WideTable wide = new WideTable(rows.stream().map(Row::label).toList(), arm);
            for (String who : List.of("missing", "assessed")) {
                String whose = term + ";people=" + who;
                wide.column(
                        words.get("count." + who),
                        rows.stream()
                                .map(row -> described(theirs, arm, row, whose + row.level()))
                                .toList());
            }
            wide.column(
                    words.get("baseline.difference-short"),
                    rows.stream().map(row -> difference(theirs, arm, row, term)).toList());
            tables.addAll(wide.blocks());
        }
        return tables;
    }

    /** The level of a term as it stands there; empty where it is about no level. */
    private static String level(String term) {
        int at = term.indexOf(LEVEL);
        return at < 0 ? "" : term.substring(at + LEVEL.length());
    }

    private static Optional<Result> find(List<Result> results, String arm, Row row, String term) {
        return results.stream()
                .filter(result -> result.key().group().equals(arm)
                        && result.key().outcome().equals(row.variable())
                        && result.key().term().equals(term))
                .findFirst();
    }

    private String described(List<Result> results, String arm, Row row, String term) {
        Optional<Result> found = find(results, arm, row, term);
        if (found.isEmpty()) {
            return "";
        }
        if (found.get().key().measure() == Measure.PROPORTION) {
            return shown(
                    found.get().cells().get(Statistic.ESTIMATE),
                    value -> words.get("percent.value", Rounding.percent(value)));
        }
        int decimals = Rounding.decimalsFor(found.get().value(Statistic.MEAN).orElse(0.0));
        String mean = shown(found.get().cells().get(Statistic.MEAN), value -> Rounding.decimals(value, decimals));
        String sd = shown(found.get().cells().get(Statistic.SD), value -> Rounding.decimals(value, decimals));
        return found.get().value(Statistic.MEAN).isEmpty() ? mean : words.get("baseline.mean.value", mean, sd);
    }

    private String difference(List<Result> results, String arm, Row row, String term) {
        return row.level().isEmpty()
                ? find(results, arm, row, term)
                        .map(result ->
                                shown(result.cells().get(Statistic.ESTIMATE), value -> Rounding.decimals(value, 2)))
                        .orElse("")
                : "";
    }

    private String shown(Cell cell, Function<Double, String> number) {
        return cell.value().isPresent() ? number.apply(cell.value().getAsDouble()) : words.get("baseline.none");
    }
}
