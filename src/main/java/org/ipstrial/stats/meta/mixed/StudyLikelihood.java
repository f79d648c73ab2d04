package org.ipstrial.stats.meta.mixed;

/** The logarithm of the likelihood of one study's counts, along the logarithm of its odds ratio and a level of its own. */
interface StudyLikelihood {

    /** Whether the study has a level of its own, beside its effect. */
    boolean hasLevel();

    /** Where a search for the level begins. */
    double startOfLevel();

    /** The likelihood with its slopes. */
    Point at(double level, double effect);

    /** Whether the effect of the highest likelihood is minus infinity. */
    boolean isLowest();

    /** Whether the effect of the highest likelihood is infinity. */
    boolean isHighest();

    /** The logarithm of the highest likelihood that any level and effect reach, or come near to. */
    double highest();

    /**
     * The logarithm of a likelihood, its slopes by level and by effect, and the slopes of those.
     *
     * @param log         the logarithm
     * @param level       slope by the level
     * @param effect      slope by the effect
     * @param levelLevel  slope of the first by the level
     * @param levelEffect slope of either by the other
     * @param effectEffect slope of the second by the effect
     */
    record Point(double log, double level, double effect, double levelLevel, double levelEffect, double effectEffect) {}
}
