package org.ipstrial.stats.contingency.stratified.score;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.ScoreCurve;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.search.Crossing;

/**
 * One statistic over strata on a scale, and what follows from it: the effect at which it is 0, the outermost effects that it
 * does not reject, and the test of an effect.
 *
 * @param scale     the scale
 * @param inflated  whether variances have the factor {@code N / (N - 1)}
 * @param statistic the statistic
 */
record CommonScore(CommonScale scale, boolean inflated, ToDoubleFunction<WeightedScore> statistic) {

    private static final int STEPS = 40;

    /** The tables with both arms that have events and others; the rest have no variance at some effect. */
    static List<TwoByTwo> informative(StratifiedTables strata) {
        return strata.tables().stream()
                .filter(table -> table.events() > 0 && table.events() < table.assessed())
                .toList();
    }

    private double at(List<TwoByTwo> tables, double place) {
        return statistic.applyAsDouble(WeightedScore.at(scale, tables, place, inflated));
    }

    /** The estimate with the limits at a critical value of the statistic. */
    Estimate estimate(List<TwoByTwo> tables, double critical) {
        List<TwoByTwo> swapped = swapped(tables);
        double place = place(tables);
        double lower = lower(tables, place, critical);
        double upper = 0 - lower(swapped, 0 - place, critical);
        Optional<Reason> none = scale.unbounded(tables);
        return new Estimate(
                none.map(Quantity::notEstimable).orElseGet(() -> Quantity.limit(effect(place))),
                Optional.empty(),
                Quantity.limit(effect(Math.min(place, lower))),
                Quantity.limit(effect(Math.max(place, upper))));
    }

    private double effect(double place) {
        if (scale == CommonScale.DIFFERENCE) {
            return place;
        }
        return place <= -1 ? 0 : place >= 1 ? Double.POSITIVE_INFINITY : scale.effect(place);
    }

    private double lower(List<TwoByTwo> tables, double place, double critical) {
        return place <= -1 ? -1 : curve(tables, place).reaches(critical);
    }

    private ScoreCurve curve(List<TwoByTwo> tables, double place) {
        return new ScoreCurve(tried -> at(tables, tried), place);
    }

    /** Where the statistic is 0; where it is so at several places, the middle of the outermost. */
    private double place(List<TwoByTwo> tables) {
        if (scale.unbounded(tables).isPresent()) {
            return 1;
        }
        if (scale.unbounded(swapped(tables)).isPresent()) {
            return -1;
        }
        double first = firstZero(tables);
        double last = 0 - firstZero(swapped(tables));
        return first + (last - first) / 2;
    }

    private double firstZero(List<TwoByTwo> tables) {
        double outer = -1;
        for (int step = 1; step < STEPS; step++) {
            double place = 2.0 * step / STEPS - 1;
            if (at(tables, place) <= 0) {
                return zero(tables, outer, place);
            }
            outer = place;
        }
        return zero(tables, outer, 1);
    }

    private double zero(List<TwoByTwo> tables, double outer, double inner) {
        return Crossing.of(
                place -> place <= -1
                        ? Double.NEGATIVE_INFINITY
                        : place >= 1 ? Double.POSITIVE_INFINITY : 0 - at(tables, place),
                outer,
                inner);
    }

    /** The statistic of an effect, the lowest that it takes there or further from the estimate. */
    double statistic(List<TwoByTwo> tables, double effect) {
        double tested = scale.place(effect);
        double place = place(tables);
        if (tested == place) {
            return 0;
        }
        return tested < place
                ? curve(tables, place).at(tested)
                : 0 - curve(swapped(tables), 0 - place).at(0 - tested);
    }

    /** The test that goes by the normal distribution. */
    TestResult test(List<TwoByTwo> tables, double effect, Alternative alternative) {
        return NormalTest.of(statistic(tables, effect), alternative);
    }

    /** Refuses an effect that does not lie inside the scale. */
    void require(double effect) {
        boolean difference = scale == CommonScale.DIFFERENCE;
        double least = difference ? -1 : 0;
        double most = difference ? 1 : Double.POSITIVE_INFINITY;
        if (!(effect > least && effect < most)) {
            throw new IllegalArgumentException(
                    "the tested effect must lie strictly between " + least + " and " + most + ", got " + effect);
        }
    }

    private static List<TwoByTwo> swapped(List<TwoByTwo> tables) {
        return tables.stream().map(TwoByTwo::swapped).toList();
    }
}
