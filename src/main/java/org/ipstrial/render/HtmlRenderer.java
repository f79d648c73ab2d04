package org.ipstrial.render;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.render.svg.CurveSvg;
import org.ipstrial.render.svg.ForestSvg;
import org.ipstrial.render.svg.FunnelSvg;
import org.ipstrial.render.svg.HazardTrendSvg;
import org.ipstrial.render.svg.TippingSvg;
import org.ipstrial.render.svg.TraceSvg;
import org.ipstrial.render.svg.TrajectorySvg;
import org.ipstrial.report.Block;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.HazardTrendPlot;
import org.ipstrial.report.Report;
import org.ipstrial.report.TippingMap;
import org.ipstrial.report.TracePlot;
import org.ipstrial.report.TrajectoryPlot;

/**
 * A report as one HTML page that needs nothing else: no script, no picture, no font from elsewhere. It is well-formed XML
 * too, prints on white paper, and follows the reader's choice of a dark or light screen.
 */
public final class HtmlRenderer implements Block.Visitor<String> {

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin: 2.5rem 0 0.5rem; }
            h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
            .whole h1 { font-size: 1.8rem; }
            .whole h2 { font-size: 1.4rem; margin-top: 3rem; padding-bottom: 0.2rem; border-bottom: 1px solid #8888; }
            .whole h3 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
            .whole h4 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
            nav ul { columns: 18rem; padding-left: 1.2rem; }
            .table { overflow-x: auto; margin: 1rem 0; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 0.25rem 1rem 0.25rem 0; text-align: left; vertical-align: top; white-space: nowrap; }
            th.number, td.number { text-align: right; }
            th.long, td.long { white-space: normal; min-width: 8rem; max-width: 34rem; }
            thead th { border-bottom: 2px solid; font-weight: 600; vertical-align: bottom; }
            tbody tr + tr > * { border-top: 1px solid #8884; }
            tbody th { font-weight: 600; }
            pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8884; white-space: pre-wrap; }
            figure { margin: 1rem 0; }
            figure svg { display: block; width: 100%; max-width: 34rem; height: auto; }
            figcaption { font-size: 0.9rem; }
            .banner { position: sticky; top: 0; margin: 0 0 1rem; padding: 0.4rem 1rem; text-align: center; \
            font-weight: 600; background: #ffe08a; color: #000; }
            @media (max-width: 40rem) { body { margin: 1rem auto; } th, td { padding-right: 0.5rem; font-size: 0.85rem; } \
            th.long, td.long { min-width: 8.5rem; max-width: 12rem; } tbody th, thead th { white-space: normal; } }
            @page { margin: 16mm 14mm; }
            @media print { body { font-size: 9pt; line-height: 1.35; max-width: none; margin: 0; } .table { overflow: visible; } \
            table:has(td.long) { width: 100%; } th.long, td.long { max-width: none; min-width: 5rem; } \
            .whole h1 { font-size: 16pt; } .whole h2 { font-size: 13pt; margin-top: 1.5rem; } \
            .whole h3 { font-size: 11pt; margin-top: 1rem; } .whole h4 { font-size: 9.5pt; margin-top: 0.8rem; } \
            th, td { padding: 0.08rem 0.6rem 0.08rem 0; } .table { margin: 0.5rem 0; } tbody th, thead th { white-space: normal; } \
            tr, figure, .short { break-inside: avoid; } h1, h2, h3, h4, .short > table > thead { break-after: avoid; } \
            p { orphans: 3; widows: 3; } p:has(+ .table), p:has(+ figure) { break-after: avoid; } \
            figure svg { width: 84mm; } figcaption { font-size: 8pt; } nav { display: none; } \
            .banner { position: fixed; top: 0; left: 0; right: 0; margin: 0; padding: 0; font-size: 8pt; } }
            """;

    /** Cells of more letters are broken into lines; numbers with their limits never are. */
    private static final int LONG = 26;

    private static final int SHORT = 8;

    private HtmlRenderer() {}

    /**
     * The report as a page.
     *
     * @param title what the browser shows in its tab
     */
    public static String render(Report report, String title) {
        StringJoiner body = new StringJoiner("");
        HtmlRenderer renderer = new HtmlRenderer();
        for (Block block : report.blocks()) {
            int at = report.contents().indexOf(block);
            // The first heading of a whole report is its title; where to find what stands below it.
            body.add(
                    at < 0 ? block.accept(renderer) : anchored(report.contents().get(at), at));
            if (block == report.blocks().get(0) && !report.contents().isEmpty()) {
                body.add(contents(report.contents()));
            }
        }
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
                <title>""".formatted(report.language().id())
                + escaped(report.banner().isEmpty() ? title : report.banner() + " - " + title)
                + "</title>\n<style>\n"
                + STYLE
                + CurveSvg.pageStyle()
                + ForestSvg.pageStyle(report)
                + "</style>\n</head>\n<body>\n"
                + banner(report.banner())
                + (report.contents().isEmpty() ? "<main>\n" : "<main class=\"whole\">\n")
                + report.language().written(body.toString())
                + "</main>\n</body>\n</html>\n";
    }

    private static String anchored(Block.Heading heading, int at) {
        return "<h" + heading.level() + " id=\"part-" + (at + 1) + "\">" + escaped(heading.text()) + "</h"
                + heading.level() + ">\n";
    }

    private static String contents(List<Block.Heading> headings) {
        StringBuilder list = new StringBuilder("<nav>\n<ul>\n");
        for (int at = 0; at < headings.size(); at++) {
            list.append("<li><a href=\"#part-" + (at + 1) + "\">")
                    .append(escaped(headings.get(at).text()))
                    .append("</a></li>\n");
        }
        return list.append("</ul>\n</nav>\n").toString();
    }

    /** At the top of the screen wherever one reads, and of each page that is printed. */
    private static String banner(String text) {
        return text.isEmpty() ? "" : "<p class=\"banner\" role=\"note\">" + escaped(text) + "</p>\n";
    }

    @Override
    public String heading(Block.Heading heading) {
        return element("h" + heading.level(), heading.text());
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
        return element("p", paragraph.text());
    }

    @Override
    public String verbatim(Block.Verbatim verbatim) {
        return element("pre", String.join("\n", verbatim.lines()));
    }

    @Override
    public String forest(ForestPlot plot) {
        return "<figure>\n" + ForestSvg.inline(plot) + element("figcaption", plot.title()) + "</figure>\n";
    }

    @Override
    public String funnel(FunnelPlot plot) {
        return "<figure>\n" + FunnelSvg.inline(plot) + element("figcaption", plot.title()) + "</figure>\n";
    }

    @Override
    public String curves(CurvePlot plot) {
        return "<figure>\n" + CurveSvg.inline(plot) + element("figcaption", plot.title()) + "</figure>\n";
    }

    @Override
    public String tipping(TippingMap map) {
        return "<figure>\n" + TippingSvg.inline(map) + element("figcaption", map.title()) + "</figure>\n";
    }

    @Override
    public String traces(TracePlot plot) {
        return "<figure>\n" + TraceSvg.inline(plot) + element("figcaption", plot.title()) + "</figure>\n";
    }

    @Override
    public String trajectories(TrajectoryPlot plot) {
        return "<figure>\n" + TrajectorySvg.inline(plot) + element("figcaption", plot.title()) + "</figure>\n";
    }

    @Override
    public String hazardTrend(HazardTrendPlot plot) {
        return "<figure>\n" + HazardTrendSvg.inline(plot) + element("figcaption", plot.caption()) + "</figure>\n";
    }

    @Override
    public String table(Block.Table table) {
        // A short table is not torn apart between two pages.
        String kind = table.rows().size() <= SHORT ? "table short" : "table";
        StringBuilder html = new StringBuilder("<div class=\"" + kind + "\" tabindex=\"0\"><table>\n");
        if (!table.header().isEmpty()) {
            html.append("<thead>\n<tr>");
            for (int i = 0; i < table.header().size(); i++) {
                html.append(cell(
                        "th",
                        " scope=\"col\"",
                        table.align().get(i),
                        table.header().get(i)));
            }
            html.append("</tr>\n</thead>\n");
        }
        html.append("<tbody>\n");
        table.rows().forEach(row -> html.append(row(table, row)));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static String row(Block.Table table, List<String> cells) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            boolean head = i == 0 && !table.header().isEmpty();
            html.append(cell(
                    head ? "th" : "td",
                    head ? " scope=\"row\"" : "",
                    table.align().get(i),
                    cells.get(i)));
        }
        return html.append("</tr>\n").toString();
    }

    private static String cell(String name, String attributes, Block.Align align, String text) {
        List<String> classes = new ArrayList<>();
        if (align == Block.Align.RIGHT) {
            classes.add("number");
        }
        if (text.length() > LONG) {
            classes.add("long");
        }
        String side = classes.isEmpty() ? "" : " class=\"" + String.join(" ", classes) + "\"";
        String drawn = Block.Table.drawn(text, "&#160;&#160;", HtmlRenderer::escaped);
        return "<" + name + attributes + side + ">" + drawn + "</" + name + ">";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    }

    /** Text as text; what XML cannot hold is made visible first. Line feeds come only from {@code pre}. */
    private static String escaped(String text) {
        StringJoiner lines = new StringJoiner("\n");
        for (String line : text.split("\n", -1)) {
            lines.add(VisibleText.of(line)
                    .replace("&", "&amp;")
                    // Commands to a build server: the one anywhere, the other at the beginning of a line.
                    .replace("##", "&#35;&#35;")
                    .replace("::", "&#58;:")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;"));
        }
        return lines.toString();
    }
}
