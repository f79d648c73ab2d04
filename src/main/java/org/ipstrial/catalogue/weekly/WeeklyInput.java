package org.ipstrial.catalogue.weekly;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.weekly.WeeklyStates;

/**
 * Reads the weeks of a reference value.
 *
 * <p>{@code weeks 1101 00.. | 0001 1111}: a word for each person of group and reference, a letter for each week: 1 with
 * something, 0 with nothing, a point where it is not known.
 */
final class WeeklyInput {

    private WeeklyInput() {}

    /** The weeks of each arm. */
    static List<WeeklyStates> of(String input) {
        return Arrays.stream(input.substring("weeks ".length()).split("\\|"))
                .map(WeeklyInput::arm)
                .toList();
    }

    private static WeeklyStates arm(String text) {
        return WeeklyStates.of(
                Arrays.stream(text.strip().split(" +")).map(WeeklyInput::person).toArray(byte[][]::new));
    }

    private static byte[] person(String word) {
        byte[] weeks = new byte[word.length()];
        for (int week = 0; week < weeks.length; week++) {
            weeks[week] = (byte) ("01".indexOf(word.charAt(week)));
        }
        return weeks;
    }
}
