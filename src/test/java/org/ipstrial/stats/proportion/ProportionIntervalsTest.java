package org.ipstrial.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionIntervalsTest {

    private static final double[] LEVELS = {0.5, 0.95, 0.999};

    /** Those that run out of the scale and are cut off, so that they reach its ends for other counts too. */
    private static final List<ProportionInterval> CUT =
            List.of(AgrestiCoullInterval::of, WaldInterval::of, WaldInterval::corrected);

    static Stream<ProportionInterval> intervals() {
        return Stream.concat(
                Stream.of(
                        WilsonInterval::of,
                        ClopperPearsonInterval::of,
                        JeffreysInterval::of,
                        MidPInterval::of,
                        BlakerInterval::of,
                        LikelihoodRatioInterval::of,
                        WilsonCorrectedInterval::of),
                CUT.stream());
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void keepsItsLawsOnEverySmallArmAndOnLargeOnes(ProportionInterval interval) {
        for (BinomialCount count : counts()) {
            double innerLower = count.proportion();
            double innerUpper = count.proportion();
            for (double level : LEVELS) {
                double lower = lower(interval, count, level);
                double upper = upper(interval, count, level);
                boolean fine = 0 <= lower
                        && lower <= innerLower
                        && innerUpper <= upper
                        && upper <= 1
                        && (CUT.contains(interval) || (lower == 0) == (count.events() == 0))
                        && (CUT.contains(interval) || (upper == 1) == (count.nonEvents() == 0))
                        && Math.abs(upper + lower(interval, count.complement(), level) - 1) < 1e-13;
                if (!fine) {
                    fail(count + " " + level + ": " + lower + " to " + upper);
                }
                innerLower = lower;
                innerUpper = upper;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void growsWithTheEvents(ProportionInterval interval) {
        // Wald's width falls to 0 at the ends of the scale, so that a limit can turn back there.
        if (CUT.indexOf(interval) > 0) {
            return;
        }
        double reached = CUT.contains(interval) ? 0 : Double.MIN_VALUE;
        for (int n = 1; n <= 60; n++) {
            for (int x = 0; x < n; x++) {
                BinomialCount count = new BinomialCount(x, n);
                BinomialCount more = new BinomialCount(x + 1, n);
                assertThat(lower(interval, more, 0.95) - lower(interval, count, 0.95))
                        .as(count.toString())
                        .isGreaterThanOrEqualTo(reached);
                assertThat(upper(interval, more, 0.95) - upper(interval, count, 0.95))
                        .as(count.toString())
                        .isGreaterThanOrEqualTo(reached);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void givesTheShareAndAStandardErrorOnlyIfItRestsOnOne(ProportionInterval interval) {
        BinomialCount count = new BinomialCount(36, 154);
        assertThat(interval.of(count, 0.95).estimate()).isEqualTo(Quantity.of(36.0 / 154));
        assertThat(interval.of(count, 0.95).standardError().isPresent()).isEqualTo(CUT.indexOf(interval) > 0);
    }

    /** Second route: at a Wilson limit the score test has exactly z. */
    @Test
    void wilsonSolvesTheScoreEquation() {
        double z = CriticalValue.twoSided(0.95);
        for (BinomialCount count : counts()) {
            for (double p :
                    new double[] {lower(WilsonInterval::of, count, 0.95), upper(WilsonInterval::of, count, 0.95)}) {
                if (p > 0 && p < 1) {
                    double n = count.assessed();
                    double got = Math.abs(count.events() - n * p) / Math.sqrt(n * p * (1 - p));
                    assertThat(got).as(count + " " + p).isCloseTo(z, within(1e-8));
                }
            }
        }
    }

    /** Second route: at a Clopper-Pearson limit the binomial tail, summed term by term, is 2.5%. */
    @Test
    void clopperPearsonCutsOffTheBinomialTail() {
        for (int n = 1; n <= 120; n++) {
            for (int x = 0; x <= n; x++) {
                BinomialCount count = new BinomialCount(x, n);
                if (x > 0) {
                    double tail = tail(x, n, lower(ClopperPearsonInterval::of, count, 0.95));
                    assertThat(tail).as(count.toString()).isCloseTo(0.025, within(1e-12));
                }
                if (x < n) {
                    double tail = tail(n - x, n, 1 - upper(ClopperPearsonInterval::of, count, 0.95));
                    assertThat(tail).as(count.toString()).isCloseTo(0.025, within(1e-12));
                }
            }
        }
    }

    /** Second route: with the tail summed term by term, half of the observed number counted. */
    @Test
    void midPCutsOffTheTailWithHalfOfTheObservedNumber() {
        for (int n = 1; n <= 60; n++) {
            for (int x = 1; x <= n; x++) {
                double p = lower(MidPInterval::of, new BinomialCount(x, n), 0.95);
                double tail = (tail(x, n, p) + tail(x + 1, n, p)) / 2;
                assertThat(tail).as(x + "/" + n).isCloseTo(0.025, within(1e-12));
            }
        }
    }

    /** Second route: the log likelihood itself. */
    @Test
    void likelihoodRatioLimitsFitWorseByTheCriticalValue() {
        double z = CriticalValue.twoSided(0.95);
        for (int n = 1; n <= 60; n++) {
            for (int x = 0; x <= n; x++) {
                BinomialCount count = new BinomialCount(x, n);
                for (double p : new double[] {
                    lower(LikelihoodRatioInterval::of, count, 0.95), upper(LikelihoodRatioInterval::of, count, 0.95)
                }) {
                    if (p > 0 && p < 1) {
                        double best = logLikelihood(count, count.proportion());
                        assertThat(2 * (best - logLikelihood(count, p)))
                                .as(count.toString())
                                .isCloseTo(z * z, within(1e-10));
                    }
                }
            }
        }
    }

    private static double logLikelihood(BinomialCount count, double p) {
        double events = count.events() == 0 ? 0 : count.events() * StrictMath.log(p);
        return count.nonEvents() == 0 ? events : events + count.nonEvents() * StrictMath.log(1 - p);
    }

    /** The corrected limits are the shares at which the distance, less one half, is z standard deviations. */
    @Test
    void wilsonCorrectedSolvesItsEquation() {
        double z = CriticalValue.twoSided(0.95);
        for (BinomialCount count : counts()) {
            double p = lower(WilsonCorrectedInterval::of, count, 0.95);
            if (p > 0) {
                double n = count.assessed();
                double got = (count.events() - 0.5 - n * p) / Math.sqrt(n * p * (1 - p));
                assertThat(got).as(count + " " + p).isCloseTo(z, within(1e-8));
            }
        }
    }

    @Test
    void clopperPearsonHasAClosedFormAtTheEnds() {
        assertThat(upper(ClopperPearsonInterval::of, new BinomialCount(0, 98), 0.95))
                .isCloseTo(1 - StrictMath.pow(0.025, 1.0 / 98), within(1e-16));
        assertThat(lower(ClopperPearsonInterval::of, new BinomialCount(98, 98), 0.95))
                .isCloseTo(StrictMath.pow(0.025, 1.0 / 98), within(1e-15));
        // A tiny alpha once gave 0.99999 for 0 of 500 in another program.
        assertThat(upper(ClopperPearsonInterval::of, new BinomialCount(0, 500), 1 - 1e-10))
                .isCloseTo(1 - StrictMath.pow(5e-11, 1.0 / 500), within(1e-8));
    }

    @Test
    void criticalValueKeepsItsDigitsFarOut() {
        assertThat(CriticalValue.twoSided(0.95)).isCloseTo(1.959963984540054, within(5e-15));
        // The level nearest to 1 leaves 2^-54 in each tail.
        assertThat(CriticalValue.twoSided(Math.nextDown(1.0))).isBetween(8.2, 8.3);
        assertThat(CriticalValue.twoSided(1e-300)).isBetween(0.0, 1e-16);
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinomialCount(8, 7))
                .withMessage("events must be between 0 and assessed (7), got 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinomialCount(-1, 7))
                .withMessage("events must be between 0 and assessed (7), got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinomialCount(0, 0))
                .withMessage("assessed must be at least 1, got 0");
    }

    /** All arms up to 60 and seeded ones up to a million. */
    private static List<BinomialCount> counts() {
        List<BinomialCount> counts = new ArrayList<>();
        for (int n = 1; n <= 60; n++) {
            for (int x = 0; x <= n; x++) {
                counts.add(new BinomialCount(x, n));
            }
        }
        Random random = new Random(1927);
        for (int i = 0; i < 300; i++) {
            int n = 61 + random.nextInt(1_000_000);
            counts.add(new BinomialCount(i % 3 == 0 ? random.nextInt(4) : random.nextInt(n + 1), n));
        }
        return counts;
    }

    /** P(X >= x) among n. */
    private static double tail(int x, int n, double p) {
        double sum = 0;
        for (int k = n; k >= x; k--) {
            double term = 1;
            int down = n;
            for (int i = 1; i <= k; i++) {
                term *= (double) down-- / i * p;
                if (i <= n - k) {
                    term *= 1 - p;
                }
            }
            for (int i = k + 1; i <= n - k; i++) {
                term *= 1 - p;
            }
            sum += term;
        }
        return sum;
    }

    private static double lower(ProportionInterval interval, BinomialCount count, double level) {
        return value(interval.of(count, level), true);
    }

    private static double upper(ProportionInterval interval, BinomialCount count, double level) {
        return value(interval.of(count, level), false);
    }

    private static double value(Estimate estimate, boolean lower) {
        return (lower ? estimate.lower() : estimate.upper()).ifEstimated().getAsDouble();
    }
}
