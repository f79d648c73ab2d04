package org.ipstrial.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.location.AverageVarianceDifference;
import org.ipstrial.stats.location.TwoSamples;

/**
 * An amount at the start.
 *
 * @param covariate    which one
 * @param unit         its unit
 * @param quantileType how quartiles are taken
 */
record BaselineAmount(Covariate covariate, Unit unit, QuantileType quantileType) implements BaselineCovariate<Amounts> {

    @Override
    public Amounts of(Cohort people) {
        return people.amounts(covariate.column());
    }

    @Override
    public int missing(Amounts people) {
        return people.missing();
    }

    @Override
    public int assessed(Amounts people) {
        return people.values().length;
    }

    /** Sum and zeros say what people did in all; of what they are they say nothing, and are left out. */
    @Override
    public List<Result> summary(ResultKey key, Amounts people) {
        Result summary = AmountArms.summary(key, people.values(), unit, quantileType);
        Map<Statistic, Cell> cells = new EnumMap<>(summary.cells());
        cells.remove(Statistic.SUM);
        cells.remove(Statistic.ZEROS);
        return List.of(AmountArms.counts(key, people), new Result(summary.key(), cells, summary.status()));
    }

    @Override
    public Quantity standardised(Amounts group, Amounts reference) {
        return AverageVarianceDifference.estimate(new TwoSamples(group.values(), reference.values()));
    }
}
