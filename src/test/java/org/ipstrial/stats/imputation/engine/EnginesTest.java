package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("engines"));
    private static final double[] X =
            IntStream.range(0, 60).mapToDouble(i -> i / 10.0).toArray();

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        Variates random = random(0);
        double[] z = random.normals(200_000);

        assertThat(mean(z)).isCloseTo(0, within(3 / Math.sqrt(200_000)));
        assertThat(mean(power(z, 2))).isCloseTo(1, within(3 * Math.sqrt(2.0 / 200_000)));
        assertThat(mean(power(z, 3))).isCloseTo(0, within(3 * Math.sqrt(15.0 / 200_000)));
        assertThat(mean(power(z, 4))).isCloseTo(3, within(3 * Math.sqrt(96.0 / 200_000)));
        assertThat(Arrays.stream(z).filter(x -> x > 1.959963984540054).count() / 200_000.0)
                .isCloseTo(0.025, within(0.0011));
    }

    /** Mean k, variance 2 k; one degree of freedom goes the way of shapes below 1. */
    @Test
    void chiSquaredNumbersHaveTheirMoments() {
        for (long k : new long[] {1, 2, 7, 440}) {
            Variates random = random((int) k);
            double[] c = IntStream.range(0, 100_000)
                    .mapToDouble(i -> random.chiSquared(k))
                    .toArray();
            double m = mean(c);
            assertThat(m).isCloseTo(k, within(3 * Math.sqrt(2.0 * k / 100_000)));
            assertThat(mean(power(Arrays.stream(c).map(x -> x - m).toArray(), 2)) / (2 * k))
                    .isCloseTo(1, within(0.05));
        }
    }

    @Test
    void aStreamAlwaysGivesTheSame() {
        assertThat(random(3).normals(4)).containsExactly(random(3).normals(4));
        assertThat(random(3).normals(4)).isNotEqualTo(random(4).normals(4));
    }

    /** Over many draws: the prediction with the variance of Student's t, (n - p) / (n - p - 2) s^2 (1 + x'(X'X)^-1 x). */
    @Test
    void normalDrawsHaveTheirPosteriorMeanAndSpread() {
        DrawData data = data(i -> 2 + 3 * X[i] + Math.sin(7 * i), new double[] {10});
        double[] draws = IntStream.range(0, 20_000)
                .mapToDouble(i -> values(NormalDraw.of(data, random(i)))[0])
                .toArray();
        double meanX = mean(X);
        double sxx = IntStream.range(0, 60)
                .mapToDouble(i -> (X[i] - meanX) * (X[i] - meanX))
                .sum();
        double meanY = mean(data.outcome());
        double slope = IntStream.range(0, 60)
                        .mapToDouble(i -> (X[i] - meanX) * data.outcome()[i])
                        .sum()
                / sxx;
        double s2 = IntStream.range(0, 60)
                        .mapToDouble(i -> Math.pow(data.outcome()[i] - meanY - slope * (X[i] - meanX), 2))
                        .sum()
                / 58;
        double variance = 58.0 / 56 * s2 * (1 + 1.0 / 60 + (10 - meanX) * (10 - meanX) / sxx);
        double m = mean(draws);

        assertThat(m).isCloseTo(meanY + slope * (10 - meanX), within(3 * Math.sqrt(variance / 20_000)));
        assertThat(mean(power(Arrays.stream(draws).map(x -> x - m).toArray(), 2)) / variance)
                .isCloseTo(1, within(0.035));
    }

    /** Every donor that is among the five nearest by brute force is drawn, and no other. */
    @Test
    void donorsAreTheFiveNearest() {
        SplittableRandom numbers = new SplittableRandom(5);
        double[] predicted =
                IntStream.range(0, 40).mapToDouble(i -> numbers.nextInt(12)).toArray();
        Donors donors = Donors.of(predicted, 5);
        for (double wanted : new double[] {-3, 0, 0.5, 4.2, 6, 11, 11.5, 99}) {
            double[] distances = Arrays.stream(predicted)
                    .map(p -> Math.abs(p - wanted))
                    .sorted()
                    .toArray();
            boolean[] drawn = new boolean[40];
            int[] times = new int[40];
            Variates random = random((int) wanted + 1000);
            for (int k = 0; k < 40_000; k++) {
                int i = donors.near(wanted, random);
                drawn[i] = true;
                times[i]++;
            }
            long nearer = Arrays.stream(distances).filter(d -> d < distances[4]).count();
            long tied = Arrays.stream(distances).filter(d -> d == distances[4]).count();
            for (int i = 0; i < 40; i++) {
                double d = Math.abs(predicted[i] - wanted);
                assertThat(drawn[i]).as("%s for %s", predicted[i], wanted).isEqualTo(d <= distances[4]);
                double chance = d < distances[4] ? 0.2 : d > distances[4] ? 0 : (5.0 - nearer) / 5 / tied;
                assertThat(times[i] / 40_000.0).isCloseTo(chance, within(0.012));
            }
        }
    }

    /** Columns without noise: the donor of 3 is one of five around it, those of 10 are the five that are highest. */
    @Test
    void theDistanceOfDonorsIsTold() {
        Drawn near = PredictiveMeanMatching.of(data(i -> 2 + 3 * X[i], new double[] {3}), random(0));
        Drawn far = PredictiveMeanMatching.of(data(i -> 2 + 3 * X[i], new double[] {3, 10, -1}), random(0));
        DonorReach reach = ((Drawn.Values) near).donors().orElseThrow();
        DonorReach both = ((Drawn.Values) far).donors().orElseThrow();

        assertThat(reach.beyond()).isZero();
        assertThat(reach.pull()).isBetween(-0.61, 0.61);
        assertThat(both.beyond()).isEqualTo(2);
        double[] values = values(far);
        assertThat(both.pull()).isCloseTo(values[0] + values[1] + values[2] - 11 - 32 + 1, within(1e-9));
        assertThat(((Drawn.Values) NormalDraw.of(data(i -> i % 7, new double[] {3}), random(0))).donors())
                .isEmpty();
    }

    @Test
    void fewerThanFivePeopleAreAllDonors() {
        Donors donors = Donors.of(new double[] {1, 2, 3}, 5);

        assertThat(IntStream.range(0, 100)
                        .map(i -> donors.near(9, random(i)))
                        .distinct()
                        .sorted())
                .containsExactly(0, 1, 2);
    }

    @Test
    void matchingDrawsNothingThatNobodyHas() {
        DrawData data = data(i -> Math.floor(X[i] * X[i]), new double[] {-5, 0, 3, 7});
        for (int i = 0; i < 50; i++) {
            for (double value : values(PredictiveMeanMatching.of(data, random(i)))) {
                assertThat(data.outcome()).contains(value);
            }
        }
    }

    /** The share drawn, over many draws, is the posterior mean of the probability: here near the middle of the curve. */
    @Test
    void logisticDrawsAreAsLikelyAsTheirModelSays() {
        DrawData data = data(i -> i % 3 == 0 || i > 45 ? 1 : 0, new double[] {0, 3, 6});
        double[] shares = new double[3];
        for (int i = 0; i < 20_000; i++) {
            double[] drawn = values(LogisticDraw.of(data, random(i)));
            for (int k = 0; k < 3; k++) {
                shares[k] += drawn[k] / 20_000;
            }
        }
        // The posterior of a flat prior summed over a grid of 1,601 by 1,601, intercepts from -7 to 3 and slopes from
        // -1 to 3.
        // A normal one around the maximum (R: MASS::mvrnorm) leans to the middle: 0.1923, 0.5064 and 0.8145.
        assertThat(shares[0]).isCloseTo(SHARES[0], within(0.011));
        assertThat(shares[1]).isCloseTo(SHARES[1], within(0.011));
        assertThat(shares[2]).isCloseTo(SHARES[2], within(0.011));
    }

    private static final double[] SHARES = {0.18128, 0.50672, 0.82555};

    /** Everybody above 3 has the event, nobody below: the maximum has no bounds, the augmented one has. */
    @Test
    void perfectPredictionIsAugmentedAndSaid() {
        DrawData data = data(i -> X[i] >= 3 ? 1 : 0, new double[] {0.2, 2.9, 5.8});
        Drawn drawn = LogisticDraw.of(data, random(0));

        assertThat(((Drawn.Values) drawn).augmented()).isTrue();
        double low = 0;
        double high = 0;
        for (int i = 0; i < 2000; i++) {
            double[] values = values(LogisticDraw.of(data, random(i)));
            low += values[0] / 2000;
            high += values[2] / 2000;
        }
        assertThat(low).isBetween(0.0, 0.05);
        assertThat(high).isBetween(0.95, 1.0);
        assertThat(((Drawn.Values) LogisticDraw.of(data(i -> i % 2, new double[] {1}), random(0))).augmented())
                .isFalse();
    }

    /** {@code mice:::augment} of mice 3.15.0 on y = 0 0 1 1, x = 1 2 3 10. */
    @Test
    void augmentsAsMiceDoes() {
        DesignMatrix design = DesignMatrix.intercept(4).with("x", new double[] {1, 2, 3, 10});
        var augmented =
                Augmentation.of(org.ipstrial.stats.regression.model.ModelData.of(design, new double[] {0, 0, 1, 1}));

        assertThat(augmented.design().columns()[0]).containsOnly(1);
        assertThat(Arrays.copyOfRange(augmented.design().columns()[1], 4, 8))
                .containsExactly(
                        new double[] {6.04124145231932, 1.95875854768068, 6.04124145231932, 1.95875854768068},
                        within(5e-15));
        assertThat(augmented.outcome()).containsExactly(0, 0, 1, 1, 0, 0, 1, 1);
        assertThat(augmented.weights()).containsExactly(1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5);
    }

    @Test
    void ordinalDrawsAreLevels() {
        DrawData data = data(i -> 10 * ((i * 7) % 3) + (i > 40 ? 5 : 0), new double[] {0, 3, 6});
        double[] counts = new double[26];
        for (int i = 0; i < 3000; i++) {
            double[] drawn = values(OrdinalDraw.of(data, random(i)));
            counts[(int) drawn[2]]++;
            assertThat(data.outcome()).contains(drawn[0], drawn[1], drawn[2]);
        }
        assertThat(Arrays.stream(counts).filter(c -> c > 0).count()).isEqualTo(6);
    }

    /** Without a column that tells anything, the levels are drawn as often as they occur. */
    @Test
    void ordinalDrawsHaveTheSharesOfTheLevels() {
        DrawData data = data(i -> (i * 7) % 4 == 0 ? 2 : (i * 7) % 4 == 1 ? 1 : 0, new double[] {3});
        double[] counts = new double[3];
        for (int i = 0; i < 6_000; i++) {
            counts[(int) values(OrdinalDraw.of(data, random(i)))[0]] += 1.0 / 6_000;
        }
        assertThat(counts[0]).isCloseTo(0.5, within(0.02));
        assertThat(counts[1]).isCloseTo(0.25, within(0.02));
        assertThat(counts[2]).isCloseTo(0.25, within(0.02));
    }

    @Test
    void ordinalLevelsThatAColumnSeparatesAreRefused() {
        assertThat(OrdinalDraw.of(data(i -> i / 20, new double[] {1}), random(0)))
                .isEqualTo(Drawn.none(Reason.SEPARATION));
    }

    @Test
    void twoPartsDrawZerosAndAmounts() {
        DrawData data = data(i -> i % 2 == 0 ? 0 : 100 + i, new double[] {0, 1, 2, 3, 4, 5});
        double zeros = 0;
        for (int i = 0; i < 2000; i++) {
            for (double value : values(Engine.TWO_PART_MATCHING.draw(data, random(i)))) {
                zeros += value == 0 ? 1 : 0;
                assertThat(value == 0 || value >= 101).isTrue();
            }
        }
        assertThat(zeros / 12_000).isCloseTo(0.5, within(0.03));
    }

    @Test
    void twoPartsWithoutZerosAreTheSecondAlone() {
        DrawData data = data(i -> 100 + i, new double[] {0, 1});

        assertThat(values(Engine.TWO_PART_NORMAL.draw(data, random(1))))
                .containsExactly(values(NormalDraw.of(data, random(1))));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyToDrawForIsNothingDrawn(Engine engine) {
        DrawData data = data(i -> i % 2, new double[0]);

        assertThat(values(engine.draw(data, random(0)))).isEmpty();
    }

    /** Every engine names columns that are constant, or combinations of others. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void collinearColumnsAreNamed(Engine engine) {
        double[] constant = new double[60];
        Arrays.fill(constant, 7);
        double[] sum = IntStream.range(0, 60).mapToDouble(i -> 2 * X[i] - 1).toArray();
        DesignMatrix design = DesignMatrix.intercept(60)
                .with("x", X)
                .with("constant", constant)
                .with("sum", sum);
        double[] outcome = IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray();
        Drawn drawn = engine.draw(new DrawData(outcome, design, new double[4][3]), random(0));

        assertThat(drawn)
                .isEqualTo(new Drawn.None(
                        Reason.COLLINEAR_COVARIATES,
                        List.of(
                                new Aliased("constant", List.of(DesignMatrix.INTERCEPT)),
                                new Aliased("sum", List.of(DesignMatrix.INTERCEPT, "x")))));
    }

    @Test
    void asManyColumnsAsPeopleLeaveNothing() {
        DesignMatrix design = DesignMatrix.intercept(2).with("x", new double[] {1, 2});

        assertThat(NormalDraw.of(new DrawData(new double[] {1, 2}, design, new double[2][1]), random(0)))
                .isEqualTo(Drawn.none(Reason.NO_RESIDUAL_DF));
    }

    @Test
    void refusals() {
        DesignMatrix design = DesignMatrix.intercept(2);
        assertThatThrownBy(() -> new DrawData(new double[] {1}, design, new double[1][0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a draw needs a known value for each of 2 rows and 1 columns, got 1 values and 1 columns");
        assertThat(Engine.LOGISTIC.takes(2)).isFalse();
        assertThat(Engine.TWO_PART_MATCHING.takes(-1)).isFalse();
        assertThat(Engine.NORMAL.takes(-1)).isTrue();
    }

    private static DrawData data(IntToDoubleFunction outcome, double[] missing) {
        double[] ones = new double[missing.length];
        Arrays.fill(ones, 1);
        return new DrawData(
                IntStream.range(0, 60).mapToDouble(outcome).toArray(),
                DesignMatrix.intercept(60).with("x", X),
                new double[][] {ones, missing});
    }

    private static double[] values(Drawn drawn) {
        assertThat(drawn).isInstanceOf(Drawn.Values.class);
        return ((Drawn.Values) drawn).values();
    }

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }

    private static double[] power(double[] values, int exponent) {
        return Arrays.stream(values).map(x -> Math.pow(x, exponent)).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
