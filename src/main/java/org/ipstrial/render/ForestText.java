package org.ipstrial.render;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;

/** A forest plot in the characters of a terminal. */
final class ForestText {

    private static final int PLOT = 41;
    private static final String INDENT = "  ";

    private final ForestPlot plot;
    private final double least;
    private final double most;

    private ForestText(ForestPlot plot) {
        this.plot = plot;
        List<Double> held = plot.held();
        double high = position(held.get(held.size() - 1));
        this.least = position(held.get(0));
        this.most = high > least ? high : least + 1;
    }

    /** Its lines. */
    static List<String> lines(ForestPlot plot) {
        return new ForestText(plot).lines();
    }

    private List<String> lines() {
        int words = plot.rows().stream()
                .mapToInt(row -> label(row).codePointCount(0, label(row).length()))
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Row row : plot.rows()) {
            String label = label(row)
                    + " ".repeat(words - label(row).codePointCount(0, label(row).length()));
            lines.add((label + INDENT + drawn(row) + INDENT + row.shown()).stripTrailing());
        }
        int none = column(position(plot.nullValue()));
        lines.add((" ".repeat(words) + INDENT + " ".repeat(none) + "|").stripTrailing());
        String sides = "< " + plot.less() + "   " + plot.more() + " >";
        int start = Math.max(0, words + INDENT.length() + none - plot.less().length() - 3);
        lines.add(" ".repeat(start) + sides);
        lines.add(plot.axis());
        return lines;
    }

    private static String label(Row row) {
        return row.kind() == Kind.LEVEL ? INDENT + row.label() : row.label();
    }

    private String drawn(Row row) {
        char[] cells = " ".repeat(PLOT).toCharArray();
        cells[column(position(plot.nullValue()))] = ':';
        if (row.estimate().isPresent()) {
            int low = limit(row.low(), 0);
            int high = limit(row.high(), PLOT - 1);
            for (int at = low; at <= high; at++) {
                cells[at] = '-';
            }
            cells[low] = isBeyond(row.low()) ? '<' : cells[low];
            cells[high] = isBeyond(row.high()) ? '>' : cells[high];
            if (row.kind() != Kind.PREDICTION) {
                cells[column(position(row.estimate().getAsDouble()))] = row.kind() == Kind.OVERALL ? '#' : '*';
            }
        }
        return String.valueOf(cells);
    }

    /** Whether there is no limit, or the axis does not reach it. */
    private boolean isBeyond(OptionalDouble limit) {
        return limit.isEmpty()
                || plot.log() && limit.getAsDouble() <= 0
                || position(limit.getAsDouble()) < least
                || position(limit.getAsDouble()) > most;
    }

    private int limit(OptionalDouble limit, int end) {
        return isBeyond(limit) ? end : column(position(limit.getAsDouble()));
    }

    private double position(double value) {
        return plot.log() ? StrictMath.log(value) : value;
    }

    private int column(double position) {
        return (int) Math.rint((position - least) / (most - least) * (PLOT - 1));
    }
}
