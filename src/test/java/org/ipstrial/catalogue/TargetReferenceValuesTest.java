package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;

/** Every independently computed test of a share against a stated one, run through the catalogue. */
class TargetReferenceValuesTest {

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("target");

    @Test
    void agreesWithEveryRow() {
        assertThat(VALUES).allSatisfy(value -> {
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(any -> any.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            double got = BinaryMethods.TARGET_TEST
                    .evaluate(value)
                    .get(statistic)
                    .ifEstimated()
                    .orElseThrow();
            assertThat(value.agreesWith(got)).as("got %s for %s", got, value).isTrue();
            assertThat(BinaryMethods.TARGET_TEST.isCheckedBy(value)).isTrue();
            assertThat(BinaryMethods.PROPORTION.isCheckedBy(value)).isFalse();
        });
    }

    @Test
    void thisManyRowsOfEachMethodFromTwoSourcesAtLeast() {
        Map<String, Long> rows =
                VALUES.stream().collect(Collectors.groupingBy(ReferenceValue::method, Collectors.counting()));
        assertThat(rows)
                .isEqualTo(Map.of(
                        "score", 36L, "binomial-exact", 23L, "binomial-exact-central", 22L, "binomial-blaker", 14L));
        for (Method<?> method : BinaryMethods.TARGET_TEST.methods()) {
            assertThat(VALUES.stream()
                            .filter(value -> value.method().equals(method.id()))
                            .map(value -> value.source().split(":")[0])
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(method.formula().lines()).allMatch(line -> line.length() <= 110);
        }
    }
}
