package org.ipstrial.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.render.HtmlRenderer;
import org.ipstrial.render.svg.CurveSvg;
import org.ipstrial.render.svg.ForestSvg;
import org.ipstrial.render.svg.FunnelSvg;
import org.ipstrial.render.svg.TrajectorySvg;
import org.ipstrial.report.Block;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.Report;
import org.ipstrial.report.TrajectoryPlot;

/** The files of a report: a page in each form, the results as CSV and JSON, and each figure by itself. */
final class ReportFiles {

    /** The results as JSON, by which a later check tells what moved. */
    static final String RESULTS = "results.json";

    private ReportFiles() {}

    /** The text of each file by name, in order. */
    static Map<String, String> of(List<Format> formats, ReleasedTable released, Report report, String title) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Format format : formats) {
            boolean page = format != Format.CSV && format != Format.JSON;
            String name = (page ? "report." : "results.") + format.extension();
            files.put(
                    name,
                    format == Format.HTML
                            ? HtmlRenderer.render(report, title)
                            : format.render(released, any -> report));
        }
        List<String> figures = new ArrayList<>();
        for (Block block : report.blocks()) {
            if (block instanceof ForestPlot plot) {
                figures.add(ForestSvg.document(plot, report.language()));
            } else if (block instanceof FunnelPlot plot) {
                figures.add(FunnelSvg.document(plot, report.language()));
            } else if (block instanceof CurvePlot plot) {
                figures.add(CurveSvg.document(plot, report.language()));
            } else if (block instanceof TrajectoryPlot plot) {
                figures.add(TrajectorySvg.document(plot, report.language()));
            }
        }
        for (int i = 0; i < figures.size(); i++) {
            files.put("figures/figure-" + (i + 1) + ".svg", figures.get(i));
        }
        return files;
    }

    /** The bytes of a text. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
