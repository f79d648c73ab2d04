package org.ipstrial.catalogue.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.ipstrial.stats.Quantity;
import org.junit.jupiter.api.Test;

/** Every number that others published or computed over several studies, run through the catalogue. */
class StudiesReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(
            PoolingMethods.FAMILY,
            CountPoolingMethods.RISK_DIFFERENCE,
            CountPoolingMethods.RISK_RATIO,
            CountPoolingMethods.ODDS_RATIO,
            MixedModelMethods.ODDS_RATIO,
            MixedModelMethods.TAU_SQUARED,
            MixedModelMethods.HETEROGENEITY,
            VarianceEstimators.FAMILY,
            HeterogeneityMethods.I_SQUARED,
            HeterogeneityMethods.H_SQUARED,
            HeterogeneityMethods.PREDICTION_INTERVAL,
            StudiesTests.HETEROGENEITY,
            StudiesTests.SMALL_STUDIES,
            SignificantStudies.FAMILY,
            FillingMethods.FAMILY);

    private static final List<ReferenceValue> VALUES = ReferenceValues.of("studies");

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        for (ReferenceValue value : VALUES) {
            List<? extends Family<?>> all = FAMILIES.stream()
                    .filter(family -> family.isCheckedBy(value))
                    .toList();
            assertThat(all).as("families of " + value).hasSize(1);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(any -> any.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            Quantity got = all.get(0).evaluate(value).get(statistic);
            OptionalDouble number = got.ifEstimated();
            if (number.isEmpty() || !value.agreesWith(number.getAsDouble())) {
                astray.add(got + " for " + value);
            }
        }
        assertThat(astray).isEmpty();
        assertThat(VALUES).hasSize(1553);
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
                        .as(family.measure().id() + " " + method.id())
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void offersTheMethodsOfTheContract() {
        assertThat(PoolingMethods.FAMILY.methods().stream().map(Method::id))
                .startsWith(
                        "reml+hartung-knapp",
                        "reml",
                        "dersimonian-laird",
                        "dersimonian-laird+hartung-knapp",
                        "paule-mandel",
                        "paule-mandel+hartung-knapp",
                        "ml")
                .contains(
                        "empirical-bayes",
                        "hunter-schmidt",
                        "sidik-jonkman",
                        "hedges-olkin",
                        "inverse-variance",
                        "reml+hartung-knapp-floored")
                .doesNotHaveDuplicates()
                .hasSize(25);
        assertThat(CountPoolingMethods.ODDS_RATIO.methods().stream().map(Method::id))
                .containsExactly("mantel-haenszel", "peto");
        assertThat(StudiesTests.SMALL_STUDIES.methods().stream().map(Method::id))
                .containsExactly(
                        "egger",
                        "harbord",
                        "peters",
                        "begg",
                        "excess-significance",
                        "excess-significance-chi-squared",
                        "excess-significance-binomial");
        assertThat(MixedModelMethods.ODDS_RATIO.methods().stream().map(Method::id))
                .containsExactly(
                        "glmm",
                        "glmm+profile",
                        "glmm-conditional",
                        "glmm-conditional+profile",
                        "glmm-common",
                        "glmm-conditional-common");
    }

    @Test
    void saysItInPlainTextThatFitsAScreen() {
        FAMILIES.stream().flatMap(family -> family.methods().stream()).forEach(method -> {
            assertThat(method.formula().lines()).as(method.id()).allMatch(line -> line.length() <= 110);
            assertThat(method.name() + method.formula() + method.source() + method.caution())
                    .as(method.id())
                    .matches("[\\x20-\\x7e\\n]+");
            assertThat(method.source()).as(method.id()).containsPattern("\\([0-9]{4}\\)");
        });
    }
}
