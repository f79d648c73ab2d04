package org.ipstrial.stats.interaction.adjusted;

/** What the columns of a model are called that stand for arms at levels, as against covariates. */
public final class LevelNames {

    /** What they begin with, which no covariate does. */
    static final String CELL = "cell ";

    private LevelNames() {}

    /** The column of a cell. */
    static String of(int cell) {
        return CELL + cell;
    }

    /** Whether a column stands for arms at levels. */
    public static boolean isOfLevels(String column) {
        return column.startsWith(CELL);
    }
}
