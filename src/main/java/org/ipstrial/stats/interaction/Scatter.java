package org.ipstrial.stats.interaction;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * How far effects of several levels lie from their weighted mean, {@code Q = sum w (d - m)&sup2;} with
 * {@code w = 1/variance} and {@code m = sum w d / sum w}.
 */
public final class Scatter {

    /**
     * The effect of a level.
     *
     * @param effect   the estimate
     * @param variance its variance, above 0
     */
    public record Effect(double effect, double variance) {}

    private Scatter() {}

    /** The chi-squared test of Q, with one degree of freedom less than there are levels. */
    public static TestResult test(List<Effect> effects) {
        double q = q(effects);
        double df = effects.size() - 1.0;
        return TestResult.of(q, df, NormalTest.atLeastSmallest(chiSquared(q, df)));
    }

    /** Why there is no test, if so. */
    public static Optional<Reason> absent(int telling, int withBothArms) {
        if (telling >= 2) {
            return Optional.empty();
        }
        return Optional.of(withBothArms == 0 ? Reason.NO_STRATUM_WITH_BOTH_ARMS : Reason.FEWER_THAN_TWO_STRATA);
    }

    static double chiSquared(double statistic, double df) {
        return ChiSquaredDistribution.of(df).survivalProbability(statistic);
    }

    /** From the first effect on, so that effects that are alike give exactly 0. */
    static double q(List<Effect> effects) {
        double first = effects.get(0).effect();
        CompensatedSum weights = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        for (Effect level : effects) {
            weights.add(1 / level.variance());
            sum.add((level.effect() - first) / level.variance());
        }
        double mean = sum.value() / weights.value();
        CompensatedSum squares = new CompensatedSum();
        for (Effect level : effects) {
            double off = level.effect() - first - mean;
            squares.add(off / level.variance() * off);
        }
        return squares.value();
    }
}
