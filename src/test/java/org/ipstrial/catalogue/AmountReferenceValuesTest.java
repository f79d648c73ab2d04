package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that others published or computed for amounts, run through the catalogue. */
class AmountReferenceValuesTest {

    /** File, its family, and how many rows each method has. */
    record Book(String file, Family<?> family, Map<String, Integer> rows) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Book> books() {
        return Stream.of(
                new Book(
                        "mean-difference",
                        AmountMethods.MEAN_DIFFERENCE,
                        Map.of("welch", 134, "student", 132, "bootstrap-bca", 40, "bootstrap-percentile", 40)),
                new Book("ratio-of-means", AmountMethods.RATIO_OF_MEANS, Map.of("bootstrap-bca", 30, "delta-log", 59)),
                new Book("probabilistic-index", AmountMethods.PROBABILISTIC_INDEX, Map.of("brunner-munzel", 91)),
                new Book("hodges-lehmann", AmountMethods.HODGES_LEHMANN, Map.of("asymptotic", 88, "exact", 94)),
                new Book("win-odds", AmountMethods.WIN_ODDS, Map.of("brunner-munzel", 112)),
                new Book(
                        "standardised-mean-difference",
                        AmountMethods.STANDARDISED_MEAN_DIFFERENCE,
                        Map.of("average-variance", 73, "cohen", 72, "hedges", 72)),
                new Book(
                        "test-amount",
                        AmountMethods.TEST,
                        Map.of(
                                "welch",
                                47,
                                "mann-whitney",
                                38,
                                "student",
                                47,
                                "brunner-munzel",
                                53,
                                "mann-whitney-exact",
                                44,
                                "permutation",
                                40)));
    }

    @ParameterizedTest
    @MethodSource("books")
    void agreesWithEveryRow(Book book) {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : ReferenceValues.of(book.file())) {
            rows.merge(value.method(), 1, Integer::sum);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(s -> s.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = book.family().evaluate(value).get(statistic).ifEstimated();
            if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                astray.add(got + " for " + value);
            }
        }
        assertThat(astray).isEmpty();
        assertThat(rows).isEqualTo(new TreeMap<>(book.rows()));
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyMethodHasTwoSources(Book book) {
        for (Method<?> method : book.family().methods()) {
            assertThat(ReferenceValues.of(book.file()).stream()
                            .filter(value -> value.method().equals(method.id()))
                            .map(value -> value.source().split(":")[0])
                            .distinct())
                    .as(book.file() + " " + method.id())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyRowIsOfItsFamily(Book book) {
        assertThat(ReferenceValues.of(book.file())).allSatisfy(value -> assertThat(value.measure())
                .isEqualTo(book.family().measure().id()));
    }

    @Test
    void offersTheMethodsOfTheContractInItsOrder() {
        assertThat(ids(AmountMethods.MEAN_DIFFERENCE.methods()))
                .containsExactly("welch", "bootstrap-bca", "bootstrap-percentile", "student");
        assertThat(ids(AmountMethods.MEAN_DIFFERENCE.defaultMethods())).containsExactly("welch", "bootstrap-bca");
        assertThat(ids(AmountMethods.RATIO_OF_MEANS.methods())).containsExactly("bootstrap-bca", "delta-log");
        assertThat(ids(AmountMethods.RATIO_OF_MEANS.defaultMethods())).containsExactly("bootstrap-bca");
        assertThat(ids(AmountMethods.PROBABILISTIC_INDEX.defaultMethods())).containsExactly("brunner-munzel");
        assertThat(ids(AmountMethods.HODGES_LEHMANN.methods())).containsExactly("asymptotic", "exact");
        assertThat(AmountMethods.HODGES_LEHMANN.defaultMethods()).isEmpty();
        assertThat(ids(AmountMethods.WIN_ODDS.methods())).containsExactly("brunner-munzel");
        assertThat(AmountMethods.WIN_ODDS.defaultMethods()).isEmpty();
        assertThat(ids(AmountMethods.STANDARDISED_MEAN_DIFFERENCE.methods()))
                .containsExactly("average-variance", "cohen", "hedges");
        assertThat(AmountMethods.STANDARDISED_MEAN_DIFFERENCE.defaultMethods()).isEmpty();
        assertThat(ids(AmountMethods.TEST.methods()))
                .containsExactly(
                        "welch", "mann-whitney", "student", "brunner-munzel", "mann-whitney-exact", "permutation");
        assertThat(ids(AmountMethods.TEST.defaultMethods())).containsExactly("welch", "mann-whitney");
    }

    private static <F> List<String> ids(List<Method<F>> methods) {
        return methods.stream().map(Method::id).toList();
    }
}
