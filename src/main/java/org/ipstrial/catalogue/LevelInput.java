package org.ipstrial.catalogue;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.stats.balance.LevelCounts;

/** Reads the people by level of a reference value: {@code 50:30:20 40:30:30}, group and reference. */
final class LevelInput {

    private static final Pattern TWO_ARMS = Pattern.compile("([0-9]+(?::[0-9]+)+) ([0-9]+(?::[0-9]+)+)");

    private LevelInput() {}

    static LevelCounts counts(String input) {
        Matcher arms = TWO_ARMS.matcher(input);
        if (!arms.matches()) {
            throw new IllegalArgumentException("people by level are written such as 50:30:20 40:30:30, got " + input);
        }
        return new LevelCounts(arm(arms.group(1)), arm(arms.group(2)));
    }

    private static int[] arm(String text) {
        return Arrays.stream(text.split(":")).mapToInt(Integer::parseInt).toArray();
    }
}
