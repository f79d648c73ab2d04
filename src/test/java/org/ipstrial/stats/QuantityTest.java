package org.ipstrial.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(value))
                .withMessage("an estimated value must be finite, got " + value);
    }

    @Test
    void anInfiniteLimitIsNoLimit() {
        assertThat(Quantity.limit(Double.NEGATIVE_INFINITY)).isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
        assertThat(Quantity.limit(Double.MAX_VALUE)).isEqualTo(Quantity.of(Double.MAX_VALUE));
        assertThat(Quantity.limit(-0.5).ifEstimated()).hasValue(-0.5);
        assertThat(Quantity.notEstimable(Reason.NO_VARIANCE).ifEstimated()).isEmpty();
    }
}
