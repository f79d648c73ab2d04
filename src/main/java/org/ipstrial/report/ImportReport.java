package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** What an import holds, on a page: the files, the arms, and how much of each column and outcome is known. */
public final class ImportReport {

    /** What the outcome of a result about a further file begins with. */
    private static final String FILE = "file=";

    private ImportReport() {}

    /** The report of a table of the command {@code import}. */
    public static Report of(ReleasedTable released, Language language) {
        ResultTable table = Stated.table(released, language);
        Words words = Words.of(language);
        ArmTable counts = new ArmTable(words);
        List<List<String>> files = new ArrayList<>();
        // The first input is the plan.
        for (InputFile file : table.inputs().subList(1, table.inputs().size())) {
            files.add(List.of(file.file(), Rounding.decimals(file.rows(), 0)));
        }
        List<List<String>> people = new ArrayList<>();
        List<List<String>> arms = new ArrayList<>();
        List<List<String>> variables = new ArrayList<>();
        for (Result result : table.results()) {
            String name = result.key().outcome();
            if (name.startsWith(FILE)) {
                people.add(List.of(
                        name.substring(FILE.length()),
                        counts.count(result, Statistic.ASSESSED),
                        counts.count(result, Statistic.MISSING)));
            } else if (name.isEmpty()) {
                arms.add(List.of(result.key().group(), counts.count(result, Statistic.RANDOMISED)));
            } else {
                variables.add(List.of(
                        name,
                        table.label(name),
                        counts.count(result, Statistic.ASSESSED),
                        counts.count(result, Statistic.MISSING)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, (String) table.settings().get("trial")));
        blocks.add(new Block.Paragraph(words.get("import.sound")));
        blocks.add(new Block.Table(
                List.of(words.get("import.file"), words.get("count.rows")), List.of(Align.LEFT, Align.RIGHT), files));
        if (!people.isEmpty()) {
            blocks.add(new Block.Table(
                    List.of(words.get("import.file"), words.get("import.people"), words.get("import.without")),
                    List.of(Align.LEFT, Align.RIGHT, Align.RIGHT),
                    people));
        }
        blocks.add(new Block.Table(
                List.of(words.get("plan.arm"), words.get("count.randomised")), List.of(Align.LEFT, Align.RIGHT), arms));
        blocks.add(new Block.Table(
                List.of(
                        words.get("import.variable"),
                        words.get("plan.label"),
                        words.get("import.known"),
                        words.get("count.missing")),
                List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT),
                variables));
        if (!table.findings().isEmpty()) {
            blocks.add(new Block.Heading(2, words.get("import.warnings")));
            table.findings().forEach(remark -> blocks.add(new Block.Paragraph(line(remark))));
        }
        return new Report(blocks);
    }

    /** A warning as the program tells it. */
    private static String line(Remark remark) {
        String line = remark.line() > 0 ? ":" + remark.line() : "";
        String column = remark.column().isEmpty() ? "" : " " + remark.column() + ":";
        return remark.file() + line + ":" + column + " " + remark.message() + " [" + remark.code() + "]";
    }
}
