package org.ipstrial.disclosure;

import org.ipstrial.ard.ResultKey;

/**
 * An arm on an outcome, within everybody or a stratum: what is hidden or shown as a whole.
 *
 * @param analysis  the analysis
 * @param outcome   the outcome
 * @param timepoint when
 * @param arm       the arm, or empty for all arms together
 * @param stratum   the stratum, or empty for everybody
 */
record Place(String analysis, String outcome, String timepoint, String arm, String stratum) {

    /** The place that a result's group is. */
    static Place ofGroup(ResultKey key) {
        return new Place(key.analysis(), key.outcome(), key.timepoint(), key.group(), key.stratum());
    }

    /** The place that a contrast's reference is. */
    static Place ofReference(ResultKey key) {
        return new Place(key.analysis(), key.outcome(), key.timepoint(), key.reference(), key.stratum());
    }

    /** The same arm and outcome among everybody. */
    Place everybody() {
        return new Place(analysis, outcome, timepoint, arm, "");
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

    /** Whether nobody can be in both: two levels of one column. */
    boolean isApartFrom(Place other) {
        return !isEverybody() && column().equals(other.column()) && !stratum.equals(other.stratum());
    }

    /** All arms together, in the same stratum. */
    Place allArms() {
        return new Place(analysis, outcome, timepoint, ResultKey.ALL_ARMS, stratum);
    }

    /** Whether this is all arms together. */
    boolean isAllArms() {
        return arm.equals(ResultKey.ALL_ARMS);
    }
}
