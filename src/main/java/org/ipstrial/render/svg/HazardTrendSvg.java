package org.ipstrial.render.svg;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ipstrial.report.HazardTrendPlot;
import org.ipstrial.report.Language;

/**
 * How a hazard ratio goes with time as SVG for a column of 84 mm, all words at 7 points: a legend, a dot for each event, the
 * smooth with its band, the estimate dashed, and a thin line at no difference. Colours and dashes are those of the other
 * figures.
 */
public final class HazardTrendSvg {

    private static final double WIDTH = 238;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 4;
    private static final double TICK = 3;
    private static final double SWATCH = 22;
    private static final double PLOT = 120;
    private static final double HALF_BAND = 2.5;
    private static final String DOT = " stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-opacity=\"0.55\"";
    private static final String THIN = " stroke-width=\"0.35\"";

    private final HazardTrendPlot plot;
    private final SvgCanvas canvas = new SvgCanvas(SIZE);
    private final Axis time;
    private final Axis value;
    private final double left;
    private final double right;
    private double bottom;
    private double y;

    private HazardTrendSvg(HazardTrendPlot plot) {
        this.plot = plot;
        this.time = Axis.ofTime(plot.times()[plot.times().length - 1]);
        double[] drawn = DoubleStream.concat(
                        DoubleStream.of(0, plot.estimate()),
                        Stream.of(plot.residuals(), plot.low(), plot.high()).flatMapToDouble(Arrays::stream))
                .filter(Double::isFinite)
                .toArray();
        this.value = Axis.over(
                Arrays.stream(drawn).min().orElseThrow(),
                Arrays.stream(drawn).max().orElseThrow(),
                false);
        double labels = value.ticks().stream()
                .mapToDouble(tick -> SvgText.width(Axis.label(tick), SIZE))
                .max()
                .orElseThrow();
        double last = time.ticks().get(time.ticks().size() - 1);
        this.left = labels + TICK + 2;
        this.right = WIDTH - SvgText.width(Axis.label(last), SIZE) / 2 - 1;
    }

    /** The plot to stand in a page, in the page's colours. */
    public static String inline(HazardTrendPlot plot) {
        return new HazardTrendSvg(plot).draw("");
    }

    /** The plot as a file of its own, black on white. */
    public static String document(HazardTrendPlot plot) {
        return document(plot, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(HazardTrendPlot plot, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new HazardTrendSvg(plot).draw(" style=\"color:#000;background:#fff\""));
    }

    private String draw(String attributes) {
        y = LINE;
        legend();
        for (String line : SvgText.lines(plot.value(), SIZE, WIDTH)) {
            canvas.words(0, y, line, "");
            y += LINE;
        }
        bottom = y - LINE + 2 * GAP + PLOT;
        if (plot.isSmooth()) {
            band();
        }
        canvas.line(left, up(0), right, up(0), THIN);
        dots();
        canvas.line(left, up(plot.estimate()), right, up(plot.estimate()), CurveColours.of(1));
        if (plot.isSmooth()) {
            canvas.path(through(plot.smooth()), CurveColours.of(0));
        }
        axes();
        return canvas.svg(WIDTH, y - LINE + GAP, plot.title(), attributes);
    }

    private void legend() {
        canvas.path(dot(SWATCH / 2, y - SIZE / 3), DOT);
        words(plot.point());
        if (plot.isSmooth()) {
            double at = y - SIZE / 3;
            canvas.area(
                    "M" + SvgCanvas.point(0, at - HALF_BAND) + " H" + SvgCanvas.text(SWATCH) + " V"
                            + SvgCanvas.text(at + HALF_BAND) + " H0 Z",
                    CurveColours.coloured(0));
            canvas.line(0, at, SWATCH, at, CurveColours.of(0));
            words(plot.line());
        }
        canvas.line(0, y - SIZE / 3, SWATCH, y - SIZE / 3, CurveColours.of(1));
        words(plot.whole());
    }

    private void words(String words) {
        for (String line : SvgText.lines(words, SIZE, WIDTH - SWATCH - GAP)) {
            canvas.words(SWATCH + GAP, y, line, "");
            y += LINE;
        }
    }

    private void band() {
        StringBuilder points = new StringBuilder(through(plot.high()));
        for (int i = plot.times().length - 1; i >= 0; i--) {
            points.append(" L").append(SvgCanvas.point(x(plot.times()[i]), up(plot.low()[i])));
        }
        canvas.area(points.append(" Z").toString(), CurveColours.coloured(0));
    }

    private void dots() {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < plot.times().length; i++) {
            points.append(i == 0 ? "" : " ").append(dot(x(plot.times()[i]), up(plot.residuals()[i])));
        }
        canvas.path(points.toString(), DOT);
    }

    private static String dot(double atX, double atY) {
        return "M" + SvgCanvas.point(atX, atY) + " h0";
    }

    private String through(double[] values) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            points.append(i == 0 ? "M" : " L").append(SvgCanvas.point(x(plot.times()[i]), up(values[i])));
        }
        return points.toString();
    }

    private void axes() {
        canvas.line(left, bottom - PLOT, left, bottom, "");
        canvas.line(left, bottom, right, bottom, "");
        for (double tick : value.ticks()) {
            canvas.line(left - TICK, up(tick), left, up(tick), "");
            canvas.words(left - TICK - 1, up(tick) + SIZE / 3, Axis.label(tick), " text-anchor=\"end\"");
        }
        y = bottom + TICK + SIZE;
        for (double tick : time.ticks()) {
            canvas.line(x(tick), bottom, x(tick), bottom + TICK, "");
            canvas.words(x(tick), y, Axis.label(tick), " text-anchor=\"middle\"");
        }
        y += LINE;
        for (String line : SvgText.lines(plot.when(), SIZE, right - left)) {
            canvas.words((left + right) / 2, y, line, " text-anchor=\"middle\"");
            y += LINE;
        }
    }

    private double x(double when) {
        return left + time.at(when) * (right - left);
    }

    private double up(double number) {
        return bottom - value.at(number) * PLOT;
    }
}
