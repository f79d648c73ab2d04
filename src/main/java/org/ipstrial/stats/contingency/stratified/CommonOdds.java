package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * How far each stratum lies from what it would be if all had the Mantel-Haenszel odds ratio.
 *
 * <p>With odds ratio {@code r}, the events expected in the group of a stratum with both margins kept, {@code e}, solve
 * {@code e (n2 - m + e) = r (m - e) (n1 - e)}, {@code m} being the events of both arms. Their variance is
 * {@code 1 / (1/e + 1/(m - e) + 1/(n1 - e) + 1/(n2 - m + e))}.
 *
 * @param strata how many strata tell anything: those with both arms, an event and a non-event
 * @param square the sum over them of {@code (x1 - e)&sup2; / variance}
 * @param off    the sum of {@code x1 - e}
 * @param spread the sum of the variances
 */
record CommonOdds(int strata, double square, double off, double spread) {

    private record Stray(double off, double variance) {}

    /** Why there is nothing to hold the strata against. */
    static Optional<Reason> absent(List<TwoByTwo> tables) {
        Quantity ratio = MantelHaenszelOddsRatio.ratio(tables);
        if (ratio instanceof Quantity.NotEstimable none) {
            return Optional.of(none.reason());
        }
        if (ratio.ifEstimated().getAsDouble() == 0) {
            return Optional.of(Reason.NO_INFORMATIVE_STRATUM);
        }
        return telling(tables).size() < 2 ? Optional.of(Reason.FEWER_THAN_TWO_STRATA) : Optional.empty();
    }

    /** The distances, where {@link #absent} names no reason. */
    static CommonOdds of(List<TwoByTwo> tables) {
        OptionalDouble ratio = MantelHaenszelOddsRatio.ratio(tables).ifEstimated();
        List<TwoByTwo> telling = telling(tables);
        return new CommonOdds(
                telling.size(),
                StratifiedTables.sum(telling, table -> {
                    Stray stray = stray(table, ratio.getAsDouble());
                    return stray.off() * stray.off() / stray.variance();
                }),
                StratifiedTables.sum(
                        telling, table -> stray(table, ratio.getAsDouble()).off()),
                StratifiedTables.sum(
                        telling, table -> stray(table, ratio.getAsDouble()).variance()));
    }

    private static List<TwoByTwo> telling(List<TwoByTwo> tables) {
        return tables.stream()
                .filter(table -> table.events() > 0 && table.events() < table.assessed())
                .toList();
    }

    private static Stray stray(TwoByTwo table, double ratio) {
        // The odds ratio of the arms changed round is the inverse one: so the quadratic opens upwards, and no form
        // cancels.
        if (ratio > 1) {
            Stray mirrored = stray(table.swapped(), 1 / ratio);
            return new Stray(-mirrored.off(), mirrored.variance());
        }
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double m = table.events();
        double e = ExpectedEvents.inGroup(table, ratio);
        double variance = 1 / (1 / e + 1 / (m - e) + 1 / (n1 - e) + 1 / (n2 - m + e));
        return new Stray(table.group().events() - e, variance);
    }
}
