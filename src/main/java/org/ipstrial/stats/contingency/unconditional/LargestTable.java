package org.ipstrial.stats.contingency.unconditional;

import org.ipstrial.stats.contingency.TwoByTwo;

/** How large a table the unconditional exact methods take, so that none runs for longer than a few seconds. */
final class LargestTable {

    /** People assessed in both arms together, for a test of equal shares. */
    static final int FOR_A_TEST = 5000;
    /** People assessed in both arms together, for limits and for a test of any other effect. */
    static final int FOR_LIMITS = 2000;

    private LargestTable() {}

    static boolean exceeded(TwoByTwo table, int largest) {
        return table.assessed() > largest;
    }
}
