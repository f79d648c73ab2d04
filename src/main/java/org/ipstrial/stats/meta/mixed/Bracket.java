package org.ipstrial.stats.meta.mixed;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** Where a function passes 0 upwards, between two numbers that enclose it, by Newton's steps that stay between them. */
final class Bracket {

    private static final double SHORTEST = 1e-11;
    private static final int MOST_STEPS = 100;

    /**
     * A function's value and slope.
     *
     * @param value the value
     * @param slope its slope
     */
    record Value(double value, double slope) {}

    private Bracket() {}

    /**
     * The crossing.
     *
     * @param low  just above which the function is below 0
     * @param high where it is not
     * @return nothing if the function has no value somewhere
     */
    static Optional<Double> crossing(DoubleFunction<Optional<Value>> increasing, double low, double high) {
        double from = low;
        double to = high;
        double at = (low + high) / 2;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Value> here = increasing.apply(at);
            if (here.isEmpty()) {
                return Optional.empty();
            }
            double value = here.get().value();
            if (value < 0) {
                from = at;
            } else {
                to = at;
            }
            double next = at - value / here.get().slope();
            if (!(next > from && next < to)) {
                next = Math.abs(next - at) <= SHORTEST ? at : (from + to) / 2;
            }
            double step = Math.abs(next - at);
            at = next;
            if (step <= SHORTEST) {
                break;
            }
        }
        return Optional.of(at);
    }
}
