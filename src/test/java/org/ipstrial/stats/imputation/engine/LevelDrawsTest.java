package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

/** Yes/no values, levels and amounts in two parts, where the posterior predictive shares are fractions. */
class LevelDrawsTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("levels"));
    private static final int DRAWS = 2_000;

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }

    private static double[] values(Drawn drawn) {
        return ((Drawn.Values) drawn).values();
    }

    /** Known values and nothing to predict them from. */
    private static DrawData alone(double[] outcome, int draws) {
        double[][] ones = {new double[draws]};
        Arrays.fill(ones[0], 1);
        return new DrawData(outcome, DesignMatrix.intercept(outcome.length), ones);
    }

    private static DrawData with(double[] x, double[] outcome, double... missing) {
        double[] ones = new double[missing.length];
        Arrays.fill(ones, 1);
        return new DrawData(outcome, DesignMatrix.intercept(x.length).with("x", x), new double[][] {ones, missing});
    }

    private static double[] numbers(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static void assertShare(double share, double expected) {
        assertThat(share).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / DRAWS)));
    }

    /**
     * With n(k) of n people at level k, and a flat prior on the logarithm of odds, a person is at it with probability n(k) / n, and
     * two whose values are drawn together agree with probability sum n(k) (n(k) + 1) / (n (n + 1)).
     */
    private static void assertShares(Engine engine, double[] levels, int... counts) {
        double[] outcome = IntStream.range(0, levels.length)
                .boxed()
                .flatMapToDouble(k -> IntStream.range(0, counts[k]).mapToDouble(i -> levels[k]))
                .toArray();
        DrawData data = alone(outcome, 2);
        int n = outcome.length;
        double[] times = new double[levels.length];
        double agree = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] pair = values(engine.draw(data, random(i)));
            times[Arrays.binarySearch(levels, pair[0])]++;
            agree += pair[0] == pair[1] ? 1 : 0;
        }
        double expected = 0;
        for (int k = 0; k < levels.length; k++) {
            assertShare(times[k] / DRAWS, counts[k] / (double) n);
            expected += counts[k] * (counts[k] + 1.0) / (n * (n + 1.0));
        }
        assertShare(agree / DRAWS, expected);
    }

    @Test
    void withoutPredictorsTheSharesAreThoseThatAreKnown() {
        assertShares(Engine.LOGISTIC, new double[] {0, 1}, 7, 2);
        assertShares(Engine.MULTINOMIAL, new double[] {0, 1}, 2, 6);
        assertShares(Engine.MULTINOMIAL, new double[] {10, 20, 40}, 2, 3, 7);
    }

    /** Of two levels the three models are one; the shares are those of EnginesTest, summed over a grid. */
    @Test
    void ofTwoLevelsAllModelsAreTheLogisticOne() {
        double[] x = IntStream.range(0, 60).mapToDouble(i -> i / 10.0).toArray();
        double[] y = IntStream.range(0, 60)
                .mapToDouble(i -> i % 3 == 0 || i > 45 ? 1 : 0)
                .toArray();
        double[] expected = {0.18128, 0.50672, 0.82555};
        for (Engine engine : List.of(Engine.LOGISTIC, Engine.PROPORTIONAL_ODDS, Engine.MULTINOMIAL)) {
            double[] shares = new double[3];
            for (int i = 0; i < DRAWS; i++) {
                double[] drawn = values(engine.draw(with(x, y, 0, 3, 6), random(i)));
                for (int k = 0; k < 3; k++) {
                    shares[k] += drawn[k] / DRAWS;
                }
            }
            for (int k = 0; k < 3; k++) {
                assertShare(shares[k], expected[k]);
            }
        }
    }

    /** 500 of 1,500: a beta distribution with mean 1/3 and variance 1/3 2/3 / 1501; products of so many terms overflow. */
    @Test
    void manyPeopleHaveANarrowPosterior() {
        double[] outcome = new double[1500];
        Arrays.fill(outcome, 500, 1000, 1);
        LogisticPosterior posterior = (LogisticPosterior) LogisticPosterior.of(DesignMatrix.intercept(1500), outcome);
        double[] p = IntStream.range(0, 400)
                .mapToDouble(i -> 1 / (1 + StrictMath.exp(-posterior.draw(random(i))[0])))
                .toArray();
        double mean = Arrays.stream(p).average().orElseThrow();
        double variance = Arrays.stream(p).map(x -> (x - mean) * (x - mean)).sum() / 399;

        assertThat(posterior.augmented()).isFalse();
        assertThat(mean).isCloseTo(1 / 3.0, within(4 * Math.sqrt(2 / 9.0 / 1501 / 400)));
        // The variance of 400 numbers has a relative standard error of sqrt(2 / 399), 0.071.
        assertThat(variance * 1501 * 9 / 2).isCloseTo(1, within(0.28));
    }

    /** Where nobody has the event the maximum has no bounds; without a column there is no row to add either. */
    @Test
    void nobodyWithTheEventAndNoColumnHasNoFit() {
        assertThat(LogisticDraw.of(alone(new double[] {0, 0, 0, 0}, 1), random(0)))
                .isEqualTo(Drawn.none(Reason.SEPARATION));
    }

    /** Levels that x tells apart without fault, each drawn most of the time well within its tenth. */
    @Test
    void levelsToldApartAreDrawnWithRowsAdded() {
        double[] x = numbers(30);
        double[] y = Arrays.stream(x).map(v -> Math.floor(v / 10)).toArray();
        int[] right = new int[3];
        for (int i = 0; i < 200; i++) {
            Drawn.Values drawn = (Drawn.Values) MultinomialDraw.of(with(x, y, 2, 15, 27), random(i));
            assertThat(drawn.augmented()).isTrue();
            for (int k = 0; k < 3; k++) {
                right[k] += drawn.values()[k] == k ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(right).min().orElseThrow()).isGreaterThan(120);
        assertThat(((Drawn.Values) MultinomialDraw.of(
                                with(x, Arrays.stream(x).map(v -> v % 3).toArray(), 2), random(0)))
                        .augmented())
                .isFalse();
    }

    /** One in four has nothing; who has some has 10 + x without noise, so that each amount drawn tells whose it is. */
    @Test
    void amountsAreThoseOfThePersonAndZerosAsManyAsKnown() {
        double[] x = numbers(40);
        double[] y = Arrays.stream(x).map(v -> v % 4 == 1 ? 0 : 10 + v).toArray();
        double[] missing = {0, 7, 19.5, 30, 39};
        int zeros = 0;
        for (int i = 0; i < 400; i++) {
            Drawn.Values drawn = (Drawn.Values) Engine.TWO_PART_NORMAL.draw(with(x, y, missing), random(i));
            for (int k = 0; k < missing.length; k++) {
                if (drawn.values()[k] == 0) {
                    zeros++;
                } else {
                    assertThat(drawn.values()[k]).isCloseTo(10 + missing[k], within(1e-9));
                }
            }
            assertThat(drawn.augmented()).isFalse();
            assertThat(drawn.donors()).isEmpty();
        }
        // Five of a draw hang together: as if they were one.
        assertThat(zeros / 2000.0).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 400)));
        assertThat(((Drawn.Values) Engine.TWO_PART_MATCHING.draw(with(x, y, missing), random(0))).donors())
                .isPresent();
    }

    /** x tells without fault who has some; and where one person alone has, a line through that one has no residual. */
    @Test
    void bothPartsTellWhatCameOfThem() {
        double[] x = numbers(40);
        double[] fromTwenty = Arrays.stream(x).map(v -> v < 20 ? 0 : v).toArray();
        double[] one = Arrays.stream(x).map(v -> v == 17 ? 5 : 0).toArray();

        assertThat(((Drawn.Values) Engine.TWO_PART_RESIDUAL.draw(with(x, fromTwenty, 3, 36), random(1))).augmented())
                .isTrue();
        assertThat(Engine.TWO_PART_NORMAL.draw(with(x, one, 3, 36), random(1)))
                .isEqualTo(Drawn.none(Reason.NO_RESIDUAL_DF));
    }

    @Test
    void enginesTakeWhatTheyCanDraw() {
        for (Engine engine : Engine.values()) {
            boolean amountsFromZero = engine.id().startsWith("two-part");
            assertThat(engine.takes(0)).isTrue();
            assertThat(engine.takes(1)).isTrue();
            assertThat(engine.takes(0.5)).isEqualTo(engine != Engine.LOGISTIC);
            assertThat(engine.takes(-1)).isEqualTo(engine != Engine.LOGISTIC && !amountsFromZero);
        }
        assertThat(Engine.values())
                .extracting(Engine::id)
                .containsExactly(
                        "normal",
                        "predictive-mean-matching",
                        "local-residual-draw",
                        "logistic",
                        "proportional-odds",
                        "multinomial",
                        "two-part-matching",
                        "two-part-residual",
                        "two-part-normal");
    }
}
