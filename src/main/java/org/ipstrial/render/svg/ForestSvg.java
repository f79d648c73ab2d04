package org.ipstrial.render.svg;

import static org.ipstrial.render.svg.ForestColumns.GAP;
import static org.ipstrial.render.svg.ForestColumns.LINE;
import static org.ipstrial.render.svg.ForestColumns.SIZE;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;

/**
 * A forest plot as SVG for a column of 84 mm, words at the left, the axis in the middle and numbers at the right, or for the
 * 174 mm of a page with a column for each kind of number; all words at 7 points. It takes the colour of the text around it.
 */
public final class ForestSvg {

    private static final double TICK = 3;
    private static final int MARKS = 4;
    private static final int MARKS_OF_A_PAGE = 8;
    private static final double MOST_SQUARE = 6;
    private static final double LEAST_SQUARE = 2.5;
    private static final double BOLD = 1.1;
    private static final String DASHED = " stroke-dasharray=\"2 2\"";
    private static final String IN_BOLD = " font-weight=\"bold\"";

    private final ForestPlot plot;
    private final ForestColumns columns;
    private final Axis axis;
    private final SvgCanvas below = new SvgCanvas(SIZE);
    private final SvgCanvas canvas = new SvgCanvas(SIZE);
    private final List<Double> inTheWay = new ArrayList<>();
    private double y;

    private ForestSvg(ForestPlot plot) {
        this.plot = plot;
        this.columns = new ForestColumns(plot);
        List<Double> held = plot.held();
        this.axis =
                Axis.over(held.get(0), held.get(held.size() - 1), plot.log(), plot.isWide() ? MARKS_OF_A_PAGE : MARKS);
    }

    /** The plot to stand in a page, in the page's colours. */
    public static String inline(ForestPlot plot) {
        return new ForestSvg(plot).draw("");
    }

