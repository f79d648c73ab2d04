package org.ipstrial.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;

/** Reads the counts of a reference value: {@code 36/154} for one arm, {@code 36/154 12/77} for group and reference. */
final class BinaryInput {

    private static final Pattern ARM = Pattern.compile("([0-9]+)/([0-9]+)");
    private static final Pattern TWO_ARMS = Pattern.compile("(\\S+) (\\S+)");

    private BinaryInput() {}

    /** Events among those assessed, in one arm. */
    static BinomialCount count(String input) {
        Matcher arm = ARM.matcher(input);
        if (!arm.matches()) {
            throw new IllegalArgumentException("an arm is written events/assessed, such as 36/154, got " + input);
        }
        return new BinomialCount(Integer.parseInt(arm.group(1)), Integer.parseInt(arm.group(2)));
    }

    /** Group, then reference. */
    static TwoByTwo table(String input) {
        Matcher arms = TWO_ARMS.matcher(input);
        if (!arms.matches()) {
            throw new IllegalArgumentException("two arms are written such as 36/154 12/77, got " + input);
        }
        return new TwoByTwo(count(arms.group(1)), count(arms.group(2)));
    }
}
