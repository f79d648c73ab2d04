package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** Who does well in any arm, kept apart from effects and called what it is. */
final class PrognosisBlocks {

    private static final String PROGNOSIS = "prognosis=";

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section everybody;

    PrognosisBlocks(Words words, ResultTable table, Section everybody) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.everybody = everybody;
    }

    List<Block> blocks() {
        List<Result> results = everybody.results().stream()
                .filter(result -> result.key().term().startsWith(PROGNOSIS))
                .toList();
        List<Result> tests = results.stream()
                .filter(result -> result.key().measure() == Measure.TEST)
                .toList();
        if (tests.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Result test : tests) {
            rows.add(List.of(
                    table.label(Names.shownValue(test.key().term())),
                    "",
                    "",
                    phrases.number(test, Statistic.P_VALUE, Rounding::p).replaceFirst("^= ", "")));
            results.stream()
                    .filter(result -> result.key().term().startsWith(test.key().term() + ";"))
                    .forEach(result -> rows.add(row(result)));
        }
        String kind = everybody.isAmount() ? "amount" : "binary";
        return List.of(
                new Block.Heading(2, words.get("prognosis.heading")),
                new Block.Paragraph(words.get("prognosis." + kind)),
                new Block.Table(
                        List.of(
                                "",
                                words.get("prognosis.estimate." + kind),
                                words.get("ci", level()),
                                words.get("prognosis.p")),
                        List.of(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT),
                        rows));
    }

    private String level() {
        return phrases.level(table);
    }

    private List<String> row(Result result) {
        DoubleFunction<String> shown = everybody.isAmount() ? this::amount : Rounding::ratio;
        String pairs = result.key().term();
        String level = value(pairs, ";level=");
        String against = value(pairs, ";against=");
        boolean hasNone = result.value(Statistic.ESTIMATE).isEmpty();
        return List.of(
                Block.Table.INDENT + words.get("contrast", level, against),
                phrases.number(result, Statistic.ESTIMATE, shown),
                hasNone ? "" : phrases.interval(result, shown),
                "");
    }

    private String amount(double value) {
        double size = everybody.arms().stream()
                .flatMap(arm -> everybody.first(arm, Measure.SUMMARY).stream())
                .flatMap(summary -> summary.value(Statistic.MEAN).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return Rounding.decimals(value, Rounding.decimalsFor(size));
    }

    /** A value of several pairs; what belongs to it has a backslash before each sign of its own. */
    private static String value(String pairs, String name) {
        int from = pairs.indexOf(name);
        int to = from + name.length();
        while (to < pairs.length() && pairs.charAt(to) != ';') {
            to += pairs.charAt(to) == '\\' ? 2 : 1;
        }
        return Names.shownValue(pairs.substring(from + 1, to));
    }
}
