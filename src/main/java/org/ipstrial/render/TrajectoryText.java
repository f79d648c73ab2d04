package org.ipstrial.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.ipstrial.report.Block;
import org.ipstrial.report.Language;
import org.ipstrial.report.Numerals;
import org.ipstrial.report.TrajectoryPlot;
import org.ipstrial.report.TrajectoryPlot.Team;

/** Scores over time in the characters of a terminal. A review that leaves a range shows both of its ends. */
final class TrajectoryText {

    private static final int COLUMNS = 56;
    private static final int ROWS = 16;
    private static final int MARGIN = 7;
    private static final String MARKS = "o+x=";
    /** Where reviews of several teams fall on one place. */
    private static final char SEVERAL = '@';

    private final TrajectoryPlot plot;
    private final Language language;

    private TrajectoryText(TrajectoryPlot plot, Language language) {
        this.plot = plot;
        this.language = language;
    }

    /** What it shows and which mark is whose. */
    static Block.Paragraph legend(TrajectoryPlot plot) {
        StringJoiner teams = new StringJoiner("; ");
        for (int team = 0; team < plot.teams().size(); team++) {
            teams.add(MARKS.charAt(team) + " " + plot.teams().get(team).label());
        }
        String several = plot.teams().size() > 1 ? " (" + SEVERAL + " " + plot.several() + ")" : "";
        return new Block.Paragraph(plot.title() + " " + teams + several + ".");
    }

    /** Its lines. */
    static List<String> lines(TrajectoryPlot plot, Language language) {
        return new TrajectoryText(plot, language).lines();
    }

    private List<String> lines() {
        char[][] cells = new char[ROWS + 1][COLUMNS + 1];
        String[] marks = new String[ROWS + 1];
        Arrays.fill(marks, "");
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
        marks[ROWS] = Math.round(plot.least()) + "";
        marks[0] = Math.round(plot.most()) + "";
        for (TrajectoryPlot.Cut cut : plot.cuts()) {
            if (cut.from() > plot.least()) {
                marks[row(cut.from())] = Math.round(cut.from()) + "";
                Arrays.fill(cells[row(cut.from())], '.');
            }
        }
        for (int team = 0; team < plot.teams().size(); team++) {
            draw(plot.teams().get(team), MARKS.charAt(team), cells);
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row <= ROWS; row++) {
            lines.add((" ".repeat(MARGIN - 1 - marks[row].length()) + marks[row] + "|" + String.valueOf(cells[row]))
                    .stripTrailing());
        }
        lines.add(" ".repeat(MARGIN - 1) + "+" + "-".repeat(COLUMNS + 1));
        String first = day(plot.firstDay());
        String last = day(plot.lastDay());
        lines.add(" ".repeat(MARGIN)
                + (first.equals(last)
                        ? first
                        : first + " ".repeat(COLUMNS + 1 - first.length() - last.length()) + last));
        return lines;
    }

    private String day(double sinceEpoch) {
        return language.written(Numerals.day(LocalDate.ofEpochDay((long) sinceEpoch)));
    }

    private void draw(Team team, char mark, char[][] cells) {
        double span = plot.lastDay() - plot.firstDay();
        if (plot.steps()) {
            steps(team, mark, cells, span);
            return;
        }
        for (int review = 0; review < team.days().length; review++) {
            int column = span == 0 ? 0 : (int) Math.rint((team.days()[review] - plot.firstDay()) / span * COLUMNS);
            put(cells, row(team.least()[review]), column, mark);
            if (row(team.most()[review]) != row(team.least()[review])) {
                put(cells, row(team.most()[review]), column, mark);
            }
        }
    }

    /** What stands on the day of each column. */
    private void steps(Team team, char mark, char[][] cells, double span) {
        for (int column = 0; column <= COLUMNS; column++) {
            double day = plot.firstDay() + Math.floor(span * column / COLUMNS);
            int review = Arrays.binarySearch(team.days(), day);
            int last = review < 0 ? -review - 2 : review;
            if (last >= 0 && day <= team.days()[team.days().length - 1]) {
                put(cells, row(team.least()[last]), column, mark);
            }
        }
    }

    private static void put(char[][] cells, int row, int column, char mark) {
        char there = cells[row][column];
        cells[row][column] = there == ' ' || there == '.' || there == mark ? mark : SEVERAL;
    }

    private int row(double score) {
        return (int) Math.rint((plot.most() - score) / (plot.most() - plot.least()) * ROWS);
    }
}
