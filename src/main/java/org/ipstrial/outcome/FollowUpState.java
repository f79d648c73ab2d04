package org.ipstrial.outcome;

import java.util.Arrays;
import java.util.List;

/** Where a person stands at the end of the plan's horizon: followed to it, or why not. */
public enum FollowUpState {
    /** Followed to the end of the horizon. */
    FOLLOWED("followed"),
    /** Did not want to take part any more. */
    WITHDREW("withdrew"),
    /** Died. */
    DIED("died"),
    /** Left the country. */
    EMIGRATED("emigrated"),
    /** Was granted a permanent pension. */
    PENSION("pension"),
    /** Nobody knows. */
    LOST("lost"),
    /** Was followed for as long as was planned, which is less than the horizon. */
    COMPLETED_EARLIER("completed-earlier"),
    /** Was randomised too late to reach the horizon before the data cut. */
    DATA_CUT("data-cut");

    private final String id;

    FollowUpState(String id) {
        this.id = id;
    }

    /** The word that results use. */
    public String id() {
        return id;
    }

    /** The words of all, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(FollowUpState::id).toList();
    }

    /**
     * The state of somebody.
     *
     * @param end      why they were not seen longer
     * @param lastSeen the last day of which anything is known, counted from 1970-01-01
     * @param last     the last day of the horizon
     * @param cut      the data cut
     */
    public static FollowUpState of(EndOfFollowUp end, long lastSeen, long last, long cut) {
        if (Math.min(lastSeen, cut) >= last) {
            return FOLLOWED;
        }
        // Whoever was seen up to the data cut was followed for as long as anybody could be.
        if (lastSeen >= cut) {
            return DATA_CUT;
        }
        return switch (end) {
            case COMPLETED -> COMPLETED_EARLIER;
            case WITHDREW -> WITHDREW;
            case DIED -> DIED;
            case EMIGRATED -> EMIGRATED;
            case PENSION -> PENSION;
            case LOST -> LOST;
        };
    }
}
