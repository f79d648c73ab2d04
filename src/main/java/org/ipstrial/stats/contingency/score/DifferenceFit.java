package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.search.Crossing;

/**
 * How a table fits a given difference between the arms' probabilities: the pull of the most likely pair that has it, and
 * the variance of the observed difference at that pair.
 *
 * <p>With {@code x} events among {@code n} in each arm, and {@code p1 - p2 = e} the most likely pair, the pull {@code t}
 * is that of {@code x1 - n1 p1 = t p1 (1 - p1)}, hence {@code d - e = t v} with the observed difference {@code d} and
 * {@code v = p1 (1 - p1) / n1 + p2 (1 - p2) / n2}. It falls as {@code e} grows, and is 0 at {@code d}.
 *
 * @param pull      the pull, above 0 where the observed difference is larger
 * @param variance  the variance
 * @param group     {@code p1}
 * @param reference {@code p2}
 */
public record DifferenceFit(double pull, double variance, double group, double reference) {

    /**
     * The fit.
     *
     * @param difference strictly between -1 and 1
     * @throws IllegalArgumentException if it is not
     */
    public static DifferenceFit at(TwoByTwo table, double difference) {
        if (!(difference > -1 && difference < 1)) {
            throw new IllegalArgumentException("the difference must lie strictly between -1 and 1, got " + difference);
        }
        if (difference > PointEstimate.riskDifference(table)) {
            DifferenceFit mirrored = at(table.swapped(), 0 - difference);
            return new DifferenceFit(0 - mirrored.pull(), mirrored.variance(), mirrored.reference(), mirrored.group());
        }
        double end = table.assessed();
        while (DifferenceScale.effect(table, end) > difference) {
            end *= 2;
        }
        double pull = Crossing.of(t -> difference - DifferenceScale.effect(table, t), 0, end);
        ConstrainedFit fit = DifferenceScale.INSTANCE.fit(table, pull);
        return new DifferenceFit(pull, DifferenceScale.variance(table, pull), fit.group(), fit.reference());
    }
}
