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

    /**
     * The same beside the report of the comparisons: who is missing, and every other view of the outcomes that are missing of
     * anybody, without what the comparisons say already.
     */
    public static Report beside(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        if (table.results().isEmpty()) {
            return new Report(List.of(new Block.Paragraph(words.get("report.missing.nothing"))));
        }
        return Pages.of(words, table, NAMED, (analysis, section) -> beside(words, analysis, section), List.of());
    }

    private static List<Block> beside(Words words, ResultTable analysis, Section section) {
        if (section.outcome().isEmpty()) {
            return new MissingBlocks(words, analysis).blocks();
        }
        Section compared = compared(section);
        boolean views = compared.results().stream()
                .anyMatch(result -> !result.key().reference().isEmpty());
        return views ? new MissingPage(words, analysis, compared).beside() : List.of();
    }

    private static List<Block> page(Words words, ResultTable analysis, Section section) {
        if (section.outcome().isEmpty()) {
            return new MissingBlocks(words, analysis).blocks();
        }
        Section compared = compared(section);
        boolean countsAlone =
                compared.results().stream().allMatch(result -> result.key().measure() == Measure.COUNT);
        return countsAlone ? List.of() : new MissingPage(words, analysis, compared).blocks();
    }

    /** A covariate is told of with the description; one that has the name of an outcome stands beside it in its section. */
    private static Section compared(Section section) {
        return new Section(
                section.outcome(),
                section.stratum(),
                section.results().stream()
                        .filter(result -> !MissingBlocks.describes(result))
                        .toList());
    }
}
