package org.ipstrial.catalogue.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import org.ipstrial.stats.Quantity;
import org.junit.jupiter.api.Test;

/** Every number that others published or computed for three arms or more, run through the catalogue. */
class ArmsReferenceValuesTest {

    private static final List<Family<?>> FAMILIES = List.of(
            AllArmsTests.BINARY,
            AllArmsTests.AMOUNT,
            AgainstControlMethods.MEAN_DIFFERENCE,
            AgainstControlMethods.TEST);

    @Test
    void agreesWithEveryRow() {
        List<String> astray = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        Map<List<String>, Map<Statistic, Quantity>> computed = new HashMap<>();
        for (String file : List.of("test-arms", "against-control")) {
            for (ReferenceValue value : ReferenceValues.of(file)) {
                rows.merge(value.measure() + " " + value.method(), 1, Integer::sum);
                // The numbers of one input are computed once.
                List<String> data = List.of(value.measure(), value.method(), value.input());
                OptionalDouble got = computed.computeIfAbsent(
                                data, any -> family(value).evaluate(value))
                        .get(statistic(value))
                        .ifEstimated();
                if (got.isEmpty() || !value.agreesWith(got.getAsDouble())) {
                    astray.add(got + " for " + value);
                }
            }
        }

        assertThat(astray).isEmpty();
        assertThat(rows)
                .isEqualTo(new TreeMap<>(Map.of(
                        "test chi-squared", 32,
                        "test kruskal-wallis", 48,
                        "test anova", 57,
                        "test welch-anova", 56,
                        "test student+dunnett", 116,
                        "mean-difference student+dunnett", 87)));
    }

    private static Statistic statistic(ReferenceValue value) {
        return Arrays.stream(Statistic.values())
                .filter(statistic -> statistic.id().equals(value.statistic()))
                .findFirst()
                .orElseThrow();
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
    void everyMethodHasTwoSources() {
        List<ReferenceValue> all = ReferenceValues.all();
        for (Family<?> family : FAMILIES) {
            for (Method<?> method : family.methods()) {
                assertThat(all.stream()
                                .filter(value -> family.isCheckedBy(value)
                                        && value.method().equals(method.id()))
                                .map(value -> value.source().split(":")[0])
                                .distinct())
                        .as(method.id())
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void offersTheMethodsOfTheContractInItsOrder() {
        assertThat(AllArmsTests.BINARY.methods()).extracting(Method::id).containsExactly("chi-squared");
        assertThat(AllArmsTests.AMOUNT.methods())
                .extracting(Method::id)
                .containsExactly("welch-anova", "kruskal-wallis", "anova");
        assertThat(AllArmsTests.AMOUNT.defaultMethods())
                .extracting(Method::id)
                .containsExactly("welch-anova", "kruskal-wallis");
        assertThat(AgainstControlMethods.TEST.defaultMethods()).isEmpty();
        assertThat(AgainstControlMethods.MEAN_DIFFERENCE.defaultMethods()).isEmpty();
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
                .isThrownBy(() -> ArmsInput.of("arms 3/4 58%").counts())
                .withMessage("an arm is written events/assessed, such as 36/154, got 58%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmsInput.of("against 1 2 | 3 4 ; up").alternative())
                .withMessage("wanted a side, got up");
    }
}
