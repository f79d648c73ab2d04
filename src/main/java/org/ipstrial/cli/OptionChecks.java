package org.ipstrial.cli;

import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/** Checks of option values, told as findings. */
final class OptionChecks {

    private OptionChecks() {}

    /** A whole number that is large enough. */
    static long atLeast(String option, long value, long least) {
        if (value < least) {
            throw RefusedException.of(
                    FindingCode.E013, Location.COMMAND_LINE, option, value, "a whole number from " + least);
        }
        return value;
    }

    /** A command line that is wrong in a way of its own. */
    static RefusedException wrong(String found, String wanted) {
        return RefusedException.of(FindingCode.E001, Location.COMMAND_LINE, found, wanted, "");
    }
}
