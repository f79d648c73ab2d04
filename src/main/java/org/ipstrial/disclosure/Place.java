package org.ipstrial.disclosure;

import org.ipstrial.ard.ResultKey;

/**
 * An arm on an outcome, within everybody or a stratum: what is hidden or shown as a whole.
 *
 * @param outcome   the outcome
 * @param timepoint when
 * @param arm       the arm, or empty for all arms together
 * @param stratum   the stratum, or empty for everybody
 */
record Place(String outcome, String timepoint, String arm, String stratum) {

    /** The place that a result's group is. */
    static Place ofGroup(ResultKey key) {
        return new Place(key.outcome(), key.timepoint(), key.group(), key.stratum());
    }

    /** The place that a contrast's reference is. */
    static Place ofReference(ResultKey key) {
        return new Place(key.outcome(), key.timepoint(), key.reference(), key.stratum());
    }

    /** The same arm and outcome among everybody. */
    Place everybody() {
        return new Place(outcome, timepoint, arm, "");
    }

    /** Whether this is among everybody. */
    boolean isEverybody() {
        return stratum.isEmpty();
    }

    /** The column whose level the stratum is; an escaped equals sign belongs to its name. */
    String column() {
        for (int i = 0; i < stratum.length(); i++) {
            if (stratum.charAt(i) == '\\') {
                i++;
            } else if (stratum.charAt(i) == '=') {
                return stratum.substring(0, i);
            }
        }
        return "";
    }

    /** All arms together, in the same stratum. */
    Place allArms() {
        return new Place(outcome, timepoint, ResultKey.ALL_ARMS, stratum);
    }

    /** Whether this is all arms together. */
    boolean isAllArms() {
        return arm.equals(ResultKey.ALL_ARMS);
    }
}
