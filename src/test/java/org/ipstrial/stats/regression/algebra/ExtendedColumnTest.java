package org.ipstrial.stats.regression.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtendedColumnTest {

    /** The number that the text was, to 30 digits, and nothing but the double was kept. */
    @Test
    void aDecimalNumberFollowsFromItsDouble() {
        Random random = new Random(7);
        for (int places = 1; places <= 22; places++) {
            long[] whole = random.longs(50, -999_999_999_999_999L, 1_000_000_000_000_000L)
                    .toArray();
            // The last digit is one that shorter decimals do not have.
            BigDecimal[] texts = new BigDecimal[whole.length];
            double[] read = new double[whole.length];
            for (int i = 0; i < whole.length; i++) {
                texts[i] = BigDecimal.valueOf(whole[i] / 10 * 10 + 7, places);
                read[i] = Double.parseDouble(texts[i].toString());
            }
            ExtendedColumn column = ExtendedColumn.ofDecimals(read);
            for (int i = 0; i < read.length; i++) {
                BigDecimal lack = texts[i].subtract(new BigDecimal(read[i]));
                assertThat(column.value(i)).isEqualTo(read[i]);
                assertThat(column.lack(i)).isCloseTo(lack.doubleValue(), withinPercentage(1e-13));
            }
        }
    }

    @Test
    void numbersThatAreNoDecimalsCountAsTheirDoubles() {
        double[] thirds = {1.0 / 3, 200.0 / 3, 1e15 / 3};
        ExtendedColumn column = ExtendedColumn.ofDecimals(thirds);
        assertThat(column.rows()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(column.lack(i)).isZero();
        }
    }

    @Test
    void differencesKeepWhatDoublesDrop() {
        ExtendedColumn less = ExtendedColumn.ofDecimals(new double[] {1e6 + 0.3, 0.1})
                .less(ExtendedColumn.ofDecimals(new double[] {1e6 + 0.2, 0.1}));
        assertThat(less.value(0)).isEqualTo(0.1);
        assertThat(less.value(1)).isZero();
    }

    @Test
    void refusesPartsThatAreNotAsMany() {
        assertThatThrownBy(() -> ExtendedColumn.of(new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each number must have two parts, got 2 and 1");
    }
}
