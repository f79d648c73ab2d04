package org.ipstrial.stats.prognosis;

import java.util.stream.IntStream;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;

/** Designs with a column of each level and of each arm but one. */
final class LevelsAndArms {

    private LevelsAndArms() {}

    /** The name of a level's column. */
    static String level(int level) {
        return "level " + level;
    }

    /**
     * Intercept, arms and, where wanted, levels, less what is a combination of others.
     *
     * @param kept    the levels that have a column, none where the levels are not wanted
     * @param rowLevel each row's level
     * @param rowArm   each row's arm
     * @param arms     how many arms there are
     */
    static DesignMatrix of(int[] kept, int[] rowLevel, int[] rowArm, int arms) {
        DesignMatrix design = DesignMatrix.intercept(rowLevel.length);
        for (int arm = 1; arm < arms; arm++) {
            design = design.with("arm " + arm, indicator(rowArm, arm));
        }
        for (int level : kept) {
            design = design.with(level(level), indicator(rowLevel, level));
        }
        return FullRank.of(design).design();
    }

    private static double[] indicator(int[] rows, int of) {
        return IntStream.of(rows).mapToDouble(row -> row == of ? 1 : 0).toArray();
    }
}
