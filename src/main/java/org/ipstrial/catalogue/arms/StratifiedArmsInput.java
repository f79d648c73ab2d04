package org.ipstrial.catalogue.arms;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.contingency.generalised.StratifiedAmounts;
import org.ipstrial.stats.contingency.generalised.StratifiedCounts;

/**
 * Reads the arms within strata of a reference value: {@code arms 3/8 1/4 2/5 & 2/9 8/11 0/0}, {@code 0/0} where an arm is
 * absent, and {@code arms 1 2 | 3 | 4 & 5 | | 6 7} of amounts.
 *
 * @param strata the text of each stratum
 */
record StratifiedArmsInput(List<String> strata) {

    /** The strata. */
    static StratifiedArmsInput of(String input) {
        String strata = input.substring(input.indexOf(' ') + 1);
        return new StratifiedArmsInput(
                Arrays.stream(strata.split("&", -1)).map(String::strip).toList());
    }

    /** Arms with the event and without it. */
    StratifiedCounts counts() {
        return new StratifiedCounts(strata.stream()
                .map(stratum -> Arrays.stream(stratum.split(" +"))
                        .map(StratifiedArmsInput::answers)
                        .toArray(long[][]::new))
                .toList());
    }

    /** The amounts of the arms. */
    StratifiedAmounts amounts() {
        List<List<double[]>> all = strata.stream()
                .map(stratum -> Arrays.stream(stratum.split("\\|", -1))
                        .map(StratifiedArmsInput::arm)
                        .toList())
                .toList();
        return new StratifiedAmounts(all.get(0).size(), all);
    }

    private static long[] answers(String arm) {
        String[] parts = arm.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an arm is written events/assessed, such as 36/154, got " + arm);
        }
        long events = Long.parseLong(parts[0]);
        return new long[] {events, Long.parseLong(parts[1]) - events};
    }

    private static double[] arm(String text) {
        return text.isBlank() ? new double[0] : ArmsInput.amounts(text.strip());
    }
}
