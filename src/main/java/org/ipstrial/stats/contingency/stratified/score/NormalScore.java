package org.ipstrial.stats.contingency.stratified.score;

import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * The effect of a statistic over strata that is normal where the effect holds.
 *
 * @param score the statistic
 */
record NormalScore(CommonScore score) implements StratifiedEffect {

    @Override
    public Estimate of(StratifiedTables strata, double level) {
        double critical = CriticalValue.twoSided(level);
        List<TwoByTwo> tables = CommonScore.informative(strata);
        return tables.isEmpty() ? Estimate.notEstimable(why(strata)) : score.estimate(tables, critical);
    }

    @Override
    public TestResult test(StratifiedTables strata, double effect, Alternative alternative) {
        score.require(effect);
        List<TwoByTwo> tables = CommonScore.informative(strata);
        return tables.isEmpty() ? TestResult.notEstimable(why(strata)) : score.test(tables, effect, alternative);
    }

    /** Why strata tell nothing. */
    static Reason why(StratifiedTables strata) {
        return strata.tables().isEmpty() ? Reason.NO_STRATUM_WITH_BOTH_ARMS : Reason.NO_INFORMATIVE_STRATUM;
    }
}
