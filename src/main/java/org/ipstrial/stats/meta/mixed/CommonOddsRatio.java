package org.ipstrial.stats.meta.mixed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.Pooled;

/**
 * One odds ratio common to all studies by maximum likelihood of their counts, and the likelihood ratio test that there is
 * one.
 *
 * <p>With the likelihood f of a {@link CountModel}, t the log odds ratio and a(i) the level of a study where it has one:
 * <pre>
 *   l(t, a)  = sum over studies of log f(a(i), t);  estimate = the t at which l is highest
 *   limits   = t &plusmn; z sqrt(v), v from the second slopes of l by t and a
 *   test     G&sup2; = 2 (L - l), L the sum of the highest log f of each study alone; chi-squared with k - 1 degrees
 * </pre>
 * With both arms binomial this is logistic regression with an indicator of each study; given the totals it is the exact
 * conditional estimate. A study whose own odds ratio is 0 or infinite has a highest likelihood all the same, which it comes
 * near to, so that the test needs nothing added to empty cells, as a Wald test would.
 *
 * <p>Unit: the logarithm of an odds ratio; above 0 where the event is more frequent in the group. Studies without events, or
 * with events only, tell nothing and count in nothing, in degrees of freedom neither.
 *
 * <p>Edges: where each study that tells anything has its most extreme table, all on one side, there is no estimate
 * ({@code separation}) and no test.
 *
 * <p>Source: Breslow NE, Day NE (1980), Statistical Methods in Cancer Research, volume 1, chapters 6 and 7; the test as in
 * Viechtbauer W (2010), Journal of Statistical Software 36(3), and his rma.glmm.
 */
public final class CommonOddsRatio {

    private CommonOddsRatio() {}

    /** The common log odds ratio. */
    public static Pooled of(StratifiedTables studies, CountModel model, double level) {
        Require.fraction("level", level);
        List<StudyLikelihood> telling = model.telling(studies);
        Optional<Reason> none = absent(telling);
        if (none.isPresent()) {
            return Pooled.notEstimable(none.get());
        }
        return fit(telling)
                .map(top -> MeanLimits.NORMAL.of(
                        top.mean(), 1 / Math.sqrt(top.meanMean()), telling.size() - 1, level, Optional.empty()))
                .orElse(Pooled.notEstimable(Reason.NOT_CONVERGED));
    }

    /** The test that all studies have it. */
    public static TestResult heterogeneity(StratifiedTables studies, CountModel model) {
        List<StudyLikelihood> telling = model.telling(studies);
        Optional<Reason> none = telling.size() == 1 ? Optional.of(Reason.FEWER_THAN_TWO_STUDIES) : absent(telling);
        if (none.isPresent()) {
            return TestResult.notEstimable(none.get());
        }
        CompensatedSum apart = new CompensatedSum();
        telling.forEach(study -> apart.add(study.highest()));
        int df = telling.size() - 1;
        return fit(telling)
                .map(top -> Math.max(0, 2 * (apart.value() - top.log())))
                .map(ratio -> TestResult.of(
                        ratio,
                        df,
                        NormalTest.atLeastSmallest(ChiSquaredDistribution.of(df).survivalProbability(ratio))))
                .orElse(TestResult.notEstimable(Reason.NOT_CONVERGED));
    }

    private static Optional<Reason> absent(List<StudyLikelihood> telling) {
        if (telling.isEmpty()) {
            return Optional.of(Reason.NO_INFORMATIVE_STRATUM);
        }
        return CountModel.areSeparated(telling) ? Optional.of(Reason.SEPARATION) : Optional.empty();
    }

    private static Optional<MeanAtSpread> fit(List<StudyLikelihood> telling) {
        return MeanAtSpread.of(telling, 0, MeanAtSpread.start(telling), OptionalDouble.empty());
    }
}
