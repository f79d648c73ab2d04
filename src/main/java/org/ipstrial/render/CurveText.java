package org.ipstrial.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.DoubleFunction;
import org.ipstrial.report.Block;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.CurvePlot.Arm;
import org.ipstrial.report.Language;

/** Step curves in the characters of a terminal: no limits and no marks, which the numbers around them give. */
final class CurveText {

    private static final int COLUMNS = 56;
    private static final int ROWS = 12;
    private static final int MARGIN = 7;
    private static final String MARKS = "o+x=";

    private final CurvePlot plot;
    private final Language language;
    private final double most;

    private CurveText(CurvePlot plot, Language language) {
        this.plot = plot;
        this.language = language;
        double largest = plot.arms().stream()
                .flatMapToDouble(arm -> Arrays.stream(arm.shares()))
                .max()
                .orElse(1);
        this.most = plot.rising() && largest > 0 ? Math.min(1, Math.ceil(largest * 10) / 10) : 1;
    }

    /** What it shows and which mark is whose: words of the data, which stand outside what is shown as it is. */
    static Block.Paragraph legend(CurvePlot plot) {
        StringJoiner arms = new StringJoiner("; ");
        for (int arm = 0; arm < plot.arms().size(); arm++) {
            arms.add(MARKS.charAt(arm) + " " + plot.arms().get(arm).label());
        }
        return new Block.Paragraph(plot.title() + " " + arms + ".");
    }

    /** Its lines. */
    static List<String> lines(CurvePlot plot, Language language) {
        return new CurveText(plot, language).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        char[][] cells = new char[ROWS + 1][COLUMNS + 1];
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
        // The first arm lies on top.
        for (int arm = plot.arms().size() - 1; arm >= 0; arm--) {
            draw(plot.arms().get(arm), MARKS.charAt(arm), cells);
        }
        for (int row = 0; row <= ROWS; row++) {
            boolean marked = row % (ROWS / 2) == 0;
            String mark = marked ? Math.round(100 * most * (ROWS - row) / ROWS) + language.percent() : "";
            lines.add(
                    (" ".repeat(MARGIN - 1 - mark.length()) + mark + "|" + String.valueOf(cells[row])).stripTrailing());
        }
        lines.add(" ".repeat(MARGIN - 1) + "+" + "-".repeat(COLUMNS + 1));
        lines.add(row(time -> Math.round(time) + ""));
        lines.add(" ".repeat(MARGIN) + plot.time());
        lines.add(plot.atRisk());
        for (int arm = 0; arm < plot.arms().size(); arm++) {
            Arm one = plot.arms().get(arm);
            lines.add(MARKS.charAt(arm)
                    + row(time -> one.atRiskAt(Math.round(time)) + "").substring(1));
        }
        return lines;
    }

    private void draw(Arm arm, char mark, char[][] cells) {
        for (int column = 0; column <= COLUMNS; column++) {
            double time = plot.lastTime() * column / COLUMNS;
            if (time <= arm.lastTime()) {
                double share = arm.shareAt(time, plot.rising() ? 0 : 1);
                cells[ROWS - (int) Math.rint(Math.min(1, share / most) * ROWS)][column] = mark;
            }
        }
    }

    /** Something at each quarter of the time. */
    private String row(DoubleFunction<String> what) {
        StringBuilder line = new StringBuilder(" ".repeat(MARGIN));
        for (int quarter = 0; quarter <= 4; quarter++) {
            int at = MARGIN + COLUMNS * quarter / 4;
            String text = what.apply(plot.lastTime() * quarter / 4);
            int start = Math.max(line.length() == MARGIN ? 0 : line.length() + 1, at - text.length() / 2);
            line.setLength(Math.min(line.length(), start));
            line.append(" ".repeat(start - line.length())).append(text);
        }
        return line.toString();
    }
}