    /** The plot as a file of its own, black on white. */
    public static String document(ForestPlot plot) {
        return document(plot, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(ForestPlot plot, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new ForestSvg(plot).draw(" style=\"color:#000;background:#fff\""));
    }

    /** What the style of a page needs where a figure is wider than a column. */
    public static String pageStyle(Report report) {
        boolean wide =
                report.blocks().stream().anyMatch(block -> block instanceof ForestPlot forest && forest.isWide());
        return wide
                ? "figure svg.wide { max-width: 60rem; }\n@media print { figure svg.wide { width: 174mm; } }\n"
                : "";
    }

    private String draw(String style) {
        y = LINE;
        double top = LINE / 2;
        if (plot.isWide()) {
            top = headers();
        }
        plot.rows().forEach(this::row);
        double bottom = y - LINE / 2;
        scale(bottom);
        noEffect(x(plot.nullValue()), top, bottom);
        below.append(canvas);
        return below.svg(columns.width(), y + GAP, plot.title(), (plot.isWide() ? " class=\"wide\"" : "") + style);
    }

    /** The words above the columns and the line below them; where that is. */
    private double headers() {
        double top = y;
        double end = headerLines(
                0, columns.words(), top, Align.LEFT, plot.columns().get(0).header());
        for (ForestColumns.Place place : columns.places()) {
            end = Math.max(end, headerLines(place.at(), place.room(), top, place.align(), place.header()));
        }
        double line = end - LINE + SIZE / 2;
        canvas.line(0, line, columns.width(), line, "");
        y = line + LINE + 1;
        return line + 1;
    }

    private double headerLines(double at, double room, double top, Align align, String header) {
        double line = top;
        for (String words : SvgText.lines(header, SIZE, room / BOLD)) {
            if (!words.isEmpty()) {
                canvas.words(at, line, words, IN_BOLD + anchor(align));
            }
            line += LINE;
        }
        return line;
    }

    private static String anchor(Align align) {
        return align == Align.RIGHT ? " text-anchor=\"end\"" : "";
    }

    /** The line of no effect, left out where the words of a heading stand in its way. */
    private void noEffect(double none, double top, double bottom) {
        double from = top;
        for (double heading : inTheWay) {
            if (heading - SIZE > from) {
                below.line(none, from, none, heading - SIZE, DASHED);
            }
            from = heading + SIZE / 3;
        }
        below.line(none, from, none, bottom, DASHED);
    }

    private void row(Row row) {
        // What is pooled stands a little apart from the studies.
        y += plot.isWide() && row.kind() == Kind.OVERALL ? LINE / 3 : 0;
        double top = y;
        String weight = row.kind() == Kind.LEVEL ? "" : IN_BOLD;
        double indent = ForestColumns.indent(row);
        double bold = ForestColumns.bold(row);
        double room = row.kind() == Kind.HEADING ? columns.width() : columns.words() - indent;
        for (String line : SvgText.lines(row.label(), SIZE, room / bold)) {
            canvas.words(indent, y, line, weight);
            if (row.kind() == Kind.HEADING && bold * SvgText.width(line, SIZE) + 1 > x(plot.nullValue())) {
                inTheWay.add(y);
            }
            y += LINE;
        }
        if (row.kind() != Kind.HEADING) {
            effect(row, top - SIZE / 3);
            cells(row, top);
        }
    }

    private void cells(Row row, double top) {
        List<String> cells = columns.cells(row);
        for (int i = 0; i < cells.size(); i++) {
            ForestColumns.Place place = columns.places().get(i);
            // In one column the numbers of all rows are alike; in a table those of the sums stand out.
            boolean bold = plot.isWide() && row.kind() != Kind.LEVEL;
            double line = top;
            for (String words : SvgText.lines(cells.get(i), SIZE, place.room() / (bold ? BOLD : 1))) {
                if (!words.isEmpty()) {
                    canvas.words(place.at(), line, words, (bold ? IN_BOLD : "") + anchor(place.align()));
                }
                line += LINE;
            }
            y = Math.max(y, line);
        }
    }

    private void effect(Row row, double middle) {
        if (row.estimate().isEmpty()) {
            return;
        }
        double estimate = x(row.estimate().getAsDouble());
        double low = row.low().isPresent() ? x(row.low().getAsDouble()) : columns.left();
        double high = row.high().isPresent() ? x(row.high().getAsDouble()) : columns.right();
        if (row.kind() == Kind.OVERALL) {
            canvas.filled("M" + SvgCanvas.point(low, middle) + " L" + SvgCanvas.point(estimate, middle - TICK) + " L"
                    + SvgCanvas.point(high, middle) + " L" + SvgCanvas.point(estimate, middle + TICK) + " Z");
            return;
        }
        canvas.line(low, middle, high, middle, "");
        arrow(row.low(), low, middle, 1);
        arrow(row.high(), high, middle, -1);
        if (row.kind() == Kind.PREDICTION) {
            return;
        }
        // The narrower the interval, the larger the square.
        double share = 1 - Math.min(1, (high - low) / (columns.right() - columns.left()));
        canvas.square(estimate, middle, LEAST_SQUARE + (MOST_SQUARE - LEAST_SQUARE) * share);
    }

    /** A limit that has no bound, or that the axis does not reach, ends in an arrow. */
    private void arrow(OptionalDouble limit, double at, double middle, int inward) {
        if (limit.isPresent() && axis.holds(limit.getAsDouble())) {
            return;
        }
        double back = at + inward * TICK;
        canvas.path(
                "M" + SvgCanvas.point(back, middle - TICK / 2) + " L" + SvgCanvas.point(at, middle) + " L"
                        + SvgCanvas.point(back, middle + TICK / 2),
                "");
    }

    private void scale(double bottom) {
        canvas.line(columns.left(), bottom, columns.right(), bottom, "");
        y = bottom + TICK + SIZE;
        double taken = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            double at = x(tick);
            canvas.line(at, bottom, at, bottom + TICK, "");
            String label = Axis.label(tick);
            double half = SvgText.width(label, SIZE) / 2;
            if (at - half > taken + 1) {
                centred(at, y, label);
                taken = at + half;
            }
        }
        y += LINE;
        double middle = (columns.left() + columns.right()) / 2;
        for (String line : SvgText.lines(plot.axis(), SIZE, 2 * Math.min(middle, columns.width() - middle))) {
            centred(middle, y, line);
            y += LINE;
        }
        sides();
    }

    /** What either side of no effect means. */
    private void sides() {
        double width = columns.width();
        double room = width / 2 - GAP;
        List<String> less = SvgText.lines("\u2190 " + plot.less(), SIZE, room);
        List<String> more = SvgText.lines(plot.more() + " \u2192", SIZE, room);
        double split = Math.min(Math.max(x(plot.nullValue()), widest(less) + GAP), width - widest(more) - GAP);
        double start = y;
        for (String line : less) {
            canvas.words(split - GAP, y, line, " text-anchor=\"end\"");
            y += LINE;
        }
        double end = y;
        y = start;
        for (String line : more) {
            canvas.words(split + GAP, y, line, "");
            y += LINE;
        }
        y = Math.max(end, y) - LINE;
    }

    private static double widest(List<String> lines) {
        return lines.stream()
                .mapToDouble(line -> SvgText.width(line, SIZE))
                .max()
                .orElse(0);
    }

    private void centred(double at, double baseline, String words) {
        canvas.words(at, baseline, words, " text-anchor=\"middle\"");
    }

    private double x(double value) {
        return columns.left() + axis.at(value) * (columns.right() - columns.left());
    }
}
