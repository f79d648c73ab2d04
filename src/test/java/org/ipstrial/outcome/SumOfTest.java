package org.ipstrial.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums as users write them. */
class SumOfTest {

    @ParameterizedTest
    @ValueSource(strings = {"income=wages+benefits", " income = wages + benefits "})
    void readsNamesAndParts(String text) {
        assertThat(SumOf.parse(text)).contains(new SumOf("income", List.of("wages", "benefits")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "income", "=a+b", "income=", "income=a", "income=a+", "income=a+a", "income=income+a", "a+b"
            })
    void readsNothingElse(String text) {
        assertThat(SumOf.parse(text)).isEmpty();
    }

    @Test
    void isMadeOfTwoOthersAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumOf("a", List.of("b")))
                .withMessage("a must be the sum of two others at least, got [b]");
    }

    @Test
    void namesItsParts() {
        assertThat(new SumOf("a", List.of("c", "b")).words()).isEqualTo("c + b");
    }
}
