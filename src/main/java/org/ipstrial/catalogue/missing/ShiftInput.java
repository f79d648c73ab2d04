package org.ipstrial.catalogue.missing;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.missing.MeanShift;

/**
 * Reads what a reference value of shifted means is about: {@code shift -20 10 of 0 12 30 + 3 | 0 5 + 2} for shifts of -20 in
 * the group and 10 in the reference, each with the amounts of those assessed and the number missing.
 */
final class ShiftInput {

    private static final Pattern SHIFT =
            Pattern.compile("shift (\\S+) (\\S+) of ([^+|]+) \\+ ([0-9]+) \\| ([^+|]+) \\+ ([0-9]+)");

    private ShiftInput() {}

    /** The difference with its limits. */
    static Map<Statistic, Quantity> limits(MissingMethods.ShiftMethod method, String input, double level) {
        Matcher read = SHIFT.matcher(input);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "shifts are written such as shift -20 10 of 0 12 30 + 3 | 0 5 + 2, got " + input);
        }
        MeanShift arms = new MeanShift(arm(read.group(3), read.group(4)), arm(read.group(5), read.group(6)));
        return Evaluation.numbers(method.of(arms, Double.parseDouble(read.group(1)), Double.parseDouble(read.group(2)))
                .limits(level));
    }

    private static MeanShift.Arm arm(String amounts, String missing) {
        return new MeanShift.Arm(Moments.of(numbers(amounts)), Integer.parseInt(missing));
    }

    static double[] numbers(String amounts) {
        return Arrays.stream(amounts.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
