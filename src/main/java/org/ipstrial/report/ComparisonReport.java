package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** How far apart the arms are, on a page that misleads nobody who reads nothing else. */
public final class ComparisonReport {

    private static final List<Measure> NAMED = List.of(
            Measure.PROPORTION,
            Measure.RISK_DIFFERENCE,
            Measure.RISK_RATIO,
            Measure.ODDS_RATIO,
            Measure.MEAN_DIFFERENCE,
            Measure.RATIO_OF_MEANS,
            Measure.PROBABILISTIC_INDEX,
            Measure.HODGES_LEHMANN,
            Measure.WIN_ODDS,
            Measure.STANDARDISED_MEAN_DIFFERENCE,
            Measure.TEST);

    private ComparisonReport() {}

    /** The report of a table of the command {@code compare}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = released.table();
        Words words = Words.of(language);
        List<Block> blocks = new ArrayList<>();
        for (Section section : Section.of(table)) {
            blocks.addAll(
                    section.isAmount()
                            ? new AmountPage(words, table, section).blocks()
                            : new BinaryPage(words, table, section).blocks());
        }
        blocks.add(new Phrases(words).closing(table, NAMED));
        return new Report(blocks);
    }
}
