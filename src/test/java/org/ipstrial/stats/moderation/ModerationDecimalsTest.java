package org.ipstrial.stats.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.regression.ExactLeastSquares;
import org.junit.jupiter.api.Test;

/** A moderator whose digits are nearly all alike: its doubles lack the twelfth digit of what varies, its text does not. */
class ModerationDecimalsTest {

    private static final String[] YEAR = {
        "2012.0001",
        "2012.0007",
        "2012.0003",
        "2012.0011",
        "2012.0002",
        "2012.0013",
        "2012.0006",
        "2012.0017",
        "2012.0005",
        "2012.0019",
        "2012.0012",
        "2012.0004"
    };
    private static final String[] OUTCOME = {
        "10.1", "10.4", "10.2", "10.9", "10.3", "10.8", "10.1", "11.2", "10.7", "10.5", "10.9", "10.6"
    };
    private static final int[] ARM = {0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1};
    private static final double DIGITS = 1e-13;

    @Test
    void slopesAndEffectsLoseNothingOfTheText() {
        BigFraction at = ExactLeastSquares.fraction(new BigDecimal("2012.0016"));
        BigFraction[] ones = Arrays.stream(ARM).mapToObj(any -> BigFraction.ONE).toArray(BigFraction[]::new);
        BigFraction[] arm = Arrays.stream(ARM).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
        BigFraction[] away = Arrays.stream(YEAR)
                .map(text -> ExactLeastSquares.fraction(new BigDecimal(text)).subtract(at))
                .toArray(BigFraction[]::new);
        BigFraction[] product = IntStream.range(0, ARM.length)
                .mapToObj(i -> arm[i].multiply(away[i]))
                .toArray(BigFraction[]::new);
        ExactLeastSquares exact = ExactLeastSquares.of(
                new BigFraction[][] {ones, arm, away, product},
                Arrays.stream(OUTCOME)
                        .map(text -> ExactLeastSquares.fraction(new BigDecimal(text)))
                        .toArray(BigFraction[]::new));

        Moderation moderation = LinearModeration.of(new ModeratedData(doubles(OUTCOME), ARM, doubles(YEAR)));

        agrees(moderation.effect(2012.0016, 0.95), exact.coefficient(1), exact.hc3(1));
        agrees(moderation.slope(0.95), exact.coefficient(3), exact.hc3(3));
    }

    private static void agrees(Estimate estimate, double value, double standardError) {
        assertThat(estimate.estimate().ifEstimated().getAsDouble()).isCloseTo(value, withinPercentage(DIGITS));
        assertThat(estimate.standardError().orElseThrow().ifEstimated().getAsDouble())
                .isCloseTo(standardError, withinPercentage(2 * DIGITS));
    }

    private static double[] doubles(String[] column) {
        return Arrays.stream(column).mapToDouble(Double::parseDouble).toArray();
    }
}
