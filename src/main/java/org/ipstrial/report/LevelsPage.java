package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** The page of one outcome of ordered levels: who is at which level, and the contrasts, which go by order alone. */
final class LevelsPage {

    private static final List<Measure> MEASURES =
            List.of(Measure.CONDITIONAL_ODDS_RATIO, Measure.PROBABILISTIC_INDEX, Measure.WIN_ODDS);

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final HypothesisLines hypothesis;

    LevelsPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.hypothesis = new HypothesisLines(words, table);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(phrases.headings(table, section));
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Paragraph(sentence(contrast)));
        }
        blocks.add(new LevelsTable(words, section).counts());
        blocks.add(new Block.Paragraph(words.get("levels.shown")));
        blocks.addAll(new AllArmsLines(words, table, section).blocks());
        blocks.addAll(new ContrastBlocks(words, table, section).all(this::comparison, this::testsAlone, this::effects));
        return blocks;
    }

    private List<Block> comparison(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(effects(contrast));
        blocks.addAll(new ProportionalityBlocks(words, table, section).of(contrast, ""));
        blocks.addAll(new TestLines(words, hypothesis.oneSided()).of(contrast));
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
        EffectsTable effects = new EffectsTable(words, hypothesis);
        MEASURES.forEach(measure -> effects.addAll(contrast.of(measure), Rounding::ratio));
        List<Block> blocks = new ArrayList<>();
        blocks.add(effects.block("", contrast.of(Measure.CONDITIONAL_ODDS_RATIO).get(0)));
        blocks.addAll(hypothesis.of(contrast));
        return blocks;
    }
}
