package org.ipstrial.cli.install;

import java.util.List;
import java.util.stream.Collectors;

/** Text for man, in the macros that every man has. */
final class Roff {

    private final StringBuilder text = new StringBuilder();

    /** A page of section 1. */
    Roff(String title, String date, String source) {
        text.append(".TH ").append(quoted(title)).append(" 1 ");
        text.append('"').append(date).append("\" ").append(quoted(source)).append(" \"User Commands\"\n");
        // Neither broken words nor stretched lines: both are hard to search and to read on a terminal.
        text.append(".nh\n.ad l\n");
    }

    void section(String heading) {
        text.append(".SH ").append(quoted(heading)).append('\n');
    }

    void paragraph(String words) {
        text.append(line(words)).append('\n');
    }

    void synopsis(String command, List<String> operands) {
        text.append(bold(command))
                .append(' ')
                .append(plain("["))
                .append(italic("OPTION"))
                .append(plain("]..."));
        operands.forEach(operand ->
                text.append(' ').append(plain("[")).append(italic(operand)).append(plain("]")));
        text.append('\n');
    }

    /** A tag, which is roff already, with what is said of it. */
    void item(String tag, String words) {
        text.append(".TP\n").append(tag).append('\n').append(line(words)).append('\n');
    }

    /** Lines that are kept as they are. */
    void code(List<String> lines) {
        text.append(".RS 4\n.nf\n");
        lines.forEach(one -> text.append(line(one)).append('\n'));
        text.append(".fi\n.RE\n");
    }

    void paragraphOfPages(List<String> titles) {
        text.append(titles.stream().map(Roff::page).collect(Collectors.joining(",\n")))
                .append('\n');
    }

    String text() {
        return text.toString();
    }

    static String bold(String words) {
        return "\\fB" + plain(words) + "\\fR";
    }

    static String italic(String words) {
        return "\\fI" + plain(words) + "\\fR";
    }

    /** The name of a page of section 1. */
    static String page(String title) {
        return bold(title) + "(1)";
    }

    /** Words in which nothing is a request or turned into a typographic sign. */
    static String plain(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("\"", "\\(dq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    /** A line; one that begins with a point would be a request. */
    private static String line(String words) {
        String plain = plain(words);
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }

    private static String quoted(String words) {
        return "\"" + plain(words) + "\"";
    }
}
