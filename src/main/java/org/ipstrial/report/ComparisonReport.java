package org.ipstrial.report;

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
            Measure.CONDITIONAL_ODDS_RATIO,
            Measure.MEAN_DIFFERENCE,
            Measure.RATIO_OF_MEANS,
            Measure.PROBABILISTIC_INDEX,
            Measure.HODGES_LEHMANN,
            Measure.WIN_ODDS,
            Measure.STANDARDISED_MEAN_DIFFERENCE,
            Measure.TEST,
            Measure.INTERACTION_TEST);

    private ComparisonReport() {}

    /** The report of a table of the command {@code compare}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        return Pages.of(words, table, NAMED, (analysis, section) -> page(words, analysis, section), List.of());
    }

    private static List<Block> page(Words words, ResultTable analysis, Section section) {
        if (!section.levels().isEmpty()) {
            return new LevelsPage(words, analysis, section).blocks();
        }
        return section.isAmount()
                ? new AmountPage(words, analysis, section).blocks()
                : new BinaryPage(words, analysis, section).blocks();
    }
}
