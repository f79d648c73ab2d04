package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.report.Block.Align;

/** The hypotheses of a plan in their order: of each the p-values, what came of it, and why. */
final class HypothesesTable {

    private static final String PREFIX = "hypotheses.";
    private static final String REJECTED = "rejected";
    private static final String NOT_REJECTED = "not-rejected";
    private static final String NOT_TESTED = "not-tested";
    private static final String SEQUENCE = "fixed-sequence";

    private final Words words;
    private final Map<String, Object> settings;
    private final List<Result> results;
    private final Optional<GraphWords> graph;

    HypothesesTable(Words words, ResultTable table) {
        this.words = words;
        this.settings = table.settings();
        this.results = table.results();
        this.graph = GraphWords.of(words, table);
    }

    /** The table under its heading, nothing where the plan has no hypotheses. */
    List<Block> blocks() {
        if (!settings.containsKey(PREFIX + "procedure")) {
            return List.of();
        }
        String procedure = settings.get(PREFIX + "procedure").toString();
        List<List<String>> rows = new ArrayList<>();
        int stopped = 0;
        for (int number = 1; settings.containsKey(PREFIX + number); number++) {
            Optional<Result> result = result(number);
            rows.add(row(number, result, stopped));
            // Where they are hidden nobody is told where the sequence stopped.
            if (stopped == 0 && result.map(HypothesesTable::note).orElse("").equals(NOT_REJECTED) && isSequence()) {
                stopped = number;
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, words.get("hypotheses")));
        String how = isSequence() ? SEQUENCE : graph.isPresent() ? GraphWords.PROCEDURE : "family";
        blocks.add(new Block.Paragraph(
                words.get("hypotheses." + how, words.methods().adjustment(procedure), alpha())));
        graph.map(GraphWords::table).ifPresent(blocks::add);
        blocks.add(new Block.Table(
                List.of(
                        "",
                        words.get("hypotheses.hypothesis"),
                        words.get("hypotheses.p"),
                        words.get("hypotheses.adjusted"),
                        words.get("hypotheses.verdict"),
                        words.get("hypotheses.why")),
                List.of(Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                rows));
        return blocks;
    }

    private List<String> row(int number, Optional<Result> result, int stopped) {
        List<String> row = new ArrayList<>(
                List.of(String.valueOf(number), new Stated(words).hypothesis(settings.get(PREFIX + number))));
        if (result.isEmpty()) {
            row.addAll(
                    stopped > 0
                            ? List.of("", "", words.get("verdict.not-tested"), words.get("why.stopped", stopped))
                            : List.of("", "", words.get("verdict.undecided"), words.get("why.undecided")));
            return row;
        }
        row.add(p(result.get(), Statistic.P_VALUE));
        row.add(p(result.get(), Statistic.P_ADJUSTED));
        String verdict = note(result.get());
        boolean hidden = verdict.equals(CellPolicy.NOTE);
        row.add(words.get("verdict." + verdict));
        row.add(hidden ? "" : why(result.get(), verdict, number, stopped));
        return row;
    }

    private String why(Result result, String verdict, int number, int stopped) {
        if (graph.isPresent() && result.value(Statistic.P_VALUE).isPresent()) {
            return graph.get().why(number, result, verdict.equals(REJECTED));
        }
        if (verdict.equals(NOT_TESTED)) {
            return graph.isPresent() ? words.get("why.graph.none") : words.get("why.stopped", stopped);
        }
        if (result.value(Statistic.P_VALUE).isEmpty()) {
            return words.get("why.no-p");
        }
        boolean rejected = verdict.equals(REJECTED);
        String p = words.get(isSequence() ? "why.p" : "why.p.adjusted");
        String why = words.get(rejected ? "why.at-most" : "why.above", p, alpha());
        return rejected && isSequence() && number > 1 ? words.get("why.all-before", why) : why;
    }

    private String p(Result result, Statistic statistic) {
        double alpha = (double) settings.get(PREFIX + "alpha");
        return result.value(statistic)
                .map(value -> Rounding.p(value, alpha))
                .map(text -> text.startsWith("= ") ? text.substring(2) : text)
                .orElseGet(() ->
                        new Phrases(words).reason(result.cells().get(statistic).note()));
    }

    private boolean isSequence() {
        return SEQUENCE.equals(settings.get(PREFIX + "procedure"));
    }

    private String alpha() {
        return Rounding.exact((double) settings.get(PREFIX + "alpha"));
    }

    private Optional<Result> result(int number) {
        return results.stream()
                .filter(result -> result.key().term().equals(Names.hypothesis(number)))
                .findFirst();
    }

    private static String note(Result result) {
        return result.cells().get(Statistic.P_ADJUSTED).note();
    }
}
