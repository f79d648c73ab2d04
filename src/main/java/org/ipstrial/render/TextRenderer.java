package org.ipstrial.render;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.report.Block;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;

/** A report as plain text for a terminal: two spaces between columns, nothing a terminal could obey. */
public final class TextRenderer extends CharacterRenderer {

    private static final int WIDTH = 100;

    private TextRenderer(Language language) {
        super(language);
    }

    /** The report as text; every line ends in a line feed, blocks are apart by an empty line. */
    public static String render(Report report) {
        StringJoiner text = new StringJoiner("\n");
        TextRenderer renderer = new TextRenderer(report.language());
        if (!report.banner().isEmpty()) {
            text.add(wrapped(report.banner(), "*** ", "*** "));
        }
        report.blocks().forEach(block -> text.add(block.accept(renderer)));
        return Stream.of(report.language().written(text.toString()).split("\n", -1))
                .map(VisibleText::line)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String heading(Block.Heading heading) {
        String text = VisibleText.of(heading.text());
        return heading.level() > 1 ? text + "\n" : text + "\n" + "=".repeat(length(text)) + "\n";
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
        return wrapped(paragraph.text(), "", "");
    }

    @Override
    public String verbatim(Block.Verbatim verbatim) {
        StringBuilder text = new StringBuilder();
        verbatim.lines()
                .forEach(line -> text.append("  ").append(VisibleText.of(line)).append('\n'));
        return text.toString();
    }

    @Override
    public String table(Block.Table table) {
        int[] widths = new int[table.align().size()];
        measure(widths, table.header());
        table.rows().forEach(row -> measure(widths, row));
        StringBuilder text = new StringBuilder();
        if (!table.header().isEmpty()) {
            line(text, widths, table, table.header());
        }
        table.rows().forEach(row -> line(text, widths, table, row));
        return text.toString();
    }

    /** Text in lines of a readable width, broken at blanks; every line ends in a line feed. */
    private static String wrapped(String words, String firstIndent, String nextIndent) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(firstIndent);
        boolean begun = false;
        for (String word : VisibleText.of(words).split(" ", -1)) {
            if (begun && length(line.toString()) + 1 + length(word) > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(nextIndent);
            } else if (begun) {
                line.append(' ');
            }
            line.append(word);
            begun = true;
        }
        return text.append(line).append('\n').toString();
    }

    private static void measure(int[] widths, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            widths[i] = Math.max(widths[i], length(VisibleText.of(cells.get(i))));
        }
    }

    private static void line(StringBuilder text, int[] widths, Block.Table table, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = VisibleText.of(cells.get(i));
            String padding = " ".repeat(widths[i] - length(cell));
            line.append(i > 0 ? "  " : "");
            line.append(table.align().get(i) == Block.Align.RIGHT ? padding + cell : cell + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
