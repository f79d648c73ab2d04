package org.ipstrial.dataimport.history;

import org.ipstrial.outcome.EndOfFollowUp;

/**
 * How long one person was followed.
 *
 * @param lastSeen  the last day of which anything is known, counted from 1970-01-01
 * @param end       why not longer
 * @param idleAfter whether there is known to be no activity after that day
 * @param line      the line of the file
 */
record FollowUp(long lastSeen, EndOfFollowUp end, boolean idleAfter, long line) {

    /** Whether the end leaves nothing to come: a death, whatever the plan takes for true after it, or an end that leaves idle. */
    boolean precludes() {
        return end == EndOfFollowUp.DIED || idleAfter;
    }

    /** Whether nobody can know what came after: a register may go on after a follow-up that was completed. */
    boolean breaksOff() {
        return end == EndOfFollowUp.WITHDREW || end == EndOfFollowUp.LOST;
    }
}
