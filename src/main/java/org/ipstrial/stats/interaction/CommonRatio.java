package org.ipstrial.stats.interaction;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.search.Crossing;

/** What the likelihood-ratio tests of a common ratio share: the search for its logarithm, and the deviance from the fit. */
public final class CommonRatio {

    /** The logarithm of a ratio that no counts of people come near. */
    private static final double FARTHEST = 200;

    private CommonRatio() {}

    /** The logarithm at which a function of it that never falls comes to 0, if it does. */
    static OptionalDouble logarithm(DoubleUnaryOperator rising) {
        double far = 1;
        while (rising.applyAsDouble(-far) > 0 || rising.applyAsDouble(far) < 0) {
            far *= 2;
            if (far > FARTHEST) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(Crossing.of(rising, -far, far));
    }

    static double sum(List<TwoByTwo> tables, ToDoubleFunction<TwoByTwo> term) {
        CompensatedSum sum = new CompensatedSum();
        tables.forEach(table -> sum.add(term.applyAsDouble(table)));
        return sum.value();
    }

    /** {@code x log(x/e) + (n - x) log((n - x)/(n - e))} of an arm with {@code e} events fitted. */
    static double deviance(BinomialCount arm, double fitted) {
        double x = arm.events();
        double y = arm.nonEvents();
        return (x > 0 ? x * StrictMath.log(x / fitted) : 0)
                + (y > 0 ? y * StrictMath.log(y / (arm.assessed() - fitted)) : 0);
    }

    /** The chi-squared test of a statistic that rounding may have taken below 0. */
    public static TestResult test(double statistic, int levels) {
        double x = Math.max(0, statistic);
        double df = levels - 1.0;
        return TestResult.of(x, df, NormalTest.atLeastSmallest(Scatter.chiSquared(x, df)));
    }
}
