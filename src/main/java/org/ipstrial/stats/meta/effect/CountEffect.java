package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.meta.StudyEffect;

/** An effect that counts give. */
@FunctionalInterface
public interface CountEffect {

    /** The effect of a study. */
    StudyEffect of(ArmCounts counts);
}
