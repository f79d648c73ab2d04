package org.ipstrial.cli;

import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/** What the contract names and the program cannot do yet is refused by name, never passed over. */
final class Later {

    private Later() {}

    /**
     * Refuses an option.
     *
     * @param given     whether the user gave it
     * @param option    the option
     * @param supported what the program can do instead
     */
    static void refuse(boolean given, String option, String supported) {
        if (given) {
            throw RefusedException.of(FindingCode.E002, Location.COMMAND_LINE, option, supported);
        }
    }
}
