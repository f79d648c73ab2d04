package org.ipstrial.render;

import java.util.List;
import java.util.StringJoiner;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.report.Block;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;

/** A report as Markdown, with tables as GitHub draws them; text from the data stays text. */
public final class MarkdownRenderer extends CharacterRenderer {

    private static final String SPECIAL = "\\`*_{}[]<>()#|~&";

    private MarkdownRenderer(Language language) {
        super(language);
    }

    /** The report as Markdown; every line ends in a line feed, blocks are apart by an empty line. */
    public static String render(Report report) {
        StringJoiner text = new StringJoiner("\n");
        MarkdownRenderer renderer = new MarkdownRenderer(report.language());
        if (!report.banner().isEmpty()) {
            text.add("> **" + escaped(report.banner()) + "**\n");
        }
        report.blocks().forEach(block -> text.add(block.accept(renderer)));
        return report.language().written(text.toString());
    }

    @Override
    public String heading(Block.Heading heading) {
        return "#".repeat(heading.level() + 1) + " " + escaped(heading.text()) + "\n";
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
        String text = escaped(paragraph.text());
        // A build server takes :: at the beginning of a line for a command.
        return (text.startsWith("::") ? "\\" : "") + text + "\n";
    }

    @Override
    public String verbatim(Block.Verbatim verbatim) {
        StringBuilder text = new StringBuilder();
        verbatim.lines()
                .forEach(line ->
                        text.append("    ").append(VisibleText.line(line)).append('\n'));
        return text.toString();
    }

    @Override
    public String table(Block.Table table) {
        StringBuilder text = new StringBuilder();
        List<String> header =
                table.header().isEmpty() ? table.align().stream().map(any -> "").toList() : table.header();
        line(text, header);
        text.append('|');
        table.align().forEach(align -> text.append(align == Block.Align.RIGHT ? " ---: |" : " --- |"));
        text.append('\n');
        table.rows().forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ')
                .append(Block.Table.drawn(cell, "&nbsp;&nbsp;", MarkdownRenderer::escaped))
                .append(" |"));
        text.append('\n');
    }

    private static String escaped(String text) {
        String visible = VisibleText.of(text);
        StringBuilder safe = new StringBuilder(visible.length() + 8);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (needsEscape(visible, i)) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    /** An underscore within a word and a bracket around a remark draw nothing in Markdown and stay as they are. */
    private static boolean needsEscape(String text, int at) {
        char c = text.charAt(at);
        if (c == '_') {
            return !(at > 0
                    && at + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(at - 1))
                    && Character.isLetterOrDigit(text.charAt(at + 1)));
        }
        if (c == '(') {
            return at > 0 && text.charAt(at - 1) == ']';
        }
        return c != ')' && SPECIAL.indexOf(c) >= 0;
    }
}
