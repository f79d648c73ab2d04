package org.ipstrial.render.svg;

import java.util.List;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.CurvePlot.Arm;
import org.ipstrial.report.Language;

/**
 * Step curves as SVG for a column of 84 mm, all words at 7 points: a legend, the curves with their bands and marks of the
 * censored, the axis, and below it how many are at risk. Arms are told apart by colour and by dash. The colours are those
 * of Okabe and Ito (Color Universal Design, 2008), darkened where they do not stand out from white by 4.5 to 1; a dark
 * screen gets lighter ones.
 */
public final class CurveSvg {

    private static final double WIDTH = 238;
    private static final double SIZE = 7;
    private static final double LINE = 8.5;
    private static final double GAP = 4;
    private static final double TICK = 3;
    private static final double SWATCH = 22;
    private static final double PLOT = 110;
    private static final double MOST_WORDS = 60;

    private static final Axis WHOLE = new Axis(0, 100, false, List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0));

    private final CurvePlot plot;
    private final SvgCanvas canvas = new SvgCanvas(SIZE);
    private final CurveLines lines;
    private final Axis time;
    private final Axis share;
    private final double left;
    private final double right;
    private final boolean beside;
    private double y;

    private CurveSvg(CurvePlot plot) {
        this.plot = plot;
        this.time = Axis.ofTime(plot.lastTime());
        this.share = plot.rising() ? Axis.over(0, Math.min(100, 100 * plot.largestShare()), false) : WHOLE;
        double label = plot.arms().stream()
                .mapToDouble(arm -> SvgText.width(arm.label(), SIZE))
                .max()
                .orElseThrow();
        double numbers = plot.arms().stream()
                .mapToDouble(arm -> SvgText.width(String.valueOf(arm.atRiskAt(0)), SIZE))
                .max()
                .orElseThrow();
        double shares = share.ticks().stream()
                .mapToDouble(tick -> SvgText.width(Axis.label(tick), SIZE))
                .max()
                .orElseThrow();
        this.beside = label <= MOST_WORDS;
        this.left = Math.max(shares + TICK + 2, (beside ? label + GAP : 0) + numbers / 2);
        double last = time.ticks().get(time.ticks().size() - 1);
        this.right = WIDTH - Math.max(numbers, SvgText.width(Axis.label(last), SIZE)) / 2 - 1;
        double bottom = LINE * (1 + legendLines()) + 2 * GAP + PLOT;
        this.lines =
                new CurveLines(plot, canvas, time, share, new CurveLines.Frame(left, right, bottom - PLOT, bottom));
    }

    /** The plot to stand in a page, in the page's colours. */
    public static String inline(CurvePlot plot) {
        return new CurveSvg(plot).draw("");
    }

    /** What a page's style needs so that a dark screen gets its own colours. */
    public static String pageStyle() {
        return CurveColours.style();
    }

    /** The plot as a file of its own, black on white. */
    public static String document(CurvePlot plot) {
        return document(plot, Language.EN);
    }

    /** The same with its numbers as a language writes them. */
    public static String document(CurvePlot plot, Language language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + language.written(new CurveSvg(plot).draw(" style=\"color:#000;background:#fff\""));
    }

    private int legendLines() {
        return plot.arms().stream()
                        .mapToInt(arm -> SvgText.lines(arm.label(), SIZE, WIDTH - SWATCH - GAP)
                                .size())
                        .sum()
                + SvgText.lines(plot.share(), SIZE, WIDTH).size()
                - 1;
    }

    private String draw(String attributes) {
        y = LINE;
        legend();
        for (String line : SvgText.lines(plot.share(), SIZE, WIDTH)) {
            canvas.words(0, y, line, "");
            y += LINE;
        }
        y = lines.draw();
        axes();
        atRisk();
        return canvas.svg(WIDTH, y - LINE + GAP, plot.title(), attributes);
    }

    private void legend() {
        for (int arm = 0; arm < plot.arms().size(); arm++) {
            canvas.line(0, y - SIZE / 3, SWATCH, y - SIZE / 3, CurveColours.of(arm));
            for (String line : SvgText.lines(plot.arms().get(arm).label(), SIZE, WIDTH - SWATCH - GAP)) {
                canvas.words(SWATCH + GAP, y, line, "");
                y += LINE;
            }
        }
    }

    private void axes() {
        double bottom = y;
        canvas.line(left, bottom - PLOT, left, bottom, "");
        canvas.line(left, bottom, right, bottom, "");
        for (double tick : share.ticks()) {
            double at = bottom - share.at(tick) * PLOT;
            canvas.line(left - TICK, at, left, at, "");
            canvas.words(left - TICK - 1, at + SIZE / 3, Axis.label(tick), " text-anchor=\"end\"");
        }
        y = bottom + TICK + SIZE;
        time.ticks().forEach(tick -> canvas.line(x(tick), bottom, x(tick), bottom + TICK, ""));
        row(time.ticks().stream().map(Axis::label).toList());
        List<String> words = SvgText.lines(plot.time(), SIZE, right - left);
        for (String line : words) {
            canvas.words((left + right) / 2, y, line, " text-anchor=\"middle\"");
            y += LINE;
        }
    }

    private void atRisk() {
        y += GAP / 2;
        for (String line : SvgText.lines(plot.atRisk(), SIZE, WIDTH)) {
            canvas.words(0, y, line, " font-weight=\"bold\"");
            y += LINE;
        }
        for (int number = 0; number < plot.arms().size(); number++) {
            Arm arm = plot.arms().get(number);
            if (beside) {
                canvas.words(0, y, arm.label(), "");
            } else {
                for (String line : SvgText.lines(arm.label(), SIZE, WIDTH)) {
                    canvas.words(0, y, line, "");
                    y += LINE;
                }
            }
            row(time.ticks().stream()
                    .map(tick -> String.valueOf(arm.atRiskAt(tick)))
                    .toList());
        }
    }

    /** Numbers under the marks of the axis, without those that would touch the one before. */
    private void row(List<String> numbers) {
        double taken = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.size(); i++) {
            double at = x(time.ticks().get(i));
            double half = SvgText.width(numbers.get(i), SIZE) / 2;
            if (at - half > taken + 1) {
                canvas.words(at, y, numbers.get(i), " text-anchor=\"middle\"");
                taken = at + half;
            }
        }
        y += LINE;
    }

    private double x(double tick) {
        return left + time.at(tick) * (right - left);
    }
}
