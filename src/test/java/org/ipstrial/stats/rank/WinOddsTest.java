package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

class WinOddsTest {

    @Test
    void areTheOddsOfTheIndex() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Estimate odds = of(samples);
            Estimate index = BrunnerMunzelIndex.of(samples, 0.95, Samples.resampling());
            double p = index.estimate().ifEstimated().orElseThrow();
            if (p < 1) {
                assertThat(value(odds.estimate())).isCloseTo(p / (1 - p), within(1e-11 / (1 - p)));
            }
            assertThat(odds.lower().ifEstimated().isPresent())
                    .isEqualTo(index.lower().ifEstimated().isPresent());
        }
    }

    /**
     * R package hce, its tests against SAS on the data set KHCE: 319,841 wins, 401 ties and 242,258 losses among 750 and 750
     * people make win odds of 1.3199846571681. These are other people with as many wins, ties and losses.
     */
    @Test
    void agreesWithAPublishedEstimate() {
        double[] reference = new double[750];
        Arrays.setAll(reference, i -> i < 2 ? 1 : i + 1);
        double[] group = new double[750];
        Arrays.fill(group, 0, 426, 1000);
        group[426] = 339.5;
        group[427] = 3;
        Arrays.fill(group, 428, 628, 1);
        TwoSamples samples = new TwoSamples(group, reference);

        long wins = 0;
        long ties = 0;
        for (double x : group) {
            wins += Arrays.stream(reference).filter(y -> y < x).count();
            ties += Arrays.stream(reference).filter(y -> y == x).count();
        }
        assertThat(wins).isEqualTo(319_841);
        assertThat(ties).isEqualTo(401);
        assertThat(value(of(samples).estimate())).isCloseTo(1.3199846571681, within(5e-14));
    }

    /** By another route: every pair for itself, and the variance of wins by ranks over both arms less those within each. */
    @Test
    void isWhatAllPairsAndTheRanksOfBrunnerAndMunzelGive() {
        for (int seed = 1; seed <= 60; seed++) {
            TwoSamples samples = Samples.twoArms(seed);
            double[] x = samples.group();
            double[] y = samples.reference();
            double[] both =
                    DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray();
            double p = 0;
            for (double one : x) {
                for (double other : y) {
                    p += (one > other ? 1 : one == other ? 0.5 : 0) / ((double) x.length * y.length);
                }
            }
            double v1 = rankVariance(x, both) / ((double) x.length * y.length * y.length);
            double v0 = rankVariance(y, both) / ((double) y.length * x.length * x.length);
            Estimate odds = of(samples);
            if (p > 0 && p < 1 && v1 + v0 > 0) {
                double df = (v1 + v0) * (v1 + v0) / (v1 * v1 / (x.length - 1) + v0 * v0 / (y.length - 1));
                double half =
                        TDistribution.of(df).inverseSurvivalProbability(0.025) * Math.sqrt(v1 + v0) / (p * (1 - p));
                double log = StrictMath.log(p / (1 - p));

                assertThat(value(odds.estimate())).isCloseTo(p / (1 - p), withinPercentage(1e-8));
                assertThat(value(odds.lower())).isCloseTo(StrictMath.exp(log - half), withinPercentage(1e-7));
                assertThat(value(odds.upper())).isCloseTo(StrictMath.exp(log + half), withinPercentage(1e-7));
            }
        }
    }

    /** The variance of each person's rank among everybody less that within the arm. */
    private static double rankVariance(double[] arm, double[] both) {
        double[] over =
                Arrays.stream(arm).map(x -> rank(x, both) - rank(x, arm)).toArray();
        double mean = Arrays.stream(over).average().orElseThrow();
        return Arrays.stream(over).map(r -> (r - mean) * (r - mean)).sum() / (over.length - 1);
    }

    private static double rank(double x, double[] among) {
        double below = Arrays.stream(among).filter(other -> other < x).count();
        double equal = Arrays.stream(among).filter(other -> other == x).count();
        return below + (equal + 1) / 2;
    }

    @Test
    void limitsStayAboveZeroAndTurnRoundWithTheArms() {
        int compared = 0;
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Estimate one = of(samples);
            Estimate other = of(samples.swapped());
            if (one.lower().ifEstimated().isPresent()) {
                assertThat(value(one.lower())).isPositive().isLessThanOrEqualTo(value(one.estimate()));
                assertThat(value(one.upper())).isGreaterThanOrEqualTo(value(one.estimate()));
                assertThat(value(one.estimate()) * value(other.estimate())).isCloseTo(1, within(1e-12));
                assertThat(value(one.lower()) * value(other.upper())).isCloseTo(1, within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** At a limit of 90% the odds have the p-value 0.1, and 0.05 on the side where the interval lies. */
    @Test
    void aLimitIsWhereTheTestJustRejects() {
        for (int seed = 1; seed <= 30; seed++) {
            TwoSamples samples = Samples.twoArms(seed);
            Estimate limits = WinOdds.of(samples, 0.9, Samples.resampling());
            if (limits.lower().ifEstimated().isEmpty()) {
                continue;
            }
            double lower = value(limits.lower());
            double upper = value(limits.upper());
            assertThat(p(samples, lower, Alternative.TWO_SIDED)).isCloseTo(0.1, within(1e-11));
            assertThat(p(samples, upper, Alternative.TWO_SIDED)).isCloseTo(0.1, within(1e-11));
            assertThat(p(samples, lower, Alternative.GREATER)).isCloseTo(0.05, within(1e-11));
            assertThat(p(samples, upper, Alternative.LESS)).isCloseTo(0.05, within(1e-11));
            assertThat(p(samples, value(limits.estimate()), Alternative.TWO_SIDED))
                    .isCloseTo(1, within(1e-11));
        }
    }

    private static double p(TwoSamples samples, double odds, Alternative alternative) {
        return value(WinOdds.test(samples, odds, alternative).pValue());
    }

    /** Ranks know only the order. */
    @Test
    void aRisingTransformationChangesNoBit() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            TwoSamples cubed = new TwoSamples(
                    Arrays.stream(samples.group()).map(x -> x * x * x).toArray(),
                    Arrays.stream(samples.reference()).map(x -> x * x * x).toArray());

            assertThat(of(cubed)).isEqualTo(of(samples));
        }
    }

    @Test
    void armsThatDoNotOverlapHaveNoOddsOrOddsOfZero() {
        TwoSamples apart = new TwoSamples(new double[] {4, 5, 9}, new double[] {1, 2, 3});
        Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);

        assertThat(of(apart))
                .isEqualTo(new Estimate(Quantity.notEstimable(Reason.UNBOUNDED), Optional.empty(), none, none));
        assertThat(of(apart.swapped())).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
    }

    @Test
    void equalAmountsAndOnePersonHaveOddsWithoutLimits() {
        assertThat(of(new TwoSamples(new double[] {0, -0.0, 0}, new double[] {0, 0})))
                .isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        assertThat(of(new TwoSamples(new double[] {3}, new double[] {1, 2, 3, 4})))
                .isEqualTo(Estimate.withoutLimits(2.5 / 1.5, Reason.FEWER_THAN_TWO));
        assertThat(WinOdds.test(new TwoSamples(new double[] {3}, new double[] {1, 2, 3, 4}), 1, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO));
    }

    private static Estimate of(TwoSamples samples) {
        return WinOdds.of(samples, 0.95, Samples.resampling());
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
