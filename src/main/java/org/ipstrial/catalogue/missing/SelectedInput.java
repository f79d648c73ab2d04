package org.ipstrial.catalogue.missing;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.missing.LeeBounds.Bound;
import org.ipstrial.stats.missing.LeeBounds.Bounds;
import org.ipstrial.stats.missing.LeeBounds.Selected;

/**
 * Reads what a reference value of trimming bounds is about: {@code selected upper 10 12 of 5 | 8 11 of 6} for the upper bound
 * of two of five people in the group and two of six in the reference.
 */
final class SelectedInput {

    private static final Pattern SELECTED =
            Pattern.compile("selected (lower|upper) ([^|]+) of ([0-9]+) \\| ([^|]+) of ([0-9]+)");

    private SelectedInput() {}

    /** A bound, and the interval of the effect. */
    static Map<Statistic, Quantity> bounds(MissingMethods.TrimmingMethod method, String input, double level) {
        Matcher read = SELECTED.matcher(input);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "those selected are written such as selected upper 10 12 of 5 | 8 11 of 6, got " + input);
        }
        Bounds bounds =
                method.of(selected(read.group(2), read.group(3)), selected(read.group(4), read.group(5)), level);
        Bound bound = read.group(1).equals("upper") ? bounds.upper() : bounds.lower();
        Map<Statistic, Quantity> numbers = new EnumMap<>(Statistic.class);
        numbers.put(Statistic.ESTIMATE, Quantity.of(bound.estimate()));
        numbers.put(Statistic.STD_ERROR, Quantity.of(bound.standardError()));
        numbers.put(Statistic.CONF_LOW, Quantity.of(bounds.low()));
        numbers.put(Statistic.CONF_HIGH, Quantity.of(bounds.high()));
        return numbers;
    }

    private static Selected selected(String amounts, String people) {
        return new Selected(ShiftInput.numbers(amounts), Integer.parseInt(people));
    }
}
