package org.ipstrial.stats.imputation.chained;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A variable that follows from others: never drawn, but computed anew whenever one of them was.
 *
 * @param name  its name
 * @param from  the variables that it follows from
 * @param value its value, from theirs in that order
 */
public record Derived(String name, List<String> from, ToDoubleFunction<double[]> value) {

    /** Copies the names. */
    public Derived {
        from = List.copyOf(from);
        if (from.isEmpty() || from.contains(name)) {
            throw new IllegalArgumentException(name + " must follow from other variables, got " + from);
        }
    }

    /** 1 where any of some yes/no variables is 1, else 0: a composite. */
    public static Derived anyOf(String name, List<String> from) {
        return new Derived(name, from, parts -> {
            double any = 0;
            for (double part : parts) {
                any = Math.max(any, part);
            }
            return any;
        });
    }

    /** 1 where a category is at a level, else 0: an indicator of it. */
    public static Derived at(String name, String from, double level) {
        return new Derived(name, List.of(from), parts -> parts[0] == level ? 1 : 0);
    }

    /** The sum of amounts. */
    public static Derived sumOf(String name, List<String> from) {
        return new Derived(name, from, parts -> {
            double sum = 0;
            for (double part : parts) {
                sum += part;
            }
            return sum;
        });
    }
}
