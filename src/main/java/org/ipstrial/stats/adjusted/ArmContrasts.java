package org.ipstrial.stats.adjusted;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/** The contrasts of any two arms out of one model. */
public interface ArmContrasts {

    /**
     * The effect of an arm against another.
     *
     * @param group     place of the arm that is compared
     * @param reference place of the arm that it is compared with
     * @param level     confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate estimate(int group, int reference, double level);

    /** The test that the effect is a given one, which the interval inverts. */
    TestResult test(int group, int reference, double effect, Alternative alternative);

    /** What there is to say of the columns of the model. */
    ModelNotes notes();

    /** No contrasts, and why. */
    static ArmContrasts none(Reason reason, ModelNotes notes) {
        return new ArmContrasts() {
            @Override
            public Estimate estimate(int group, int reference, double level) {
                Require.fraction("level", level);
                return Estimate.notEstimable(reason);
            }

            @Override
            public TestResult test(int group, int reference, double effect, Alternative alternative) {
                return TestResult.notEstimable(reason);
            }

            @Override
            public ModelNotes notes() {
                return notes;
            }
        };
    }
}
