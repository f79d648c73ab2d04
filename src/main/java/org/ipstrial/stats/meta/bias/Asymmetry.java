package org.ipstrial.stats.meta.bias;

import java.util.Objects;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.rank.RankAssociation;

/** What a test of small studies finds: how effects go with the size of studies, or how many are significant. */
public sealed interface Asymmetry permits Asymmetry.Slope, Asymmetry.Ranks, Asymmetry.Excess {

    /** The test that effects do not go with the size of studies, or that no more are significant than expected. */
    TestResult test();

    /**
     * The slope of a line.
     *
     * @param slope the slope with its limits
     * @param test  that it is 0
     */
    record Slope(Estimate slope, TestResult test) implements Asymmetry {
        /** Checks that nothing is null. */
        public Slope {
            Objects.requireNonNull(slope, "slope");
            Objects.requireNonNull(test, "test");
        }
    }

    /**
     * A rank correlation, which has no limits.
     *
     * @param association the correlation with its test
     */
    record Ranks(RankAssociation association) implements Asymmetry {
        /** Checks that nothing is null. */
        public Ranks {
            Objects.requireNonNull(association, "association");
        }

        @Override
        public TestResult test() {
            return association.test();
        }
    }

    /**
     * How many studies are significant, which has no limits.
     *
     * @param excess the number, that which is expected, and the test
     */
    record Excess(ExcessSignificance excess) implements Asymmetry {
        /** Checks that nothing is null. */
        public Excess {
            Objects.requireNonNull(excess, "excess");
        }

        @Override
        public TestResult test() {
            return excess.test();
        }
    }

    /** The slope of a fitted line. */
    static Asymmetry of(Pooled slope) {
        return new Slope(slope.effect(), slope.test());
    }
}
