package org.ipstrial.report;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** How long until the event, on a page: each arm, then the comparisons. */
public final class SurvivalReport {

    private static final List<Measure> NAMED = List.of(
            Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE, Measure.MEDIAN_TIME, Measure.HAZARD_RATIO, Measure.TEST);

    private SurvivalReport() {}

    /** The report of a table of the command {@code survival}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = released.table();
        Words words = Words.of(language);
        return Pages.of(
                words,
                table,
                NAMED,
                (analysis, section) -> new SurvivalPage(words, analysis, section).blocks(),
                List.of(new Block.Paragraph(words.get("survival.censoring"))));
    }
}
