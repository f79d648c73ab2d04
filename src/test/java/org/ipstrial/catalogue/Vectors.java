package org.ipstrial.catalogue;

import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Quantity;

/** Runs a method of the catalogue by name, for lists of numbers that were made apart from this program. */
public final class Vectors {

    private Vectors() {}

    /** The number of a method at 95%. */
    public static double of(String measure, String method, String input, String statistic) {
        return of(measure, method, input, 0.95, statistic);
    }

    /** The number of a method. */
    public static double of(String measure, String method, String input, double level, String statistic) {
        return quantity(measure, method, input, level, statistic)
                .ifEstimated()
                .orElseThrow(() -> new AssertionError("no " + statistic + " of " + measure + " " + method));
    }

    private static Quantity quantity(String measure, String method, String input, double level, String statistic) {
        ReferenceValue value = new ReferenceValue(
                measure, method, input, level, statistic, 0, 0, "a list made apart from this program");
        Family<?> family = Catalogue.FAMILIES.stream()
                .filter(any -> any.measure().id().equals(measure) && any.isCheckedBy(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no family of " + measure + " for " + input));
        Statistic wanted = Stream.of(Statistic.values())
                .filter(any -> any.id().equals(statistic))
                .findFirst()
                .orElseThrow();
        return family.evaluate(value).get(wanted);
    }
}
