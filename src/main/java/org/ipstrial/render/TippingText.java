package org.ipstrial.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.report.Block;
import org.ipstrial.report.TippingMap;

/** The map of a tipping grid in the characters of a terminal; of a large grid every so many rows and columns. */
final class TippingText {

    private static final int COLUMNS = 58;
    private static final int ROWS = 20;
    private static final int ROWS_OF_MEANS = 21;
    private static final int DIGITS = 4;
    private static final String ABOVE = "#";
    private static final String AROUND = ".";
    private static final String BELOW = "-";
    private static final String OBSERVED = "O";
    private static final String UPWARDS = "^";
    private static final String ACROSS = ">";

    private TippingText() {}

    /** What it shows and what its marks mean: words of the data, which stand outside what is shown as it is. */
    static Block.Paragraph legend(TippingMap map) {
        List<String> marks = new ArrayList<>();
        if (map.has(1)) {
            marks.add(ABOVE + " " + map.above());
        }
        if (map.has(0)) {
            marks.add(AROUND + " " + map.around());
        }
        if (map.has(-1)) {
            marks.add(BELOW + " " + map.below());
        }
        if (map.isMarked()) {
            marks.add(OBSERVED + " " + map.observed());
        }
        marks.add(UPWARDS + " " + map.group());
        marks.add(ACROSS + " " + map.reference());
        return new Block.Paragraph(map.title() + " " + String.join("; ", marks) + ".");
    }

    /** Its lines. */
    static List<String> lines(TippingMap map) {
        int[] rows = kept(map.groupSteps().size(), map.what() == TippingMap.What.EVENTS ? ROWS : ROWS_OF_MEANS);
        int[] columns = kept(map.referenceSteps().size(), COLUMNS);
        int margin =
                map.groupSteps().stream().mapToInt(step -> label(step).length()).reduce(3, Math::max);
        int markedRow = map.isMarked()
                ? next(map.groupSteps(), rows, map.groupObserved().getAsDouble())
                : -1;
        int markedColumn = map.isMarked()
                ? next(map.referenceSteps(), columns, map.referenceObserved().getAsDouble())
                : -1;
        List<String> lines = new ArrayList<>(List.of(" ".repeat(margin + 1) + UPWARDS));
        for (int row = rows.length - 1; row >= 0; row--) {
            boolean labelled = row == 0 || row == rows.length - 1 || (rows.length - 1 - row) % 5 == 0 && row > 1;
            String label = labelled ? label(map.groupSteps().get(rows[row])) : "";
            StringBuilder line = new StringBuilder(" ".repeat(margin - label.length()) + label + " |");
            for (int column = 0; column < columns.length; column++) {
                int side = map.sides().get(rows[row]).get(columns[column]);
                String mark = side > 0 ? ABOVE : side < 0 ? BELOW : AROUND;
                line.append(row == markedRow && column == markedColumn ? OBSERVED : mark);
            }
            lines.add(line.toString());
        }
        lines.add(" ".repeat(margin + 1) + "+" + "-".repeat(columns.length) + ACROSS);
        lines.add(ticks(map, columns, margin + 2));
        return lines;
    }

    private static String ticks(TippingMap map, int[] columns, int margin) {
        StringBuilder line = new StringBuilder(" ".repeat(margin));
        for (int column = 0; column < columns.length; column++) {
            boolean last = column == columns.length - 1;
            if (column % 10 == 0 && column + 6 < columns.length || last) {
                // Before the last one there is a blank, however long those before it are.
                int gap = column == 0 ? 0 : 1;
                line.append(" ".repeat(Math.max(last ? gap : 0, margin + column - line.length())))
                        .append(label(map.referenceSteps().get(columns[column])));
            }
        }
        return line.toString();
    }

    /** A number of events, or a mean with no more digits than its place on the map needs. */
    private static String label(double step) {
        BigDecimal digits = new BigDecimal(step).round(new MathContext(DIGITS)).stripTrailingZeros();
        return digits.signum() == 0 ? "0" : digits.toPlainString();
    }

    /** So many places of all, evenly spaced, both ends included. */
    private static int[] kept(int all, int most) {
        int number = Math.min(all, most);
        int[] kept = new int[number];
        for (int i = 0; i < number; i++) {
            kept[i] = number == 1 ? 0 : (int) ((long) (all - 1) * i / (number - 1));
        }
        return kept;
    }

    /** The place among those kept whose number is nearest. */
    private static int next(List<Double> steps, int[] kept, double number) {
        int nearest = 0;
        for (int i = 1; i < kept.length; i++) {
            if (Math.abs(steps.get(kept[i]) - number) < Math.abs(steps.get(kept[nearest]) - number)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
