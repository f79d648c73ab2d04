package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** The page of one outcome of ordered levels: who is at which level, and the contrasts, which go by order alone. */
final class LevelsPage {

    private static final List<Align> EFFECT = List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);

    private static final List<Measure> MEASURES =
            List.of(Measure.CONDITIONAL_ODDS_RATIO, Measure.PROBABILISTIC_INDEX, Measure.WIN_ODDS);

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final HypothesisLines hypothesis;
    private final StrataBlocks strata;
    private final AdjustedBlocks adjusted;

    LevelsPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.hypothesis = new HypothesisLines(words, table);
        this.strata = new StrataBlocks(words, table, section);
        this.adjusted = new AdjustedBlocks(words, table, section);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(phrases.headings(table, section));
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Paragraph(sentence(contrast)));
        }
        blocks.add(new LevelsTable(words, section).counts());
        blocks.add(new Block.Paragraph(words.get("levels.shown")));
        blocks.addAll(new AllArmsLines(words, table, section).blocks());
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Heading(2, words.get("contrast", contrast.group(), contrast.reference())));
            blocks.addAll(effects(contrast));
            blocks.addAll(new ProportionalityBlocks(words, table, section).of(contrast, ""));
            blocks.addAll(new TestLines(words, hypothesis.oneSided()).of(contrast));
            blocks.addAll(strata.of(section.overStrata(contrast), this::testsAlone));
            blocks.addAll(adjusted.of(section.adjusted(contrast), this::effects));
        }
        blocks.addAll(strata.counts());
        blocks.addAll(adjusted.covariates());
        return blocks;
    }

    /** No effect on ordered levels is combined over strata. */
    private List<Block> testsAlone(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(new TestLines(words, hypothesis.oneSided()).of(contrast));
        blocks.add(new Block.Paragraph(words.get("levels.tests-alone")));
        return blocks;
    }

    private String sentence(Section.Contrast contrast) {
        Result ratio = contrast.of(Measure.CONDITIONAL_ODDS_RATIO).get(0);
        Optional<Double> estimate = ratio.value(Statistic.ESTIMATE);
        if (estimate.isEmpty()) {
            return phrases.noDifference(contrast, ratio);
        }
        String way = estimate.get() == 1 ? "same" : estimate.get() > 1 ? "higher" : "lower";
        return words.get(
                "sentence.levels" + (hypothesis.higherIsBetter(section.outcome()) ? "" : ".lower-is-better"),
                contrast.group(),
                contrast.reference(),
                words.get("direction.levels." + way, contrast.group()),
                Rounding.ratio(estimate.get()),
                words.get(hypothesis.key("ci.of"), Phrases.level(ratio), phrases.interval(ratio, Rounding::ratio)));
    }

    private List<Block> effects(Section.Contrast contrast) {
        List<List<String>> rows = new ArrayList<>();
        MEASURES.forEach(measure -> contrast.of(measure).forEach(result -> rows.add(effect(result))));
        Result sample = contrast.of(Measure.CONDITIONAL_ODDS_RATIO).get(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                List.of(
                        "",
                        words.get("estimate"),
                        words.get(hypothesis.key("ci"), Phrases.level(sample)),
                        words.get("method")),
                EFFECT,
                rows));
        blocks.addAll(hypothesis.of(contrast));
        return blocks;
    }

    private List<String> effect(Result result) {
        return List.of(
                phrases.measure(result),
                phrases.number(result, Statistic.ESTIMATE, Rounding::ratio),
                phrases.interval(result, Rounding::ratio),
                result.key().method());
    }
}
