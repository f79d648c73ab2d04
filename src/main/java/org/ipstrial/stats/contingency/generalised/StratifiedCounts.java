package org.ipstrial.stats.contingency.generalised;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * People by row and column within several strata: by arm, say, and level of an outcome.
 *
 * @param strata for each stratum the rows, each with its numbers by column; not to be changed
 */
public record StratifiedCounts(List<long[][]> strata) {

    /** An order of tables of one shape by their numbers, row by row. */
    static final Comparator<long[][]> BY_NUMBERS = StratifiedCounts::compare;

    /** Refuses tables of different shapes, fewer than two rows or columns, and negative numbers. */
    public StratifiedCounts {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("wanted at least one stratum, got none");
        }
        int rows = strata.get(0).length;
        int columns = rows == 0 ? 0 : strata.get(0)[0].length;
        if (rows < 2 || columns < 2) {
            throw new IllegalArgumentException(
                    "wanted at least two rows and two columns, got " + rows + " and " + columns);
        }
        for (long[][] table : strata) {
            if (table.length != rows || Arrays.stream(table).anyMatch(row -> row.length != columns)) {
                throw new IllegalArgumentException(
                        "each stratum must have " + rows + " rows and " + columns + " columns");
            }
            for (long[] row : table) {
                for (long number : row) {
                    if (number < 0) {
                        throw new IllegalArgumentException("a number of people must be at least 0, got " + number);
                    }
                }
            }
        }
    }

    /** How many rows each table has. */
    public int rows() {
        return strata.get(0).length;
    }

    /** How many columns each table has. */
    public int columns() {
        return strata.get(0)[0].length;
    }

    /** The tables by their numbers: the order of the strata changes no sum. */
    List<long[][]> inOrder() {
        return strata.stream().sorted(BY_NUMBERS).toList();
    }

    private static int compare(long[][] one, long[][] other) {
        int order = 0;
        for (int i = 0; i < one.length && order == 0; i++) {
            order = Arrays.compare(one[i], other[i]);
        }
        return order;
    }

    /** The scores 1, 2, 3 and so on. */
    static double[] ranks(int number) {
        double[] scores = new double[number];
        Arrays.setAll(scores, i -> i + 1.0);
        return scores;
    }
}
