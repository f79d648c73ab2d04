package org.ipstrial.stats.contingency.score;

import java.util.function.DoublePredicate;

/** Finds where a condition begins to hold, to the last bit, by halving; it needs no slope and cannot miss. */
final class Bisection {

    private Bisection() {}

    /**
     * The smallest number above 0 at which the condition holds.
     *
     * @param end       a number at which it holds; infinite if it is only known to hold somewhere
     * @param condition false below some number and true from there on
     * @throws IllegalArgumentException if it does not hold at the end
     */
    static double firstAbove0(double end, DoublePredicate condition) {
        double below = 0;
        double above = end;
        if (Double.isInfinite(end)) {
            above = 1;
            while (!condition.test(above) && above < Double.MAX_VALUE / 2) {
                below = above;
                above *= 2;
            }
        }
        if (!condition.test(above)) {
            throw new IllegalArgumentException("the condition does not hold at " + above);
        }
        while (true) {
            double middle = below + (above - below) / 2;
            if (middle <= below || middle >= above) {
                return above;
            }
            if (condition.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
    }
}
