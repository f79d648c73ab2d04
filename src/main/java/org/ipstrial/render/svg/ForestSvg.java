package org.ipstrial.render.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;
import org.ipstrial.report.Language;

/**
 * A forest plot as SVG for a column of 84 mm: words at the left, the axis in the middle, numbers at the right, all at 7
 * points. It takes the colour of the text around it.
 */
public final class ForestSvg {

    private static final double WIDTH = 238;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 5;
    private static final double INDENT = 6;
    private static final double LEAST_PLOT = 70;
    private static final double MOST_WORDS = 90;
    private static final double TICK = 3;
    private static final double MOST_SQUARE = 6;
    private static final double LEAST_SQUARE = 2.5;
    private static final double BOLD = 1.1;
    private static final String DASHED = " stroke-dasharray=\"2 2\"";

    /** The sign of a number below 0, not the hyphen of a word. */
    private static final Pattern MINUS = Pattern.compile("(?<![\\p{L}\\p{N}])-(?=[0-9])");

    /** Room for half of a mark's number beyond either end of the axis. */
    private static final double MARGIN = 16;

    private final ForestPlot plot;
    private final StringBuilder svg = new StringBuilder();
    private final double words;
    private final double right;
    private final Axis axis;
    private final List<Double> inTheWay = new ArrayList<>();
    private double y;

    private ForestSvg(ForestPlot plot) {
        this.plot = plot;
        double numbers = plot.rows().stream()
                .mapToDouble(row -> SvgText.width(shown(row), SIZE))
                .max()
                .orElse(0);
        this.right = Math.min(WIDTH - MARGIN, Math.max(WIDTH - numbers, WIDTH - (WIDTH - LEAST_PLOT - GAP) / 2));
        double widest = plot.rows().stream()
                .filter(row -> row.kind() != Kind.HEADING)
                .mapToDouble(row -> indent(row) + bold(row) * SvgText.width(row.label(), SIZE))
                .max()
                .orElse(0);
        this.words = Math.max(MARGIN, Math.min(widest + 0.1, Math.min(MOST_WORDS, right - GAP - LEAST_PLOT - GAP)));
        this.axis = axis(plot);
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

    private static Axis axis(ForestPlot plot) {
        List<Double> numbers = new ArrayList<>(List.of(plot.nullValue()));
        for (Row row : plot.rows()) {
            for (OptionalDouble number : List.of(row.estimate(), row.low(), row.high())) {
                // A limit of a ratio may be exactly 0, which no logarithmic axis reaches.
                number.ifPresent(value -> {
                    if (!plot.log() || value > 0) {
                        numbers.add(value);
                    }
                });
            }
        }
        double least = numbers.stream().mapToDouble(value -> value).min().orElseThrow();
        double most = numbers.stream().mapToDouble(value -> value).max().orElseThrow();
        return Axis.over(least, most, plot.log());
    }

    private String draw(String style) {
        y = LINE;
        plot.rows().forEach(this::row);
        double bottom = y - LINE / 2;
        scale(bottom);
        double height = y + GAP;
        String head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"84mm\" viewBox=\"0 0 " + text(WIDTH) + " "
                + text(height) + "\" role=\"img\" aria-label=\"" + SvgText.escaped(plot.title()) + "\" font-family=\""
                + SvgText.FONT + "\" font-size=\"" + text(SIZE) + "\" fill=\"currentColor\"" + style + ">\n";
        double none = x(plot.nullValue());
        return head + noEffect(none, bottom) + svg + "</svg>\n";
    }

    /** The line of no effect, left out where the words of a heading stand in its way. */
    private String noEffect(double none, double bottom) {
        StringBuilder lines = new StringBuilder();
        double from = LINE / 2;
        for (double heading : inTheWay) {
            if (heading - SIZE > from) {
                lines.append(line(none, from, none, heading - SIZE, DASHED));
            }
            from = heading + SIZE / 3;
        }
        return lines.append(line(none, from, none, bottom, DASHED)).toString();
    }

    private void row(Row row) {
        double top = y;
        String weight = row.kind() == Kind.LEVEL ? "" : " font-weight=\"bold\"";
        double room = row.kind() == Kind.HEADING ? WIDTH : words - indent(row);
        for (String line : SvgText.lines(row.label(), SIZE, room / bold(row))) {
            words(indent(row), y, line, weight);
            if (row.kind() == Kind.HEADING && bold(row) * SvgText.width(line, SIZE) + 1 > x(plot.nullValue())) {
                inTheWay.add(y);
            }
            y += LINE;
        }
        if (row.kind() != Kind.HEADING) {
            effect(row, top - SIZE / 3);
            double numbers = top;
            for (String line : SvgText.lines(shown(row), SIZE, WIDTH - right)) {
                words(right, numbers, line, "");
                numbers += LINE;
            }
            y = Math.max(y, numbers);
        }
    }

    private void effect(Row row, double middle) {
        if (row.estimate().isEmpty()) {
            return;
        }
        double estimate = x(row.estimate().getAsDouble());
        double low = row.low().isPresent() ? x(row.low().getAsDouble()) : left();
        double high = row.high().isPresent() ? x(row.high().getAsDouble()) : plotEnd();
        if (row.kind() == Kind.OVERALL) {
            svg.append("<path d=\"M").append(point(low, middle)).append(" L").append(point(estimate, middle - TICK));
            svg.append(" L").append(point(high, middle)).append(" L").append(point(estimate, middle + TICK));
            svg.append(" Z\"/>\n");
            return;
        }
        svg.append(line(low, middle, high, middle, ""));
        arrow(row.low(), low, middle, 1);
        arrow(row.high(), high, middle, -1);
        if (row.kind() == Kind.PREDICTION) {
            return;
        }
        // The narrower the interval, the larger the square.
        double share = 1 - Math.min(1, (high - low) / (plotEnd() - left()));
        double side = LEAST_SQUARE + (MOST_SQUARE - LEAST_SQUARE) * share;
        svg.append("<rect x=\"")
                .append(text(estimate - side / 2))
                .append("\" y=\"")
                .append(text(middle - side / 2));
        svg.append("\" width=\"")
                .append(text(side))
                .append("\" height=\"")
                .append(text(side))
                .append("\"/>\n");
    }

    /** A limit that has no bound, or that the axis does not reach, ends in an arrow. */
    private void arrow(OptionalDouble limit, double at, double middle, int inward) {
        if (limit.isPresent() && !(plot.log() && limit.getAsDouble() <= 0)) {
            return;
        }
        double back = at + inward * TICK;
        svg.append("<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"0.7\" d=\"M");
        svg.append(point(back, middle - TICK / 2))
                .append(" L")
                .append(point(at, middle))
                .append(" L");
        svg.append(point(back, middle + TICK / 2)).append("\"/>\n");
    }

    private void scale(double bottom) {
        svg.append(line(left(), bottom, plotEnd(), bottom, ""));
        y = bottom + TICK + SIZE;
        double taken = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            double at = x(tick);
            svg.append(line(at, bottom, at, bottom + TICK, ""));
            String label = Axis.label(tick);
            double half = SvgText.width(label, SIZE) / 2;
            if (at - half > taken + 1) {
                centred(at, y, label);
                taken = at + half;
            }
        }
        y += LINE;
        double middle = (left() + plotEnd()) / 2;
        for (String line : SvgText.lines(plot.axis(), SIZE, 2 * Math.min(middle, WIDTH - middle))) {
            centred(middle, y, line);
            y += LINE;
        }
        double none = x(plot.nullValue());
        double room = WIDTH / 2 - GAP;
        List<String> less = SvgText.lines("\u2190 " + plot.less(), SIZE, room);
        List<String> more = SvgText.lines(plot.more() + " \u2192", SIZE, room);
        double split = Math.min(Math.max(none, width(less) + GAP), WIDTH - width(more) - GAP);
        double start = y;
        for (String line : less) {
            words(split - GAP, y, line, " text-anchor=\"end\"");
            y += LINE;
        }
        double end = y;
        y = start;
        for (String line : more) {
            words(split + GAP, y, line, "");
            y += LINE;
        }
        y = Math.max(end, y) - LINE;
    }

