package org.ipstrial.render.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.FunnelPlot.Study;
import org.ipstrial.report.Language;

/**
 * A funnel plot as SVG for a column of 84 mm, all words at 7 points: a legend, a ring for each study with its number where
 * there are few, the line of the pooled effect dashed and the sides dotted, both axes, and the names below. It takes the
 * colour of the text around it.
 */
public final class FunnelSvg {

    private static final double WIDTH = SvgCanvas.COLUMN;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 4;
    private static final double TICK = 3;
    private static final double SWATCH = 22;
    private static final double PLOT = 140;
    private static final double RADIUS = 1.8;
    private static final int MARKS = 6;
    private static final String DASHED = " stroke-dasharray=\"4 2\"";
    private static final String DOTTED = " stroke-dasharray=\"1 2\"";

    private final FunnelPlot plot;
    private final SvgCanvas canvas = new SvgCanvas(SIZE);
    private final Axis across;
    private final Axis down;
    private final double left;
    private final double right;
    private double top;
    private double y;

    private FunnelSvg(FunnelPlot plot) {
        this.plot = plot;
        List<Double> effects =
                new ArrayList<>(List.of(plot.sides().low(), plot.sides().high()));
        plot.studies().forEach(study -> effects.add(study.estimate()));
        this.across = Axis.over(
                effects.stream().mapToDouble(effect -> effect).min().orElseThrow(),
                effects.stream().mapToDouble(effect -> effect).max().orElseThrow(),
                plot.log(),
                MARKS);
        double most = plot.studies().stream().mapToDouble(Study::error).max().orElseThrow();
        this.down = Axis.over(0, Math.max(most, plot.sides().error()), false);
        this.left = widest(down.ticks()) + TICK + 2;
        this.right = WIDTH - widest(across.ticks()) / 2 - 1;
    }

    /** The plot to stand in a page, in the page's colours. */
    public static String inline(FunnelPlot plot) {
        return new FunnelSvg(plot).draw("");
    }

    /** The plot as a file of its own, black on white. */
    public static String document(FunnelPlot plot) {
        return document(plot, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(FunnelPlot plot, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new FunnelSvg(plot).draw(" style=\"color:#000;background:#fff\""));
    }

    private static double widest(List<Double> ticks) {
        return ticks.stream()
                .mapToDouble(tick -> SvgText.width(Axis.label(tick), SIZE))
                .max()
                .orElse(0);
    }

    private String draw(String attributes) {
        y = LINE;
        legend(plot.pooled(), DASHED);
        legend(plot.limits(), DOTTED);
        y += GAP / 2;
        words(plot.error());
        top = y - LINE + 2 * GAP;
        axes();
        sides();
        studies();
        y = top + PLOT + TICK + SIZE + LINE;
        for (String line : SvgText.lines(plot.axis(), SIZE, right - left)) {
            canvas.words((left + right) / 2, y, line, " text-anchor=\"middle\"");
            y += LINE;
        }
        if (plot.named()) {
            y += GAP / 2;
            names();
        }
        return canvas.svg(WIDTH, y - LINE + GAP, plot.title(), attributes);
    }

    private void legend(String words, String dash) {
        canvas.line(0, y - SIZE / 3, SWATCH, y - SIZE / 3, dash);
        for (String line : SvgText.lines(words, SIZE, WIDTH - SWATCH - GAP)) {
            canvas.words(SWATCH + GAP, y, line, "");
            y += LINE;
        }
    }

    private void words(String words) {
        for (String line : SvgText.lines(words, SIZE, WIDTH)) {
            canvas.words(0, y, line, "");
            y += LINE;
        }
    }

    /** The names by number, as many in a line as fit; none is torn unless it is wider than the figure. */
    private void names() {
        String line = "";
        for (int i = 0; i < plot.studies().size(); i++) {
            String name = (i + 1) + " " + plot.studies().get(i).name()
                    + (i + 1 < plot.studies().size() ? ";" : "");
            String longer = line.isEmpty() ? name : line + " " + name;
            if (!line.isEmpty() && SvgText.width(longer, SIZE) > WIDTH) {
                words(line);
                longer = name;
            }
            line = longer;
        }
        words(line);
    }

    private void axes() {
        double bottom = top + PLOT;
        canvas.line(left, top, left, bottom, "");
        canvas.line(left, bottom, right, bottom, "");
        for (double tick : down.ticks()) {
            double at = down(tick);
            canvas.line(left - TICK, at, left, at, "");
            canvas.words(left - TICK - 1, at + SIZE / 3, Axis.label(tick), " text-anchor=\"end\"");
        }
        double taken = Double.NEGATIVE_INFINITY;
        for (double tick : across.ticks()) {
            double at = x(tick);
            canvas.line(at, bottom, at, bottom + TICK, "");
            double half = SvgText.width(Axis.label(tick), SIZE) / 2;
            if (at - half > taken + 1) {
                canvas.words(at, bottom + TICK + SIZE, Axis.label(tick), " text-anchor=\"middle\"");
                taken = at + half;
            }
        }
    }

    private void sides() {
        FunnelLabels.Line middle = lines().get(0);
        canvas.line(middle.fromX(), middle.fromY(), middle.toX(), middle.toY(), DASHED);
        for (FunnelLabels.Line side : lines().subList(1, lines().size())) {
            canvas.line(side.fromX(), side.fromY(), side.toX(), side.toY(), DOTTED);
        }
    }

    /** The pooled effect and the sides. */
    private List<FunnelLabels.Line> lines() {
        FunnelPlot.Sides sides = plot.sides();
        double middle = x(sides.middle());
        double end = down(sides.error());
        return List.of(
                new FunnelLabels.Line(middle, top, middle, top + PLOT),
                new FunnelLabels.Line(middle, top, x(sides.low()), end),
                new FunnelLabels.Line(middle, top, x(sides.high()), end));
    }

    private void studies() {
        double[] xs = plot.studies().stream()
                .mapToDouble(study -> x(study.estimate()))
                .toArray();
        double[] ys = plot.studies().stream()
                .mapToDouble(study -> down(study.error()))
                .toArray();
        for (int i = 0; i < xs.length; i++) {
            canvas.ring(xs[i], ys[i], RADIUS);
        }
        if (!plot.named()) {
            return;
        }
        List<String> numbers =
                IntStream.rangeClosed(1, xs.length).mapToObj(String::valueOf).toList();
        FunnelLabels labels =
                new FunnelLabels(xs, ys, RADIUS, SIZE, new FunnelLabels.Box(left, top, WIDTH, top + PLOT), lines());
        for (int i = 0; i < xs.length; i++) {
            Optional<FunnelLabels.Box> box = labels.place(i, numbers.get(i));
            if (box.isPresent()) {
                FunnelLabels.Box place = box.get();
                canvas.words(place.left(), place.baseline(SIZE), numbers.get(i), "");
                leader(xs[i], ys[i], place);
            }
        }
    }

    /** A line from a study to a number that found no place at its side. */
    private void leader(double atX, double atY, FunnelLabels.Box box) {
        double length = Math.sqrt(box.apart(atX, atY));
        if (length > 3 * RADIUS) {
            double toX = Math.min(Math.max(atX, box.left()), box.right());
            double toY = Math.min(Math.max(atY, box.top()), box.bottom());
            double share = RADIUS / length;
            canvas.line(atX + share * (toX - atX), atY + share * (toY - atY), toX, toY, " stroke-width=\"0.4\"");
        }
    }

    private double x(double effect) {
        return left + across.at(effect) * (right - left);
    }

    private double down(double error) {
        return top + down.at(error) * PLOT;
    }
}
