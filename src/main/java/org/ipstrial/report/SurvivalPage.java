package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** The page of one time to an event: people, curves, numbers at the times asked for, means, and comparisons. */
final class SurvivalPage {

    private final Words words;
    private final SurvivalWords say;
    private final ResultTable table;
    private final Section section;

    SurvivalPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.say = new SurvivalWords(words, section);
        this.table = table;
        this.section = section;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(say.phrases().headings(table, section));
        SurvivalTables tables = new SurvivalTables(say, section);
        blocks.add(tables.people());
        blocks.addAll(new SurvivalFigure(say, table, section).plots());
        if (section.stratum().isEmpty() && section.arms().size() > CurvePlot.MOST_ARMS) {
            blocks.add(new Block.Paragraph(words.get("survival.no-figure", CurvePlot.MOST_ARMS)));
        }
        tables.byTime(Measure.AT_RISK, "survival.at-risk", result -> say.phrases()
                        .number(result, Statistic.ESTIMATE, n -> Rounding.decimals(n, 0)))
                .ifPresent(blocks::addAll);
        tables.byTime(Measure.SURVIVAL, "survival.without", say::share).ifPresent(blocks::addAll);
        tables.byTime(Measure.CUMULATIVE_INCIDENCE, "survival.with", say::share).ifPresent(blocks::addAll);
        tables.byTime(Measure.RMST, "survival.rmst", say::time).ifPresent(blocks::addAll);
        tables.byTime(Measure.RMTL, "survival.rmtl", say::time).ifPresent(means -> {
            blocks.addAll(means);
            blocks.add(new Block.Paragraph(words.get("survival.rmtl-is")));
        });
        SurvivalComparison comparison = new SurvivalComparison(say);
        List<Result> overall = section.results().stream()
                .filter(result -> result.key().measure() == Measure.TEST
                        && result.key().group().isEmpty())
                .toList();
        if (section.arms().size() > 2) {
            blocks.add(new Block.Heading(2, words.get("survival.all-arms")));
            blocks.addAll(comparison.tests(overall));
        }
        HazardTrendFigure trends = new HazardTrendFigure(say, table, section);
        section.contrasts().forEach(contrast -> {
            blocks.addAll(comparison.of(contrast, section.adjusted(contrast)));
            blocks.addAll(trends.of(contrast));
        });
        blocks.addAll(new AdjustedBlocks(words, table, section).covariates());
        return blocks;
    }
}
