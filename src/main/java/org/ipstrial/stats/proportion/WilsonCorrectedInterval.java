package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;

/**
 * Wilson's score interval for one binomial proportion with a continuity correction.
 *
 * <p>With {@code x} events among {@code n}, {@code p = x / n}, {@code q = 1 - p}, and {@code z} the standard normal
 * value that is exceeded with probability {@code (1 - level) / 2}:
 * <pre>
 *   lower = [2x + z&sup2; - 1 - z sqrt(z&sup2; - 2 - 1/n + 4p (n q + 1))] / (2 (n + z&sup2;)), 0 when x = 0
 *   upper = [2x + z&sup2; + 1 + z sqrt(z&sup2; + 2 - 1/n + 4p (n q - 1))] / (2 (n + z&sup2;)), 1 when x = n
 * </pre>
 * They are the proportions at which {@code |x - n p| - 1/2} is {@code z} standard deviations.
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Source: Blyth CR, Still HA (1983), Binomial confidence intervals, Journal of the American Statistical Association
 * 78:108-116; method 4 of Newcombe RG (1998), Statistics in Medicine 17:857-872.
 */
public final class WilsonCorrectedInterval {

    private WilsonCorrectedInterval() {}

    /** The proportion with Wilson's limits, corrected for continuity. */
    public static Estimate of(BinomialCount count, double level) {
        return at(count, CriticalValue.twoSided(level));
    }

    /** The proportion with the corrected limits at the normal value {@code z}, 0 or above. */
    public static Estimate at(BinomialCount count, double z) {
        return Estimate.of(count.proportion(), lower(count, z), 1 - lower(count.complement(), z));
    }

    private static double lower(BinomialCount count, double z) {
        if (count.events() == 0) {
            return 0;
        }
        double n = count.assessed();
        double x = count.events();
        double root = Math.sqrt(z * z - 2 - 1 / n + 4 * x * (count.nonEvents() + 1) / n);
        // (2x - 1)^2 / n over the sum, because the difference of the two loses digits where there are few events.
        return (2 * x - 1) * (2 * x - 1) / n / (2 * x + z * z - 1 + z * root) / 2;
    }
}
