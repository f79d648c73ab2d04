package org.ipstrial.stats.arms;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;

/** An effect of one arm against a control that several arms are compared with, its limits and tests being those of all. */
public interface AgainstControlEffect {

    /**
     * The effect of the arm that is looked at, with simultaneous limits.
     *
     * @param level       confidence level of the intervals of all arms together, as a fraction
     * @param alternative on which side there is a limit; that of the other side has no meaning of its own
     */
    Estimate of(AgainstControl arms, double level, Alternative alternative);

    /** The test that the effect is a given one, with a p-value that is adjusted for all arms. */
    TestResult test(AgainstControl arms, double effect, Alternative alternative);
}
