package org.ipstrial.stats.contingency.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BisectionTest {

    @Test
    void findsTheFirstNumberToTheLastBit() {
        for (double root : new double[] {Double.MIN_VALUE, 1e-300, 0.1, Math.PI, 1e17, 1e300}) {
            assertThat(Bisection.firstAbove0(Double.POSITIVE_INFINITY, x -> x >= root))
                    .isEqualTo(root);
            assertThat(Bisection.firstAbove0(Double.MAX_VALUE, x -> x >= root)).isEqualTo(root);
        }
    }

    @Test
    void givesTheSmallestNumberWhereTheConditionAlwaysHolds() {
        assertThat(Bisection.firstAbove0(4, x -> true)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void givesTheEndWhereTheConditionHoldsOnlyThere() {
        assertThat(Bisection.firstAbove0(4, x -> x == 4)).isEqualTo(4);
    }

    @Test
    void refusesAConditionThatHoldsNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bisection.firstAbove0(4, x -> false))
                .withMessage("the condition does not hold at 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bisection.firstAbove0(Double.POSITIVE_INFINITY, x -> false))
                .withMessage("the condition does not hold at " + 0x1p1023);
    }
}
