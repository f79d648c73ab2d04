package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    /** Half-even on the exact value: 0.125 lies exactly between, 0.0005 as a double lies above its half. */
    @ParameterizedTest
    @CsvSource({
        "0.7567567567567568, 75.7",
        "0.00125, 0.1",
        "0.0625, 6.2",
        "0.1875, 18.8",
        "-0.0004, 0.0",
        "-0.0239, -2.4",
        "0, 0.0",
        "1, 100.0"
    })
    void roundsPercentagesOnceHalfToEven(double fraction, String shown) {
        assertThat(Language.EN.written(Rounding.percent(fraction))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.17142857, 1.17",
        "0.0213, 0.021",
        "0.1, 0.10",
        "0, 0.00",
        "99.994, 99.99",
        "123.456, 123.5",
        "2345.6, 2346",
        "0.00012345, 0.00012"
    })
    void roundsRatiosToWhatMatters(double ratio, String shown) {
        assertThat(Language.EN.written(Rounding.ratio(ratio))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0120, = 0.012",
        "0.5, = 0.50",
        "0.00099, = 0.0010",
        "0.00004, < 0.0001",
        "1e-300, < 0.0001",
        "0.0499, = 0.0499",
        "0.0502, = 0.0502",
        "0.0494, = 0.049",
        "0.9951, > 0.99",
        "1, = 1.00"
    })
    void neverPrintsZeroNorCarriesAPValueOverOneTwentieth(double p, String shown) {
        assertThat(Language.EN.written(Rounding.p(p))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"6349.14, 0", "411.2, 1", "9.99, 2", "-2000, 0", "0, 2"})
    void choosesDecimalsBySize(double size, int decimals) {
        assertThat(Rounding.decimalsFor(size)).isEqualTo(decimals);
    }
}
