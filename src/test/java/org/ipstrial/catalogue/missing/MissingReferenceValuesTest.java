package org.ipstrial.catalogue.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissingReferenceValuesTest {

    private static final List<Family<?>> FAMILIES =
            List.of(MissingMethods.TIPPING_POINT, MissingMethods.TIPPING_SHIFT, MissingMethods.TRIMMING_BOUND);

    static List<ReferenceValue> values() {
        return ReferenceValues.of("missing");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void agreesWithTheReference(ReferenceValue value) {
        List<Family<?>> families = Catalogue.FAMILIES.stream()
                .filter(family -> family.isCheckedBy(value))
                .toList();
        assertThat(families).hasSize(1).isSubsetOf(FAMILIES);

        double got = families.get(0)
                .evaluate(value)
                .get(Statistic.valueOf(value.statistic().replace('.', '_').toUpperCase(java.util.Locale.ROOT)))
                .ifEstimated()
                .orElseThrow();

        assertThat(value.agreesWith(got)).as("got %s", got).isTrue();
    }

    @Test
    void eachMethodHasTwoSourcesAndThereAreThisManyRows() {
        assertThat(values()).hasSize(ROWS);
        for (Family<?> family : FAMILIES) {
            for (Method<?> method : family.methods()) {
                assertThat(values().stream()
                                .filter(value -> family.isCheckedBy(value)
                                        && value.method().equals(method.id()))
                                .map(ReferenceValue::source)
                                .distinct())
                        .as(method.id())
                        .hasSizeGreaterThanOrEqualTo(2);
                assertThat(method.formula().lines()).allMatch(line -> line.length() <= 110);
            }
        }
    }

    private static final int ROWS = 37;

    @Test
    void refusesInputThatIsNoGrid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TippingInput.frontier(
                        MissingMethods.TIPPING_POINT.methods().get(0).function(), "112/187 79/170", 0.95))
                .withMessage("a tipping grid is written such as tipping above 112/187+56 79/170+69 at 32, got 112/187"
                        + " 79/170");
    }
}
