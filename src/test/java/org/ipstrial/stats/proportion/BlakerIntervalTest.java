package org.ipstrial.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.junit.jupiter.api.Test;

/** Blaker's limits against the acceptability itself, summed term by term. */
class BlakerIntervalTest {

    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95, 0.99};

    @Test
    void nothingBelowTheLowerLimitIsAcceptableAndTheLimitIs() {
        for (int n : new int[] {1, 2, 3, 5, 8, 13, 21, 34}) {
            for (int x = 1; x <= n; x++) {
                for (double level : LEVELS) {
                    double lower = lower(x, n, level);
                    String about = x + "/" + n + " " + level;
                    assertThat(acceptability(x, n, lower + 1e-10)).as(about).isGreaterThan(1 - level - 1e-14);
                    for (int i = 0; i <= 2000; i++) {
                        double p = (lower - 1e-10) * i / 2000;
                        assertThat(acceptability(x, n, p)).as(about + " " + p).isLessThanOrEqualTo(1 - level + 1e-14);
                    }
                }
            }
        }
    }

    @Test
    void liesWithinClopperPearson() {
        for (int n = 1; n <= 60; n++) {
            for (int x = 0; x <= n; x++) {
                for (double level : LEVELS) {
                    BinomialCount count = new BinomialCount(x, n);
                    Estimate inner = BlakerInterval.of(count, level);
                    Estimate outer = ClopperPearsonInterval.of(count, level);
                    assertThat(value(inner.lower())).as(count.toString()).isGreaterThanOrEqualTo(value(outer.lower()));
                    assertThat(value(inner.upper()))
                            .as(count.toString())
                            .isLessThanOrEqualTo(value(outer.upper()) + 1e-15);
                }
            }
        }
    }

    /** By enumeration: whatever the share, the interval misses it no more often than it says. */
    @Test
    void coversAtLeastAsOftenAsItSays() {
        int n = 17;
        for (int i = 1; i < 500; i++) {
            double p = i / 500.0;
            double covered = 0;
            for (int x = 0; x <= n; x++) {
                Estimate estimate = BlakerInterval.of(new BinomialCount(x, n), 0.95);
                if (value(estimate.lower()) <= p && p <= value(estimate.upper())) {
                    covered += probability(x, n, p);
                }
            }
            assertThat(covered).as("at " + p).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void takesAMillion() {
        Estimate estimate = BlakerInterval.of(new BinomialCount(2, 1_000_000), 0.95);
        // As the events become rare the limits become those of a Poisson mean, divided by the number of people.
        assertThat(value(estimate.lower()) * 1e6).isCloseTo(0.355362, within(1e-5));
        assertThat(value(estimate.upper()) * 1e6).isCloseTo(7.0541, within(5e-4));
    }

    private static double lower(int x, int n, double level) {
        return value(BlakerInterval.of(new BinomialCount(x, n), level).lower());
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().getAsDouble();
    }

    /** The smaller tail and the largest opposite one that is no larger, an allowance for equal tails. */
    private static double acceptability(int x, int n, double p) {
        double above = 0;
        double below = 0;
        for (int k = 0; k <= n; k++) {
            above += k >= x ? probability(k, n, p) : 0;
            below += k <= x ? probability(k, n, p) : 0;
        }
        double near = Math.min(above, below);
        double opposite = 0;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            sum += probability(above < below ? i : n - i, n, p);
            opposite = sum <= near * (1 + 1e-12) ? sum : opposite;
        }
        return Math.min(1, near + opposite);
    }

    private static double probability(int k, int n, double p) {
        double probability = 1;
        for (int i = 1; i <= k; i++) {
            probability *= (double) (n - k + i) / i * p;
        }
        return probability * StrictMath.pow(1 - p, n - k);
    }
}
