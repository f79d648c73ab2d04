package org.ipstrial.stats.meta;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/**
 * Cochran's Q test that the effects of studies do not differ, or not by more than moderators tell.
 *
 * <p>With effects y, variances v, k studies and p coefficients of the inverse-variance fit:
 * <pre>
 *   Q = sum (y - fitted)&sup2; / v
 *   p-value = P(chi-squared with k - p degrees of freedom &ge; Q)
 * </pre>
 * Edges: one study has nothing to differ from. The test has little power with few studies, and much with many.
 *
 * <p>Source: Cochran WG (1954), Biometrics 10:101-129.
 */
public final class HeterogeneityTest {

    private HeterogeneityTest() {}

    /** The test of effects with one mean. */
    public static TestResult of(StudyEffects effects) {
        return effects.count() < 2
                ? TestResult.notEstimable(Reason.FEWER_THAN_TWO_STUDIES)
                : of(MetaModel.ofMean(effects));
    }

    /** The test of what moderators leave. */
    public static TestResult of(MetaModel model) {
        if (model.residualDf() < 1) {
            return TestResult.notEstimable(Reason.NO_RESIDUAL_DF);
        }
        return of(WeightedFit.at(model, 0).residualSum(), model.residualDf());
    }

    /** The test of a sum of squares that is chi-squared if nothing differs. */
    public static TestResult of(double q, int df) {
        double p = ChiSquaredDistribution.of(df).survivalProbability(Math.max(0, q));
        return TestResult.of(Math.max(0, q), df, NormalTest.atLeastSmallest(p));
    }
}
