package org.ipstrial.stats.contingency.stratified.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactCommonOddsRatioTest {

    /** Two people an arm and two events: 0, 1 and 2 of them in the group stand to each other as 1, 4r and r squared. */
    private static final TwoByTwo BOTH = TwoByTwo.of(2, 2, 0, 2);

    private static final TwoByTwo ONE = TwoByTwo.of(1, 2, 1, 2);

    private static StratifiedTables strata(TwoByTwo... tables) {
        return new StratifiedTables(IntStream.range(0, tables.length)
                .mapToObj(i -> Stratum.of("s" + i, tables[i]))
                .toList());
    }

    private static double p(TestResult test) {
        return ((Quantity.Estimated) test.pValue()).value();
    }

    @Test
    void twoStrataByHand() {
        // 0 to 4 events in the group: 1, 8, 18, 8, 1 of 36; observed are 3. R 4.2.2, mantelhaen.test(exact = TRUE),
        // agrees.
        StratifiedTables strata = strata(BOTH, ONE);

        assertThat(p(ExactCommonOddsRatio.test(strata, Alternative.GREATER))).isCloseTo(9 / 36.0, within(1e-15));
        assertThat(p(ExactCommonOddsRatio.test(strata, Alternative.LESS))).isCloseTo(35 / 36.0, within(1e-15));
        assertThat(p(ExactCommonOddsRatio.test(strata, Alternative.TWO_SIDED))).isCloseTo(18 / 36.0, within(1e-15));
    }

    @Test
    void anOddsRatioOfTwoByHand() {
        // Of r = 2 a stratum has 1, 8, 4 of 13, and both 1, 16, 72, 64, 16 of 169.
        StratifiedTables strata = strata(BOTH, ONE);

        assertThat(p(ExactCommonOddsRatio.test(strata, 2, Alternative.GREATER))).isCloseTo(80 / 169.0, within(1e-15));
        assertThat(p(ExactCommonOddsRatio.test(strata, 2, Alternative.LESS))).isCloseTo(153 / 169.0, within(1e-15));
    }

    @Test
    void twoLargeStrata() {
        // R 4.2.2, mantelhaen.test(exact = TRUE): 600, 550 of 1,000 and 800, 700 of 1,500; the weights of a stratum are
        // beyond
        // the largest double there.
        StratifiedTables strata = strata(TwoByTwo.of(600, 1000, 550, 1000), TwoByTwo.of(800, 1500, 700, 1500));

        assertThat(p(ExactCommonOddsRatio.test(strata, Alternative.GREATER)))
                .isCloseTo(1.1464951076572e-05, Percentage.withPercentage(1e-8));
        assertThat(p(ExactCommonOddsRatio.test(strata, Alternative.TWO_SIDED)))
                .isCloseTo(2.2929902153144e-05, Percentage.withPercentage(1e-8));
        Estimate estimate = ExactCommonOddsRatio.of(strata, 0.95);
        for (double limit : List.of(value(estimate.lower()), value(estimate.upper()))) {
            Alternative tail = limit < 1.2 ? Alternative.GREATER : Alternative.LESS;
            assertThat(p(ExactCommonOddsRatio.test(strata, limit, tail))).isCloseTo(0.025, within(1e-10));
        }
    }

    private static double value(Quantity quantity) {
        return ((Quantity.Estimated) quantity).value();
    }

    @Test
    void strataWithoutEventsOrWithoutOthersSayNothing() {
        Estimate two = ExactCommonOddsRatio.of(strata(BOTH, ONE), 0.95);

        assertThat(ExactCommonOddsRatio.of(strata(TwoByTwo.of(0, 3, 0, 2), BOTH, TwoByTwo.of(3, 3, 2, 2), ONE), 0.95))
                .isEqualTo(two);
        assertThat(EventsOverStrata.informative(strata(TwoByTwo.of(0, 3, 0, 2), TwoByTwo.of(3, 3, 2, 2), ONE)))
                .containsExactly(ONE);
    }

    /** Where the group has all the events that it can have, there is a lower limit alone, and a reason for the rest. */
    @Test
    void saysWhyTheRatioHasNoEnd() {
        TwoByTwo noneInReference = TwoByTwo.of(1, 2, 0, 2);
        TwoByTwo allInGroup = TwoByTwo.of(2, 2, 1, 2);

        assertThat(ExactCommonOddsRatio.of(strata(noneInReference, noneInReference), 0.95)
                        .estimate())
                .isEqualTo(Quantity.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(ExactCommonOddsRatio.of(strata(allInGroup, allInGroup), 0.95).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
        Estimate mixed = ExactCommonOddsRatio.of(strata(noneInReference, allInGroup), 0.95);
        assertThat(mixed.estimate()).isEqualTo(Quantity.notEstimable(Reason.NO_INFORMATIVE_STRATUM));
        assertThat(value(mixed.lower())).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Alternative.class)
    void nothingIsSaidOfStrataThatTellNothing(Alternative alternative) {
        StratifiedTables silent = strata(TwoByTwo.of(0, 3, 0, 2), TwoByTwo.of(3, 3, 2, 2));
        Quantity nothing = Quantity.notEstimable(Reason.NO_INFORMATIVE_STRATUM);

        assertThat(ExactCommonOddsRatio.of(silent, 0.95).estimate()).isEqualTo(nothing);
        assertThat(ExactCommonOddsRatio.test(silent, alternative).pValue()).isEqualTo(nothing);
        assertThat(ExactCommonOddsRatio.test(silent, 1, alternative).pValue()).isEqualTo(nothing);
    }

    /** Ten million products of weights: a stratum of n an arm and n events has n + 1 of them, and two are multiplied. */
    @Test
    void tenMillionProductsAreNotTooMany() {
        assertThat(isTooLarge(9_999_999)).isFalse();
        assertThat(isTooLarge(10_000_000)).isTrue();
        // 100 + 100 x 99,999 is ten million.
        assertThat(isTooLarge(99, 99_998)).isFalse();
        assertThat(isTooLarge(99, 99_999)).isTrue();
        assertThat(isTooLarge(99, 99_997, 1)).isTrue();
        // 10 + 10 x 20 + 29 x 344,820 is 9,999,990; of one weight more it is 10,000,019.
        assertThat(isTooLarge(9, 19, 344_819)).isFalse();
        assertThat(isTooLarge(9, 19, 344_820)).isTrue();
    }

    private static boolean isTooLarge(int... people) {
        return EventsOverStrata.isTooLarge(
                Arrays.stream(people).mapToObj(n -> TwoByTwo.of(n, n, 0, n)).toList());
    }
}
