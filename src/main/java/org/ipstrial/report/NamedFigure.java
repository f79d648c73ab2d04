package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.ResultTable;

/**
 * A figure of a report with the analysis that it belongs to.
 *
 * @param analysis the analysis
 * @param figure   a block of its page
 */
public record NamedFigure(String analysis, Block figure) {

    /** The blocks of a part of a report that are no headings, each with the analysis whose heading it stands below. */
    public static List<NamedFigure> of(WholeReport.Part part, Language language) {
        Words words = Words.of(language);
        List<String> analyses = part.released().table().results().stream()
                .map(result -> result.key().analysis())
                .distinct()
                .toList();
        if (analyses.isEmpty()) {
            return List.of();
        }
        ResultTable table = part.released().table();
        String current = analyses.size() == 1 ? analyses.get(0) : table.command();
        List<NamedFigure> figures = new ArrayList<>();
        int next = 0;
        for (Block block : part.page().blocks()) {
            // Pages put the heading of an analysis over it where there are several, in the order of the results.
            if (next < analyses.size()
                    && block.equals(new Block.Heading(1, words.get("analysis", analyses.get(next))))) {
                current = analyses.get(next++);
            } else if (!(block instanceof Block.Heading)) {
                figures.add(new NamedFigure(current, block.map(language::written)));
            }
        }
        return figures;
    }
}
