package org.ipstrial.render.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ipstrial.report.Language;
import org.ipstrial.report.TippingMap;

/**
 * The map of a tipping grid as SVG for a column of 84 mm, all words at 7 points: a legend, the cells above and below as areas
 * with their staircases, and a cross where the missing are like those assessed. The areas are told apart by colour and by the
 * dash of their edge, the colours being those of {@link CurveColours}.
 */
public final class TippingSvg {

    private static final double WIDTH = 238;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 4;
    private static final double TICK = 3;
    private static final double SWATCH = 22;
    private static final double PLOT = 150;
    private static final double CROSS = 3;
    private static final double HALF = 0.5;
    private static final int DIGITS = 4;

    private final TippingMap map;
    private final SvgCanvas canvas = new SvgCanvas(SIZE);
    private final Axis across;
    private final Axis upwards;
    private final double left;
    private final double right;
    private double y;
    private double bottom;

    private TippingSvg(TippingMap map) {
        this.map = map;
        this.across = axis(map.what(), map.referenceSteps());
        this.upwards = axis(map.what(), map.groupSteps());
        double labels = upwards.ticks().stream()
                .mapToDouble(tick -> SvgText.width(Axis.label(tick), SIZE))
                .max()
                .orElse(0);
        this.left = labels + TICK + 2;
        this.right = WIDTH
                - across.ticks().stream()
                                .mapToDouble(tick -> SvgText.width(Axis.label(tick), SIZE))
                                .max()
                                .orElse(0)
                        / 2
                - 1;
    }

    /** The map to stand in a page, in the page's colours. */
    public static String inline(TippingMap map) {
        return new TippingSvg(map).draw("");
    }

