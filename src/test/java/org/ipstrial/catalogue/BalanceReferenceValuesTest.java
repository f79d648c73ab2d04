package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every independently computed standardised difference of a category, against the methods of the catalogue. */
class BalanceReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(BalanceMethods.YES_NO, BalanceMethods.CATEGORY);

    static List<ReferenceValue> values() {
        return ReferenceValues.of("balance");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void agreesWithTheReference(ReferenceValue value) {
        List<Family<?>> families =
                FAMILIES.stream().filter(family -> family.isCheckedBy(value)).toList();
        assertThat(families).hasSize(1);

        double got = families.get(0)
                .evaluate(value)
                .get(Statistic.ESTIMATE)
                .ifEstimated()
                .orElseThrow();

        assertThat(value.agreesWith(got)).as("got %s", got).isTrue();
    }

    @Test
    void eachFamilyHasTwoSourcesAndThisManyRows() {
        assertThat(rows(BalanceMethods.YES_NO)).hasSize(18);
        assertThat(rows(BalanceMethods.CATEGORY)).hasSize(20);
        for (Family<?> family : FAMILIES) {
            assertThat(rows(family).stream().map(ReferenceValue::source).distinct())
                    .hasSize(2);
            assertThat(family.methods()).hasSize(1);
            assertThat(family.defaults()).isEqualTo(1);
            assertThat(family.methods().get(0).formula().lines()).allMatch(line -> line.length() <= 110);
        }
    }

    /** The three families of the measure share a name of a method; each row counts for one of them. */
    @Test
    void noRowIsTakenForOneOfAnotherFamily() {
        for (ReferenceValue value : ReferenceValues.of("standardised-mean-difference")) {
            assertThat(AmountMethods.STANDARDISED_MEAN_DIFFERENCE.isCheckedBy(value))
                    .isTrue();
            assertThat(FAMILIES).noneMatch(family -> family.isCheckedBy(value));
        }
        assertThat(values()).noneMatch(AmountMethods.STANDARDISED_MEAN_DIFFERENCE::isCheckedBy);
    }

    @Test
    void refusesInputThatIsNotWrittenAsPeopleByLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LevelInput.counts("50 30 | 40 30"))
                .withMessage("people by level are written such as 50:30:20 40:30:30, got 50 30 | 40 30");
    }

    private static List<ReferenceValue> rows(Family<?> family) {
        return values().stream().filter(family::isCheckedBy).toList();
    }
}
