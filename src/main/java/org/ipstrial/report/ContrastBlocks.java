package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ipstrial.ard.ResultTable;

/**
 * The contrasts of an outcome one after the other: each under its heading, over strata and with covariates. What strata and
 * covariates there were stands behind the last.
 */
final class ContrastBlocks {

    private final Words words;
    private final Section section;
    private final StrataBlocks strata;
    private final AdjustedBlocks adjusted;

    ContrastBlocks(Words words, ResultTable table, Section section) {
        this.words = words;
        this.section = section;
        this.strata = new StrataBlocks(words, table, section);
        this.adjusted = new AdjustedBlocks(words, table, section);
    }

    /**
     * All of them.
     *
     * @param alone      what is told of a contrast itself
     * @param overStrata what is told of it over strata
     * @param covariates what is told of it with covariates
     */
    List<Block> all(
            Function<Section.Contrast, List<Block>> alone,
            Function<Section.Contrast, List<Block>> overStrata,
            Function<Section.Contrast, List<Block>> covariates) {
        List<Block> blocks = new ArrayList<>();
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Heading(2, words.get("contrast", contrast.group(), contrast.reference())));
            blocks.addAll(alone.apply(contrast));
            blocks.addAll(strata.of(section.overStrata(contrast), overStrata));
            blocks.addAll(adjusted.of(section.adjusted(contrast), covariates));
        }
        blocks.addAll(strata.counts());
        blocks.addAll(adjusted.covariates());
        return blocks;
    }
}
