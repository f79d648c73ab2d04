package org.ipstrial.catalogue.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.ipstrial.stats.imputation.pooling.PoolingScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of R's mice and of 40 digits for pooled results, against the methods of the catalogue. */
class PoolingReferenceValuesTest {

    static Stream<ReferenceValue> values() {
        return ReferenceValues.of("multiple-imputation").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void agreesWithTheReference(ReferenceValue value) {
        Statistic statistic = Stream.of(Statistic.values())
                .filter(any -> any.id().equals(value.statistic()))
                .findFirst()
                .orElseThrow();
        Family<?> family = ImputationMethods.FAMILIES.stream()
                .filter(any -> any.isCheckedBy(value))
                .findFirst()
                .orElseThrow();
        double got = family.evaluate(value).get(statistic).ifEstimated().orElseThrow();

        assertThat(value.agreesWith(got))
                .as("got %s, which is %s off", got, Math.abs(got - value.expected()))
                .isTrue();
    }

    @Test
    void everyFamilyHasTwoSourcesAndNoOtherReadsThem() {
        assertThat(values()).hasSize(89);
        for (Family<PoolingScale> family : ImputationMethods.FAMILIES) {
            assertThat(values().filter(family::isCheckedBy)
                            .map(ReferenceValue::source)
                            .distinct())
                    .as(family.measure().id())
                    .hasSize(2);
        }
        values().forEach(value -> assertThat(Catalogue.FAMILIES.stream().filter(family -> family.isCheckedBy(value)))
                .hasSize(1));
    }

    @Test
    void refusesWhatIsNotPooled() {
        assertThatThrownBy(() -> PooledInput.numbers(PoolingScale.PLAIN, "pooled 1 2", 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("what is pooled is written such as pooled 13 14 15 with 3 4 5 of 99, got pooled 1 2");
    }
}
