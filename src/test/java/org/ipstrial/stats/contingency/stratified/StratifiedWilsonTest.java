package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.CriticalValue;
import org.junit.jupiter.api.Test;

/**
 * One arm in strata: the snapshots of tern's tests, tests/testthat/_snaps/estimate_proportion.md, whose random data are those of
 * R with seed 1. The limits L stand in the variances as k L (1 - L).
 */
class StratifiedWilsonTest {

    private static void assertLimits(String strata, double[] weights, double level, double lower, double upper) {
        double sum = Arrays.stream(weights).sum();
        double[] shares = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        List<BinomialCount> counts = new ArrayList<>();
        double k = 0;
        for (String stratum : strata.split(" ")) {
            String[] numbers = stratum.split("/");
            double share = shares[counts.size()];
            counts.add(new BinomialCount(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
            k += share * share / Integer.parseInt(numbers[1]);
        }
        StratifiedWilson wilson = new StratifiedWilson(counts, shares);
        double z = CriticalValue.twoSided(level);
        assertThat(wilson.varianceAtLower(z)).isCloseTo(k * lower * (1 - lower), within(1e-7 * k));
        assertThat(wilson.varianceAtUpper(z)).isCloseTo(k * upper * (1 - upper), within(1e-7 * k));
    }

    /** With equal weights; tern's own weights are iterated and go with the quantile of the step before. */
    @Test
    void agreesWithTern() {
        assertLimits("12/22 7/18 5/17 9/17 8/14 8/12", new double[] {1, 1, 1, 1, 1, 1}, 0.9, 0.4190436, 0.5789733);
    }

    /** Which tern has from SAS. */
    @Test
    void agreesWithSas() {
        assertLimits("11/15 10/16 4/10 8/11 9/15 8/13", new double[] {1, 2, 3, 4, 5, 6}, 0.95, 0.4867191, 0.7186381);
    }

    /**
     * Nobody among 4 and among 16: with a of 1/4 and 1/8 strata are taken at sqrt(5) / 3 of z, here at 2. There Wilson's upper
     * limits are 4 / (4 + 4) and 4 / (16 + 4), on the whole 0.35, and k is 5/64.
     */
    @Test
    void withoutAVarianceSharesAreTakenAsEqual() {
        StratifiedWilson nobody = new StratifiedWilson(
                List.of(new BinomialCount(0, 4), new BinomialCount(0, 16)), new double[] {0.5, 0.5});
        double z = 6 / Math.sqrt(5);

        assertThat(nobody.varianceAtUpper(z)).isCloseTo(5.0 / 64 * 0.35 * 0.65, within(1e-15));
        assertThat(nobody.varianceAtLower(z)).isZero();
        StratifiedWilson everybody = new StratifiedWilson(
                List.of(new BinomialCount(4, 4), new BinomialCount(16, 16)), new double[] {0.5, 0.5});
        assertThat(everybody.varianceAtLower(z)).isCloseTo(5.0 / 64 * 0.35 * 0.65, within(1e-15));
    }
}
