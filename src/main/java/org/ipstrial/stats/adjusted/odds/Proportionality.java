package org.ipstrial.stats.adjusted.odds;

import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.ordinal.BrantTest;
import org.ipstrial.stats.regression.ordinal.OrdinalData;
import org.ipstrial.stats.regression.ordinal.OutcomeCuts;

/**
 * Whether one odds ratio of the arms is fair for all levels of an outcome, as {@link ProportionalOddsRatio} takes it to be.
 *
 * <pre>
 *   logit P(outcome above cut m) = a(m) + t(m, arm) + c(m, 1) x(1) + c(m, 2) x(2) + ..., each cut with a model of its own
 *   test: t(1, arm) = t(2, arm) = ... of every arm, by {@link BrantTest}, with (cuts - 1) (arms - 1) degrees of freedom
 *   odds ratio at cut m = exp(t(m, group) - t(m, reference)), by {@link LogisticOddsRatio} with its limits
 * </pre>
 *
 * <p>The cuts are those of {@link OutcomeCuts}: every level but the highest, or deciles where there are more than 21. Whether
 * covariates act alike at all cuts is not asked. Data may be without covariates.
 *
 * <p>Edges: fewer than two cuts leave nothing to test ({@code fewer-than-two-cuts}); a cut that arms or covariates separate
 * passes its reason on ({@code separation}), and the odds ratios at the cuts tell which it is.
 *
 * <p>Source: Brant R (1990), Biometrics 46:1171-1178.
 */
public final class Proportionality {

    private final AdjustedData data;
    private final OutcomeCuts cuts;

    private Proportionality(AdjustedData data, OutcomeCuts cuts) {
        this.data = data;
        this.cuts = cuts;
    }

    /** The check of a model over all arms. */
    public static Proportionality of(AdjustedData data) {
        return new Proportionality(data, OutcomeCuts.of(data.outcome()));
    }

    /** Brant's test that the arms' coefficients are the same at every cut. */
    public TestResult test() {
        if (cuts.count() < 2) {
            return TestResult.notEstimable(Reason.FEWER_THAN_TWO_CUTS);
        }
        DesignMatrix full = FullRank.of(data.design(0)).design();
        DesignMatrix design = full.select(IntStream.range(1, full.width()).toArray());
        int[] arms = IntStream.range(0, data.arms().size() - 1).toArray();
        return BrantTest.of(OrdinalData.of(design, cuts.levels(data.outcome())), arms);
    }

    /** The cuts. */
    public OutcomeCuts cuts() {
        return cuts;
    }

    /** The odds ratios of being above a cut. */
    public ArmContrasts above(int cut) {
        return LogisticOddsRatio.of(data.withOutcome(cuts.above(data.outcome(), cut)));
    }
}
