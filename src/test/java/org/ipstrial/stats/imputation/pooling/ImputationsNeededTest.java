package org.ipstrial.stats.imputation.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImputationsNeededTest {

    /**
     * R 4.2.2, the last three lines of how_many_imputations of howManyImputations 0.2.4: z = qnorm(0.975);
     * fmiu = plogis(qlogis(fmi) + z * sqrt(2 / m)); ceiling(1 + 0.5 * (fmiu / 0.05)^2).
     */
    @ParameterizedTest
    @CsvSource({"0.1, 20, 7", "0.3, 20, 41", "0.5, 20, 86", "0.9, 50, 175", "0.430892346583, 5, 106", "0.01, 20, 2"})
    void quadraticRuleOfVonHippel(double fmi, int m, long needed) {
        assertThat(ImputationsNeeded.quadratic(fmi, m, 0.05, 0.95)).isEqualTo(needed);
    }

    /** With no end of imputations the fraction is known: 1 + (0.2 / 0.05)^2 / 2 = 9, and 1 + (1 / 0.05)^2 / 2 = 201. */
    @Test
    void quadraticRuleByHand() {
        assertThat(ImputationsNeeded.quadratic(0.2, Integer.MAX_VALUE, 0.05, 0.95))
                .isEqualTo(10);
        assertThat(ImputationsNeeded.quadratic(0.1999, Integer.MAX_VALUE, 0.05, 0.95))
                .isEqualTo(9);
        assertThat(ImputationsNeeded.quadratic(1, 20, 0.05, 0.95)).isEqualTo(201);
        assertThat(ImputationsNeeded.quadratic(0, 20, 0.05, 0.95)).isEqualTo(2);
    }

    @Test
    void linearRuleOfWhiteRoystonAndWood() {
        assertThat(ImputationsNeeded.linear(0.304)).isEqualTo(31);
        assertThat(ImputationsNeeded.linear(0.25)).isEqualTo(25);
        assertThat(ImputationsNeeded.linear(0)).isEqualTo(2);
        assertThat(ImputationsNeeded.linear(1)).isEqualTo(100);
    }
}
