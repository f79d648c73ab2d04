package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;

/** Every number that others published or computed over strata, run through the catalogue. */
class StratifiedReferenceValuesTest {

    private static final List<String> FILES = List.of("stratified-effects", "stratified-tests", "stratified-amounts");

    private static final List<Family<?>> FAMILIES = List.of(
            StratifiedMethods.RISK_DIFFERENCE,
            StratifiedMethods.RISK_RATIO,
            StratifiedMethods.CONDITIONAL_ODDS_RATIO,
            StratifiedMethods.BINARY_TEST,
            StratifiedMethods.AMOUNT_TEST,
            StratifiedMethods.HOMOGENEITY);

    private static Stream<ReferenceValue> values() {
        return FILES.stream().flatMap(file -> ReferenceValues.of(file).stream());
    }

    private static Family<?> family(ReferenceValue value) {
        List<? extends Family<?>> all =
                FAMILIES.stream().filter(family -> family.isCheckedBy(value)).toList();
        assertThat(all).as("families of " + value).hasSize(1);
        return all.get(0);
    }

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        values().forEach(value -> {
            rows.merge(value.measure() + " " + value.method(), 1, Integer::sum);
            Statistic statistic = Stream.of(Statistic.values())
                    .filter(any -> any.id().equals(value.statistic()))
                    .findFirst()
                    .orElseThrow();
            OptionalDouble got = family(value).evaluate(value).get(statistic).ifEstimated();
            if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                astray.add(got + " for " + value);
            }
        });
        assertThat(astray).isEmpty();
        assertThat(rows)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("conditional-odds-ratio conditional-exact", 32),
                        Map.entry("conditional-odds-ratio mantel-haenszel", 64),
                        Map.entry("conditional-odds-ratio stratified-score", 22),
                        Map.entry("conditional-odds-ratio stratified-score-skewness-corrected", 22),
                        Map.entry("interaction-test breslow-day", 43),
                        Map.entry("interaction-test tarone", 45),
                        Map.entry("risk-difference mantel-haenszel-sato", 90),
                        Map.entry("risk-difference stratified-miettinen-nurminen-iv", 72),
                        Map.entry("risk-difference stratified-miettinen-nurminen-mh", 75),
                        Map.entry("risk-difference stratified-newcombe", 66),
                        Map.entry("risk-difference stratified-scas", 22),
                        Map.entry("risk-difference stratified-tdas", 22),
                        Map.entry("risk-ratio mantel-haenszel", 66),
                        Map.entry("risk-ratio stratified-score", 22),
                        Map.entry("risk-ratio stratified-score-skewness-corrected", 22),
                        Map.entry("test cochran-mantel-haenszel", 64),
                        Map.entry("test conditional-exact", 18),
                        Map.entry("test general-association", 26),
                        Map.entry("test permutation", 21),
                        Map.entry("test row-mean-scores", 37),
                        Map.entry("test van-elteren", 21)));
    }

    @Test
    void everyMethodHasTwoSourcesAtLeast() {
        for (Family<?> family : FAMILIES) {
            for (Method<?> method : family.methods()) {
                assertThat(values().filter(value -> family.isCheckedBy(value)
                                        && value.method().equals(method.id()))
                                .map(value -> value.source().split(":")[0])
                                .distinct())
                        .as(family.measure().id() + " " + method.id())
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void offersTheMethodsOfTheContractInItsOrder() {
        assertThat(FAMILIES.stream()
                        .map(family -> family.measure().id() + ", " + family.defaults() + ": "
                                + String.join(
                                        " ",
                                        family.methods().stream()
                                                .map(Method::id)
                                                .toList())))
                .containsExactly(
                        "risk-difference, 1: mantel-haenszel-sato stratified-miettinen-nurminen-mh"
                                + " stratified-miettinen-nurminen-iv stratified-newcombe stratified-scas stratified-tdas",
                        "risk-ratio, 1: mantel-haenszel stratified-score stratified-score-skewness-corrected",
                        "conditional-odds-ratio, 1: mantel-haenszel conditional-exact stratified-score stratified-score-skewness-corrected",
                        "test, 1: cochran-mantel-haenszel conditional-exact",
                        "test, 1: van-elteren permutation row-mean-scores general-association",
                        "interaction-test, 0: breslow-day tarone");
    }

    /** contingencytables 3.1.0 takes the non-events of the reference for its events in one sum of the variance. */
    @Test
    void doesNotFollowTheSlipOfAPackage() {
        Limits limits = Limits.of(StratifiedMethods.CONDITIONAL_ODDS_RATIO
                .methods()
                .get(0)
                .function()
                .of(StratifiedInput.tables("647/1269 2/29 & 41/69 19/51"), 0.95));

        assertThat(limits.lower()).isNotCloseTo(2.3556, within(0.01));
        assertThat(limits.upper()).isNotCloseTo(8.6880, within(0.01));
    }

    @Test
    void refusesInputThatIsNotWrittenAsStrata() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StratifiedInput.tables("1/2 3/4 & 5/6"))
                .withMessage("a stratum is written such as 36/154 12/77, got 5/6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StratifiedInput.samples("1 2 | 3 & 4"))
                .withMessage("a stratum is written such as 1 2 3 | 4 5 6, got 4");
    }
}
