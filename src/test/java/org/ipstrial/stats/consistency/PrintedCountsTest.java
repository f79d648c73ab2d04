package org.ipstrial.stats.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Counts and spreads that printed numbers allow, by their inequalities and by trying all. */
class PrintedCountsTest {

    private static PrintedNumber printed(String text) {
        return PrintedNumber.of(text);
    }

    /** Every number of people up to 200 of whom so many are that percentage, tried one by one in whole numbers. */
    @Test
    void denominatorsAreThoseThatFitWhenTried() {
        for (String percentage : List.of("0", "0.4", "0.5", "1", "33", "33.3", "50", "66.7", "99.5", "100")) {
            PrintedNumber number = printed(percentage);
            for (long events = 0; events <= 12; events++) {
                long k = events;
                ImpliedDenominators implied = ImpliedDenominators.of(number, k, 200);
                List<Long> tried = LongStream.rangeClosed(Math.max(1, k), 200)
                        .filter(n -> {
                            BigDecimal of = BigDecimal.valueOf(n);
                            BigDecimal hundredfold = BigDecimal.valueOf(100 * k);
                            return number.low().multiply(of).compareTo(hundredfold) <= 0
                                    && number.high().multiply(of).compareTo(hundredfold) >= 0;
                        })
                        .boxed()
                        .toList();
                assertThat(LongStream.rangeClosed(1, 201).filter(implied::has).boxed())
                        .as("%d is %s%%", k, percentage)
                        .isEqualTo(tried);
                assertThat(implied.any()).isEqualTo(!tried.isEmpty());
            }
        }
    }

    @Test
    void ofAPercentageBelowZeroThereAreNone() {
        ImpliedDenominators none = ImpliedDenominators.of(printed("-1"), 0, 200);

        assertThat(none.any()).isFalse();
        // -0.5 to 0.5 holds 0, and -1.5 to -0.5 does not.
        assertThat(none).isEqualTo(new ImpliedDenominators(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedDenominators.of(printed("5"), -1, 9))
                .withMessage("events must be at least 0, got -1");
    }

    @Test
    void countsOfAPercentage() {
        WholeNumberFits fits = WholeNumberFits.ofPercentage(printed("33"), 200);

        // 32.5% to 33.5% of 200: 65 to 67.
        assertThat(fits).isEqualTo(new WholeNumberFits(200, 65, 67));
        assertThat(fits.count()).isEqualTo(3);
        assertThat(List.of(fits.has(64), fits.has(65), fits.has(67), fits.has(68)))
                .containsExactly(false, true, true, false);
        assertThat(new WholeNumberFits(9, 5, 2).count()).as("none").isZero();
        assertThat(new WholeNumberFits(9, 5, 2).any()).isFalse();
        assertThat(new WholeNumberFits(9, 5, 4)).isEqualTo(new WholeNumberFits(9, 5, 2));
        assertThat(WholeNumberFits.ofPercentageUpTo(printed("50"), 3)).containsExactly(new WholeNumberFits(2, 1, 1));
        assertThat(WholeNumberFits.ofPercentageUpTo(printed("50"), 2)).hasSize(1);
        assertThat(WholeNumberFits.ofPercentageUpTo(printed("0"), WholeNumberFits.MOST_SEARCHED))
                .hasSize((int) WholeNumberFits.MOST_SEARCHED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WholeNumberFits.ofPercentageUpTo(printed("0"), WholeNumberFits.MOST_SEARCHED + 1))
                .withMessage("mostPeople must be at most 100000, got 100001");
        assertThatIllegalArgumentException().isThrownBy(() -> new WholeNumberFits(0, 0, 0));
    }

    /** One person has no spread to speak of, and with very many sums one of either parity fits. */
    @Test
    void whereTheSpreadSaysNothingTheMeanDecides() {
        assertThat(WholeNumberSpread.allows(printed("3"), printed("7"), 1, 1)).isTrue();
        assertThat(WholeNumberSpread.allows(printed("3.5"), printed("0.0"), 1, 1))
                .isFalse();
        assertThat(WholeNumberSpread.allows(printed("3"), printed("1"), 10_001, 2))
                .isTrue();
        assertThat(WholeNumberSpread.allows(printed("3.00"), printed("-1.00"), 10, 1))
                .as("no spread is below 0")
                .isFalse();
    }

    /** 0 and 1: a mean of 0.5 and a spread of sqrt(1/2), 0.71; 0.70 is none. */
    @Test
    void twoPeople() {
        assertThat(WholeNumberSpread.allows(printed("0.50"), printed("0.71"), 2, 1))
                .isTrue();
        assertThat(WholeNumberSpread.allows(printed("0.50"), printed("0.70"), 2, 1))
                .isFalse();
        assertThat(WholeNumberSpread.allows(printed("1.00"), printed("0.00"), 2, 1))
                .isTrue();
    }

    @Test
    void refusesWhatNobodyPrints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printed("1e3"))
                .withMessage("decimals must be from 0 to 9, got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printed("0.0123456789"))
                .withMessage("decimals must be from 0 to 9, got 10");
        assertThat(printed("0.123456789").decimals()).isEqualTo(9);
        assertThat(printed("7").decimals()).isZero();
    }

