package org.ipstrial.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeviationsTest {

    /** Differences of the doubles would be 0.24999999999977263 and the like. */
    @Test
    void decimalNumbersKeepAllDigits() {
        assertThat(Deviations.of(new double[] {2012.1, 2012.2, 2012.9, 2012.4})).containsExactly(-0.3, -0.2, 0.5, 0.0);
        assertThat(Deviations.of(new double[] {1000000000000.4, 1000000000000.3, 1000000000000.5}))
                .containsExactly(0.0, -0.1, 0.1);
        assertThat(Deviations.of(new double[] {-0.000000000012, 0.000000000012, 0.000000000003}))
                .containsExactly(-1.3e-11, 1.1e-11, 0.2e-11);
    }

    @Test
    void aMeanBetweenTwoUnitsIsKept() {
        assertThat(Deviations.of(new double[] {1, 2, 2})).containsExactly(-2.0 / 3, 1.0 / 3, 1.0 / 3);
        assertThat(Deviations.of(new double[] {-1, -2, -2})).containsExactly(2.0 / 3, -1.0 / 3, -1.0 / 3);
    }

    @Test
    void otherNumbersAreDifferencesOfDoubles() {
        double third = 1.0 / 3;
        assertThat(Deviations.of(new double[] {third, 3 * Math.PI}))
                .containsExactly(third - (third + 3 * Math.PI) / 2, 3 * Math.PI - (third + 3 * Math.PI) / 2);
    }

    @Test
    void refusesNoAmounts() {
        assertThatThrownBy(() -> Deviations.of(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("moments need at least one amount, got none");
    }
}
