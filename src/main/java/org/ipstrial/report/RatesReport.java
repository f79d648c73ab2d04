package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** What share of each arm had the event, on a page. */
public final class RatesReport {

    private RatesReport() {}

    /** The report of a table of the command {@code rates}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        Phrases phrases = new Phrases(words);
        return Pages.of(
                words,
                table,
                List.of(Measure.PROPORTION, Measure.TARGET_TEST),
                (analysis, section) -> {
                    List<Block> blocks = new ArrayList<>(phrases.headings(analysis, section));
                    if (!section.levels().isEmpty()) {
                        LevelsTable levels = new LevelsTable(words, section);
                        blocks.add(levels.counts());
                        blocks.add(levels.shares(new HypothesisLines(words, analysis).oneSided()));
                        return blocks;
                    }
                    phrases.filled(section).ifPresent(blocks::add);
                    blocks.add(new ArmTable(words, new HypothesisLines(words, analysis).oneSided()).rates(section));
                    blocks.addAll(new TargetBlocks(words).of(analysis, section));
                    return blocks;
                },
                new TargetBlocks(words).caution(table));
    }
}
