package org.ipstrial.stats.contingency.unconditional;

import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * The tables whose score for an effect is at least the observed one. The score grows with the events of the group and
 * falls with those of the reference, so that the set is a staircase.
 *
 * @param n1   people in the group
 * @param n2   people in the reference
 * @param most for each number of events in the group the largest number in the reference, -1 where there is none
 */
record Region(int n1, int n2, int[] most) {

    /** Scores that agree to this share of their size, or to this, are equal. */
    private static final double ALLOWANCE = 1e-10;

    /** The tables whose score for an effect is at least that of a table. */
    static Region of(NullCurve curve, TwoByTwo table, double effect) {
        return between(curve, table, effect, effect);
    }

    /**
     * All tables whose score is at least that of a table for some effect from one to another, and a few more: those whose
     * score for the smaller effect is at least that of the table for the larger one. For scores fall as the effect grows.
     */
    static Region between(NullCurve curve, TwoByTwo table, double smaller, double larger) {
        int n1 = table.group().assessed();
        int n2 = table.reference().assessed();
        int observed = table.group().events();
        double score = curve.score(observed, n1, table.reference().events(), n2, larger);
        double least = score - ALLOWANCE * Math.max(1, Math.abs(score));
        int[] most = new int[n1 + 1];
        int x2 = -1;
        for (int x1 = 0; x1 <= n1; x1++) {
            while (x2 < n2 && curve.score(x1, n1, x2 + 1, n2, smaller) >= least) {
                x2++;
            }
            most[x1] = x1 >= observed ? Math.max(x2, table.reference().events()) : x2;
        }
        return new Region(n1, n2, most);
    }
}
