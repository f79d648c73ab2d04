package org.ipstrial.stats.prognosis;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/** How the levels of a column go with an outcome, adjusted for arm. */
public interface Prognosis {

    /** The place of the level that the others are held against, or -1 if there is none. */
    int against();

    /**
     * A level against that level.
     *
     * @param ofLevel its place
     * @param level   confidence level as a fraction
     */
    Estimate estimate(int ofLevel, double level);

    /** The test that no level differs. */
    TestResult test();

    /** Nothing of which anything can be told, and why. */
    static Prognosis none(Reason reason) {
        return new Prognosis() {
            @Override
            public int against() {
                return -1;
            }

            @Override
            public Estimate estimate(int ofLevel, double level) {
                return Estimate.notEstimable(reason);
            }

            @Override
            public TestResult test() {
                return TestResult.notEstimable(reason);
            }
        };
    }
}
