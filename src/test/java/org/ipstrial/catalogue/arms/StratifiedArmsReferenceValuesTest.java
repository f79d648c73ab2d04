package org.ipstrial.catalogue.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.junit.jupiter.api.Test;

/** Every number that others published or computed for several arms within strata, run through the catalogue. */
class StratifiedArmsReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(StratifiedArmsTests.BINARY, StratifiedArmsTests.AMOUNT);

    private static List<ReferenceValue> values() {
        return ReferenceValues.of("stratified-arms");
    }

    /** Each row is of one family of the whole catalogue. */
    private static Family<?> family(ReferenceValue value) {
        List<Family<?>> families = Catalogue.FAMILIES.stream()
                .filter(family -> family.isCheckedBy(value))
                .<Family<?>>map(family -> family)
                .toList();
        assertThat(families).as(value.toString()).hasSize(1);
        assertThat(FAMILIES).contains(families.get(0));
        return families.get(0);
    }

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (ReferenceValue value : values()) {
            Family<?> family = family(value);
            rows.merge(family.input() + " " + value.method(), 1, Integer::sum);
            Statistic statistic = Arrays.stream(Statistic.values())
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
                .isEqualTo(new TreeMap<>(Map.of(
                        "STRATIFIED_BINARY_ARMS general-association", 57,
                        "STRATIFIED_BINARY_ARMS correlation", 48,
                        "STRATIFIED_AMOUNT_ARMS row-mean-scores", 45,
                        "STRATIFIED_AMOUNT_ARMS van-elteren", 54,
                        "STRATIFIED_AMOUNT_ARMS general-association", 39,
                        "STRATIFIED_AMOUNT_ARMS correlation", 45)));
    }

    @Test
    void everyMethodHasThreeSources() {
        for (Family<?> family : FAMILIES) {
            for (Method<?> method : family.methods()) {
                assertThat(values().stream()
                                .filter(value -> family.isCheckedBy(value)
                                        && value.method().equals(method.id()))
                                .map(value -> value.source().split(":")[0])
                                .distinct())
                        .as(family.input() + " " + method.id())
                        .hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void offersItsMethodsInTheirOrder() {
        assertThat(StratifiedArmsTests.BINARY.methods())
                .extracting(Method::id)
                .containsExactly("general-association", "correlation");
        assertThat(StratifiedArmsTests.BINARY.defaultMethods())
                .extracting(Method::id)
                .containsExactly("general-association");
        assertThat(StratifiedArmsTests.AMOUNT.methods())
                .extracting(Method::id)
                .containsExactly("row-mean-scores", "van-elteren", "general-association", "correlation");
        assertThat(StratifiedArmsTests.AMOUNT.defaultMethods())
                .extracting(Method::id)
                .containsExactly("row-mean-scores", "van-elteren");
    }

    @Test
    void saysItInPlainTextThatFitsAScreen() {
        for (Family<?> family : FAMILIES) {
            for (Method<?> method : family.methods()) {
                assertThat(method.formula().lines()).as(method.id()).allMatch(line -> line.length() <= 110);
                assertThat(method.name() + method.formula() + method.source() + method.caution())
                        .matches("[\\x20-\\x7e\\n]+");
            }
        }
    }

    @Test
    void refusesInputThatIsNotWrittenAsArms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        StratifiedArmsInput.of("arms 3/4 5 1/2 & 3/4 5/6 1/2").counts())
                .withMessage("an arm is written events/assessed, such as 36/154, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StratifiedArmsInput.of("arms 3 4 | 5 | 1 & 3 | 4").amounts())
                .withMessage("each stratum must have 3 arms, got one with 2");
    }
}