    private static double width(List<String> lines) {
        return lines.stream()
                .mapToDouble(line -> SvgText.width(line, SIZE))
                .max()
                .orElse(0);
    }

    private void centred(double at, double baseline, String words) {
        words(at, baseline, words, " text-anchor=\"middle\"");
    }

    private void words(double at, double baseline, String words, String attributes) {
        svg.append("<text x=\"")
                .append(text(at))
                .append("\" y=\"")
                .append(text(baseline))
                .append('"');
        svg.append(attributes).append('>').append(SvgText.escaped(words)).append("</text>\n");
    }

    private static String line(double fromX, double fromY, double toX, double toY, String attributes) {
        return "<path stroke=\"currentColor\" stroke-width=\"0.7\"" + attributes + " d=\"M" + point(fromX, fromY) + " L"
                + point(toX, toY) + "\"/>\n";
    }

    private double x(double value) {
        return left() + axis.at(value) * (plotEnd() - left());
    }

    private double left() {
        return words + GAP;
    }

    private double plotEnd() {
        return right - GAP;
    }

    /** How much wider the words of a row are for being bold. */
    private static double bold(Row row) {
        return row.kind() == Kind.LEVEL ? 1 : BOLD;
    }

    private static String shown(Row row) {
        return MINUS.matcher(row.shown()).replaceAll("\u2212");
    }

    private static double indent(Row row) {
        return row.kind() == Kind.LEVEL ? INDENT : 0;
    }

    private static String point(double x, double y) {
        return text(x) + " " + text(y);
    }

    /** A length with two decimals, so that the last bit of a sum shows nowhere. */
    private static String text(double length) {
        BigDecimal digits =
                new BigDecimal(length).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return digits.signum() == 0 ? "0" : digits.toPlainString();
    }
}
