package org.ipstrial.report;

import java.util.List;
import java.util.Objects;

/**
 * The traces of what was drawn of missing values, round by round: a small figure for each variable and group, a line for each
 * imputation.
 *
 * @param title     what it shows, for its caption and for those who do not see it
 * @param elsewhere where it is to be seen, for a form that draws none
 * @param iteration the words of the axis of rounds
 * @param panels    the small figures
 */
public record TracePlot(String title, String elsewhere, String iteration, List<Panel> panels) implements Block {

    /** The most imputations that are drawn, the first ones: more lines cover each other. */
    public static final int MOST_LINES = 20;

    /** Refuses no figure. */
    public TracePlot {
        Objects.requireNonNull(title, "title");
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("wanted one trace at least, got none");
        }
    }

    /**
     * One small figure.
     *
     * @param label  what it shows
     * @param values by imputation and round; NaN where there is no number
     */
    public record Panel(String label, double[][] values) {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.traces(this);
    }
}
