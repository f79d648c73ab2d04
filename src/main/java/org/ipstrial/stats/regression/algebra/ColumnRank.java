package org.ipstrial.stats.regression.algebra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of a matrix are linear combinations of earlier ones.
 *
 * <p>The columns of the triangle are reflected once more, from the first to the last. One whose part outside the columns
 * kept so far is below {@code 1e-10} of its length is set aside, so that of several dependent columns the first are
 * kept; R's {@code lm} pivots in the same way, with {@code 1e-7}. The smaller bound lets a polynomial of the tenth
 * degree through (Filip of NIST, {@code 5e-8}), which R drops a term of.
 */
public final class ColumnRank {

    private static final double TOLERANCE = 1e-10;
    private static final double SHARE = 1e-6;

    private final List<double[]> reflections = new ArrayList<>();
    private final List<double[]> reflected = new ArrayList<>();
    private final List<Integer> kept = new ArrayList<>();
    private final Map<Integer, List<Integer>> dependent = new LinkedHashMap<>();

    private ColumnRank() {}

    /** The rank of a matrix, by its triangle. */
    public static ColumnRank of(Triangle triangle) {
        ColumnRank rank = new ColumnRank();
        int p = triangle.size();
        for (int j = 0; j < p; j++) {
            double[] column = new double[p];
            for (int i = 0; i <= j; i++) {
                column[i] = triangle.get(i, j);
            }
            rank.take(j, column);
        }
        return rank;
    }

    /** The columns that are kept, in order. */
    public int[] kept() {
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The columns that are not, each with the kept columns that it is made of: those that carry more than a millionth of
     * its length. A column of zeros is made of none.
     */
    public Map<Integer, List<Integer>> dependent() {
        return dependent;
    }

    private void take(int j, double[] column) {
        double length = norm(column, 0);
        for (int k = 0; k < reflections.size(); k++) {
            reflect(reflections.get(k), column, k);
        }
        int rank = kept.size();
        double outside = norm(column, rank);
        if (outside <= TOLERANCE * length) {
            dependent.put(j, madeOf(column, length));
            return;
        }
        double[] reflection = new double[column.length];
        System.arraycopy(column, rank, reflection, rank, column.length - rank);
        reflection[rank] += column[rank] > 0 ? outside : -outside;
        reflect(reflection, column, rank);
        reflections.add(reflection);
        reflected.add(column);
        kept.add(j);
    }

    private List<Integer> madeOf(double[] column, double length) {
        int rank = kept.size();
        double[] b = column.clone();
        List<Integer> parts = new ArrayList<>();
        for (int j = rank - 1; j >= 0; j--) {
            double[] basis = reflected.get(j);
            double factor = b[j] / basis[j];
            for (int i = 0; i < j; i++) {
                b[i] -= factor * basis[i];
            }
            if (Math.abs(factor) * norm(basis, 0) > SHARE * length) {
                parts.add(0, kept.get(j));
            }
        }
        return List.copyOf(parts);
    }

    private static void reflect(double[] reflection, double[] column, int from) {
        double squares = 0;
        double dot = 0;
        for (int i = from; i < column.length; i++) {
            squares += reflection[i] * reflection[i];
            dot += reflection[i] * column[i];
        }
        for (int i = from; i < column.length; i++) {
            column[i] -= 2 * dot / squares * reflection[i];
        }
    }

    private static double norm(double[] column, int from) {
        double squares = 0;
        for (int i = from; i < column.length; i++) {
            squares += column[i] * column[i];
        }
        return Math.sqrt(squares);
    }
}
