package org.ipstrial.stats;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tests whose statistic is standard normal under the null hypothesis, above 0 where the observed effect is larger. */
public final class NormalTest {

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private static final ChiSquaredDistribution ONE_DEGREE_OF_FREEDOM = ChiSquaredDistribution.of(1);

    private NormalTest() {}

    /** The test of a statistic. */
    public static TestResult of(double z, Alternative alternative) {
        return TestResult.of(z, pValue(z, z, alternative));
    }

    /**
     * A test whose statistic is the square of a standard normal one, and as such chi-squared with 1 degree of freedom. Its root
     * with a sign gives the one-sided p-values.
     *
     * @param statistic the square
     * @param below     whether the root is below 0
     */
    public static TestResult squared(double statistic, boolean below, Alternative alternative) {
        double p;
        if (alternative == Alternative.TWO_SIDED) {
            p = atLeastSmallest(ONE_DEGREE_OF_FREEDOM.survivalProbability(statistic));
        } else {
            double z = below ? -Math.sqrt(statistic) : Math.sqrt(statistic);
            p = pValue(z, z, alternative);
        }
        return TestResult.of(statistic, 1, p);
    }

    /**
     * The p-value of a statistic that was corrected towards 0, or towards the null hypothesis's side, for each of the
     * two sides.
     *
     * @param greater the statistic against a larger effect
     * @param less    the statistic against a smaller effect
     */
    public static double pValue(double greater, double less, Alternative alternative) {
        return atLeastSmallest(alternative.pValue(
                STANDARD_NORMAL.survivalProbability(greater), STANDARD_NORMAL.cumulativeProbability(less)));
    }

    /** A test whose statistic lies beyond all numbers on the side of the larger effect, or of the smaller. */
    public static TestResult beyond(boolean larger, Alternative alternative) {
        double p = alternative.pValue(larger ? 0 : 1, larger ? 1 : 0);
        return new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.of(atLeastSmallest(p)));
    }

    /** No p-value is 0: one that is too small for a double becomes the smallest double, which is on the safe side. */
    public static double atLeastSmallest(double p) {
        return Math.max(Double.MIN_VALUE, p);
    }
}
