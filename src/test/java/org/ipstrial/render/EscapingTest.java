package org.ipstrial.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipstrial.report.Block;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A label that could do something in a format comes out as visible text in it. */
class EscapingTest {

    private static Report report(String text) {
        return new Report(List.of(
                new Block.Heading(1, text),
                new Block.Paragraph(text),
                new Block.Verbatim(List.of(text)),
                new Block.Table(List.of("", text), List.of(Align.LEFT, Align.RIGHT), List.of(List.of(text, text)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a & b",
                "\" onload=x() '",
                "]]> </style> &#60;",
                "plain",
                "Ærø, Århus and 日本",
                "\\input{/etc/passwd} $x_1^2$ ~ # % {}"
            })
    void htmlIsWellFormedAndHoldsTheTextItself(String text) throws Exception {
        Document page = parse(HtmlRenderer.render(report(text), text));

        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(text);
        for (String element : List.of("h1", "p", "pre", "td")) {
            assertThat(page.getElementsByTagName(element).item(0).getTextContent())
                    .as(element)
                    .isEqualTo(text);
        }
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "a\u202eb", "bell\u0007", "two\u2028lines", "\uffff"})
    void whatIsInvisibleIsWrittenOutInEveryPage(String text) throws Exception {
        parse(HtmlRenderer.render(report(text), text));
        for (String page : List.of(
                TextRenderer.render(report(text)),
                MarkdownRenderer.render(report(text)),
                LatexRenderer.render(report(text)),
                HtmlRenderer.render(report(text), text))) {
            assertThat(page).doesNotContain("\u001b", "\u202e", "\u0007", "\u2028");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\input{/etc/passwd}", "\\write18{ls}", "50% & $5 #1 a_b {x} ~ ^^5c", "[b] -1 a-b"})
    void latexHasNoCommandOfTheLabels(String text) {
        String page = LatexRenderer.render(report(text));
        String body = page.substring(page.indexOf("\\begin{document}"));

        assertThat(body).doesNotContain("\\input", "\\write", "^^").doesNotContainPattern("(?<!\\\\)[$#%_~]");
        // Every brace that opens is closed, so that no argument swallows what follows.
        String bare = body.replace("\\{", "").replace("\\}", "");
        assertThat(bare.chars().filter(c -> c == '{').count())
                .isEqualTo(bare.chars().filter(c -> c == '}').count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a | b", "<b>bold</b>", "[link](x)", "*star* `code` #", "&amp;"})
    void markdownHasNoMarkOfTheLabels(String text) {
        String table = MarkdownRenderer.render(
                new Report(List.of(new Block.Table(List.of(), List.of(Align.LEFT), List.of(List.of(text))))));

        String row = table.lines().reduce((first, last) -> last).orElseThrow();
        assertThat(row.replaceAll("\\\\.", ""))
                .doesNotContain("<", "*", "`", "#", "](", "&")
                .matches("\\|[^|]*\\|");
        assertThat(row.replaceAll("\\\\(.)", "$1")).isEqualTo("| " + text + " |");
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(page)));
    }
}
