package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;

/** Every independently computed rank association, run through the catalogue. */
class AssociationReferenceValuesTest {

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("rank-association");

    @Test
    void agreesWithEveryRow() {
        assertThat(VALUES).hasSize(30).allSatisfy(value -> {
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(any -> any.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            double got = AssociationMethods.FAMILY
                    .evaluate(value)
                    .get(statistic)
                    .ifEstimated()
                    .orElseThrow();
            assertThat(value.agreesWith(got)).as("got %s for %s", got, value).isTrue();
            assertThat(AssociationMethods.FAMILY.isCheckedBy(value)).isTrue();
        });
        assertThat(VALUES.stream().map(value -> value.source().split(":")[0]).distinct())
                .hasSizeGreaterThanOrEqualTo(3);
    }
}
