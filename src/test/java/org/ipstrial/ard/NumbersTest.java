package org.ipstrial.ard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.368421052631578947, 0.368421052631579",
        "0, 0",
        "-0.0, 0",
        "445, 445",
        "0.1, 0.1",
        "1e-5, 0.00001",
        "9.99e-6, 9.99e-6",
        "1.5e-20, 1.5e-20",
        "-2e-300, -2e-300",
        "123456789012345, 123456789012345",
        "999999999999999, 999999999999999",
        "1e15, 1e15",
        "1234567890123456, 1.23456789012346e15",
        "999999999999999.9, 1e15",
        "4.9e-324, 4.94065645841247e-324",
        "1.7976931348623157e308, 1.79769313486232e308",
    })
    void printsFifteenDigitsTheSameOnEveryJdk(double value, String printed) {
        assertThat(Numbers.print(value)).isEqualTo(printed);
    }

    @Test
    void readsBackToTheRoundedValueForEverySizeOfNumber() {
        SplittableRandom random = new SplittableRandom(20120101);
        MathContext fifteen = new MathContext(15, RoundingMode.HALF_EVEN);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(new BigDecimal(Numbers.print(value)))
                        .as("%s", value)
                        .isEqualByComparingTo(new BigDecimal(value).round(fifteen));
            }
        }
    }

    /** Numbers of common size, those next to a power of ten, and those halfway between two of 15 digits. */
    @Test
    void theQuickWayOfCommonNumbersPrintsWhatAllTheirDigitsDo() {
        SplittableRandom random = new SplittableRandom(20120102);
        for (int i = 0; i < 200_000; i++) {
            double size = StrictMath.exp(random.nextDouble() * 48 - 12.5);
            check(random.nextBoolean() ? size : -size);
            check((random.nextLong(900_000_000_000_000L) + 100_000_000_000_000L + 0.5)
                    / StrictMath.pow(2, random.nextInt(40)));
        }
        for (int exponent = -7; exponent <= 17; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            double below = power;
            double above = power;
            for (int i = 0; i < 200; i++) {
                check(below);
                check(above);
                below = Math.nextDown(below);
                above = Math.nextUp(above);
            }
        }
    }

    private static void check(double value) {
        BigDecimal exact = new BigDecimal(value)
                .round(new MathContext(15, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -5 && exponent < 15 && !Numbers.print(value).equals(exact.toPlainString())) {
            throw new AssertionError(value + " printed " + Numbers.print(value) + ", wanted " + exact.toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.print(value))
                .withMessage("only finite numbers are printed, got " + value);
    }
}
