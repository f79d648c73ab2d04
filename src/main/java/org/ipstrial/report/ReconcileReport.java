package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** Whether reports agree with themselves, on a page: a verdict for each claim, why, and what would fit. */
public final class ReconcileReport {

    private static final List<String> VERDICTS =
            List.of("consistent", "consistent-only-if", "inconsistent", "not-testable");

    private final Words words;
    private final ResultTable table;

    private ReconcileReport(Words words, ResultTable table) {
        this.words = words;
        this.table = table;
    }

    /** The report of a table of the command {@code reconcile}. */
    public static Report of(ReleasedTable released, Language language) {
        return new ReconcileReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        Map<String, List<Result>> reports = new LinkedHashMap<>();
        for (Result result : table.results()) {
            reports.computeIfAbsent(result.key().stratum(), any -> new ArrayList<>())
                    .add(result);
        }
        List<Block> blocks = new ArrayList<>();
        reports.forEach((stratum, results) -> {
            if (!stratum.isEmpty()) {
                blocks.add(new Block.Heading(1, Names.shownValue(stratum)));
            }
            blocks.addAll(page(results));
        });
        blocks.add(new Block.Paragraph(words.get("reconcile.total", counts(table.results()))));
        blocks.add(new Block.Paragraph(words.get("reconcile.rule")));
        return new Report(blocks);
    }

    private List<Block> page(List<Result> results) {
        List<List<String>> rows = new ArrayList<>();
        List<Block> explanations = new ArrayList<>();
        for (Result result : verdicts(results)) {
            String[] note = note(result);
            String check = words.get("reconcile.check." + result.key().method());
            rows.add(List.of(who(result.key()), printed(result), check, words.get("reconcile." + note[0])));
            ReconcileFits fits = new ReconcileFits(words, result, results);
            String why = note[1].isEmpty() ? "" : words.get("reconcile.why." + note[1]);
            String text = (why + " " + fits.counts()).strip();
            if (!text.isEmpty()) {
                explanations.add(new Block.Paragraph(words.get(
                        "reconcile.explained", about(result), check, words.get("reconcile." + note[0]), text)));
            }
            fits.methods().ifPresent(explanations::add);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                List.of(
                        "",
                        words.get("reconcile.printed"),
                        words.get("reconcile.check"),
                        words.get("reconcile.verdict")),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                rows));
        blocks.addAll(explanations);
        return blocks;
    }

    private String about(Result result) {
        String who = who(result.key());
        return who.isEmpty() ? printed(result) : who + ", " + printed(result);
    }

    private String who(ResultKey key) {
        String arms =
                key.reference().isEmpty() ? key.group() : words.get("reconcile.contrast", key.group(), key.reference());
        return key.outcome().isEmpty() || arms.isEmpty()
                ? key.outcome() + arms
                : words.get("reconcile.who", arms, key.outcome());
    }

    private String counts(List<Result> results) {
        Map<String, Long> counts = verdicts(results).stream()
                .collect(Collectors.groupingBy(result -> note(result)[0], LinkedHashMap::new, Collectors.counting()));
        return VERDICTS.stream()
                .filter(counts::containsKey)
                .map(verdict -> words.get("reconcile.count", counts.get(verdict), words.get("reconcile." + verdict)))
                .collect(Collectors.joining(", "));
    }

    private static List<Result> verdicts(List<Result> results) {
        return results.stream()
                .filter(result -> result.key().measure() == Measure.CONSISTENCY)
                .toList();
    }

    /** The verdict and the reason, which may be empty. */
    private static String[] note(Result result) {
        String note = result.cell(Statistic.FITS).orElseThrow().note();
        int colon = note.indexOf(':');
        return colon < 0 ? new String[] {note, ""} : new String[] {note.substring(0, colon), note.substring(colon + 1)};
    }

    private static String printed(Result result) {
        return Names.shownValue(result.key().term());
    }
}
