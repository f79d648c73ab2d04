package org.ipstrial.stats.meta.bias;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.rank.KendallTauB;
import org.ipstrial.stats.rank.PairedValues;
import org.ipstrial.stats.rank.RankAssociation;

/**
 * Begg and Mazumdar's rank correlation of effects with their variances.
 *
 * <p>With effects y and variances v of k studies, {@code w = 1 / v} and {@code m = sum w y / sum w}:
 * <pre>
 *   d = (y - m) / sqrt(v - 1 / sum w)
 *   tau = Kendall's tau-b of d and v, with its two-sided test
 * </pre>
 * {@code v - 1 / sum w} is the variance of {@code y - m} if nothing but chance moves the studies. A study with more than half
 * of all weight is set against the mean of the others, which is the same number without the loss of digits.
 *
 * <p>Direction: above 0 where small studies give larger effects; changing the arms round changes the sign. Without ties the
 * p-value is exact for up to {@value KendallTauB#MOST_EXACT} studies, with ties for up to {@value KendallTauB#MOST_PERMUTED};
 * else it is that of the normal distribution, without continuity correction.
 *
 * <p>Edges: one study has no order; effects that are all alike, or variances that are, have none either
 * ({@code no-variance}).
 *
 * <p>Source: Begg CB, Mazumdar M (1994), Operating characteristics of a rank correlation test for publication bias,
 * Biometrics 50:1088-1101.
 */
public final class BeggTest {

    private static final double HALF = 0.5;

    private BeggTest() {}

    /** The rank correlation with its test. */
    public static RankAssociation of(StudyEffects effects) {
        int k = effects.count();
        if (k < 2) {
            return none(Reason.FEWER_THAN_TWO_STUDIES);
        }
        MetaModel model = MetaModel.ofMean(effects);
        WeightedFit fit = WeightedFit.at(model, 0);
        double all = fit.weightSum();
        double[] deviates = new double[k];
        double[] variances = new double[k];
        boolean differ = false;
        for (int i = 0; i < k; i++) {
            differ |= effects.estimate(i) != effects.estimate(0);
            variances[i] = effects.variance(i);
            deviates[i] = fit.weight(i) > HALF * all
                    ? fromTheOthers(effects, i)
                    : fit.residual(i) / Math.sqrt(variances[i] * (1 - fit.weight(i) / all));
        }
        return differ ? KendallTauB.of(new PairedValues(deviates, variances)) : none(Reason.NO_VARIANCE);
    }

    /** {@code (y - m of the others) / sqrt(v + 1 / sum w of the others)}. */
    private static double fromTheOthers(StudyEffects effects, int study) {
        WeightedFit others = WeightedFit.at(MetaModel.ofMean(effects.without(study)), 0);
        return (effects.estimate(study) - others.coefficients()[0])
                / Math.sqrt(effects.variance(study) + others.covariance(0, 0));
    }

    private static RankAssociation none(Reason reason) {
        return new RankAssociation(Quantity.notEstimable(reason), TestResult.notEstimable(reason), false);
    }
}