    @Test
    void roundedOrCut() {
        PrintedNumber number = printed("1.2");

        assertThat(List.of(number.agrees(1.15), number.agrees(1.25), number.agrees(1.14), number.agrees(1.26)))
                .containsExactly(true, true, false, false);
        assertThat(number.agreesIfCut(1.29)).isTrue();
        assertThat(number.agreesIfCut(1.3)).isFalse();
        assertThat(number.agreesIfCut(1.16)).as("rounded").isTrue();
        assertThat(number.agreesIfCut(1.14)).isFalse();
    }

    @Test
    void aSpreadIsOfTwoPeopleAndNotBelowZero() {
        String message = "wanted two people and a spread of 0 or more, got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrintedMeans(printed("1"), printed("1"), 1))
                .withMessage(message + "1 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrintedMeans(printed("1"), printed("-1"), 9))
                .withMessage(message + "9 and -1");
    }

    /**
     * Two people in each arm, spreads printed as 0: at most 0.5, variances of 1/4. The t quantile at 0.975 with 2 degrees of
     * freedom is 4.30265272974946 (R 4.2.2, {@code qt(0.975, 2)}); the half width is that times sqrt(1/4 / 2 + 1/4 / 2).
     */
    @Test
    void halfWidthsOfTwoAndTwo() {
        PrintedMeans arm = new PrintedMeans(printed("1"), printed("0"), 2);
        for (boolean pooled : new boolean[] {true, false}) {
            Window half = arm.halfWidth(arm, 0.95, pooled, false);

            assertThat(half.low()).isZero();
            assertThat(half.high()).isEqualTo(4.30265272974946 * 0.5, within(1e-12));
            assertThat(arm.halfWidth(arm, 0.95, pooled, true).high())
                    .as("standard errors")
                    .isEqualTo(4.30265272974946 * Math.sqrt(0.5), within(1e-12));
        }
        assertThat(arm.difference(new PrintedMeans(printed("3"), printed("0"), 2)))
                .isEqualTo(new Window(-3, -1));
    }

    @Test
    void splitsAreOfTwoArmsOrThree() {
        PrintedNumber half = printed("50");
        assertThat(TotalSplits.of(List.of(half, half), 4))
                .containsExactly(List.of(new WholeNumberFits(2, 1, 1), new WholeNumberFits(2, 1, 1)));
        assertThat(TotalSplits.of(List.of(half, half, half), 6)).hasSize(1);
        assertThat(TotalSplits.of(List.of(half, half), 2)).isEmpty();
        assertThat(TotalSplits.of(List.of(printed("100"), printed("100")), 2))
                .as("one and one")
                .hasSize(1);
        for (List<PrintedNumber> wrong : List.of(List.of(half), List.of(half, half, half, half))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TotalSplits.of(wrong, 9))
                    .withMessage("a split is of two arms or three, got " + wrong.size());
        }
    }
}
