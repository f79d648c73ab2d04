package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.proportion.BinomialCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryMethodsTest {

    private static final List<Family<?>> FAMILIES = List.of(
            BinaryMethods.PROPORTION,
            BinaryMethods.RISK_DIFFERENCE,
            BinaryMethods.RISK_RATIO,
            BinaryMethods.ODDS_RATIO,
            BinaryMethods.TEST);

    @Test
    void offersTheseMethodsTheDefaultFirst() {
        assertThat(FAMILIES.stream().map(BinaryMethodsTest::line))
                .containsExactly(
                        "proportion: wilson clopper-pearson agresti-coull jeffreys mid-p blaker likelihood-ratio"
                                + " wilson-cc wald wald-cc",
                        "risk-difference: miettinen-nurminen newcombe newcombe-cc mee agresti-caffo wald wald-cc"
                                + " exact-score",
                        "risk-ratio: miettinen-nurminen koopman katz exact-score",
                        "odds-ratio: miettinen-nurminen score woolf conditional-exact mid-p",
                        "test: chi-squared-n-1 chi-squared fisher-exact fisher-exact-central fisher-mid-p"
                                + " boschloo barnard");
        assertThat(Adjustments.ALL.stream().map(Method::id))
                .containsExactly("holm", "hochberg", "hommel", "benjamini-hochberg", "bonferroni");
        assertThat(FAMILIES).allSatisfy(family -> {
            assertThat(family.defaults()).isEqualTo(1);
            assertThat(family.input()).isEqualTo(Family.Input.BINARY);
        });
    }

    @Test
    void saysItInPlainTextThatFitsAScreen() {
        Stream.concat(FAMILIES.stream().flatMap(family -> family.methods().stream()), Adjustments.ALL.stream())
                .forEach(method -> {
                    assertThat(method.formula().lines()).as(method.id()).allMatch(line -> line.length() <= 110);
                    assertThat(method.name() + method.formula() + method.source() + method.caution())
                            .as(method.id())
                            .matches("[\\x20-\\x7e\\n]+");
                    assertThat(method.source()).as(method.id()).containsPattern("\\([0-9]{4}\\)");
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void everyIntervalRefusesALevelThatIsNoFraction(double level) {
        String message = "level must lie strictly between 0 and 1, got " + level;
        for (var method : BinaryMethods.PROPORTION.methods()) {
            for (int events = 0; events <= 2; events++) {
                BinomialCount count = new BinomialCount(events, 2);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> method.function().of(count, level))
                        .withMessage(message);
            }
        }
        Stream.of(BinaryMethods.RISK_DIFFERENCE, BinaryMethods.RISK_RATIO, BinaryMethods.ODDS_RATIO)
                .flatMap(family -> family.methods().stream())
                .forEach(method -> Tables.all(2).forEach(table -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> method.function().of(table, level))
                        .withMessage(message)));
    }

    /** At such levels z is 0 or the tail 2^-54; a 0/0 there would not pass as a number. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-17, 1e-9, 0.9999999999, 0x1.fffffffffffffp-1})
    void everyIntervalBearsLevelsNextToZeroAndOne(double level) {
        int[] sizes = {1, 2, 3, 1000, Integer.MAX_VALUE};
        for (int n1 : sizes) {
            for (int n2 : sizes) {
                for (int x1 : new int[] {0, 1, n1 / 2, n1}) {
                    for (int x2 : new int[] {0, 1, n2 / 2, n2}) {
                        String input = x1 + "/" + n1 + " " + x2 + "/" + n2;
                        Stream.of(BinaryMethods.RISK_DIFFERENCE, BinaryMethods.RISK_RATIO, BinaryMethods.ODDS_RATIO)
                                .flatMap(family -> family.methods().stream())
                                .filter(method -> bears(method.id(), n1, n2))
                                .map(method -> Limits.of(method.function().of(BinaryInput.table(input), level)))
                                .filter(limits -> limits.exist() && !Double.isNaN(limits.estimate()))
                                .forEach(limits -> assertThat(limits.contain(limits.estimate()))
                                        .as(input + " " + limits)
                                        .isTrue());
                    }
                }
            }
        }
        for (var method : BinaryMethods.PROPORTION.methods()) {
            for (int events = 0; events <= 3; events++) {
                Limits limits = Limits.of(method.function().of(new BinomialCount(events, 3), level));
                // The middle of these two is not the observed share, at which the limits of such a level meet.
                boolean elsewhere = List.of("jeffreys", "mid-p").contains(method.id());
                assertThat(elsewhere || limits.contain(limits.estimate()))
                        .as(method.id() + limits)
                        .isTrue();
            }
        }
    }

    /**
     * The conditional method sums over tables, in time that grows with the arms: it is tried on small ones, and the
     * unconditional one, which searches for long at such levels, elsewhere. The middle of the other two is not the
     * observed effect, at which the limits of such a level meet.
     */
    private static boolean bears(String method, int n1, int n2) {
        return switch (method) {
            case "agresti-caffo", "mid-p", "exact-score" -> false;
            case "conditional-exact" -> Math.max(n1, n2) <= 1000;
            default -> true;
        };
    }

    @Test
    void refusesInputThatIsNotWrittenAsCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryInput.count("58%"))
                .withMessage("an arm is written events/assessed, such as 36/154, got 58%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryInput.table("36/154"))
                .withMessage("two arms are written such as 36/154 12/77, got 36/154");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryInput.count("8/7"))
                .withMessage("events must be between 0 and assessed (7), got 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryInput.count("0/0"))
                .withMessage("assessed must be at least 1, got 0");
    }

    private static String line(Family<?> family) {
        return family.measure().id() + ": "
                + String.join(" ", family.methods().stream().map(Method::id).toList());
    }
}
