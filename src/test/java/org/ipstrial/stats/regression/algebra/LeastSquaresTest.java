package org.ipstrial.stats.regression.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.ipstrial.stats.regression.ExactLeastSquares;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    private static final double LAST_DIGIT = 2.3e-14;

    /** A polynomial of the tenth degree whose columns have a condition of 1e15, as that of NIST's Filip; fractions tell. */
    @Test
    void givesTheCoefficientsOfAPolynomialOfTheTenthDegree() {
        int rows = 82;
        List<BigDecimal> x = IntStream.range(0, rows)
                .mapToObj(i -> BigDecimal.valueOf(-880 + 7L * i, 2))
                .toList();
        BigDecimal[] y = IntStream.range(0, rows)
                .mapToObj(i -> BigDecimal.valueOf(7000 + i * 37L % 101 * 20, 4))
                .toArray(BigDecimal[]::new);
        BigDecimal[][] columns = IntStream.rangeClosed(0, 10)
                .mapToObj(k -> x.stream().map(value -> value.pow(k)).toArray(BigDecimal[]::new))
                .toArray(BigDecimal[][]::new);
        ExactLeastSquares exact = ExactLeastSquares.of(
                Arrays.stream(columns).map(LeastSquaresTest::fractions).toArray(BigFraction[][]::new), fractions(y));

        LeastSquares fit = LeastSquares.of(
                Arrays.stream(columns).map(LeastSquaresTest::extended).toList(), extended(y));

        double variance = fit.residualSquares() / (rows - 11);
        assertThat(fit.residualSquares()).isCloseTo(exact.residualSquares(), withinPercentage(LAST_DIGIT));
        for (int j = 0; j <= 10; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(exact.coefficient(j), withinPercentage(LAST_DIGIT));
            double squares = 0;
            for (int k = 0; k <= 10; k++) {
                double[] unit = new double[11];
                unit[k] = Math.sqrt(variance);
                double part = fit.triangle().solve(unit)[j];
                squares += part * part;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(exact.standardError(j), withinPercentage(5 * LAST_DIGIT));
        }
    }

    @Test
    void neitherBlocksNorTheOrderOfRowsChangeABit() {
        Random random = new Random(20260101);
        int rows = 3_000;
        double[] x =
                random.doubles(rows).map(u -> Math.rint(u * 1e6) / 1e4 + 2000).toArray();
        double[] z = random.doubles(rows).map(u -> Math.rint(u * 10)).toArray();
        double[] y = random.doubles(rows).map(u -> Math.rint(u * 1e3) / 10).toArray();
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        LeastSquares fit = fit(order, x, z, y);
        for (int again = 0; again < 5; again++) {
            Collections.shuffle(order, random);
            LeastSquares other = fit(order, x, z, y);
            assertThat(other.coefficients()).containsExactly(fit.coefficients());
            assertThat(other.residualSquares()).isEqualTo(fit.residualSquares());
        }
    }

    private static LeastSquares fit(List<Integer> order, double[]... columns) {
        double[] ones = new double[order.size()];
        Arrays.fill(ones, 1);
        List<ExtendedColumn> taken = new ArrayList<>(List.of(ExtendedColumn.ofDecimals(ones)));
        for (double[] column : columns) {
            taken.add(ExtendedColumn.ofDecimals(
                    order.stream().mapToDouble(i -> column[i]).toArray()));
        }
        return LeastSquares.of(taken.subList(0, columns.length), taken.get(columns.length));
    }

    /** Weights of 1, 2 and 3 are as so many rows. */
    @Test
    void wholeWeightsAreRepeatedRows() {
        double[] x = {1, 2, 4, 7, 11};
        double[] y = {0.3, 0.1, 0.7, 0.2, 0.9};
        int[] times = {1, 3, 2, 1, 2};
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            repeated.addAll(Collections.nCopies(times[i], i));
        }
        double[] ones = {1, 1, 1, 1, 1};
        LeastSquares weighted = LeastSquares.weighted(
                List.of(ExtendedColumn.ofDecimals(ones), ExtendedColumn.ofDecimals(x)),
                ExtendedColumn.ofDecimals(y),
                Arrays.stream(times).asDoubleStream().toArray());
        LeastSquares plain = fit(repeated, x, y);

        assertThat(weighted.coefficients()).containsExactly(plain.coefficients());
        assertThat(weighted.residualSquares()).isCloseTo(plain.residualSquares(), withinPercentage(LAST_DIGIT));
        assertThat(weighted.explainedSquares(1)).isCloseTo(plain.explainedSquares(1), withinPercentage(LAST_DIGIT));
        assertThat(weighted.residuals()).hasSize(5);
    }

    /** The columns take what the residuals leave. */
    @Test
    void sumsOfSquaresAddUp() {
        LeastSquares fit = fit(List.of(0, 1, 2, 3), new double[] {1, 2, 3, 5}, new double[] {2, 1, 4, 3});
        assertThat(fit.explainedSquares(0) + fit.residualSquares()).isCloseTo(30, within(1e-14));
        assertThat(fit.explainedSquares(1) + fit.residualSquares()).isCloseTo(5, within(1e-14));
        assertThat(fit.explainedSquares(2)).isZero();
    }

    @Test
    void aFitWithoutResidualsHasThemAllZero() {
        LeastSquares fit =
                fit(List.of(0, 1, 2, 3), new double[] {0.1, 0.2, 0.3, 0.7}, new double[] {0.13, 0.16, 0.19, 0.31});
        assertThat(fit.coefficients()).containsExactly(0.1, 0.3);
        assertThat(fit.residuals()).containsExactly(0, 0, 0, 0);
        assertThat(fit.residualSquares()).isZero();
    }

    /** One unit of the thirteenth digit off a line is seen, with all digits of what is left. */
    @Test
    void theSmallestResidualThatDecimalsCanTellIsSeen() {
        LeastSquares fit = fit(List.of(0, 1, 2, 3), new double[] {0.1, 0.2, 0.3, 0.7}, new double[] {
            1000.13, 1000.16, 1000.1900000001, 1000.31
        });
        // The residual maker's diagonal at the third row: 1 - (1/4 + (0.3 - 0.325)^2 / 0.2075).
        assertThat(fit.residualSquares()).isCloseTo(1e-20 * (0.75 - 0.000625 / 0.2075), withinPercentage(1e-11));
    }

    @Test
    void refusesColumnsOfOtherLengths() {
        assertThatThrownBy(() -> LeastSquares.of(
                        List.of(ExtendedColumn.ofDecimals(new double[3])), ExtendedColumn.ofDecimals(new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns and outcome must be as long, got 3 and 2");
    }

    private static BigFraction[] fractions(BigDecimal[] column) {
        return Arrays.stream(column).map(ExactLeastSquares::fraction).toArray(BigFraction[]::new);
    }

    private static ExtendedColumn extended(BigDecimal[] column) {
        double[] values =
                Arrays.stream(column).mapToDouble(BigDecimal::doubleValue).toArray();
        double[] lacks = new double[values.length];
        for (int i = 0; i < lacks.length; i++) {
            lacks[i] = column[i].subtract(new BigDecimal(values[i])).doubleValue();
        }
        return ExtendedColumn.of(values, lacks);
    }
}
