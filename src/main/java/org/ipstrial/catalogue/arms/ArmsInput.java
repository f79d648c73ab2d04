package org.ipstrial.catalogue.arms;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.arms.AgainstControl;
import org.ipstrial.stats.arms.SeveralCounts;
import org.ipstrial.stats.arms.SeveralSamples;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * Reads the arms of a reference value: {@code arms 36/154 12/77 8/60}, {@code arms 1 2 3 | 4 5 | 6 7}, and with one control
 * {@code against 1 2 3 | 4 5 | 6 7}, the arm that is looked at first and the control last. Behind it may stand what is tested:
 * {@code ; greater}, and of an effect the margin too, {@code ; greater 0}.
 *
 * @param arms  the text of each arm
 * @param asked what is tested, nothing where it is no difference on both sides
 */
record ArmsInput(List<String> arms, List<String> asked) {

    private static final Pattern COUNT = Pattern.compile("([0-9]+)/([0-9]+)");

    /** The arms and what is asked of them. */
    static ArmsInput of(String input) {
        String[] parts = input.split(";", -1);
        String arms = parts[0].substring(parts[0].indexOf(' ') + 1).strip();
        String between = arms.indexOf('/') >= 0 ? " +" : "\\|";
        List<String> asked =
                parts.length == 1 ? List.of() : List.of(parts[1].strip().split(" +"));
        return new ArmsInput(
                Arrays.stream(arms.split(between, -1)).map(String::strip).toList(), asked);
    }

    SeveralCounts counts() {
        return new SeveralCounts(arms.stream().map(ArmsInput::count).toList());
    }

    SeveralSamples samples() {
        return new SeveralSamples(arms.stream().map(ArmsInput::amounts).toList());
    }

    AgainstControl againstControl() {
        List<double[]> all = samples().arms();
        int control = all.size() - 1;
        return new AgainstControl(all.get(0), all.subList(1, control), all.get(control));
    }

    Alternative alternative() {
        return asked.isEmpty()
                ? Alternative.TWO_SIDED
                : Arrays.stream(Alternative.values())
                        .filter(side -> side.id().equals(asked.get(0)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("wanted a side, got " + asked.get(0)));
    }

    double margin() {
        return asked.size() < 2 ? 0 : Double.parseDouble(asked.get(1));
    }

    private static BinomialCount count(String arm) {
        Matcher count = COUNT.matcher(arm);
        if (!count.matches()) {
            throw new IllegalArgumentException("an arm is written events/assessed, such as 36/154, got " + arm);
        }
        return new BinomialCount(Integer.parseInt(count.group(1)), Integer.parseInt(count.group(2)));
    }

    static double[] amounts(String arm) {
        return Arrays.stream(arm.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }
}
