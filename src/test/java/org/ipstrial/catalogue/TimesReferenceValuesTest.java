package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.times.AdjustedTimesMethods;
import org.ipstrial.catalogue.times.SubdistributionMethods;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that others published or computed for times to an event, run through the catalogue. */
class TimesReferenceValuesTest {

    /** File, its families, and how many rows each measure and method has. */
    record Book(String file, List<Family<?>> families, Map<String, Integer> rows) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Book> books() {
        return Stream.of(
                new Book(
                        "survival",
                        List.of(TimesMethods.SURVIVAL, TimesMethods.MEDIAN_TIME, TimesMethods.AT_RISK),
                        Map.of(
                                "at-risk kaplan-meier",
                                26,
                                "median-time kaplan-meier",
                                30,
                                "survival kaplan-meier",
                                105)),
                new Book(
                        "restricted-time",
                        List.of(
                                TimesMethods.RMST,
                                TimesMethods.RMTL,
                                TimesMethods.RMST_DIFFERENCE,
                                AdjustedTimesMethods.RMST_DIFFERENCE,
                                TimesMethods.RMTL_DIFFERENCE,
                                TimesMethods.RMST_RATIO,
                                TimesMethods.RMTL_RATIO),
                        Map.of(
                                "rmst ",
                                42,
                                "rmst-difference ",
                                43,
                                "rmst-difference ipcw-ancova",
                                27,
                                "rmst-ratio ",
                                33,
                                "rmtl ",
                                40,
                                "rmtl-difference ",
                                40,
                                "rmtl-ratio ",
                                33)),
                new Book(
                        "hazard-ratio",
                        List.of(TimesMethods.HAZARD_RATIO),
                        Map.of(
                                "hazard-ratio cox-breslow", 70,
                                "hazard-ratio cox-efron", 67,
                                "hazard-ratio cox-efron-profile", 30,
                                "hazard-ratio cox-efron-robust", 48,
                                "hazard-ratio cox-exact", 27,
                                "hazard-ratio cox-firth", 42,
                                "hazard-ratio cox-firth-breslow", 42)),
                new Book(
                        "subdistribution-hazard-ratio",
                        List.of(SubdistributionMethods.FAMILY),
                        Map.of("subdistribution-hazard-ratio fine-gray", 21)),
                new Book(
                        "cumulative-incidence",
                        List.of(TimesMethods.CUMULATIVE_INCIDENCE),
                        Map.of("cumulative-incidence aalen-johansen", 132)),
                new Book(
                        "test-times",
                        List.of(TimesTests.TEST),
                        Map.ofEntries(
                                Map.entry("test cox-likelihood-ratio", 39),
                                Map.entry("test cox-score", 39),
                                Map.entry("test cox-wald", 39),
                                Map.entry("test fleming-harrington", 46),
                                Map.entry("test gray", 15),
                                Map.entry("test log-rank", 61),
                                Map.entry("test peto-peto", 60),
                                Map.entry("test proportional-hazards-identity", 38),
                                Map.entry("test proportional-hazards-km", 38),
                                Map.entry("test proportional-hazards-rank", 38))));
    }

    @ParameterizedTest
    @MethodSource("books")
    void agreesWithEveryRow(Book book) {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : ReferenceValues.of(book.file())) {
            rows.merge(value.measure() + " " + value.method(), 1, Integer::sum);
            List<Family<?>> families = book.families().stream()
                    .filter(family -> family.isCheckedBy(value))
                    .toList();
            assertThat(families).as(value.toString()).hasSize(1);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(s -> s.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = families.get(0).evaluate(value).get(statistic).ifEstimated();
            if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                astray.add(got + " for " + value);
            }
        }
        assertThat(astray).isEmpty();
        assertThat(rows).isEqualTo(new TreeMap<>(book.rows()));
    }

    /** For each statistic that a method has, too. */
    @ParameterizedTest
    @MethodSource("books")
    void everyMethodHasTwoSources(Book book) {
        for (Family<?> family : book.families()) {
            for (Method<?> method : family.methods()) {
                assertThat(ReferenceValues.of(book.file()).stream()
                                .filter(value -> family.isCheckedBy(value)
                                        && value.method().equals(method.id()))
                                .map(value -> value.source().split(":")[0])
                                .distinct())
                        .as(family.measure().id() + " " + method.id())
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    /** No other family takes a row of times for its own. */
    @Test
    void noRowIsTakenForOneOfAnotherFamily() {
        for (String file : List.of(
                "survival",
                "restricted-time",
                "hazard-ratio",
                "subdistribution-hazard-ratio",
                "cumulative-incidence",
                "test-times")) {
            for (ReferenceValue value : ReferenceValues.of(file)) {
                assertThat(Catalogue.FAMILIES.stream().filter(family -> family.isCheckedBy(value)))
                        .hasSize(1);
            }
        }
    }

    @Test
    void offersTheMethodsOfTheContractInItsOrder() {
        assertThat(ids(TimesMethods.HAZARD_RATIO.methods()))
                .containsExactly(
                        "cox-efron",
                        "cox-breslow",
                        "cox-efron-robust",
                        "cox-efron-profile",
                        "cox-firth",
                        "cox-firth-breslow",
                        "cox-exact");
        assertThat(ids(TimesMethods.HAZARD_RATIO.defaultMethods())).containsExactly("cox-efron");
        assertThat(ids(TimesTests.TEST.methods()))
                .containsExactly(
                        "log-rank",
                        "peto-peto",
                        "fleming-harrington",
                        "gray",
                        "cox-wald",
                        "cox-score",
                        "cox-likelihood-ratio",
                        "proportional-hazards-km",
                        "proportional-hazards-rank",
                        "proportional-hazards-identity");
        assertThat(ids(TimesTests.TEST.defaultMethods())).containsExactly("log-rank");
        assertThat(ids(TimesMethods.SURVIVAL.methods())).containsExactly("kaplan-meier");
        assertThat(ids(TimesMethods.CUMULATIVE_INCIDENCE.methods())).containsExactly("aalen-johansen");
        assertThat(ids(TimesMethods.RMST.methods())).containsExactly("");
    }

    private static <F> List<String> ids(List<Method<F>> methods) {
        return methods.stream().map(Method::id).toList();
    }
}