    /** The map as a file of its own, black on white. */
    public static String document(TippingMap map) {
        return document(map, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(TippingMap map, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new TippingSvg(map).draw(" style=\"color:#000;background:#fff\""));
    }

    private static Axis axis(TippingMap.What what, List<Double> steps) {
        return what == TippingMap.What.EVENTS ? ofEvents(steps) : ofMeans(steps);
    }

    /** From the least to the largest mean, marked at round numbers; of one mean that alone. */
    private static Axis ofMeans(List<Double> steps) {
        double least = steps.get(0);
        double most = steps.get(steps.size() - 1);
        if (least == most) {
            double mark = new BigDecimal(least).round(new MathContext(DIGITS)).doubleValue();
            return new Axis(least - HALF, least + HALF, false, List.of(mark));
        }
        return new Axis(
                least,
                most,
                false,
                Axis.over(least, most, false).ticks().stream()
                        .filter(tick -> tick >= least && tick <= most)
                        .toList());
    }

    /** Half a cell beyond the first and the last number, marked at whole numbers. */
    private static Axis ofEvents(List<Double> steps) {
        double last = steps.get(steps.size() - 1);
        List<Double> ticks = Axis.ofTime(last).ticks().stream()
                .filter(tick -> tick <= last && tick == Math.rint(tick))
                .toList();
        return new Axis(-HALF, last + HALF, false, ticks);
    }

    private String draw(String attributes) {
        y = LINE;
        legend();
        y += GAP / 2;
        for (String line : SvgText.lines(map.group(), SIZE, WIDTH)) {
            canvas.words(0, y, line, "");
            y += LINE;
        }
        // A mark at the very top needs room beneath the words of its axis.
        bottom = y - LINE + GAP + (map.what() == TippingMap.What.MEANS ? SIZE / 2 : 0) + PLOT;
        region(1, true);
        region(-1, false);
        if (map.isMarked()) {
            cross(
                    x(map.referenceObserved().getAsDouble()),
                    up(map.groupObserved().getAsDouble()));
        }
        axes();
        return canvas.svg(WIDTH, y - LINE + GAP, map.title(), attributes);
    }

    private void legend() {
        if (map.has(1)) {
            swatch(colour(1), edge(1));
            words(map.above());
        }
        if (map.has(-1)) {
            swatch(colour(-1), edge(-1));
            words(map.below());
        }
        if (map.has(0)) {
            words(map.around());
        }
        if (map.isMarked()) {
            cross(SWATCH / 2, y - SIZE / 3);
            words(map.observed());
        }
    }

    private void swatch(String colour, String edge) {
        double middle = y - SIZE / 3;
        canvas.area(box(0, middle - CROSS, SWATCH, middle + CROSS), colour);
        canvas.line(0, middle + CROSS, SWATCH, middle + CROSS, edge);
    }

    private void words(String text) {
        for (String line : SvgText.lines(text, SIZE, WIDTH - SWATCH - GAP)) {
            canvas.words(SWATCH + GAP, y, line, "");
            y += LINE;
        }
    }

    private static String colour(int side) {
        return CurveColours.coloured(side > 0 ? 0 : 1);
    }

    private static String edge(int side) {
        return CurveColours.of(side > 0 ? 0 : 1);
    }

    /** The cells of a side: those that reach the end at which it begins as one area with a staircase, others alone. */
    private void region(int side, boolean fromTop) {
        if (!map.has(side)) {
            return;
        }
        int rows = map.groupSteps().size();
        double end = fromTop ? bottom - PLOT : bottom;
        StringBuilder stairs = new StringBuilder();
        StringBuilder edge = new StringBuilder();
        double before = end;
        for (int column = 0; column < map.referenceSteps().size(); column++) {
            int reached = 0;
            while (reached < rows && side(place(reached, rows, fromTop), column) == side) {
                reached++;
            }
            double at = reached == 0 ? end : edgeOf(place(reached - 1, rows, fromTop), fromTop);
            stairs.append(column == 0 ? "M" : " L").append(SvgCanvas.point(border(column), at));
            stairs.append(" L").append(SvgCanvas.point(border(column + 1), at));
            // Along the frame there is no edge to draw.
            if (reached > 0 && reached < rows) {
                double start = column == 0 ? at : before;
                edge.append("M").append(SvgCanvas.point(border(column), start));
                edge.append(" L").append(SvgCanvas.point(border(column), at));
                edge.append(" L")
                        .append(SvgCanvas.point(border(column + 1), at))
                        .append(' ');
            } else if (column > 0 && before != at) {
                edge.append("M").append(SvgCanvas.point(border(column), before));
                edge.append(" L").append(SvgCanvas.point(border(column), at)).append(' ');
            }
            before = at;
            for (int beyond = reached; beyond < rows; beyond++) {
                int row = place(beyond, rows, fromTop);
                if (side(row, column) == side) {
                    canvas.area(
                            box(border(column), edgeOf(row, false), border(column + 1), edgeOf(row, true)),
                            colour(side));
                }
            }
        }
        String closing = " L" + SvgCanvas.point(right, end) + " L" + SvgCanvas.point(left, end) + " Z";
        canvas.area(stairs + closing, colour(side));
        if (edge.length() > 0) {
            canvas.path(edge.toString().strip(), edge(side));
        }
    }

    private int side(int row, int column) {
        return map.sides().get(row).get(column);
    }

    private static int place(int steps, int rows, boolean fromTop) {
        return fromTop ? rows - 1 - steps : steps;
    }

    /** The border of a column of cells, halfway to its neighbour; with the number of columns the right end. */
    private double border(int column) {
        return between(map.referenceSteps(), column, across, at -> left + at * (right - left));
    }

    /** The lower or upper border of a row of cells. */
    private double edgeOf(int row, boolean lower) {
        return between(map.groupSteps(), lower ? row : row + 1, upwards, at -> bottom - at * PLOT);
    }

    private interface Length {
        double of(double share);
    }

    private static double between(List<Double> steps, int place, Axis axis, Length length) {
        IntToDoubleFunction number = steps::get;
        double at = place == 0
                ? axis.low()
                : place == steps.size()
                        ? axis.high()
                        : (number.applyAsDouble(place - 1) + number.applyAsDouble(place)) / 2;
        return length.of(axis.at(at));
    }

    private void cross(double atX, double atY) {
        canvas.path(
                "M" + SvgCanvas.point(atX - CROSS, atY) + " L" + SvgCanvas.point(atX + CROSS, atY) + " M"
                        + SvgCanvas.point(atX, atY - CROSS) + " L" + SvgCanvas.point(atX, atY + CROSS),
                " stroke-width=\"1.1\"");
    }

    private void axes() {
        canvas.path(box(left, bottom - PLOT, right, bottom), "");
        double taken = Double.POSITIVE_INFINITY;
        for (double tick : upwards.ticks()) {
            double at = up(tick);
            canvas.line(left - TICK, at, left, at, "");
            if (at + SIZE < taken) {
                canvas.words(left - TICK - 1, at + SIZE / 3, Axis.label(tick), " text-anchor=\"end\"");
                taken = at;
            }
        }
        y = bottom + TICK + SIZE;
        double end = Double.NEGATIVE_INFINITY;
        for (double tick : across.ticks()) {
            double at = x(tick);
            canvas.line(at, bottom, at, bottom + TICK, "");
            double half = SvgText.width(Axis.label(tick), SIZE) / 2;
            if (at - half > end + 1) {
                canvas.words(at, y, Axis.label(tick), " text-anchor=\"middle\"");
                end = at + half;
            }
        }
        y += LINE;
        for (String line : SvgText.lines(map.reference(), SIZE, right - left)) {
            canvas.words((left + right) / 2, y, line, " text-anchor=\"middle\"");
            y += LINE;
        }
    }

    private double x(double number) {
        return left + across.at(number) * (right - left);
    }

    private double up(double number) {
        return bottom - upwards.at(number) * PLOT;
    }

    private static String box(double fromX, double fromY, double toX, double toY) {
        return "M" + SvgCanvas.point(fromX, fromY) + " L" + SvgCanvas.point(toX, fromY) + " L"
                + SvgCanvas.point(toX, toY) + " L" + SvgCanvas.point(fromX, toY) + " Z";
    }
}
