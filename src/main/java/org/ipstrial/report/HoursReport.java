package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** How much each arm worked, on a page: everybody first, those who worked apart and labelled. */
public final class HoursReport {

    private static final String NOTHING = Names.pair("level", "0");

    private HoursReport() {}

    /** The report of a table of the command {@code hours}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        return Pages.of(
                words,
                table,
                List.of(Measure.PROPORTION),
                (analysis, section) -> page(words, analysis, section),
                List.of(new Block.Paragraph(words.get("hours.workers.caution"))));
    }

    private static List<Block> page(Words words, ResultTable table, Section section) {
        String everybody = section.results().get(0).key().analysisSet();
        List<Block> blocks = new ArrayList<>(new Phrases(words).headings(table, section));
        if (section.of(section.arms().get(0), Measure.SUMMARY, everybody, "").isEmpty()) {
            blocks.add(new ArmTable(words).workers(section, everybody));
        } else {
            blocks.add(new ArmTable(words).amounts(section, everybody));
            blocks.add(nothing(words, section));
        }
        blocks.add(new Block.Heading(2, words.get("hours.workers")));
        blocks.add(new ArmTable(words).amounts(section, "workers-only"));
        return blocks;
    }

    private static Block nothing(Words words, Section section) {
        List<List<String>> rows = new ArrayList<>();
        List<Result> sample = section.of(section.arms().get(0), Measure.PROPORTION, "", NOTHING);
        List<String> header = new ArrayList<>(List.of("", words.get("hours.nothing")));
        List<Align> align = new ArrayList<>(List.of(Align.LEFT, Align.RIGHT));
        for (Result result : sample) {
            header.add(words.get("ci", Phrases.level(result))
                    + (sample.size() > 1 ? ", " + result.key().method() : ""));
            align.add(Align.RIGHT);
        }
        for (String arm : section.arms()) {
            List<Result> shares = section.of(arm, Measure.PROPORTION, "", NOTHING);
            List<String> row = new ArrayList<>(List.of(arm, new ArmTable(words).percent(shares.get(0))));
            shares.forEach(share -> row.add(new Phrases(words).interval(share, Rounding::percent)));
            rows.add(row);
        }
        return new Block.Table(header, align, rows);
    }
}
