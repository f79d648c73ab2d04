package org.ipstrial.render.svg;

import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.CurvePlot.Arm;

/**
 * The curves of a plot, with their bands and the marks of the censored.
 *
 * @param plot   what to draw
 * @param canvas where
 * @param time   the axis of time
 * @param share  the axis of shares in percent
 * @param frame  the place
 */
record CurveLines(CurvePlot plot, SvgCanvas canvas, Axis time, Axis share, Frame frame) {

    /** Half the height of a mark. */
    private static final double MARK = 1.6;

    /** Marks closer than this would be a blot. */
    private static final double APART = 1.2;

    /** The place of the curves: their left, right, upper and lower edges. */
    record Frame(double left, double right, double top, double bottom) {}

    /** Draws everything, bands below lines; gives the lower edge. */
    double draw() {
        for (int arm = 0; arm < plot.arms().size(); arm++) {
            bands(plot.arms().get(arm), CurveColours.coloured(arm));
        }
        for (int arm = plot.arms().size() - 1; arm >= 0; arm--) {
            curve(plot.arms().get(arm), CurveColours.of(arm));
            marks(plot.arms().get(arm), CurveColours.coloured(arm));
        }
        return frame.bottom();
    }

    private void curve(Arm arm, String attributes) {
        // A curve that is above nothing from the start does not climb along the axis.
        boolean above = plot.rising() && arm.times().length > 0 && arm.times()[0] == 0;
        StringBuilder points =
                new StringBuilder("M").append(SvgCanvas.point(x(0), y(above ? arm.shares()[0] : start())));
        for (int step = above ? 1 : 0; step < arm.times().length; step++) {
            points.append(" H").append(SvgCanvas.text(x(arm.times()[step])));
            points.append(" V").append(SvgCanvas.text(y(arm.shares()[step])));
        }
        points.append(" H").append(SvgCanvas.text(x(arm.lastTime())));
        canvas.path(points.toString(), attributes);
    }

    /** A band over each run of steps that have limits. */
    private void bands(Arm arm, String attributes) {
        int from = 0;
        while (from < arm.times().length) {
            int to = from;
            while (to < arm.times().length && !Double.isNaN(arm.low()[to])) {
                to++;
            }
            if (to > from) {
                double end = to < arm.times().length ? arm.times()[to] : arm.lastTime();
                StringBuilder points =
                        new StringBuilder("M").append(SvgCanvas.point(x(arm.times()[from]), y(arm.high()[from])));
                for (int step = from + 1; step < to; step++) {
                    points.append(" H").append(SvgCanvas.text(x(arm.times()[step])));
                    points.append(" V").append(SvgCanvas.text(y(arm.high()[step])));
                }
                points.append(" H").append(SvgCanvas.text(x(end)));
                for (int step = to - 1; step >= from; step--) {
                    points.append(" V").append(SvgCanvas.text(y(arm.low()[step])));
                    points.append(" H").append(SvgCanvas.text(x(arm.times()[step])));
                }
                canvas.area(points.append(" Z").toString(), attributes);
            }
            from = to + 1;
        }
    }

    private void marks(Arm arm, String attributes) {
        StringBuilder points = new StringBuilder();
        double before = Double.NEGATIVE_INFINITY;
        for (double when : arm.censored()) {
            double at = x(when);
            if (at - before >= APART) {
                double middle = y(arm.shareAt(when, start()));
                points.append(points.length() > 0 ? " M" : "M").append(SvgCanvas.point(at, middle - MARK));
                points.append(" V").append(SvgCanvas.text(middle + MARK));
                before = at;
            }
        }
        if (points.length() > 0) {
            canvas.path(points.toString(), attributes + " stroke-width=\"0.5\"");
        }
    }

    private double start() {
        return plot.rising() ? 0 : 1;
    }

    private double x(double when) {
        return frame.left() + time.at(when) * (frame.right() - frame.left());
    }

    private double y(double fraction) {
        return frame.bottom() - share.at(100 * fraction) * (frame.bottom() - frame.top());
    }
}
