package org.ipstrial.report;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** How much is missing, and what would overturn the result. */
public final class MissingReport {

    private static final List<Measure> NAMED = List.of(
            Measure.PROPORTION,
            Measure.RISK_DIFFERENCE,
            Measure.RISK_RATIO,
            Measure.ODDS_RATIO,
            Measure.TIPPING_POINT,
            Measure.MEAN_DIFFERENCE,
            Measure.TIPPING_SHIFT,
            Measure.TRIMMING_BOUND,
            Measure.RATIO_OF_MEANS,
            Measure.PROBABILISTIC_INDEX,
            Measure.HODGES_LEHMANN,
            Measure.WIN_ODDS,
            Measure.STANDARDISED_MEAN_DIFFERENCE,
            Measure.TEST);

    private MissingReport() {}

    /** The report of a table of the command {@code missing}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        return Pages.of(words, table, NAMED, (analysis, section) -> page(words, analysis, section), List.of());
    }

    private static List<Block> page(Words words, ResultTable analysis, Section section) {
        if (section.outcome().isEmpty()) {
            return new MissingBlocks(words, analysis).blocks();
        }
        // A covariate is told of with the description; one that has the name of an outcome stands beside it here.
        Section compared = new Section(
                section.outcome(),
                section.stratum(),
                section.results().stream()
                        .filter(result -> !MissingBlocks.describes(result))
                        .toList());
        return compared.results().isEmpty() ? List.of() : new MissingPage(words, analysis, compared).blocks();
    }
}
