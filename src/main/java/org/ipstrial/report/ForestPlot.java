package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * A forest plot: one effect a row, each with its interval, on one axis.
 *
 * @param title     what it shows, for its caption and for those who do not see it
 * @param axis      the axis' words: the measure and its unit
 * @param log       whether the axis is logarithmic, as for ratios
 * @param nullValue no effect, on the axis' scale
 * @param less      the words on the side below it
 * @param more      the words on the side above it
 * @param columns   what stands beside the axis where a figure has the width of a page, the label first; none where a plot is
 *     never so wide
 * @param rows      from top to bottom
 */
public record ForestPlot(
        String title,
        String axis,
        boolean log,
        double nullValue,
        String less,
        String more,
        List<Column> columns,
        List<Row> rows)
        implements Block {

    /** An interval so many times as wide as the one in the middle of all would hide what the others say. */
    private static final double TOO_WIDE = 6;

    private static final int LEAST_TO_COMPARE = 4;

    /** Copies the rows, and refuses numbers that the axis does not hold. */
    public ForestPlot {
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        boolean below = rows.stream()
                .anyMatch(row -> row.estimate().isPresent() && row.estimate().getAsDouble() <= 0);
        if (log && below) {
            throw new IllegalArgumentException("a logarithmic axis holds no estimate of 0 or below");
        }
        int cells = columns.size() - 1;
        if (rows.stream().anyMatch(row -> !row.cells().isEmpty() && row.cells().size() != cells)) {
            throw new IllegalArgumentException("every row of the plot must have " + cells + " cells");
        }
    }

    /** A plot for one column of a page. */
    public ForestPlot(
            String title, String axis, boolean log, double nullValue, String less, String more, List<Row> rows) {
        this(title, axis, log, nullValue, less, more, List.of(), rows);
    }

    /** Whether it has the width of a page. */
    public boolean isWide() {
        return !columns.isEmpty();
    }

    /**
     * What the axis holds, from the least to the most: no effect, every effect, and the limits of all intervals but those
     * that are more than six times as wide as the one in the middle, on the axis' scale. Those end in an arrow.
     */
    public List<Double> held() {
        List<Double> widths = new ArrayList<>();
        rows.stream()
                .filter(this::isBounded)
                .filter(row -> row.kind() != Kind.PREDICTION)
                .forEach(row -> widths.add(width(row)));
        Collections.sort(widths);
        double most = widths.size() < LEAST_TO_COMPARE
                ? Double.POSITIVE_INFINITY
                : TOO_WIDE * widths.get((widths.size() - 1) / 2);
        List<Double> held = new ArrayList<>(List.of(nullValue));
        for (Row row : rows) {
            row.estimate().ifPresent(held::add);
            if (!isBounded(row) || width(row) <= most || row.kind() == Kind.PREDICTION) {
                // A limit of a ratio may be exactly 0, which no logarithmic axis reaches.
                List.of(row.low(), row.high())
                        .forEach(limit -> limit.ifPresent(value -> {
                            if (!log || value > 0) {
                                held.add(value);
                            }
                        }));
            }
        }
        Collections.sort(held);
        return held;
    }

    private boolean isBounded(Row row) {
        return row.low().isPresent()
                && row.high().isPresent()
                && (!log || row.low().getAsDouble() > 0);
    }

    private double width(Row row) {
        double low = row.low().getAsDouble();
        double high = row.high().getAsDouble();
        return log ? StrictMath.log(high / low) : high - low;
    }

    /**
     * What stands beside the axis.
     *
     * @param header the words above it
     * @param after  whether it stands at the right of the axis
     * @param align  to which side it keeps
     */
    public record Column(String header, boolean after, Align align) {}

    /**
     * One row.
     *
     * @param kind     what it is
     * @param label    its words
     * @param shown    the numbers in words, or why there are none; empty for a heading
     * @param estimate the effect; nothing where there is none, and for a heading
     * @param low      the lower limit; nothing where it has no bound, or there is none
     * @param high     the upper limit, likewise
     * @param cells    what stands in the columns but the label's, in the place of {@code shown}, where a figure is wide
     */
    public record Row(
            Kind kind,
            String label,
            String shown,
            OptionalDouble estimate,
            OptionalDouble low,
            OptionalDouble high,
            List<String> cells) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row without further columns. */
        public Row(
                Kind kind,
                String label,
                String shown,
                OptionalDouble estimate,
                OptionalDouble low,
                OptionalDouble high) {
            this(kind, label, shown, estimate, low, high, List.of());
        }

        /** A row of words only. */
        public static Row heading(String label) {
            return new Row(
                    Kind.HEADING, label, "", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }

        /** The same row with what stands in the columns. */
        public Row with(List<String> more) {
            return new Row(kind, label, shown, estimate, low, high, more);
        }
    }

    /** What a row is. */
    public enum Kind {
        /** The name of what the rows below it are levels of. */
        HEADING,
        /** The effect at a level. */
        LEVEL,
        /** The effect among everybody. */
        OVERALL,
        /** Where the effect of a further study may lie: limits without an effect of its own. */
        PREDICTION
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.forest(this);
    }

    @Override
    public Block map(UnaryOperator<String> words) {
        List<Row> written = rows.stream()
                .map(row -> new Row(
                        row.kind(),
                        words.apply(row.label()),
                        words.apply(row.shown()),
                        row.estimate(),
                        row.low(),
                        row.high(),
                        row.cells().stream().map(words).toList()))
                .toList();
        List<Column> headed = columns.stream()
                .map(column -> new Column(words.apply(column.header()), column.after(), column.align()))
                .toList();
        return new ForestPlot(words.apply(title), axis, log, nullValue, less, more, headed, written);
    }
}
