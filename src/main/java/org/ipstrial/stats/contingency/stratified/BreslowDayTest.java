package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * The Breslow-Day test that all strata have the same odds ratio, plain or with the correction of Tarone.
 *
 * <p>With {@code x1} events in the group of a stratum, {@code e} those expected and {@code v} their variance if its odds
 * ratio were that of Mantel and Haenszel, with both margins kept; sums are over the {@code K} strata that have both arms,
 * an event and a non-event:
 * <pre>
 *   Breslow-Day  X&sup2; = sum (x1 - e)&sup2; / v
 *   Tarone       X&sup2; = sum (x1 - e)&sup2; / v  -  (sum (x1 - e))&sup2; / sum v
 *   p = P(chi-squared with K - 1 degrees of freedom &ge; X&sup2;)
 * </pre>
 * Tarone's correction is needed because the Mantel-Haenszel odds ratio is not the most likely one; mostly it is slight.
 *
 * <p>Edges: strata that tell nothing are left out, of the degrees of freedom too (programs that count them give a larger
 * p-value). No test with fewer than two others, nor where there is no common odds ratio or it is 0.
 *
 * <p>Source: Breslow NE, Day NE (1980), Statistical Methods in Cancer Research I, International Agency for Research on
 * Cancer, section 4.4; Tarone RE (1985), On heterogeneity tests based on efficient scores, Biometrika 72:91-95.
 */
public final class BreslowDayTest {

    private BreslowDayTest() {}

    /** The plain test. */
    public static TestResult of(StratifiedTables strata) {
        return test(strata, false);
    }

    /** The test with Tarone's correction. */
    public static TestResult corrected(StratifiedTables strata) {
        return test(strata, true);
    }

    private static TestResult test(StratifiedTables strata, boolean corrected) {
        List<TwoByTwo> tables = strata.tables();
        Optional<Reason> absent = CommonOdds.absent(tables);
        if (absent.isPresent()) {
            return TestResult.notEstimable(absent.get());
        }
        CommonOdds odds = CommonOdds.of(tables);
        double statistic = odds.square() - (corrected ? odds.off() / odds.spread() * odds.off() : 0);
        // By Cauchy and Schwarz it is not below 0, but for rounding.
        statistic = Math.max(0, statistic);
        double df = odds.strata() - 1.0;
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return TestResult.of(statistic, df, NormalTest.atLeastSmallest(p));
    }
}
