package org.ipstrial.render;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.report.Block;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;

/** A report as a LaTeX document with tables in the manner of booktabs; text from the data stays text. */
public final class LatexRenderer extends CharacterRenderer {

    private static final String PREAMBLE = """
            \\documentclass[10pt]{article}
            \\usepackage[a4paper,margin=20mm]{geometry}
            \\usepackage[T1]{fontenc}
            \\usepackage[utf8]{inputenc}
            \\usepackage{textcomp}
            \\usepackage{array}
            \\usepackage{booktabs}
            \\usepackage{longtable}
            \\setlength{\\LTleft}{0pt}
            \\setlength{\\LTright}{0pt plus 1fill}
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{6pt}
            \\begin{document}
            """;
    private static final String BEGIN = "\\begin{document}";

    private static final List<String> HEADINGS = List.of("\\section", "\\subsection", "\\subsubsection");

    private LatexRenderer(Language language) {
        super(language);
    }

    /** Words are divided as in their language where the rules for it are installed. */
    private static String preamble(Language language) {
        String babel = "\\IfFileExists{%1$s.ldf}{\\usepackage[%1$s]{babel}}{}\n".formatted(language.latex());
        return language.latex().isEmpty() ? PREAMBLE : PREAMBLE.replace(BEGIN, babel + BEGIN);
    }

    /** The report as a document of its own; lines end in a line feed. */
    public static String render(Report report) {
        StringJoiner body = new StringJoiner("\n");
        LatexRenderer renderer = new LatexRenderer(report.language());
        report.blocks().forEach(block -> body.add(block.accept(renderer)));
        String head = preamble(report.language());
        if (!report.banner().isEmpty()) {
            // At the head of each page.
            String banner = escaped(report.banner());
            head += "\\pagestyle{myheadings}\\markright{" + banner + "}\n\n\\textbf{" + banner + "}\n";
        }
        return head + "\n" + report.language().written(body.toString()) + "\n\\end{document}\n";
    }

    @Override
    public String heading(Block.Heading heading) {
        return HEADINGS.get(Math.min(heading.level(), HEADINGS.size()) - 1) + "*{" + escaped(heading.text()) + "}\n";
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
        return escaped(paragraph.text()) + "\n";
    }

    @Override
    public String verbatim(Block.Verbatim verbatim) {
        return verbatim.lines().stream()
                .map(LatexRenderer::escaped)
                // No line of a figure may be taken for a command by what reads the log of a build.
                .map(line -> line.stripLeading().startsWith("::") ? "{}" + line : line)
                .collect(Collectors.joining("\\\\\n", "\\begin{quote}\\ttfamily\\small\n", "\n\\end{quote}\n"));
    }

    @Override
    public String table(Block.Table table) {
        return LatexTable.of(table, LatexRenderer::escaped);
    }

    private static String escaped(String text) {
        String visible = VisibleText.of(text);
        StringBuilder latex = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '\\' -> latex.append("\\textbackslash{}");
                case '~' -> latex.append("\\textasciitilde{}");
                case '^' -> latex.append("\\textasciicircum{}");
                case '<' -> latex.append("\\textless{}");
                case '>' -> latex.append("\\textgreater{}");
                case '|' -> latex.append("\\textbar{}");
                case '"' -> latex.append("\\textquotedbl{}");
                case '\'' -> latex.append("\\textquotesingle{}");
                case '`' -> latex.append("\\textasciigrave{}");
                case '&', '%', '$', '#', '_', '{', '}' -> latex.append('\\').append(c);
                // Kept apart, so that a line never begins with what a build server takes for a command.
                case ':' -> latex.append(i == 0 ? "{:}" : ":");
                case '-' -> latex.append(isMinus(visible, i) ? "\\textminus{}" : "{-}");
                // Kept apart, so that a bracket opens no option.
                case '[', ']' -> latex.append('{').append(c).append('}');
                default -> latex.append(c);
            }
        }
        return latex.toString();
    }

    private static boolean isMinus(String text, int at) {
        return at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }
}
