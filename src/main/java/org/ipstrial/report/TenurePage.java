package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The page of how long the first job was kept: who got one, the curves, the shares still in it, and why nothing is tested. */
final class TenurePage {

    private static final String WORKERS_ONLY = "workers-only";

    private final Words words;
    private final SurvivalWords say;
    private final ResultTable table;
    private final Section all;
    private final Section workers;

    TenurePage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.table = table;
        this.all = section;
        this.workers = new Section(
                section.outcome(),
                section.stratum(),
                section.results().stream().filter(TenurePage::isOfWorkers).toList());
        this.say = new SurvivalWords(words, workers);
    }

    /** Whether a section is of a tenure. */
    static boolean is(Section section) {
        return section.results().stream().anyMatch(TenurePage::isOfWorkers);
    }

    private static boolean isOfWorkers(Result result) {
        return result.key().analysisSet().equals(WORKERS_ONLY);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(say.phrases().headings(table, all));
        blocks.add(people());
        blocks.addAll(new SurvivalFigure(say, table, workers).plots());
        SurvivalTables tables = new SurvivalTables(say, workers);
        tables.byTime(Measure.AT_RISK, "tenure.at-risk", result -> say.phrases()
                        .number(result, Statistic.ESTIMATE, n -> Rounding.decimals(n, 0)))
                .ifPresent(blocks::addAll);
        tables.byTime(Measure.SURVIVAL, "tenure.still", say::share).ifPresent(blocks::addAll);
        tables.byTime(Measure.RMST, "tenure.mean", say::time).ifPresent(blocks::addAll);
        blocks.add(new Block.Paragraph(words.get("tenure.caution")));
        blocks.add(new Block.Paragraph(words.get("tenure.ends")));
        return blocks;
    }

    private Block people() {
        List<String> header = List.of(
                "",
                words.get("count.randomised"),
                words.get("tenure.got"),
                words.get("tenure.ended"),
                words.get("tenure.median", say.level()),
                words.get("survival.follow-up"));
        List<List<String>> rows = new ArrayList<>();
        for (String arm : workers.arms()) {
            Result randomised = all.of(arm, Measure.COUNT, "", "").stream()
                    .filter(result -> !isOfWorkers(result))
                    .findFirst()
                    .orElseThrow();
            Result counts = workers.first(arm, Measure.COUNT).orElseThrow();
            rows.add(List.of(
                    arm,
                    count(randomised, Statistic.RANDOMISED),
                    count(counts, Statistic.ASSESSED),
                    count(counts, Statistic.EVENTS),
                    median(arm, ""),
                    median(arm, Names.pair("of", "follow-up"))));
            for (Result end : workers.results()) {
                if (end.key().measure() == Measure.COUNT
                        && end.key().group().equals(arm)
                        && !end.key().term().isEmpty()) {
                    List<String> less = new ArrayList<>(Collections.nCopies(header.size(), ""));
                    less.set(
                            0,
                            Block.Table.INDENT
                                    + words.get("tenure.by", say.cause(end.key().term())));
                    less.set(3, count(end, Statistic.EVENTS));
                    rows.add(less);
                }
            }
        }
        List<Align> align = new ArrayList<>(Collections.nCopies(header.size(), Align.RIGHT));
        align.set(0, Align.LEFT);
        return new Block.Table(header, align, rows);
    }

    private String median(String arm, String term) {
        return workers.of(arm, Measure.MEDIAN_TIME, "", term).stream()
                .findFirst()
                .map(
                        term.isEmpty()
                                ? say::time
                                : result -> say.phrases()
                                        .number(result, Statistic.ESTIMATE, value -> SurvivalWords.time(value, result)))
                .orElse("");
    }

    private String count(Result counts, Statistic statistic) {
        return counts.cell(statistic)
                .map(any -> say.phrases().number(counts, statistic, value -> Rounding.decimals(value, 0)))
                .orElse("");
    }
}
