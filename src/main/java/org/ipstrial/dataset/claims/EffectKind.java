package org.ipstrial.dataset.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which effect a report states. */
public enum EffectKind {
    /** Share in the group minus share in the reference. */
    RISK_DIFFERENCE("risk-difference", false),
    /** Share in the group over share in the reference. */
    RISK_RATIO("risk-ratio", true),
    /** Odds in the group over odds in the reference. */
    ODDS_RATIO("odds-ratio", true),
    /** One over the size of the risk difference. */
    NUMBER_NEEDED_TO_TREAT("number-needed-to-treat", false),
    /** Mean of the group minus mean of the reference. */
    MEAN_DIFFERENCE("mean-difference", false),
    /** Hazard in the group over hazard in the reference, which no counts give. */
    HAZARD_RATIO("hazard-ratio", true);

    private final String id;
    private final boolean ratio;

    EffectKind(String id, boolean ratio) {
        this.id = id;
        this.ratio = ratio;
    }

    /** The name that claims and results use. */
    public String id() {
        return id;
    }

    /** Whether its intervals are symmetric on the logarithm's scale, if on any. */
    public boolean isRatio() {
        return ratio;
    }

    /** Whether counts of two arms give it. */
    public boolean isOfCounts() {
        return this != MEAN_DIFFERENCE && this != HAZARD_RATIO;
    }

    /** The kind of a name. */
    public static Optional<EffectKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(name)).findFirst();
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(EffectKind::id).toList();
    }
}
