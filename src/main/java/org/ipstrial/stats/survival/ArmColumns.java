package org.ipstrial.stats.survival;

/** The columns of a model with arms: for each arm but one 1 for its people and 0 for all others, and what stands behind them. */
public final class ArmColumns {

    private ArmColumns() {}

    /**
     * The columns of the arms, and others behind them.
     *
     * @param times     two arms or more
     * @param reference the arm that has no column
     * @param columns   the others
     */
    public static double[][] of(SurvivalTimes times, int reference, double[][] columns) {
        if (times.arms() < 2) {
            throw new IllegalArgumentException("a hazard ratio of arms needs two arms, got " + times.arms());
        }
        double[][] all = new double[times.arms() - 1 + columns.length][];
        for (int arm = 0, next = 0; arm < times.arms(); arm++) {
            if (arm != reference) {
                all[next] = new double[times.size()];
                for (int person = 0; person < times.size(); person++) {
                    all[next][person] = times.arm(person) == arm ? 1 : 0;
                }
                next++;
            }
        }
        System.arraycopy(columns, 0, all, times.arms() - 1, columns.length);
        return all;
    }
}
