package org.ipstrial.catalogue.subgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.junit.jupiter.api.Test;

/** Every number that others computed of effects at levels with covariates, run through the catalogue. */
class AdjustedInteractionReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(
            AdjustedInteractionMethods.RISK_DIFFERENCE,
            AdjustedInteractionMethods.RISK_RATIO,
            AdjustedInteractionMethods.ODDS_RATIO,
            AdjustedInteractionMethods.MEAN_DIFFERENCE);

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("adjusted-interaction-tests");

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : VALUES) {
            rows.merge(value.method(), 1, Integer::sum);
            List<Family<?>> checked = new ArrayList<>(Catalogue.FAMILIES);
            checked.removeIf(family -> !family.isCheckedBy(value));
            assertThat(checked).as(value.toString()).hasSize(1);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(any -> any.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = checked.get(0).evaluate(value).get(statistic).ifEstimated();
            if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                astray.add(got + " for " + value);
            }
        }
        assertThat(astray).isEmpty();
        assertThat(rows)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "cochran-q", 63,
                        "cochran-q-log", 51,
                        "linear-wald", 44,
                        "logistic-likelihood-ratio", 32));
    }

    @Test
    void everyMethodHasTwoSourcesAtLeast() {
        for (Family<?> family : FAMILIES) {
            assertThat(VALUES.stream()
                            .filter(family::isCheckedBy)
                            .map(value -> value.source().split(" ")[0])
                            .distinct())
                    .as(family.scale().orElseThrow().id())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void refusesWhatIsNotWrittenSo() {
        assertThatThrownBy(() -> LevelsInput.of("levels share birthwt: low by smoke in race"))
                .hasMessage(
                        "data at levels with covariates are written such as levels share birthwt: low by smoke 1 v 0 in"
                                + " race ~ age lwt at 2, got levels share birthwt: low by smoke in race");
    }
}
