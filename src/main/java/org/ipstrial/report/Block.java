package org.ipstrial.report;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A piece of a report that every document format knows how to draw. The set is closed on purpose: a new kind of block
 * does not compile until each renderer has said what it looks like.
 */
public sealed interface Block
        permits Block.Heading,
                Block.Paragraph,
                Block.Verbatim,
                Block.Table,
                ForestPlot,
                FunnelPlot,
                CurvePlot,
                TippingMap,
                TracePlot,
                TrajectoryPlot,
                HazardTrendPlot {

    /** Calls the method for this kind of block. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The same with all words changed that hold numbers whose width matters for what is drawn. A renderer writes the numbers
     * of any other words when it is done.
     */
    default Block map(UnaryOperator<String> words) {
        return this;
    }

    /** What a renderer must answer; Java 17 has no exhaustive switch over a sealed type. */
    interface Visitor<R> {
        /** Draws a heading. */
        R heading(Heading heading);

        /** Draws a paragraph. */
        R paragraph(Paragraph paragraph);

        /** Draws lines as they are. */
        R verbatim(Verbatim verbatim);

        /** Draws a table. */
        R table(Table table);

        /** Draws a forest plot. */
        R forest(ForestPlot plot);

        /** Draws a funnel plot. */
        R funnel(FunnelPlot plot);

        /** Draws curves. */
        R curves(CurvePlot plot);

        /** Draws the map of a tipping grid. */
        R tipping(TippingMap map);

        /** Draws the traces of draws. */
        R traces(TracePlot plot);

        /** Draws scores over time. */
        R trajectories(TrajectoryPlot plot);

        /** Draws how a hazard ratio goes with time. */
        R hazardTrend(HazardTrendPlot plot);
    }

    /** To which side the cells of a column keep. */
    enum Align {
        /** Words. */
        LEFT,
        /** Numbers. */
        RIGHT
    }

    /**
     * A heading.
     *
     * @param level 1 for an outcome, 2 for what belongs to it
     * @param text  the words
     */
    record Heading(int level, String text) implements Block {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heading(this);
        }

        @Override
        public Block map(UnaryOperator<String> words) {
            return new Heading(level, words.apply(text));
        }
    }

    /**
     * A paragraph.
     *
     * @param text the words
     */
    record Paragraph(String text) implements Block {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paragraph(this);
        }

        @Override
        public Block map(UnaryOperator<String> words) {
            return new Paragraph(words.apply(text));
        }
    }

    /**
     * Lines that are shown as they are, such as a formula.
     *
     * @param lines the lines
     */
    record Verbatim(List<String> lines) implements Block {
        /** Copies the lines. */
        public Verbatim {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.verbatim(this);
        }
    }

    /**
     * A table. A cell that begins with {@link #INDENT} is indented: what it names belongs to the row above.
     *
     * @param header the heads of the columns; empty where the table needs none
     * @param align  to which side each column keeps
     * @param rows   the cells
     */
    record Table(List<String> header, List<Align> align, List<List<String>> rows) implements Block {
        /** What an indented cell begins with. */
        public static final String INDENT = "  ";

        /** Copies everything, and refuses a row of the wrong length. */
        public Table {
            header = List.copyOf(header);
            align = List.copyOf(align);
            rows = rows.stream().map(List::copyOf).toList();
            int width = align.size();
            if ((!header.isEmpty() && header.size() != width) || rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("every row of the table must have " + width + " cells");
            }
        }

        /** A cell with another sign for its indent, if it has one, and its text drawn. */
        public static String drawn(String cell, String indent, UnaryOperator<String> text) {
            return cell.startsWith(INDENT) ? indent + text.apply(cell.substring(INDENT.length())) : text.apply(cell);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.table(this);
        }

        @Override
        public Block map(UnaryOperator<String> words) {
            return new Table(
                    header.stream().map(words).toList(),
                    align,
                    rows.stream().map(row -> row.stream().map(words).toList()).toList());
        }
    }
}
