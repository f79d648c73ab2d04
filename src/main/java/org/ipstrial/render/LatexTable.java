package org.ipstrial.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipstrial.report.Block;

/**
 * A table in the manner of booktabs that stays within the page: where its columns are too wide together, the wide ones
 * share what room is left and their cells are broken into lines; a long table goes on over pages with its head repeated.
 */
final class LatexTable {

    /** A line of {@code \\small} Latin Modern on 170 mm holds so many letters, on the safe side. */
    private static final double LINE = 96;

    private static final double GAP = 2.6;
    private static final double MILLIMETRES = 170 / 100.0;
    private static final int NARROW = 12;
    private static final int MOST_ROWS = 24;

    private final Block.Table table;
    private final UnaryOperator<String> escaped;

    private LatexTable(Block.Table table, UnaryOperator<String> escaped) {
        this.table = table;
        this.escaped = escaped;
    }

    /**
     * The table.
     *
     * @param escaped makes text of a cell safe
     */
    static String of(Block.Table table, UnaryOperator<String> escaped) {
        return new LatexTable(table, escaped).latex();
    }

    private String latex() {
        String columns =
                IntStream.range(0, table.align().size()).mapToObj(this::column).collect(Collectors.joining());
        boolean over = table.rows().size() > MOST_ROWS;
        String kind = over ? "longtable" : "tabular";
        StringBuilder latex = new StringBuilder("{\\small\n\\begin{" + kind + "}{@{}" + columns + "@{}}\n");
        boolean headed = !table.header().isEmpty();
        if (headed) {
            latex.append("\\toprule\n").append(row(table.header())).append("\\midrule\n");
            latex.append(over ? "\\endhead\n\\bottomrule\n\\endfoot\n" : "");
        }
        table.rows().forEach(cells -> latex.append(row(cells)));
        if (headed && !over) {
            latex.append("\\bottomrule\n");
        }
        return latex.append("\\end{" + kind + "}}\n").toString();
    }

    private String row(List<String> cells) {
        return cells.stream()
                .map(cell -> Block.Table.drawn(cell, "\\quad ", escaped))
                .collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    private String column(int at) {
        boolean right = table.align().get(at) == Block.Align.RIGHT;
        List<Double> widths = widths();
        if (widths.get(at) >= width(at)) {
            return right ? "r" : "l";
        }
        String millimetres = String.format(Locale.ROOT, "%.1f", widths.get(at) * MILLIMETRES);
        return ">{\\ragged" + (right ? "left" : "right") + "\\arraybackslash}p{" + millimetres + "mm}";
    }

    /** How many letters each column may have. */
    private List<Double> widths() {
        int count = table.align().size();
        List<Double> widths = new ArrayList<>();
        double left = LINE - GAP * (count - 1);
        List<Integer> wide = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            widths.add((double) width(at));
            if (width(at) > NARROW) {
                wide.add(at);
            } else {
                left -= width(at);
            }
        }
        wide.sort(Comparator.comparingInt(this::width));
        for (int k = 0; k < wide.size(); k++) {
            double share = Math.max(longestWord(wide.get(k)), left / (wide.size() - k));
            double own = Math.min(width(wide.get(k)), share);
            widths.set(wide.get(k), own);
            left -= own;
        }
        return widths;
    }

    /** What no line can be shorter than. */
    private int longestWord(int at) {
        return Stream.concat(Stream.of(table.header()), table.rows().stream())
                .filter(row -> !row.isEmpty())
                .flatMap(row -> Stream.of(row.get(at).split(" ")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private int width(int at) {
        int most = table.header().isEmpty() ? 0 : table.header().get(at).length();
        for (List<String> row : table.rows()) {
            most = Math.max(most, row.get(at).length());
        }
        return most;
    }
}
