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

/** Every number that others computed of effects along an amount, run through the catalogue. */
class ModerationReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(
            ModerationMethods.RISK_DIFFERENCE,
            ModerationMethods.RISK_RATIO,
            ModerationMethods.ODDS_RATIO,
            ModerationMethods.MEAN_DIFFERENCE);

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("moderation");

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : VALUES) {
            // Cross-table use would check one family by the numbers of another.
            List<Family<?>> checked = new ArrayList<>(Catalogue.FAMILIES);
            checked.removeIf(family -> !family.isCheckedBy(value));
            assertThat(checked).as(value.toString()).hasSize(1);
            Family<?> family = checked.get(0);
            rows.merge(family.scale().orElseThrow().id(), 1, Integer::sum);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(any -> any.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = family.evaluate(value).get(statistic).ifEstimated();
            if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                astray.add(got + " for " + value);
            }
        }
        assertThat(astray).isEmpty();
        assertThat(rows)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("mean-difference", 53, "risk-difference", 53, "risk-ratio", 40, "odds-ratio", 50));
    }

    @Test
    void everyMethodHasTwoSourcesAtLeast() {
        for (Family<?> family : FAMILIES) {
            assertThat(VALUES.stream()
                            .filter(family::isCheckedBy)
                            .map(value -> value.source().split(":")[0])
                            .map(source -> source.startsWith("R ") ? "R" : "Python")
                            .distinct())
                    .as(family.scale().orElseThrow().id())
                    .hasSize(2);
        }
    }

    @Test
    void refusesWhatIsNotWrittenSo() {
        assertThatThrownBy(() -> ModeratedInput.of("moderated share birthwt: low by smoke along age"))
                .hasMessage(
                        "data along an amount are written such as moderated share birthwt: low by smoke 1 v 0 along age at"
                                + " 26, got moderated share birthwt: low by smoke along age");
    }
}
