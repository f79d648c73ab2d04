package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.disclosure.ReleasedTable;

/** Whether the arms are alike at the start, on a page: Table 1 of a trial's report. */
public final class BaselineReport {

    private final Words words;
    private final ResultTable table;

    private BaselineReport(Words words, ResultTable table) {
        this.words = words;
        this.table = table;
    }

    /** The report of a table of the command {@code baseline}. */
    public static Report of(ReleasedTable released, Language language) {
        return new BaselineReport(Words.of(language), Stated.table(released, language)).report();
    }

    private Report report() {
        Map<String, List<Section>> strata = new LinkedHashMap<>();
        for (Section section : Section.of(table)) {
            strata.computeIfAbsent(section.stratum(), any -> new ArrayList<>()).add(section);
        }
        List<Block> blocks = new ArrayList<>();
        strata.forEach((stratum, sections) -> {
            blocks.add(heading(stratum));
            blocks.addAll(new BaselineTable(words, table, sections).blocks());
            sections.forEach(section -> blocks.addAll(noDifferences(section)));
        });
        blocks.add(
                new Block.Paragraph(words.get("baseline.shown", table.settings().get("quantile-type"))));
        blocks.add(new Block.Paragraph(differences(strata.values().iterator().next())));
        blocks.add(new Block.Paragraph(words.get("baseline.no-test")));
        if (table.settings().containsKey("min-cell")) {
            blocks.add(new Block.Paragraph(
                    words.get("baseline.min-cell", table.settings().get("min-cell"))));
        }
        blocks.addAll(Pages.ofPlan(words, table));
        return new Report(blocks);
    }

    private Block heading(String stratum) {
        String title = words.get("baseline");
        return stratum.isEmpty()
                ? new Block.Heading(1, title)
                : new Block.Heading(2, title + ", " + Names.shown(stratum, table::label));
    }

    /** Why a covariate lacks a standardised difference, where that is not because it is hidden. */
    private List<Block> noDifferences(Section section) {
        List<Block> blocks = new ArrayList<>();
        for (Section.Contrast contrast : section.contrasts()) {
            Cell difference = contrast.results().get(0).cells().get(Statistic.ESTIMATE);
            if (difference.value().isEmpty() && !difference.note().equals(CellPolicy.NOTE)) {
                blocks.add(new Block.Paragraph(words.get(
                        "baseline.no-difference",
                        table.label(section.outcome()),
                        words.get("contrast", contrast.group(), contrast.reference()),
                        new Phrases(words).reason(difference.note()))));
            }
        }
        return blocks;
    }

    /** What the standardised differences are, or why there are none. */
    private String differences(List<Section> sections) {
        Set<String> contrasts = new LinkedHashSet<>();
        for (Section.Contrast contrast : sections.get(0).contrasts()) {
            contrasts.add(words.get("baseline.minus", contrast.group(), contrast.reference()));
        }
        if (contrasts.isEmpty()) {
            return words.get("baseline.no-control", String.join(", ", BaselineTable.arms(sections)));
        }
        return words.get(
                "baseline.difference",
                contrasts.size() == 1 ? contrasts.iterator().next() : words.get("baseline.first-minus-second"));
    }
}
