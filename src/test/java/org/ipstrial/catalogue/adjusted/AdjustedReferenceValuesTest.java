package org.ipstrial.catalogue.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published or independently computed effect with covariates, run through the catalogue. */
class AdjustedReferenceValuesTest {

    private static final List<Family<AdjustedMethod>> ON_REQUEST = List.of(
            AdjustedMethods.ORDINAL_ODDS_RATIO,
            AdjustedMethods.RISK_RATIO_IN_CLUSTERS,
            AdjustedMethods.RATIO_OF_MEANS_IN_CLUSTERS);

    /** File, its family, and how many rows each method has. */
    record Book(String file, List<Family<AdjustedMethod>> families, Map<String, Integer> rows) {

        Book(String file, Family<AdjustedMethod> family, Map<String, Integer> rows) {
            this(file, List.of(family), rows);
        }

        private Family<AdjustedMethod> family(ReferenceValue value) {
            return families.stream()
                    .filter(family -> family.isCheckedBy(value))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Book> books() {
        return Stream.of(
                new Book(
                        "adjusted-risk-difference",
                        List.of(AdjustedMethods.RISK_DIFFERENCE, AdjustedMethods.RISK_DIFFERENCE_IN_STRATA),
                        Map.of(
                                "standardisation-ye",
                                72,
                                "standardisation-ye-stratified",
                                48,
                                "standardisation-delta-model",
                                74,
                                "standardisation-delta-hc0",
                                72)),
                new Book(
                        "adjusted-risk-ratio",
                        AdjustedMethods.RISK_RATIO,
                        Map.of("standardisation-ye", 60, "modified-poisson", 60, "log-binomial", 60)),
                new Book("adjusted-odds-ratio", AdjustedMethods.ODDS_RATIO, Map.of("standardisation-ye", 60)),
                new Book(
                        "conditional-odds-ratio",
                        List.of(AdjustedMethods.CONDITIONAL_ODDS_RATIO, AdjustedMethods.ORDINAL_ODDS_RATIO),
                        Map.of("logistic", 60, "firth", 27, "proportional-odds", 25)),
                new Book(
                        "adjusted-mean-difference",
                        AdjustedMethods.MEAN_DIFFERENCE,
                        Map.of("ancova-hc3", 48, "ancova-hc0", 48, "ancova", 48, "ancova-interactions-hc3", 48)),
                new Book("adjusted-ratio-of-means", AdjustedMethods.RATIO_OF_MEANS, Map.of("poisson-robust", 40)),
                new Book(
                        "clustered-effects",
                        List.of(
                                AdjustedMethods.MEAN_DIFFERENCE_IN_CLUSTERS,
                                AdjustedMethods.RISK_DIFFERENCE_IN_CLUSTERS,
                                AdjustedMethods.RISK_RATIO_IN_CLUSTERS,
                                AdjustedMethods.CONDITIONAL_ODDS_RATIO_IN_CLUSTERS,
                                AdjustedMethods.RATIO_OF_MEANS_IN_CLUSTERS),
                        Map.of(
                                "ancova-cr2",
                                42,
                                "gee-exchangeable",
                                34,
                                "mixed-random-intercept",
                                18,
                                "modified-poisson-cr1",
                                15,
                                "logistic-cr1",
                                15,
                                "poisson-cr1",
                                15)));
    }

    @ParameterizedTest
    @MethodSource("books")
    void agreesWithEveryRow(Book book) {
        Map<String, Map<Statistic, Quantity>> computed = new TreeMap<>();
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : ReferenceValues.of(book.file())) {
            rows.merge(value.method(), 1, Integer::sum);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(s -> s.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = computed.computeIfAbsent(
                            value.method() + value.input() + value.level(),
                            any -> book.family(value).evaluate(value))
                    .get(statistic)
                    .ifEstimated();
            if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                astray.add("\n" + got + " for " + value);
            }
        }
        assertThat(astray).isEmpty();
        assertThat(rows).isEqualTo(new TreeMap<>(book.rows()));
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyMethodHasTwoSourcesAndEveryRowIsOfItsFamilyAlone(Book book) {
        List<ReferenceValue> values = ReferenceValues.of(book.file());
        for (Method<?> method : book.families().stream()
                .flatMap(family -> family.methods().stream())
                .toList()) {
            assertThat(values.stream()
                            .filter(value -> value.method().equals(method.id()))
                            .map(value -> value.source().split(":")[0])
                            .distinct())
                    .as(book.file() + " " + method.id())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        for (ReferenceValue value : values) {
            assertThat(Catalogue.FAMILIES.stream().filter(family -> family.isCheckedBy(value)))
                    .containsExactly(book.family(value));
        }
    }

    @Test
    void offersTheMethodsOfTheContractInItsOrder() {
        assertThat(AdjustedMethods.FAMILIES.stream()
                        .map(family -> family.measure().id() + ": "
                                + String.join(
                                        " ",
                                        family.methods().stream()
                                                .map(Method::id)
                                                .toList())))
                .containsExactly(
                        "risk-difference: standardisation-ye standardisation-delta-hc0 standardisation-delta-model",
                        "risk-difference: standardisation-ye-stratified",
                        "risk-ratio: standardisation-ye modified-poisson log-binomial",
                        "odds-ratio: standardisation-ye",
                        "conditional-odds-ratio: logistic firth",
                        "conditional-odds-ratio: proportional-odds",
                        "mean-difference: ancova-hc3 ancova-hc0 ancova ancova-interactions-hc3",
                        "ratio-of-means: poisson-robust",
                        "risk-difference: ancova-cr2",
                        "risk-ratio: modified-poisson-cr1",
                        "conditional-odds-ratio: gee-exchangeable logistic-cr1",
                        "mean-difference: ancova-cr2 gee-exchangeable mixed-random-intercept",
                        "ratio-of-means: poisson-cr1");
        assertThat(AdjustedMethods.FAMILIES).allSatisfy(family -> {
            assertThat(family.defaults()).isEqualTo(ON_REQUEST.contains(family) ? 0 : 1);
            assertThat(family.input().isAdjusted()).isTrue();
            assertThat(family.input().inStrata()).isEqualTo(family == AdjustedMethods.RISK_DIFFERENCE_IN_STRATA);
        });
    }

    @Test
    void saysItInPlainTextThatFitsAScreen() {
        AdjustedMethods.FAMILIES.stream()
                .flatMap(family -> family.methods().stream())
                .forEach(method -> {
                    assertThat(method.formula().lines()).as(method.id()).allMatch(line -> line.length() <= 110);
                    assertThat(method.name() + method.formula() + method.source() + method.caution())
                            .as(method.id())
                            .matches("[\\x20-\\x7e\\n]+");
                    assertThat(method.source()).as(method.id()).containsPattern("\\([0-9]{4}\\)");
                });
    }

    @Test
    void refusesInputThatIsNotWrittenAsAModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedInput.of("nowhere: low by smoke 1 v 0 ~ age"))
                .withMessage(
                        "data with covariates are written such as birthwt: low by smoke 1 v 0 ~ age lwt | strata ht,"
                                + " of the data sets birthwt, dietox, endometrial, survey, trial01, got nowhere: low by smoke 1 v 0 ~ age");
    }
}
