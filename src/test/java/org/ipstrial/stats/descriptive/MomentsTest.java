package org.ipstrial.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ipstrial.stats.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final MathContext DIGITS = new MathContext(60);

    /** NumAcc4 in miniature: the double next to 10000000.2 is off in its ninth digit of what differs. */
    @Test
    void readsDoublesAsTheDecimalsThatTheyWere() {
        double[] values = new double[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3;
        }

        assertThat(Moments.of(values).mean()).isEqualTo(10000000.2);
        assertThat(Moments.of(values).sd()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void equalsExactArithmeticOnDecimals(int seed) {
        Random random = new Random(seed);
        BigDecimal[] exact = new BigDecimal[2 + random.nextInt(200)];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = BigDecimal.valueOf(random.nextLong() >> (11 + random.nextInt(40)), random.nextInt(3));
        }
        double[] values =
                Arrays.stream(exact).mapToDouble(BigDecimal::doubleValue).toArray();
        BigDecimal n = BigDecimal.valueOf(exact.length);
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(n, DIGITS);
        BigDecimal squares = Arrays.stream(values)
                .mapToObj(x -> BigDecimal.valueOf(x).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Moments moments = Moments.of(values);

        assertThat(moments.sum()).isCloseTo(sum.doubleValue(), within(Math.ulp(sum.doubleValue())));
        assertThat(moments.mean()).isCloseTo(mean.doubleValue(), within(2 * Math.ulp(mean.doubleValue())));
        assertThat(moments.squares() / squares.doubleValue()).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void staysNearExactArithmeticOnOtherNumbers(int seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(500, 1e6, 1e6 + 1).map(x -> x / 3).toArray();
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal mean = Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS);
        BigDecimal squares = Arrays.stream(values)
                .mapToObj(x -> new BigDecimal(x).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Moments moments = Moments.of(values);

        assertThat(moments.mean()).isCloseTo(mean.doubleValue(), within(Math.ulp(mean.doubleValue())));
        assertThat(moments.squares() / squares.doubleValue()).isCloseTo(1, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrder(int seed) {
        Random random = new Random(seed);
        for (double[] values : List.of(
                Samples.hours(random, 100), random.doubles(100, -1e8, 1e8).toArray())) {
            Moments moments = Moments.of(values);
            Moments shuffled = Moments.of(Samples.shuffled(values, random));

            assertThat(shuffled.sum()).isEqualTo(moments.sum());
            assertThat(shuffled.mean()).isEqualTo(moments.mean());
            assertThat(shuffled.squares()).isEqualTo(moments.squares());
        }
    }

    /** Stata's certification: a thousand ninths have a mean of one ninth and no variance. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0 / 9, 0.1, -7, 0, 1e16, 1e100, Double.MIN_VALUE})
    void equalAmountsHaveNoVariance(double value) {
        double[] values = new double[1000];
        Arrays.fill(values, value);

        assertThat(Moments.of(values).mean()).isEqualTo(value);
        assertThat(Moments.of(values).variance()).isZero();
    }

    @Test
    void doesNotLoseWhatLargeAmountsHide() {
        Moments moments = Moments.of(new double[] {1e16, 1, -1e16});

        assertThat(moments.sum()).isEqualTo(1);
        assertThat(moments.mean()).isEqualTo(1 / 3.0);
    }

    /** Thirteen places: as doubles they would leave three digits. */
    @Test
    void doesNotLoseWhatManyPlacesHide() {
        Moments moments = Moments.of(new double[] {1.0000000000002, 1.0000000000001, 1.0000000000003});
        assertThat(moments.mean()).isEqualTo(1.0000000000002);
        assertThat(moments.sd()).isEqualTo(1e-13);
    }

    @Test
    void sumsTheLargestWholeNumbersWithoutOverflow() {
        double large = 0x1p53 - 1;
        double[] values = new double[4096];
        Arrays.fill(values, 0, 2048, large);
        Arrays.fill(values, 2048, 4096, -large);
        Moments moments = Moments.of(values);

        assertThat(moments.mean()).isZero();
        assertThat(moments.squares()).isEqualTo(4096 * large * large);
    }

    /** Small whole amounts beside long decimals: no common unit below 2^53, so they are summed as doubles. */
    @Test
    void fallsBackWhereNoUnitHoldsAll() {
        assertThat(DecimalAmounts.of(new double[] {1e13, 0.12345})).isEmpty();
        assertThat(DecimalAmounts.of(new double[] {1 / 3.0})).isEmpty();
        assertThat(DecimalAmounts.of(new double[] {0.1 + 0.2})).isEmpty();
        assertThat(DecimalAmounts.of(new double[] {0.123456789, 5})
                        .orElseThrow()
                        .decimals())
                .isEqualTo(9);
        assertThat(Moments.of(new double[] {1e13, 0.12345}).sum()).isEqualTo(1e13 + 0.12345);
    }

    @Test
    void theDifferenceOfDecimalMeansIsRoundedOnce() {
        Moments one = Moments.of(new double[] {10000000.2, 10000000.3});
        Moments other = Moments.of(new double[] {10000000.1, 10000000.2, 10000000.1});

        assertThat(one.meanMinus(other))
                .isEqualTo(
                        new BigDecimal("0.7").divide(new BigDecimal(6), DIGITS).doubleValue());
    }

    @Test
    void refuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(new double[0]))
                .withMessage("moments need at least one amount, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(new double[] {1, Double.NaN}))
                .withMessage("values must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(new double[] {1, -1e101}))
                .withMessage("values must lie between -1e100 and 1e100, got -1.0E101");
        assertThatIllegalStateException()
                .isThrownBy(() -> Moments.of(new double[] {1}).variance())
                .withMessage("one amount has no variance");
    }
}
