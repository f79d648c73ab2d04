package org.ipstrial.catalogue.subgroups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.junit.jupiter.api.Test;

/** Every number that others computed of the tests of interaction, run through the catalogue. */
class InteractionReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(
            InteractionMethods.RISK_DIFFERENCE,
            InteractionMethods.RISK_RATIO,
            InteractionMethods.ODDS_RATIO,
            InteractionMethods.MEAN_DIFFERENCE);

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("interaction-tests");

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : VALUES) {
            rows.merge(value.method(), 1, Integer::sum);
            assertThat(Catalogue.FAMILIES.stream().filter(family -> family.isCheckedBy(value)))
                    .hasSize(1);
            Family<?> family = FAMILIES.stream()
                    .filter(any -> any.isCheckedBy(value))
                    .findFirst()
                    .orElseThrow();
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
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "breslow-day", 5,
                        "cochran-q", 35,
                        "linear-wald", 13,
                        "log-binomial-likelihood-ratio", 24,
                        "logistic-likelihood-ratio", 24,
                        "logistic-wald", 21,
                        "tarone", 7));
    }

    @Test
    void everyMethodHasTwoSourcesAtLeast() {
        for (Family<?> family : FAMILIES) {
            for (Method<?> method : family.methods()) {
                assertThat(VALUES.stream()
                                .filter(value -> family.isCheckedBy(value)
                                        && value.method().equals(method.id()))
                                .map(value -> value.source().split(":")[0])
                                .distinct())
                        .as(method.id())
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void offersTheMethodsOfTheContractTheDefaultFirst() {
        assertThat(FAMILIES.stream()
                        .map(family -> family.measure().id() + ", " + family.defaults() + ": "
                                + String.join(
                                        " ",
                                        family.methods().stream()
                                                .map(Method::id)
                                                .toList())))
                .containsExactly(
                        "interaction-test, 1: cochran-q",
                        "interaction-test, 1: log-binomial-likelihood-ratio",
                        "interaction-test, 1: logistic-likelihood-ratio logistic-wald breslow-day tarone",
                        "interaction-test, 1: linear-wald cochran-q");
    }
}
