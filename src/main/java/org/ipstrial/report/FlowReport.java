package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** Where everybody went, on a page: a row for each box of a participant flow, a column for each arm. */
public final class FlowReport {

    /** Boxes that a trial may not have at all; the others show a 0. */
    private static final Set<String> ONLY_IF_ANYBODY =
            Set.of("started=unknown", "follow-up=completed-earlier", "follow-up=data-cut");

    private final Words words;
    private final ResultTable table;
    private final List<String> arms;
    private final List<List<String>> rows = new ArrayList<>();

    private FlowReport(Words words, ResultTable table) {
        this.words = words;
        this.table = table;
        this.arms = table.results().stream()
                .map(result -> result.key().group())
                .distinct()
                .toList();
    }

    /** The report of a table of the command {@code flow}. */
    public static Report of(ReleasedTable released, Language language) {
        return new FlowReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        Map<List<String>, Map<String, Result>> boxes = new LinkedHashMap<>();
        for (Result result : table.results()) {
            boxes.computeIfAbsent(List.of(result.key().outcome(), result.key().term()), any -> new LinkedHashMap<>())
                    .put(result.key().group(), result);
        }
        boxes.forEach((box, counts) -> box(box.get(0), box.get(1), counts));
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(arms);
        List<Align> align = new ArrayList<>(Collections.nCopies(header.size(), Align.RIGHT));
        align.set(0, Align.LEFT);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, words.get("flow.heading")));
        blocks.add(new Block.Table(header, align, rows));
        Optional.ofNullable(table.settings().get("horizon"))
                .ifPresent(horizon ->
                        blocks.add(new Block.Paragraph(words.get("flow.horizon", new Stated(words).time(horizon)))));
        blocks.addAll(Pages.ofPlan(words, table));
        return new Report(blocks);
    }

    private void box(String outcome, String term, Map<String, Result> counts) {
        if (!outcome.isEmpty()) {
            row(words.get("flow.analysed", table.label(outcome)), counts, Statistic.ASSESSED);
            row(words.get("flow.missing", table.label(outcome)), counts, Statistic.MISSING);
            return;
        }
        if (term.isEmpty()) {
            row(words.get("flow.randomised"), counts, Statistic.RANDOMISED);
            return;
        }
        boolean nobody = counts.values().stream().allMatch(result -> result.value(Statistic.RANDOMISED)
                .filter(count -> count == 0)
                .isPresent());
        if (!nobody || !ONLY_IF_ANYBODY.contains(term)) {
            row(words.get("flow." + term.replace('=', '.')), counts, Statistic.RANDOMISED);
        }
    }

    private void row(String label, Map<String, Result> counts, Statistic statistic) {
        List<String> row = new ArrayList<>(List.of(label));
        arms.forEach(arm -> row.add(new ArmTable(words).count(counts.get(arm), statistic)));
        rows.add(row);
    }
}
