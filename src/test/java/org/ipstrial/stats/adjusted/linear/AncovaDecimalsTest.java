package org.ipstrial.stats.adjusted.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.ExactLeastSquares;
import org.junit.jupiter.api.Test;

/**
 * Covariates whose digits are nearly all alike, such as moments of years that lie within one: the columns have a condition
 * of 1e7 and the doubles lack the twelfth digit of what varies. Fractions of the numbers as written tell what is right.
 */
class AncovaDecimalsTest {

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
    private static final String[] SCORE = {
        "100.01", "100.03", "100.02", "100.05", "100.04", "100.02", "100.07", "100.01", "100.06", "100.03", "100.08",
        "100.02"
    };
    private static final String[] OUTCOME = {
        "1000.1", "1000.4", "1000.2", "1000.9", "1000.3", "1000.8", "1000.1", "1001.2", "1000.7", "1000.5", "1000.9",
        "1000.6"
    };
    private static final int[] ARM = {0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1};

    /** The difference, and to two units of the last digit its standard error. */
    private static final double DIGITS = 5e-14;

    @Test
    void theModelLosesNothingOfTheText() {
        ExactLeastSquares exact = ExactLeastSquares.of(columns(), fractions(OUTCOME));
        agrees(AncovaModel::of, exact.coefficient(1), exact.standardError(1));
    }

    @Test
    void norDoesTheSandwich() {
        ExactLeastSquares exact = ExactLeastSquares.of(columns(), fractions(OUTCOME));
        agrees(AncovaHc3::of, exact.coefficient(1), exact.hc3(1));
    }

    @Test
    void norDoInteractionsWithCentredCovariates() {
        BigFraction[] arm = Arrays.stream(ARM).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
        BigFraction[] year = centred(fractions(YEAR));
        BigFraction[] score = centred(fractions(SCORE));
        ExactLeastSquares exact = ExactLeastSquares.of(
                new BigFraction[][] {ones(), arm, year, score, product(arm, year), product(arm, score)},
                fractions(OUTCOME));
        agrees(AncovaInteractions::of, exact.coefficient(1), exact.hc3(1));
    }

    private static void agrees(Function<AdjustedData, ArmContrasts> method, double difference, double standardError) {
        AdjustedData data =
                AdjustedData.of(doubles(OUTCOME), ARM, List.of("a", "b"), List.of("year", "score"), new double[][] {
                    doubles(YEAR), doubles(SCORE)
                });
        Estimate estimate = method.apply(data).estimate(1, 0, 0.95);
        assertThat(estimate.estimate().ifEstimated().getAsDouble()).isCloseTo(difference, withinPercentage(DIGITS));
        assertThat(estimate.standardError().orElseThrow().ifEstimated().getAsDouble())
                .isCloseTo(standardError, withinPercentage(2 * DIGITS));
    }

    private static BigFraction[][] columns() {
        BigFraction[] arm = Arrays.stream(ARM).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
        return new BigFraction[][] {ones(), arm, fractions(YEAR), fractions(SCORE)};
    }

    private static BigFraction[] ones() {
        return Arrays.stream(ARM).mapToObj(any -> BigFraction.ONE).toArray(BigFraction[]::new);
    }

    private static BigFraction[] centred(BigFraction[] column) {
        BigFraction mean =
                Arrays.stream(column).reduce(BigFraction.ZERO, BigFraction::add).divide(column.length);
        return Arrays.stream(column).map(value -> value.subtract(mean)).toArray(BigFraction[]::new);
    }

    private static BigFraction[] product(BigFraction[] a, BigFraction[] b) {
        return IntStream.range(0, a.length).mapToObj(i -> a[i].multiply(b[i])).toArray(BigFraction[]::new);
    }

    private static BigFraction[] fractions(String[] column) {
        return Arrays.stream(column)
                .map(text -> ExactLeastSquares.fraction(new BigDecimal(text)))
                .toArray(BigFraction[]::new);
    }

    private static double[] doubles(String[] column) {
        return Arrays.stream(column).mapToDouble(Double::parseDouble).toArray();
    }
}
