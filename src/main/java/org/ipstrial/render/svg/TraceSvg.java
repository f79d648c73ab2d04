package org.ipstrial.render.svg;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ipstrial.report.Language;
import org.ipstrial.report.TracePlot;

/**
 * Traces of draws as SVG for a column of 84 mm, all words at 7 points: small figures of one size in two columns, a thin line
 * for each imputation. What matters is that the lines mix and do not climb, so that they need not be told apart.
 */
public final class TraceSvg {

    private static final double WIDTH = 238;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 6;
    private static final double TICK = 3;
    private static final double PLOT = 46;
    private static final int COLUMNS = 2;
    private static final String THIN = " stroke-width=\"0.4\" stroke-opacity=\"0.6\"";

    private final TracePlot plot;
    private final SvgCanvas canvas = new SvgCanvas(SIZE);

    private TraceSvg(TracePlot plot) {
        this.plot = plot;
    }

    /** The plot to stand in a page, in the page's colours. */
    public static String inline(TracePlot plot) {
        return new TraceSvg(plot).draw("");
    }

    /** The plot as a file of its own, black on white. */
    public static String document(TracePlot plot) {
        return document(plot, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(TracePlot plot, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new TraceSvg(plot).draw(" style=\"color:#000;background:#fff\""));
    }

    private String draw(String attributes) {
        double each = (WIDTH - GAP) / COLUMNS;
        double y = 0;
        for (int first = 0; first < plot.panels().size(); first += COLUMNS) {
            List<TracePlot.Panel> row = plot.panels()
                    .subList(first, Math.min(first + COLUMNS, plot.panels().size()));
            int words = row.stream()
                    .mapToInt(panel -> SvgText.lines(panel.label(), SIZE, each).size())
                    .max()
                    .orElseThrow();
            for (int k = 0; k < row.size(); k++) {
                panel(row.get(k), k * (each + GAP), each, y, y + words * LINE + GAP / 2);
            }
            y += words * LINE + GAP / 2 + PLOT + TICK + 2 * LINE + GAP;
        }
        return canvas.svg(WIDTH, y, plot.title(), attributes);
    }

    private void panel(TracePlot.Panel panel, double at, double width, double heading, double top) {
        double baseline = heading + SIZE;
        for (String line : SvgText.lines(panel.label(), SIZE, width)) {
            canvas.words(at, baseline, line, "");
            baseline += LINE;
        }
        double[][] lines = Arrays.copyOf(panel.values(), Math.min(panel.values().length, TracePlot.MOST_LINES));
        double[] all = Arrays.stream(lines)
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        Axis axis = Axis.over(
                Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(1), false);
        double labels = axis.ticks().stream()
                .mapToDouble(tick -> SvgText.width(Axis.label(tick), SIZE))
                .max()
                .orElseThrow();
        double left = at + labels + TICK + 2;
        double right = at + width - SIZE / 2;
        double bottom = top + PLOT;
        for (double tick : axis.ticks()) {
            double y = bottom - axis.at(tick) * PLOT;
            canvas.line(left - TICK, y, left, y, "");
            canvas.words(left - TICK - 1, y + SIZE / 3, Axis.label(tick), " text-anchor=\"end\"");
        }
        canvas.line(left, top, left, bottom, "");
        canvas.line(left, bottom, right, bottom, "");
        int rounds = lines[0].length;
        double step = rounds > 1 ? (right - left) / (rounds - 1) : 0;
        canvas.words(left, bottom + TICK + SIZE, "1", "");
        if (rounds > 1) {
            canvas.words(right, bottom + TICK + SIZE, String.valueOf(rounds), " text-anchor=\"end\"");
        }
        canvas.words((left + right) / 2, bottom + TICK + SIZE, plot.iteration(), " text-anchor=\"middle\"");
        for (double[] line : lines) {
            trace(line, left, step, bottom, axis);
        }
    }

    private void trace(double[] line, double left, double step, double bottom, Axis axis) {
        StringBuilder points = new StringBuilder();
        for (int round = 0; round < line.length; round++) {
            if (Double.isFinite(line[round])) {
                points.append(points.length() == 0 ? "M" : " L")
                        .append(SvgCanvas.point(left + round * step, bottom - axis.at(line[round]) * PLOT));
            }
        }
        if (points.length() > 0) {
            canvas.path(points.toString(), THIN);
        }
    }
}
