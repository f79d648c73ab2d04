package org.ipstrial.stats.search;

import java.util.function.DoubleUnaryOperator;

/**
 * Where an increasing function passes 0, between two numbers that are known to enclose it.
 *
 * <p>False position with the Illinois rule, which on a smooth function takes about ten steps; a step that does not halve
 * the bracket in three is followed by plain halving, so that the worst case is known too. The search ends at
 * neighbouring doubles, or where the function is exactly 0.
 */
public final class Crossing {

    private static final int STEPS_BEFORE_HALVING = 3;

    private Crossing() {}

    /**
     * The crossing of an increasing function.
     *
     * @param low  where it is not above 0
     * @param high where it is not below 0
     * @throws IllegalArgumentException if {@code low} lies above {@code high}
     */
    public static double of(DoubleUnaryOperator increasing, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("the bracket must go upwards, got " + low + " to " + high);
        }
        double a = low;
        double b = high;
        double fa = increasing.applyAsDouble(a);
        double fb = increasing.applyAsDouble(b);
        if (fa >= 0 || fb <= 0) {
            return fa >= 0 ? a : b;
        }
        double widthThen = b - a;
        int steps = 0;
        int side = 0;
        while (true) {
            double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) {
                return -fa < fb ? a : b;
            }
            double x = a + (b - a) * (-fa / (fb - fa));
            if (steps == STEPS_BEFORE_HALVING) {
                if (b - a > widthThen / 2) {
                    x = middle;
                }
                widthThen = b - a;
                steps = 0;
            }
            steps++;
            if (!(x > a && x < b)) {
                x = middle;
            }
            double fx = increasing.applyAsDouble(x);
            if (fx == 0) {
                return x;
            }
            if (fx < 0) {
                a = x;
                fa = fx;
                fb = side < 0 ? fb / 2 : fb;
                side = -1;
            } else {
                b = x;
                fb = fx;
                fa = side > 0 ? fa / 2 : fa;
                side = 1;
            }
        }
    }
}
