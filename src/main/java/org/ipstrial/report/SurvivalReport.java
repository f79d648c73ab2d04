package org.ipstrial.report;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** How long until the event, on a page: each arm, then the comparisons. */
public final class SurvivalReport {

    private static final List<Measure> NAMED = List.of(
            Measure.SURVIVAL,
            Measure.CUMULATIVE_INCIDENCE,
            Measure.MEDIAN_TIME,
            Measure.HAZARD_RATIO,
            Measure.SUBDISTRIBUTION_HAZARD_RATIO,
            Measure.PROPORTION,
            Measure.MEAN_WEEKS,
            Measure.MEAN_WEEKS_DIFFERENCE,
            Measure.TEST);

    private SurvivalReport() {}

    /** The report of a table of the command {@code survival}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        return Pages.of(
                words,
                table,
                NAMED,
                (analysis, section) -> page(words, analysis, section),
                analysis -> caution(words, analysis));
    }

    private static List<Block> page(Words words, ResultTable analysis, Section section) {
        if (WeeklyPage.is(section)) {
            return new WeeklyPage(words, analysis, section).blocks();
        }
        return TenurePage.is(section)
                ? new TenurePage(words, analysis, section).blocks()
                : new SurvivalPage(words, analysis, section).blocks();
    }

    /** What is taken of censoring, where anybody can be censored. */
    private static List<Block> caution(Words words, ResultTable analysis) {
        if (Section.of(analysis).stream().allMatch(WeeklyPage::is)) {
            return List.of();
        }
        Block censoring = new Block.Paragraph(words.get("survival.censoring"));
        if (analysis.settings().containsKey("entry")) {
            return List.of(
                    new Block.Paragraph(
                            words.get("survival.entry", analysis.settings().get("entry"))),
                    censoring);
        }
        return "grouped".equals(analysis.settings().get("times"))
                ? List.of(new Block.Paragraph(words.get("survival.grouped")), censoring)
                : List.of(censoring);
    }
}
