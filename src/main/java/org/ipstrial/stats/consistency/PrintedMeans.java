package org.ipstrial.stats.consistency;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Require;

/**
 * The interval of a difference in means that follows from printed means, spreads and numbers of people.
 *
 * <p>With means {@code m1, m2}, standard deviations {@code s1, s2} of {@code n1, n2} people and the level's quantile
 * {@code t} of Student's distribution:
 *
 * <pre>
 *   Welch    se = sqrt(s1^2/n1 + s2^2/n2),  df = se^4 / [(s1^2/n1)^2/(n1 - 1) + (s2^2/n2)^2/(n2 - 1)]
 *   Student  se = sqrt(((n1 - 1) s1^2 + (n2 - 1) s2^2)/(n1 + n2 - 2) * (1/n1 + 1/n2)),  df = n1 + n2 - 2
 *   limits   m1 - m2 -+ t se
 * </pre>
 *
 * Where the printed spreads are read as standard errors, {@code s = se sqrt(n)} in each arm first. The half width is that
 * of the spreads' least and most values within their rounding.
 *
 * <p>Source: Welch BL (1938), Biometrika 29:350-362; Student (1908), Biometrika 6:1-25.
 *
 * @param mean   the mean
 * @param spread what is printed as its standard deviation
 * @param people how many people, at least 2
 */
public record PrintedMeans(PrintedNumber mean, PrintedNumber spread, long people) {

    /** Refuses a spread of fewer than two people, and one below zero. */
    public PrintedMeans {
        if (people < 2 || spread.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "wanted two people and a spread of 0 or more, got " + people + " and " + spread.value());
        }
    }

    /** Every difference of the means. */
    public Window difference(PrintedMeans reference) {
        return mean.window().minus(reference.mean.window());
    }

    /** Every half width of the interval. */
    public Window halfWidth(PrintedMeans reference, double level, boolean pooled, boolean asStandardErrors) {
        Require.fraction("level", level);
        return new Window(
                half(this, reference, level, pooled, asStandardErrors, false),
                half(this, reference, level, pooled, asStandardErrors, true));
    }

    private double variance(boolean asStandardError, boolean most) {
        double bound =
                most ? spread.window().high() : Math.max(0, spread.window().low());
        return asStandardError ? bound * bound * people : bound * bound;
    }

    private static double half(
            PrintedMeans group, PrintedMeans reference, double level, boolean pooled, boolean asErrors, boolean most) {
        double v1 = group.variance(asErrors, most);
        double v2 = reference.variance(asErrors, most);
        double n1 = group.people;
        double n2 = reference.people;
        double df = n1 + n2 - 2;
        double square = ((n1 - 1) * v1 + (n2 - 1) * v2) / df * (1 / n1 + 1 / n2);
        if (!pooled) {
            double a = v1 / n1;
            double b = v2 / n2;
            square = a + b;
            df = square == 0 ? df : square * square / (a * a / (n1 - 1) + b * b / (n2 - 1));
        }
        return TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2) * StrictMath.sqrt(square);
    }
}
