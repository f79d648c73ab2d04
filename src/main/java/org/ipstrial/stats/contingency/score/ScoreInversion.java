package org.ipstrial.stats.contingency.score;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * Score tests of a given effect, and the confidence limits that are the effects which such a test does not reject.
 *
 * <p>For an effect {@code e}, let {@code p1} and {@code p2} be the most likely probabilities that have it, for
 * {@code x1} events among {@code n1} and {@code x2} among {@code n2}. The score statistic is
 * <pre>
 *   Z&sup2;(e) = [(x1 - n1 p1)&sup2; / (n1 p1 (1 - p1)) + (x2 - n2 p2)&sup2; / (n2 p2 (1 - p2))] / k
 * </pre>
 * with {@code k = N / (N - 1)}, {@code N = n1 + n2}, for Miettinen and Nurminen's variance, and {@code k = 1} without
 * it. This one formula serves differences, ratios and odds ratios, because the score for the nuisance parameter is 0
 * at the constrained fit, or the arm that is on the border fits without variance; written out on each scale it is the
 * formula of the papers, such as {@code Z = (d - e) / sqrt(k (p1 (1 - p1) / n1 + p2 (1 - p2) / n2))} for a difference.
 *
 * <p>The limits solve {@code Z&sup2;(e) = z&sup2;}. {@code Z&sup2;} grows all the way along the pull of a
 * {@link Scale}, so halving finds them to the last digit; where it stays below {@code z&sup2;} to the end, the limit is
 * the end of the scale: -1 or 1, 0 or unbounded.
 */
final class ScoreInversion {

    private ScoreInversion() {}

    /** The factor {@code N / (N - 1)} of Miettinen and Nurminen. */
    static double inflation(TwoByTwo table) {
        return (double) table.assessed() / (table.assessed() - 1);
    }

    /** The observed effect with the limits of the score test. */
    static Estimate estimate(Scale scale, TwoByTwo table, double level, double k) {
        double z = CriticalValue.twoSided(level);
        double critical = z * z * k;
        double lower = lower(scale, table, critical);
        double upper = scale.mirror(lower(scale, table.swapped(), critical));
        Quantity estimate = scale.estimate(table);
        OptionalDouble observed = estimate.ifEstimated();
        if (observed.isPresent()) {
            // At a level next to 0 the three numbers meet, and rounding must not turn them about.
            lower = Math.min(lower, observed.getAsDouble());
            upper = Math.max(upper, observed.getAsDouble());
        }
        return new Estimate(estimate, Optional.empty(), Quantity.limit(lower), Quantity.limit(upper));
    }

    /**
     * The score test that the effect is {@code effect}: the signed {@code Z}, above 0 when the observed effect is
     * larger, and its p-value.
     *
     * @throws IllegalArgumentException if the effect is not inside the scale
     */
    static TestResult test(Scale scale, TwoByTwo table, double effect, double k, Alternative alternative) {
        double most = scale.mirror(scale.least());
        if (!(effect > scale.least() && effect < most)) {
            throw new IllegalArgumentException("the tested effect must lie strictly between " + scale.least() + " and "
                    + most + ", got " + effect);
        }
        OptionalDouble larger = root(scale, table, effect, k);
        OptionalDouble smaller = root(scale, table.swapped(), scale.mirror(effect), k);
        if (larger.isEmpty() && smaller.isEmpty()) {
            return new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), scale.estimate(table));
        }
        double z = larger.isPresent() ? larger.getAsDouble() : -smaller.getAsDouble();
        return NormalTest.of(z, alternative);
    }

    private static double lower(Scale scale, TwoByTwo table, double critical) {
        double reach = scale.reach(table);
        if (reach == 0) {
            return scale.least();
        }
        double pull = Bisection.firstAbove0(reach, t -> scale.fit(table, t).chiSquared() >= critical);
        return scale.fit(table, pull).effect();
    }

    /** {@code Z} where the tested effect is not above the observed one; nothing where it is. */
    private static OptionalDouble root(Scale scale, TwoByTwo table, double effect, double k) {
        double reach = scale.reach(table);
        if (reach == 0 || scale.fit(table, 0).effect() < effect) {
            return OptionalDouble.empty();
        }
        double pull = Bisection.firstAbove0(reach, t -> scale.fit(table, t).effect() <= effect);
        return OptionalDouble.of(Math.sqrt(scale.fit(table, pull).chiSquared() / k));
    }
}
