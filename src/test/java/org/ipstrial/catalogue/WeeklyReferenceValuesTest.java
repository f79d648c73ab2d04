package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.weekly.WeeklyMethods;
import org.junit.jupiter.api.Test;

/** Every number that others computed for what was done week by week, run through the catalogue. */
class WeeklyReferenceValuesTest {

    private static final List<Family<?>> FAMILIES =
            List.of(WeeklyMethods.MEAN_WEEKS, WeeklyMethods.MEAN_WEEKS_DIFFERENCE);

    @Test
    void agreesWithEveryRow() {
        List<ReferenceValue> rows = ReferenceValues.of("mean-weeks");
        for (ReferenceValue value : rows) {
            List<Family<?>> families = Catalogue.FAMILIES.stream()
                    .filter(family -> family.isCheckedBy(value))
                    .toList();
            assertThat(families).as(value.toString()).hasSize(1).isSubsetOf(FAMILIES);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(s -> s.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = families.get(0).evaluate(value).get(statistic).ifEstimated();
            assertThat(value.agreesWith(got.orElseThrow()))
                    .as(got + " for " + value)
                    .isTrue();
        }
        assertThat(rows).hasSize(36);
    }

    @Test
    void everyMethodHasTwoSourcesForEachOfItsNumbers() {
        for (Family<?> family : FAMILIES) {
            for (String statistic : List.of("estimate", "std.error", "conf.low", "conf.high")) {
                assertThat(ReferenceValues.of("mean-weeks").stream()
                                .filter(value -> family.isCheckedBy(value)
                                        && value.statistic().equals(statistic))
                                .map(value -> value.source().split(":")[0])
                                .distinct())
                        .as(family.measure().id() + " " + statistic)
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    /** They take no other input, and no command over outcomes offers them. */
    @Test
    void theyStandApartFromOutcomes() {
        assertThat(FAMILIES).noneMatch(Family::isOfOutcomes).noneMatch(Family::isOfSubgroups);
        assertThat(FAMILIES).allMatch(Family::isOfTimes);
    }
}
