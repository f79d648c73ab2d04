package org.ipstrial.report;

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
 * @param rows      from top to bottom
 */
public record ForestPlot(
        String title, String axis, boolean log, double nullValue, String less, String more, List<Row> rows)
        implements Block {

    /** Copies the rows, and refuses numbers that the axis does not hold. */
    public ForestPlot {
        Objects.requireNonNull(title, "title");
        rows = List.copyOf(rows);
        boolean below = rows.stream()
                .anyMatch(row -> row.estimate().isPresent() && row.estimate().getAsDouble() <= 0);
        if (log && below) {
            throw new IllegalArgumentException("a logarithmic axis holds no estimate of 0 or below");
        }
    }

    /**
     * One row.
     *
     * @param kind     what it is
     * @param label    its words
     * @param shown    the numbers in words, or why there are none; empty for a heading
     * @param estimate the effect; nothing where there is none, and for a heading
     * @param low      the lower limit; nothing where it has no bound, or there is none
     * @param high     the upper limit, likewise
     */
    public record Row(
            Kind kind, String label, String shown, OptionalDouble estimate, OptionalDouble low, OptionalDouble high) {

        /** A row of words only. */
        public static Row heading(String label) {
            return new Row(
                    Kind.HEADING, label, "", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
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
                        row.high()))
                .toList();
        return new ForestPlot(words.apply(title), axis, log, nullValue, less, more, written);
    }
}
