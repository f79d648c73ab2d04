package org.ipstrial.stats.interaction.adjusted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * The columns of a model of arms at levels with covariates: a coefficient for each cell, so that the effect may be another at
 * every level, or one effect of an arm against another at some levels together. A covariate that is a combination of the
 * columns before it is left out.
 *
 * @param data    the people
 * @param rows    the places of those in the model
 * @param columns the columns that it holds, and those that they make up
 */
record LevelsModel(LevelsData data, int[] rows, FullRank columns) {

    /** The column of the group against the reference: the effect at the first of the levels that are set apart. */
    static final String EFFECT = LevelNames.CELL + "effect";

    private static final String PRODUCT = LevelNames.CELL + "effect at level ";

    /** A coefficient for each cell. */
    static LevelsModel saturated(LevelsData data, IntPredicate kept) {
        return of(data, kept, new LinkedHashMap<>(), data.data().names());
    }

    /**
     * The same model with the effect of an arm against another at one level as a coefficient, and how far it is another at
     * each other level.
     *
     * @param levels those at which both are kept, the one of the effect first
     */
    static LevelsModel apart(LevelsData data, IntPredicate kept, int group, int reference, List<Integer> levels) {
        Map<String, IntPredicate> columns = together(data, group, reference, levels);
        for (int level : levels.subList(1, levels.size())) {
            columns.put(PRODUCT + level, cell -> cell == data.cell(level, group));
        }
        return of(data, kept, columns, data.data().names());
    }

    /**
     * A model with one effect of an arm against another at some levels.
     *
     * @param covariates the names of those to hold
     */
    static LevelsModel alike(
            LevelsData data,
            IntPredicate kept,
            int group,
            int reference,
            List<Integer> levels,
            List<String> covariates) {
        return of(data, kept, together(data, group, reference, levels), covariates);
    }

    private static Map<String, IntPredicate> together(LevelsData data, int group, int reference, List<Integer> levels) {
        Map<String, IntPredicate> columns = new LinkedHashMap<>();
        for (int level : levels) {
            columns.put(
                    LevelNames.CELL + "level " + level,
                    cell -> cell == data.cell(level, group) || cell == data.cell(level, reference));
        }
        columns.put(EFFECT, cell -> levels.stream().anyMatch(level -> cell == data.cell(level, group)));
        return columns;
    }

    /** Columns of cells, then one for each kept cell that is in none of them, then the covariates. */
    private static LevelsModel of(
            LevelsData data, IntPredicate kept, Map<String, IntPredicate> together, List<String> covariates) {
        int[] rows = data.rows(kept);
        Map<String, IntPredicate> columns = new LinkedHashMap<>(together);
        for (int cell = 0; cell < data.cells(); cell++) {
            int one = cell;
            if (data.people(cell) > 0
                    && kept.test(cell)
                    && together.values().stream().noneMatch(column -> column.test(one))) {
                columns.put(LevelNames.of(cell), other -> other == one);
            }
        }
        List<String> names = new ArrayList<>(columns.keySet());
        List<double[]> values = new ArrayList<>();
        columns.values()
                .forEach(column -> values.add(Arrays.stream(rows)
                        .mapToDouble(row -> column.test(data.cell(row)) ? 1 : 0)
                        .toArray()));
        double[][] all = data.data().covariates();
        for (String covariate : covariates) {
            double[] of = all[data.data().names().indexOf(covariate)];
            names.add(covariate);
            values.add(Arrays.stream(rows).mapToDouble(row -> of[row]).toArray());
        }
        return new LevelsModel(data, rows, FullRank.of(new DesignMatrix(names, values.toArray(double[][]::new))));
    }

    /** What a method of regression takes. */
    ModelData model() {
        double[] outcome = data.data().outcome();
        return ModelData.of(
                columns.design(),
                Arrays.stream(rows).mapToDouble(row -> outcome[row]).toArray());
    }

    /** The covariates that the model holds. */
    List<String> covariates() {
        return columns.design().names().stream()
                .filter(data.data().names()::contains)
                .toList();
    }

    /** The places of the columns that say how far the effect is another at each level but the first. */
    int[] products() {
        List<String> names = columns.design().names();
        return IntStream.range(0, names.size())
                .filter(column -> names.get(column).startsWith(PRODUCT))
                .toArray();
    }
}
