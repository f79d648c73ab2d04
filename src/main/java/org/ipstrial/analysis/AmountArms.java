package org.ipstrial.analysis;

import java.util.EnumMap;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.descriptive.Summary;

/** The results of each arm on an amount: the counts, and the summary of those whose amount is known. */
final class AmountArms {

    private AmountArms() {}

    /** The rule that the results of a stratum go by: complete cases as soon as anybody's amount is missing. */
    static MissingRule rule(ArmData<Amounts> data) {
        return data.arms().values().stream().allMatch(amounts -> amounts.missing() == 0)
                ? MissingRule.NONE_MISSING
                : MissingRule.COMPLETE_CASES;
    }

    /** How many rows, assessed and missing. */
    static Result counts(ResultKey key, Amounts amounts) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(amounts.rows()));
        cells.put(Statistic.ASSESSED, Cell.count(amounts.values().length));
        cells.put(Statistic.MISSING, Cell.count(amounts.missing()));
        return new Result(key.of(Measure.COUNT, ""), cells, "");
    }

    /** How many there are of a set that is chosen by the amount itself, so that nobody in it can be missing. */
    static Result people(ResultKey key, int people) {
        return new Result(key.of(Measure.COUNT, ""), Map.of(Statistic.ASSESSED, Cell.count(people)), "");
    }

    /** How many workers there are of whom an amount is known, and not known. */
    static Result workers(ResultKey key, int workers, int known) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(known));
        cells.put(Statistic.MISSING, Cell.count(workers - known));
        return new Result(key.of(Measure.COUNT, ""), cells, "");
    }

    /** Mean, spread, quantiles, sum and zeros of the amounts that are known. */
    static Result summary(ResultKey key, double[] values, AnalysisSettings settings) {
        return summary(key, values, settings.unit(), settings.quantileType());
    }

    /** The same in a unit of its own. */
    static Result summary(ResultKey key, double[] values, Unit unit, QuantileType quantileType) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        if (values.length == 0) {
            for (Statistic statistic : new Statistic[] {
                Statistic.MEAN,
                Statistic.SD,
                Statistic.MEDIAN,
                Statistic.P25,
                Statistic.P75,
                Statistic.MIN,
                Statistic.MAX
            }) {
                cells.put(statistic, Results.cell(Quantity.notEstimable(Reason.NOBODY_ASSESSED), unit));
            }
            cells.put(Statistic.SUM, Cell.of(0, unit));
            cells.put(Statistic.ZEROS, Cell.count(0));
        } else {
            Summary summary = Summary.of(values, quantileType);
            cells.put(Statistic.MEAN, Cell.of(summary.mean(), unit));
            cells.put(Statistic.SD, Results.cell(summary.sd(), unit));
            cells.put(Statistic.MEDIAN, Cell.of(summary.median(), unit));
            cells.put(Statistic.P25, Cell.of(summary.p25(), unit));
            cells.put(Statistic.P75, Cell.of(summary.p75(), unit));
            cells.put(Statistic.MIN, Cell.of(summary.min(), unit));
            cells.put(Statistic.MAX, Cell.of(summary.max(), unit));
            cells.put(Statistic.SUM, Cell.of(summary.sum(), unit));
            cells.put(Statistic.ZEROS, Cell.count(summary.zeros()));
        }
        return new Result(key.of(Measure.SUMMARY, ""), cells, "");
    }
}
