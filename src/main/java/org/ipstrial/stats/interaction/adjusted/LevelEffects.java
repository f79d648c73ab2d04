package org.ipstrial.stats.interaction.adjusted;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.ModelNotes;

/** The effects of arms at each level out of one model, and the test that they are the same. */
public interface LevelEffects {

    /**
     * The effect of an arm against another at a level.
     *
     * @param level      place of the level
     * @param group      place of the arm that is compared
     * @param reference  place of the arm that it is compared with
     * @param confidence confidence level as a fraction
     * @throws IllegalArgumentException if the confidence level does not lie strictly between 0 and 1
     */
    Estimate effect(int level, int group, int reference, double confidence);

    /** The test that the effect of an arm against another is the same at all levels. */
    TestResult test(int group, int reference);

    /** What there is to say of the columns of the model. */
    ModelNotes notes();

    /** Nothing, and why. */
    static LevelEffects none(Reason reason, ModelNotes notes) {
        return new LevelEffects() {
            @Override
            public Estimate effect(int level, int group, int reference, double confidence) {
                Require.fraction("level", confidence);
                return Estimate.notEstimable(reason);
            }

            @Override
            public TestResult test(int group, int reference) {
                return TestResult.notEstimable(reason);
            }

            @Override
            public ModelNotes notes() {
                return notes;
            }
        };
    }
}
