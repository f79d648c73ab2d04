package org.ipstrial.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FTestTest {

    /** Points of the tables in Abramowitz and Stegun (1964), table 26.9, to their three or four digits. */
    @ParameterizedTest
    @CsvSource({
        "4.96, 1, 10, 0.05, 0.0002",
        "3.71, 3, 10, 0.05, 0.0003",
        "3.00, 6, 12, 0.05, 0.0003",
        "2.75, 10, 12, 0.05, 0.0003",
        "10.04, 1, 10, 0.01, 0.0001",
        "4.82, 6, 12, 0.01, 0.0001"
    })
    void givesThePointsOfTheTables(double f, double df1, double df2, double p, double off) {
        assertThat(p(f, df1, df2)).isCloseTo(p, within(off));
    }

    /** A second route: the library's incomplete beta function, which is right where degrees of freedom are few. */
    @Test
    void agreesWithTheIncompleteBetaFunction() {
        for (int df1 = 1; df1 <= 60; df1++) {
            for (double df2 : new double[] {1, 2, 3.7, 8, 29.5, 120}) {
                FDistribution f = FDistribution.of(df1, df2);
                for (double x : new double[] {1e-3, 0.2, 0.9, 1, 1.1, 3, 17, 250}) {
                    assertThat(p(x, df1, df2)).isCloseTo(f.survivalProbability(x), withinPercentage(1e-10));
                }
            }
        }
    }

    @Test
    void ofOneDegreeOfFreedomItIsTheSquareOfT() {
        for (double df : new double[] {1, 4.5, 300, 1e7}) {
            for (double t : new double[] {0.1, 1, 2.5, 14}) {
                assertThat(p(t * t, 1, df))
                        .isCloseTo(2 * TDistribution.of(df).survivalProbability(t), withinPercentage(1e-10));
            }
        }
    }

    /** {@code (1 + F / 2)^-2} for 2 and 4, {@code 3 / (F + 3)}^1.5 for 2 and 3, worked by hand. */
    @Test
    void ofTwoDegreesOfFreedomItIsAPower() {
        assertThat(p(6, 2, 4)).isEqualTo(1.0 / 16);
        assertThat(p(4.5, 2, 3)).isCloseTo(0.125, within(1e-16));
    }

    @Test
    void endsOfTheScale() {
        assertThat(p(0, 1, 5)).isEqualTo(1);
        assertThat(p(0, 4, 5)).isEqualTo(1);
        assertThat(p(Double.POSITIVE_INFINITY, 3, 9)).isEqualTo(Double.MIN_VALUE);
        assertThat(p(1e300, 2, 1e6)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void refusesANumeratorWithoutWholeDegreesOfFreedom() {
        assertThatThrownBy(() -> FTest.of(1, 2.5, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the numerator must have whole degrees of freedom, got 2.5");
    }

    private static double p(double f, double df1, double df2) {
        return FTest.of(f, df1, df2).pValue().ifEstimated().getAsDouble();
    }
}
