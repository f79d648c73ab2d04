package org.ipstrial.catalogue.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every independently computed odds ratio of ordered levels, run through the catalogue. */
class OrdinalReferenceValuesTest {

    static List<ReferenceValue> values() {
        return ReferenceValues.of("ordinal-odds-ratio");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void agreesWithTheReference(ReferenceValue value) {
        assertThat(Catalogue.FAMILIES.stream().filter(family -> family.isCheckedBy(value)))
                .hasSize(1)
                .first()
                .isEqualTo(OrdinalMethods.ODDS_RATIO);
        Statistic statistic =
                Statistic.valueOf(value.statistic().replace('.', '_').toUpperCase(java.util.Locale.ROOT));

        double got = OrdinalMethods.ODDS_RATIO
                .evaluate(value)
                .get(statistic)
                .ifEstimated()
                .orElseThrow();

        assertThat(value.agreesWith(got)).as("got %s", got).isTrue();
    }

    @Test
    void thereAreThisManyRowsOfEachSource() {
        Map<String, Long> rows = values().stream()
                .collect(Collectors.groupingBy(value -> value.source().split("[,:(] ?")[0], Collectors.counting()));

        assertThat(rows).containsExactlyInAnyOrderEntriesOf(Map.of("mpmath 1.3.0", 25L, "R 4.2.2", 40L, "by hand", 1L));
    }

    /** Nothing that looks at more than order is among them, and what is not restricted here is what amounts have. */
    @Test
    void onlyMethodsThatLookAtOrderAreAmongThem() {
        assertThat(OrdinalMethods.FAMILIES.stream()
                        .filter(family -> family.measure() != Measure.PROPORTION)
                        .map(family -> family.measure().id() + " "
                                + family.methods().stream().map(Method::id).toList()))
                .contains(
                        "conditional-odds-ratio [proportional-odds]",
                        "probabilistic-index [brunner-munzel]",
                        "win-odds [brunner-munzel]",
                        "test [mann-whitney, brunner-munzel, mann-whitney-exact]",
                        "test [kruskal-wallis]");
        assertThat(OrdinalMethods.STRATIFIED.methods()).extracting(Method::id).contains("van-elteren");
        assertThat(OrdinalMethods.names())
                .doesNotContain("test:welch", "test:permutation", "mean-difference:welch", "hodges-lehmann:asymptotic");
        for (Family<?> family : OrdinalMethods.FAMILIES.stream()
                .filter(one -> one != OrdinalMethods.CHECK)
                .toList()) {
            assertThat(family.defaultMethods()).as(family.measure().id()).isNotEmpty();
        }
        assertThat(AmountMethods.WIN_ODDS.defaultMethods()).isEmpty();
        assertThat(AdjustedMethods.ORDINAL_ODDS_RATIO.defaultMethods()).isEmpty();
    }

    @Test
    void refusesInputThatIsNotWrittenAsPeopleAtLevels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrdinalInput.data("ordered 5 12 8"))
                .withMessage(
                        "people at ordered levels are written such as ordered 5 12 8 v 9 10 4, got ordered 5 12 8");
    }
}
