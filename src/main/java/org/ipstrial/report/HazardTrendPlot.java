package org.ipstrial.report;

import java.util.Objects;

/**
 * How a hazard ratio goes with time: a point for each event, a smooth through them with its band, the estimate of the whole
 * time, and no difference. The columns have one length, times ascending; numbers are logarithms of hazard ratios.
 *
 * @param title     what it shows, for its caption and for those who do not see it
 * @param readings  what the smooth is at some times, or that there is none
 * @param value     the words of the axis of hazard ratios
 * @param when      the words of the axis of time
 * @param point     what a point is
 * @param line      what the smooth is
 * @param whole     what the estimate is
 * @param times     when each event came
 * @param residuals the scaled residual of each
 * @param smooth    the smooth there; NaN where there is none, and so its limits
 * @param low       its lower limit
 * @param high      its upper limit
 * @param estimate  the estimate of the whole time
 */
public record HazardTrendPlot(
        String title,
        String readings,
        String value,
        String when,
        String point,
        String line,
        String whole,
        double[] times,
        double[] residuals,
        double[] smooth,
        double[] low,
        double[] high,
        double estimate)
        implements Block {

    /** Refuses no event. */
    public HazardTrendPlot {
        Objects.requireNonNull(title, "title");
        if (times.length == 0) {
            throw new IllegalArgumentException("wanted one event at least, got none");
        }
    }

    /** Whether there is a smooth. */
    public boolean isSmooth() {
        return !Double.isNaN(smooth[0]);
    }

    /** Its caption with the readings, which is all of it where nothing is drawn. */
    public String caption() {
        return title + " " + readings;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.hazardTrend(this);
    }
}
