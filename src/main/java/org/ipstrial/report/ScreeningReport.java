package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** Who screens in, on a page: counts by band and class, and by the rule of eligibility. */
public final class ScreeningReport {

    private static final String NOT_WORTH = "MDI-item-6";

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;

    private ScreeningReport(Words words, ResultTable table) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
    }

    /** The report of a table of the command {@code screening}. */
    public static Report of(ReleasedTable released, Language language) {
        return new ScreeningReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        Map<String, List<Result>> outcomes = new LinkedHashMap<>();
        table.results().forEach(result -> outcomes.computeIfAbsent(result.key().outcome(), any -> new ArrayList<>())
                .add(result));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, words.get("screening.heading")));
        blocks.add(new Block.Paragraph(words.get("screening.no-diagnosis")));
        outcomes.forEach((outcome, results) -> {
            if (outcome.equals(NOT_WORTH)) {
                blocks.add(new Block.Heading(2, words.get("screening.outcome." + outcome)));
                blocks.add(notWorth(results.get(0)));
            } else {
                blocks.addAll(outcome(outcome, results));
            }
        });
        if (table.settings().containsKey("min-cell")) {
            blocks.add(new Block.Paragraph(
                    words.get("screening.min-cell", table.settings().get("min-cell"))));
        }
        return new Report(blocks);
    }

    private List<Block> outcome(String outcome, List<Result> results) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, words.get("screening.outcome." + outcome)));
        Result counts = results.get(0);
        List<List<String>> rows = new ArrayList<>();
        List<Block> notes = new ArrayList<>();
        if (counts.cell(Statistic.EVENTS).isPresent()) {
            rows.add(List.of(words.get("screening.yes"), number(counts, Statistic.EVENTS), share(counts, counts)));
        }
        for (Result level : results.subList(1, results.size())) {
            String term = level.key().term();
            String name = term.substring(0, term.indexOf('='));
            String value = Names.shownValue(term);
            if (name.equals("other-class-by") || name.equals("not-in-printed-rule")) {
                notes.add(new Block.Paragraph(words.get("screening." + name, number(level, Statistic.EVENTS), value)));
            } else {
                rows.add(List.of(
                        words.get("screening." + (name.equals("verdict") && isOwnRule() ? "own-" : "") + name + "."
                                + value),
                        number(level, Statistic.EVENTS),
                        share(level, counts)));
            }
        }
        rows.add(List.of(words.get("screening.undetermined"), number(counts, Statistic.MISSING), ""));
        blocks.add(new Block.Table(
                List.of("", words.get("screening.people"), words.get("screening.share")),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT),
                rows));
        blocks.add(new Block.Paragraph(rule(outcome)));
        blocks.addAll(notes);
        return blocks;
    }

    private String rule(String outcome) {
        if (outcome.equals("MDI")) {
            return words.get("screening.rule.MDI." + table.settings().get("mdi-bands"));
        }
        if (outcome.equals("eligibility") && isOwnRule()) {
            return ownRule();
        }
        if (outcome.equals("eligibility")) {
            return table.settings().containsKey("min-age")
                    ? words.get(
                            "screening.rule.eligibility",
                            table.settings().get("min-age"),
                            table.settings().get("max-age"))
                    : words.get("screening.rule.eligibility.scores");
        }
        return words.get("screening.rule." + outcome);
    }

    /** Whether the bands of the rule, or what it does about work and education, are not the usual. */
    private boolean isOwnRule() {
        return table.settings().containsKey("bands");
    }

    private String ownRule() {
        Map<String, Object> settings = table.settings();
        String bands = words.get(
                "screening.own-rule",
                bands(settings.get("bands").toString()),
                bands(settings.get("refer-on").toString()));
        if (!settings.containsKey("min-age")) {
            return bands + " " + words.get("screening.own-rule.no-people");
        }
        return bands + " "
                + words.get(
                        "screening.own-rule." + settings.get("in-work-or-education"),
                        settings.get("min-age"),
                        settings.get("max-age"));
    }

    private String bands(String ids) {
        return Stream.of(ids.split(","))
                .map(id -> words.get((id.equals("nobody") ? "screening.own-rule." : "screening.band.") + id))
                .collect(Collectors.joining(", "));
    }

    private Block notWorth(Result counts) {
        return new Block.Paragraph(words.get(
                "screening.not-worth",
                number(counts, Statistic.EVENTS),
                number(counts, Statistic.ASSESSED),
                number(counts, Statistic.MISSING)));
    }

    private String number(Result result, Statistic statistic) {
        return phrases.number(result, statistic, value -> Rounding.decimals(value, 0));
    }

    /** The share of those whose class is known. */
    private String share(Result level, Result counts) {
        Cell events = level.cell(Statistic.EVENTS).orElseThrow();
        double known = counts.value(Statistic.ASSESSED).orElse(0.0);
        if (events.value().isEmpty()) {
            return phrases.reason(events.note());
        }
        return known == 0 ? "" : words.percent(events.value().getAsDouble() / known);
    }
}
