package org.ipstrial.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.report.Block;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.FunnelPlot.Study;
import org.ipstrial.report.Numerals;

/** A funnel plot in the characters of a terminal. */
final class FunnelText {

    private static final int COLUMNS = 61;
    private static final int ROWS = 16;
    private static final String NUMBERS = "123456789abcdefghijklmnopqrstuvwxyz";
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final char MIDDLE = '|';
    private static final char LOWER_SIDE = '/';
    private static final char UPPER_SIDE = '\\';
    private static final char MANY = '#';
    private static final String FREE = " " + MIDDLE + LOWER_SIDE + UPPER_SIDE;

    private final FunnelPlot plot;
    private final double least;
    private final double most;
    private final double largest;

    private FunnelText(FunnelPlot plot) {
        this.plot = plot;
        double low = position(plot.sides().low());
        double high = position(plot.sides().high());
        double error = plot.sides().error();
        for (Study study : plot.studies()) {
            low = Math.min(low, position(study.estimate()));
            high = Math.max(high, position(study.estimate()));
            error = Math.max(error, study.error());
        }
        this.least = low;
        this.most = high > low ? high : low + 1;
        this.largest = error;
    }

    /** What it shows and what its marks mean: words of the data, which stand outside what is shown as it is. */
    static Block.Paragraph legend(FunnelPlot plot) {
        List<String> marks = new ArrayList<>();
        marks.add(MIDDLE + " " + plot.pooled());
        marks.add(LOWER_SIDE + " " + UPPER_SIDE + " " + plot.limits());
        for (int i = 0; plot.named() && i < plot.studies().size(); i++) {
            marks.add(mark(plot, i) + " " + plot.studies().get(i).name());
        }
        return new Block.Paragraph(plot.title() + ". " + String.join("; ", marks) + ".");
    }

    /** Its lines. */
    static List<String> lines(FunnelPlot plot) {
        return new FunnelText(plot).lines();
    }

    private static char mark(FunnelPlot plot, int study) {
        return plot.named() ? NUMBERS.charAt(study) : 'o';
    }

    private List<String> lines() {
        char[][] cells = new char[ROWS + 1][COLUMNS];
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
        sides(cells);
        for (int i = 0; i < plot.studies().size(); i++) {
            Study study = plot.studies().get(i);
            char[] row = cells[(int) Math.rint(study.error() / largest * ROWS)];
            int at = column(position(study.estimate()));
            boolean free = FREE.indexOf(row[at]) >= 0;
            row[at] = free ? mark(plot, i) : MANY;
        }
        List<String> lines = new ArrayList<>(List.of(plot.error()));
        int margin = Math.max(label(largest).length(), label(largest / 2).length()) + 1;
        for (int row = 0; row <= ROWS; row++) {
            String label = row % (ROWS / 2) == 0 ? label(largest * row / ROWS) : "";
            lines.add(
                    (" ".repeat(margin - label.length()) + label + " |" + String.valueOf(cells[row])).stripTrailing());
        }
        lines.add(" ".repeat(margin + 1) + "+" + "-".repeat(COLUMNS));
        lines.add(ticks(margin + 2));
        lines.add(plot.axis());
        return lines;
    }

    private void sides(char[][] cells) {
        double middle = position(plot.sides().middle());
        for (int row = 0; row <= ROWS; row++) {
            double share = largest * row / ROWS / plot.sides().error();
            if (share <= 1) {
                cells[row][column(middle + share * (position(plot.sides().low()) - middle))] = LOWER_SIDE;
                cells[row][column(middle + share * (position(plot.sides().high()) - middle))] = UPPER_SIDE;
            }
            cells[row][column(middle)] = MIDDLE;
        }
    }

    /** The least effect, the pooled one and the largest, where they stand. */
    private String ticks(int margin) {
        StringBuilder line = new StringBuilder();
        for (double effect : new double[] {effect(least), plot.sides().middle(), effect(most)}) {
            String label = label(effect);
            int start = margin + column(position(effect)) - label.length() / 2;
            if (line.length() == 0 || start > line.length()) {
                line.append(" ".repeat(Math.max(0, start - line.length()))).append(label);
            }
        }
        return line.toString();
    }

    /** Two digits are enough to find a place in a map of characters. */
    private static String label(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(number)
                        .round(TWO_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', Numerals.DECIMAL);
    }

    private double position(double effect) {
        return plot.log() ? StrictMath.log(effect) : effect;
    }

    private double effect(double position) {
        return plot.log() ? StrictMath.exp(position) : position;
    }

    private int column(double position) {
        return (int) Math.rint((position - least) / (most - least) * (COLUMNS - 1));
    }
}
