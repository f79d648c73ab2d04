package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.meta.StudyEffect;

/**
 * A study's risk difference.
 *
 * <p>With p1 of n1 people in the group and p2 of n2 in the reference:
 * <pre>
 *   y = p1 - p2,  v = p1 (1 - p1) / n1 + p2 (1 - p2) / n2
 * </pre>
 * Above 0 where the event is more frequent in the group. An empty cell in one arm is taken as it is; where each arm has
 * nobody or everybody with the event there is no variance to weigh by ({@code no-variance}).
 *
 * <p>Source: DerSimonian R, Laird N (1986), Controlled Clinical Trials 7:177-188.
 */
public final class DifferenceOfRisks {

    private DifferenceOfRisks() {}

    /** The effect of a study. */
    public static StudyEffect of(ArmCounts counts) {
        double n1 = counts.groupPeople();
        double n2 = counts.referencePeople();
        double p1 = counts.groupEvents() / n1;
        double p2 = counts.referenceEvents() / n2;
        double others1 = (n1 - counts.groupEvents()) / n1;
        double others2 = (n2 - counts.referenceEvents()) / n2;
        return StudyEffect.of(p1 - p2, p1 * others1 / n1 + p2 * others2 / n2);
    }
}
