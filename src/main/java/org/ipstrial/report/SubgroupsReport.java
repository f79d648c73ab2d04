package org.ipstrial.report;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;

/** Whether effects differ between subgroups, on a page that tests nothing within them. */
public final class SubgroupsReport {

    private static final List<Measure> NAMED = List.of(
            Measure.PROPORTION,
            Measure.RISK_DIFFERENCE,
            Measure.RISK_RATIO,
            Measure.ODDS_RATIO,
            Measure.CONDITIONAL_ODDS_RATIO,
            Measure.MEAN_DIFFERENCE,
            Measure.INTERACTION_TEST);

    private SubgroupsReport() {}

    /** The report of a table of the command {@code subgroups}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        return Pages.of(
                words,
                table,
                NAMED,
                (analysis, section) -> section.stratum().isEmpty()
                        ? new SubgroupsPage(words, analysis, section, levels(analysis, section)).blocks()
                        : List.of(),
                List.of());
    }

    private static List<Section> levels(ResultTable analysis, Section everybody) {
        return Section.of(analysis).stream()
                .filter(section -> section.outcome().equals(everybody.outcome())
                        && !section.stratum().isEmpty())
                .toList();
    }
}
