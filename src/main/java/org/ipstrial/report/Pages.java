package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;

/** The pages of a table: its analyses one after the other, each with the line of what its numbers rest on. */
final class Pages {

    private Pages() {}

    /**
     * The report of a table.
     *
     * @param measures the measures whose methods the closing line of an analysis names
     * @param page     the blocks of one section of an analysis
     * @param caution  what stands between the sections of an analysis and its closing line
     */
    static Report of(
            Words words,
            ResultTable table,
            List<Measure> measures,
            BiFunction<ResultTable, Section, List<Block>> page,
            List<Block> caution) {
        return of(words, table, measures, page, analysis -> caution);
    }

    /** The same where what stands behind the sections depends on the analysis. */
    static Report of(
            Words words,
            ResultTable table,
            List<Measure> measures,
            BiFunction<ResultTable, Section, List<Block>> page,
            Function<ResultTable, List<Block>> caution) {
        List<ResultTable> analyses = table.analyses();
        List<Block> blocks = new ArrayList<>();
        for (ResultTable analysis : analyses) {
            if (analyses.size() > 1) {
                String name = analysis.results().get(0).key().analysis();
                blocks.add(new Block.Heading(1, words.get("analysis", name)));
            }
            set(words, analysis).ifPresent(blocks::add);
            for (Section section : Section.of(analysis)) {
                blocks.addAll(page.apply(analysis, section));
            }
            blocks.addAll(caution.apply(analysis));
            blocks.add(new Phrases(words).closing(analysis, measures));
            status(words, analysis).ifPresent(blocks::add);
        }
        blocks.addAll(new HypothesesTable(words, table).blocks());
        blocks.addAll(ofPlan(words, table));
        return new Report(blocks);
    }

    /** What is not as planned, and how the plan agrees with its lock. */
    static List<Block> ofPlan(Words words, ResultTable table) {
        List<Block> blocks = new ArrayList<>();
        Stated stated = new Stated(words);
        Optional.ofNullable(table.settings().get("overrides"))
                .ifPresent(value -> blocks.add(new Block.Paragraph(words.get("overrides", stated.overrides(value)))));
        Optional.ofNullable(table.settings().get("lock"))
                .ifPresent(value -> blocks.add(new Block.Paragraph(words.get("lock", stated.lock(value)))));
        return blocks;
    }

    /** The status of an analysis of a plan that was locked. */
    private static Optional<Block> status(Words words, ResultTable analysis) {
        return Optional.ofNullable(analysis.settings().get("status"))
                .map(status -> new Block.Paragraph(words.get("status", new Stated(words).status(status))));
    }

    /** Who is analysed, where a plan has a set of its own for it. */
    private static Optional<Block> set(Words words, ResultTable analysis) {
        String set = analysis.results().get(0).key().analysisSet();
        return Optional.ofNullable(analysis.settings().get("analysis-set." + set))
                .map(who -> new Block.Paragraph(words.get("analysis.set", set, new Stated(words).set(who))));
    }
}
