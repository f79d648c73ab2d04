package org.ipstrial.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tests whose statistic has Fisher and Snedecor's F distribution under the null hypothesis.
 *
 * <p>With {@code b = df2 / 2}, {@code x = df2 / (df2 + df1 F)}, {@code y = 1 - x}, {@code t = sqrt(df1 F)}, and {@code S} and
 * {@code f} the upper tail and the density of Student's t with {@code df2} degrees of freedom:
 *
 * <pre>
 *   df1 even: p = T(0) + T(1) + ... + T(df1 / 2 - 1), T(0) = x^b
 *   df1 odd:  p = 2 S(t) + T(1/2) + T(3/2) + ... + T(df1 / 2 - 1), T(1/2) = 2 t f(t)
 *   T(a + 1) = T(a) y (a + b) / (a + 1)
 * </pre>
 *
 * <p>No term is below 0, so that nothing cancels; the incomplete beta function of the libraries loses five digits where
 * {@code df1} is 10 and {@code df2} a million.
 *
 * <p>Edges: a statistic that no double can hold has the smallest p-value.
 *
 * <p>Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, National Bureau of Standards, 26.6.4 to
 * 26.6.8.
 */
public final class FTest {

    private FTest() {}

    /**
     * The test of a statistic.
     *
     * @param f   not below 0
     * @param df1 degrees of freedom of the numerator: a whole number, at least 1
     * @param df2 degrees of freedom of the denominator, above 0
     */
    public static TestResult of(double f, double df1, double df2) {
        if (Double.isInfinite(f)) {
            return NormalTest.beyond(true, Alternative.GREATER);
        }
        return TestResult.ofF(f, df1, df2, NormalTest.atLeastSmallest(Math.min(1, tail(f, df1, df2))));
    }

    private static double tail(double f, double df1, double df2) {
        if (df1 != Math.rint(df1) || !(df1 >= 1)) {
            throw new IllegalArgumentException("the numerator must have whole degrees of freedom, got " + df1);
        }
        double b = df2 / 2;
        double odds = df1 * f / df2;
        double y = odds / (1 + odds);
        boolean even = df1 % 2 == 0;
        double sum = 0;
        double term = StrictMath.exp(-b * StrictMath.log1p(odds));
        double a = 0;
        if (!even) {
            double t = Math.sqrt(df1 * f);
            TDistribution student = TDistribution.of(df2);
            sum = 2 * student.survivalProbability(t);
            term = 2 * t * student.density(t);
            a = 0.5;
        }
        for (; a < df1 / 2; a++) {
            sum += term;
            term *= y * (a + b) / (a + 1);
        }
        return sum;
    }
}
