package org.ipstrial.render.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;

/**
 * What stands beside the axis of a forest plot, and where: in one column of a page the labels at the left and the numbers at
 * the right; over its width the columns that the plot has.
 */
final class ForestColumns {

    static final double SIZE = 7;
    static final double LINE = 8.5;
    static final double GAP = 5;

    private static final double NARROW = 238;
    private static final double WIDE = 493;
    private static final double LEAST_PLOT = 70;
    private static final double MOST_WORDS = 90;
    private static final double MOST_WIDE_WORDS = 150;
    private static final double LEAST_WIDE_WORDS = 60;
    private static final double MOST_WIDE_CELL = 90;
    private static final double LEAST_WIDE_PLOT = 100;
    private static final double BETWEEN = 10;
    private static final double HARDLY = 1.25;
    private static final double INDENT = 6;
    private static final double BOLD = 1.1;

    /** The sign of a number below 0, not the hyphen of a word. */
    private static final Pattern MINUS = Pattern.compile("(?<![\\p{L}\\p{N}])-(?=[0-9])");

    /** Room for half of a mark's number beyond either end of the axis. */
    private static final double MARGIN = 16;

    private final ForestPlot plot;
    private final double words;
    private final List<Place> places = new ArrayList<>();
    private double left;
    private double right;

    /**
     * A column but the label's.
     *
     * @param header the words above it
     * @param at     its side from which the words run
     * @param room   how wide it is
     * @param align  to which side it keeps
     */
    record Place(String header, double at, double room, Align align) {}

    ForestColumns(ForestPlot plot) {
        this.plot = plot;
        double widest = widest(row -> indent(row) + bold(row) * SvgText.width(row.label(), SIZE));
        if (plot.isWide()) {
            double[] rooms = rooms(widest);
            this.words = rooms[0];
            beside(rooms);
        } else {
            double numbers = widest(row -> SvgText.width(signed(row.shown()), SIZE));
            double start =
                    Math.min(NARROW - MARGIN, Math.max(NARROW - numbers, NARROW - (NARROW - LEAST_PLOT - GAP) / 2));
            this.words = Math.max(MARGIN, Math.min(widest + 0.1, Math.min(MOST_WORDS, start - GAP - LEAST_PLOT - GAP)));
            places.add(new Place("", start, NARROW - start, Align.LEFT));
            this.left = words + GAP;
            this.right = start - GAP;
        }
    }

    /**
     * How wide each column of a wide plot is: as its cells are and the longest word above them. Where all of them leave too
     * little for the axis the labels give way first, whose words break best.
     */
    private double[] rooms(double label) {
        double[] rooms = new double[plot.columns().size()];
        double cells = 0;
        for (int column = 0; column < rooms.length; column++) {
            int cell = column - 1;
            String words = plot.columns().get(column).header();
            double whole = BOLD * SvgText.width(words, SIZE);
            double widest = column == 0 ? label : widest(row -> cell(row, cell));
            double most = column == 0 ? MOST_WIDE_WORDS : MOST_WIDE_CELL;
            // A header that is hardly wider than its cells stands in one line.
            double header = whole <= HARDLY * widest ? whole : BOLD * longestWord(words);
            rooms[column] = Math.max(MARGIN, Math.min(most, Math.max(header, widest) + 0.1));
            cells += column == 0 ? 0 : rooms[column];
        }
        double available = WIDE - LEAST_WIDE_PLOT - (rooms.length + 1) * BETWEEN;
        rooms[0] = Math.min(rooms[0], Math.max(LEAST_WIDE_WORDS, available - cells));
        double all = rooms[0] + cells;
        for (int column = 0; column < rooms.length && all > available; column++) {
            rooms[column] *= available / all;
        }
        return rooms;
    }

    private static double longestWord(String words) {
        return Stream.of(words.split(" "))
                .mapToDouble(word -> SvgText.width(word, SIZE))
                .max()
                .orElse(0);
    }

    private static double cell(Row row, int cell) {
        return row.cells().isEmpty()
                ? 0
                : bold(row) * SvgText.width(signed(row.cells().get(cell)), SIZE);
    }

    /** The columns of a wide plot from both ends towards the axis, which has what is left. */
    private void beside(double[] rooms) {
        double before = words;
        double after = WIDE + BETWEEN;
        for (int column = 1; column < rooms.length; column++) {
            after -= plot.columns().get(column).after() ? rooms[column] + BETWEEN : 0;
        }
        this.right = Math.min(after - GAP, WIDE - MARGIN);
        for (int column = 1; column < rooms.length; column++) {
            ForestPlot.Column wanted = plot.columns().get(column);
            double from = wanted.after() ? after : before + BETWEEN;
            double at = wanted.align() == Align.LEFT ? from : from + rooms[column];
            places.add(new Place(wanted.header(), at, rooms[column], wanted.align()));
            if (wanted.after()) {
                after += rooms[column] + BETWEEN;
            } else {
                before += rooms[column] + BETWEEN;
            }
        }
        this.left = before + GAP + BETWEEN;
    }

    private double widest(ToDoubleFunction<Row> width) {
        return plot.rows().stream()
                .filter(row -> row.kind() != Kind.HEADING)
                .mapToDouble(width)
                .max()
                .orElse(0);
    }

    /** The width of the figure in points. */
    double width() {
        return plot.isWide() ? WIDE : NARROW;
    }

    /** Where the axis begins. */
    double left() {
        return left;
    }

    /** Where it ends. */
    double right() {
        return right;
    }

    /** How far a label may reach. */
    double words() {
        return words;
    }

    /** The columns but the label's. */
    List<Place> places() {
        return places;
    }

    /** What stands in those, with signs as they are printed. */
    List<String> cells(Row row) {
        if (!plot.isWide()) {
            return List.of(signed(row.shown()));
        }
        return row.cells().stream().map(ForestColumns::signed).toList();
    }

    private static String signed(String cell) {
        return MINUS.matcher(cell).replaceAll("\u2212");
    }

    /** How much wider the words of a row are for being bold. */
    static double bold(Row row) {
        return row.kind() == Kind.LEVEL ? 1 : BOLD;
    }

    static double indent(Row row) {
        return row.kind() == Kind.LEVEL ? INDENT : 0;
    }
}
