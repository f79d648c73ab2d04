package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.meta.StudyEffect;

/** An effect that means and standard deviations give. */
@FunctionalInterface
public interface MeanEffect {

    /** The effect of a study. */
    StudyEffect of(ArmMeans means);
}
