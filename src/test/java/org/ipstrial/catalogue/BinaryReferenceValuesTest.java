package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published or independently computed number for a yes/no outcome, against the methods of the catalogue. */
class BinaryReferenceValuesTest {

    private static final Map<String, Family<?>> FAMILIES = Map.of(
            "proportion", BinaryMethods.PROPORTION,
            "risk-difference", BinaryMethods.RISK_DIFFERENCE,
            "risk-ratio", BinaryMethods.RISK_RATIO,
            "odds-ratio", BinaryMethods.ODDS_RATIO,
            "test-binary", BinaryMethods.TEST);

    static Stream<String> files() {
        return FAMILIES.keySet().stream().sorted();
    }

    static Stream<ReferenceValue> values() {
        return files().flatMap(file -> ReferenceValues.of(file).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void agreesWithTheReference(ReferenceValue value) {
        Statistic statistic = Stream.of(Statistic.values())
                .filter(any -> any.id().equals(value.statistic()))
                .findFirst()
                .orElseThrow();
        Family<?> family = FAMILIES.get(value.measure().equals("test") ? "test-binary" : value.measure());

        double got = number(statistic, family.evaluate(value).get(statistic));

        assertThat(value.agreesWith(got))
                .as("got %s, which is %s off", got, Math.abs(got - value.expected()))
                .isTrue();
    }

    @Test
    void runsThisManyRowsOfEachMethod() {
        Map<String, Long> rows = values().collect(Collectors.groupingBy(
                value -> value.measure() + " " + value.method(), TreeMap::new, Collectors.counting()));
        assertThat(rows)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("odds-ratio conditional-exact", 50L),
                        Map.entry("odds-ratio mid-p", 45L),
                        Map.entry("odds-ratio miettinen-nurminen", 36L),
                        Map.entry("odds-ratio score", 26L),
                        Map.entry("odds-ratio woolf", 15L),
                        Map.entry("proportion agresti-coull", 29L),
                        Map.entry("proportion blaker", 12L),
                        Map.entry("proportion clopper-pearson", 43L),
                        Map.entry("proportion jeffreys", 36L),
                        Map.entry("proportion likelihood-ratio", 24L),
                        Map.entry("proportion mid-p", 24L),
                        Map.entry("proportion wald", 26L),
                        Map.entry("proportion wald-cc", 26L),
                        Map.entry("proportion wilson", 45L),
                        Map.entry("proportion wilson-cc", 30L),
                        Map.entry("risk-difference agresti-caffo", 44L),
                        Map.entry("risk-difference exact-score", 12L),
                        Map.entry("risk-difference mee", 34L),
                        Map.entry("risk-difference miettinen-nurminen", 63L),
                        Map.entry("risk-difference newcombe", 41L),
                        Map.entry("risk-difference newcombe-cc", 32L),
                        Map.entry("risk-difference wald", 39L),
                        Map.entry("risk-difference wald-cc", 20L),
                        Map.entry("risk-ratio exact-score", 7L),
                        Map.entry("risk-ratio katz", 20L),
                        Map.entry("risk-ratio koopman", 36L),
                        Map.entry("risk-ratio miettinen-nurminen", 42L),
                        Map.entry("test chi-squared", 31L),
                        Map.entry("test chi-squared-n-1", 28L),
                        Map.entry("test barnard", 9L),
                        Map.entry("test boschloo", 6L),
                        Map.entry("test fisher-exact", 22L),
                        Map.entry("test fisher-exact-central", 17L),
                        Map.entry("test fisher-mid-p", 9L)));
    }

    @Test
    void everyMethodHasTwoSourcesAtLeast() {
        FAMILIES.forEach((file, family) -> {
            Map<String, List<String>> sources = ReferenceValues.of(file).stream()
                    .collect(Collectors.groupingBy(
                            ReferenceValue::method,
                            Collectors.mapping(
                                    ReferenceValue::source,
                                    Collectors.collectingAndThen(
                                            Collectors.toList(),
                                            all -> all.stream().distinct().toList()))));
            assertThat(sources.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            family.methods().stream().map(Method::id).toList());
            sources.forEach((method, distinct) ->
                    assertThat(distinct).as(file + " " + method).hasSizeGreaterThanOrEqualTo(2));
        });
    }

    private static double number(Statistic statistic, Quantity quantity) {
        if (quantity instanceof Quantity.NotEstimable none && none.reason() == Reason.UNBOUNDED) {
            return statistic == Statistic.CONF_LOW ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return quantity.ifEstimated().orElseThrow();
    }
}
