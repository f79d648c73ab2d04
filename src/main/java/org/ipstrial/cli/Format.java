package org.ipstrial.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.render.CsvRenderer;
import org.ipstrial.render.HtmlRenderer;
import org.ipstrial.render.JsonRenderer;
import org.ipstrial.render.LatexRenderer;
import org.ipstrial.render.MarkdownRenderer;
import org.ipstrial.render.TextRenderer;
import org.ipstrial.render.cards.CardsRenderer;
import org.ipstrial.report.Report;

/** The forms that results come in. */
enum Format {
    /** A page for a terminal. */
    TEXT("text", "txt"),
    /** A page for a document. */
    MARKDOWN("markdown", "md"),
    /** A page for a browser. */
    HTML("html", "html"),
    /** A page with tables for a paper. */
    LATEX("latex", "tex"),
    /** A row a number. */
    CSV("csv", "csv"),
    /** One object. */
    JSON("json", "json"),
    /** R's analysis results data. */
    ARD("ard", "json");

    private final String id;
    private final String extension;

    Format(String id, String extension) {
        this.id = id;
        this.extension = extension;
    }

    /** How the name of a file in this form ends, without the point. */
    String extension() {
        return extension;
    }

    /** Whether it is a page for people, not data. */
    boolean isPage() {
        return this != CSV && this != JSON && this != ARD;
    }

    /** The results in this form; the report is made only if the form is a page. */
    String render(ReleasedTable released, Function<ReleasedTable, Report> report) {
        return switch (this) {
            case CSV -> CsvRenderer.render(released);
            case ARD -> CardsRenderer.render(released);
            case JSON -> JsonRenderer.render(released, Version.number());
            default -> page(report.apply(released));
        };
    }

    /** A report as a page in this form. */
    String page(Report report) {
        return switch (this) {
            case MARKDOWN -> MarkdownRenderer.render(report);
            case HTML -> HtmlRenderer.render(report, "ipstrial");
            case LATEX -> LatexRenderer.render(report);
            default -> TextRenderer.render(report);
        };
    }

    /** The name that the option uses. */
    String id() {
        return id;
    }

    /** The names of all forms. */
    static List<String> ids() {
        return Arrays.stream(values()).map(Format::id).toList();
    }

    /** The form of a name; there must be one. */
    static Format of(String id) {
        return values()[ids().indexOf(id)];
    }
}
