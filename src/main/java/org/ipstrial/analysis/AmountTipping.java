package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.ipstrial.analysis.MissingRequest.Range;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.missing.MeanShift;
import org.ipstrial.stats.missing.TippingGrid.Side;
import org.ipstrial.stats.missing.TippingShift;

/**
 * What mean of the missing would overturn one contrast on an amount: the shift of the missing of one arm, the other's being
 * like those assessed there, at which the interval changes sides; and the effect over the range of both means.
 *
 * @param key       what the results are about
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 * @param range     what an amount can be, and so the mean of the missing
 * @param settings  level and hypothesis
 */
record AmountTipping(
        ResultKey key, Amounts group, Amounts reference, Optional<Range> range, AnalysisSettings settings) {

    private static final String METHOD = "mean-score";
    private static final int STEPS = 20;

    private boolean isOpen() {
        return group.values().length >= 2
                && reference.values().length >= 2
                && shift().noStandardError(0, 0).isEmpty();
    }

    private MeanShift shift() {
        return new MeanShift(
                new MeanShift.Arm(Moments.of(group.values()), group.missing()),
                new MeanShift.Arm(Moments.of(reference.values()), reference.missing()));
    }

    private double tested() {
        return settings.hypothesis().nullValue(Measure.MEAN_DIFFERENCE);
    }

    private Estimate limits(TApproximation at) {
        Alternative alternative = settings.hypothesis().alternative();
        return alternative.limits(
                at.limits(alternative.twoSidedLevel(settings.level())),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    private Side side(Estimate limits) {
        if (limits.lower().ifEstimated().stream().anyMatch(limit -> limit > tested())) {
            return Side.ABOVE;
        }
        return limits.upper().ifEstimated().stream().anyMatch(limit -> limit < tested()) ? Side.BELOW : Side.AROUND;
    }

    /** The shifts of either arm in either direction. */
    List<Result> results() {
        List<Result> results = new ArrayList<>();
        if (!isOpen()) {
            return results;
        }
        MeanShift shift = shift();
        if (group.missing() > 0) {
            results.addAll(shifts("group", group, delta -> side(limits(shift.at(delta, 0)))));
        }
        if (reference.missing() > 0) {
            results.addAll(shifts("reference", reference, delta -> side(limits(shift.at(0, delta)))));
        }
        return results;
    }

    private List<Result> shifts(String arm, Amounts amounts, DoubleFunction<Side> side) {
        double mean = Moments.of(amounts.values()).mean();
        List<Result> results = new ArrayList<>();
        for (String towards : List.of("lower", "higher")) {
            Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
            if (range.isEmpty()) {
                cells.put(Statistic.ESTIMATE, Cell.empty(settings.unit(), AmountBounds.NO_RANGE));
            } else {
                double end = (towards.equals("lower")
                                ? range.get().low()
                                : range.get().high())
                        - mean;
                OptionalDouble found = end == 0 ? OptionalDouble.empty() : TippingShift.of(side, end);
                cells.put(
                        Statistic.ESTIMATE,
                        found.isPresent()
                                ? Cell.of(found.getAsDouble(), settings.unit())
                                : Cell.empty(settings.unit(), BinaryTipping.NEVER));
                found.ifPresent(delta -> cells.put(Statistic.MEAN, Cell.of(mean + delta, settings.unit())));
            }
            String term = Names.pair("shift-in", arm) + ";" + Names.pair("towards", towards);
            results.add(new Result(key.withTerm(term).of(Measure.TIPPING_SHIFT, METHOD), cells, ""));
        }
        return results;
    }

    /** The effect for means of the missing at even steps over the range; of an arm that lacks nobody there is one step. */
    Optional<Series> series() {
        return range.filter(any -> isOpen()).map(this::series);
    }

    private Series series(Range within) {
        double[] ofGroup = means(group, within);
        double[] ofReference = means(reference, within);
        double ownOfGroup = Moments.of(group.values()).mean();
        double ownOfReference = Moments.of(reference.values()).mean();
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String column : List.of(
                "group.missing.mean",
                "reference.missing.mean",
                "estimate",
                "conf.low",
                "conf.high",
                "p.value",
                "side")) {
            columns.put(column, new double[ofGroup.length * ofReference.length]);
        }
        MeanShift shift = shift();
        int row = 0;
        for (double one : ofGroup) {
            for (double other : ofReference) {
                TApproximation at = shift.at(one - ownOfGroup, other - ownOfReference);
                Estimate limits = limits(at);
                columns.get("group.missing.mean")[row] = one;
                columns.get("reference.missing.mean")[row] = other;
                columns.get("estimate")[row] = at.estimate();
                columns.get("conf.low")[row] = limits.lower().ifEstimated().orElse(Double.NaN);
                columns.get("conf.high")[row] = limits.upper().ifEstimated().orElse(Double.NaN);
                columns.get("p.value")[row] = at.test(
                                tested(), settings.hypothesis().alternative())
                        .pValue()
                        .ifEstimated()
                        .orElse(Double.NaN);
                columns.get("side")[row] = side(limits).ordinal() - Side.AROUND.ordinal();
                row++;
            }
        }
        return new Series(Names.tipping(key), columns);
    }

    private static double[] means(Amounts amounts, Range within) {
        if (amounts.missing() == 0) {
            return new double[] {Moments.of(amounts.values()).mean()};
        }
        double[] means = new double[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            means[step] = within.low() + (within.high() - within.low()) * step / STEPS;
        }
        return means;
    }
}
