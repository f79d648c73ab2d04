package org.ipstrial.cli;

import java.util.List;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;

/** Checks of option values, told as findings. */
final class OptionChecks {

    private OptionChecks() {}

    /** A whole number within limits. */
    static long number(String option, String text, long least, long most) {
        String wanted = "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw RefusedException.of(FindingCode.E013, Location.COMMAND_LINE, option, text, wanted);
        }
        throw RefusedException.of(FindingCode.E013, Location.COMMAND_LINE, option, text, wanted);
    }

    /** One of some words. */
    static String oneOf(String option, String value, List<String> words) {
        if (words.contains(value)) {
            return value;
        }
        String nearest = NearestName.to(value, words)
                .map(name -> " (did you mean " + name + "?)")
                .orElse("");
        throw wrong(option + " " + value + " is not known", "wanted one of " + String.join(", ", words) + nearest);
    }

    /** A command line that is wrong in a way of its own. */
    static RefusedException wrong(String found, String wanted) {
        return RefusedException.of(FindingCode.E001, Location.COMMAND_LINE, found, wanted, "");
    }
}
