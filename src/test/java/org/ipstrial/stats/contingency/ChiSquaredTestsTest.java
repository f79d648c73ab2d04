package org.ipstrial.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.junit.jupiter.api.Test;

class ChiSquaredTestsTest {

    /** Second route: observed against expected, summed over the four cells. */
    @Test
    void agreesWithTheSumOverTheCells() {
        for (List<TwoByTwo> tables : List.of(Tables.all(9), Tables.random(2000, 1_000_000))) {
            for (TwoByTwo table : tables) {
                if (table.events() > 0 && table.events() < table.assessed()) {
                    double expected = overCells(table);
                    double n = table.assessed();
                    String what = table.toString();
                    assertThat(statistic(PearsonTest.of(table)))
                            .as(what)
                            .isCloseTo(expected, within(1e-9 * expected + 1e-9));
                    assertThat(statistic(NMinusOneTest.of(table)))
                            .as(what)
                            .isCloseTo(expected * (n - 1) / n, within(1e-9 * expected + 1e-9));
                }
            }
        }
    }

    @Test
    void doesNotCareWhichArmOrWhichOutcomeIsFirst() {
        for (TwoByTwo table : Tables.all(9)) {
            assertThat(PearsonTest.of(table.swapped())).isEqualTo(PearsonTest.of(table));
            assertThat(NMinusOneTest.of(table.complement())).isEqualTo(NMinusOneTest.of(table));
        }
    }

    /** 3 of 4 against 1 of 4: 8 (12 - 4)^2 / (4 4 4 4) = 2, whose root a normal value exceeds with erfc(1) / 2 (mpmath 1.3). */
    @Test
    void oneSidedItIsTheNormalTailOfTheRoot() {
        TwoByTwo more = TwoByTwo.of(3, 4, 1, 4);
        double tail = 0.0786496035251426;

        assertThat(statistic(PearsonTest.of(more))).isEqualTo(2);
        assertThat(statistic(NMinusOneTest.of(more))).isEqualTo(1.75);
        assertThat(p(PearsonTest.of(more, Alternative.TWO_SIDED))).isCloseTo(2 * tail, within(1e-15));
        assertThat(p(PearsonTest.of(more, Alternative.GREATER))).isCloseTo(tail, within(1e-15));
        assertThat(p(PearsonTest.of(more, Alternative.LESS))).isCloseTo(1 - tail, within(1e-15));
        assertThat(p(PearsonTest.of(more.swapped(), Alternative.GREATER))).isCloseTo(1 - tail, within(1e-15));
        assertThat(p(NMinusOneTest.of(more.complement(), Alternative.LESS)))
                .isEqualTo(p(NMinusOneTest.of(more, Alternative.GREATER)));
        assertThat(p(PearsonTest.of(TwoByTwo.of(2, 4, 1, 2), Alternative.GREATER)))
                .isEqualTo(0.5);
    }

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().orElseThrow();
    }

    @Test
    void isZeroWithPOneWhenTheSharesAreEqual() {
        assertThat(PearsonTest.of(TwoByTwo.of(1, 3, 2, 6))).isEqualTo(TestResult.of(0, 1, 1));
        assertThat(NMinusOneTest.of(TwoByTwo.of(10, 100, 33, 330))).isEqualTo(TestResult.of(0, 1, 1));
    }

    @Test
    void cannotBeDoneWithoutVariance() {
        for (TwoByTwo table : List.of(TwoByTwo.of(0, 10, 0, 20), TwoByTwo.of(10, 10, 20, 20))) {
            assertThat(PearsonTest.of(table)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
            assertThat(NMinusOneTest.of(table)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        }
    }

    /** 70,000 times 70,000 does not fit an int; a program that used one printed p = 1. */
    @Test
    void doesNotOverflow() {
        assertThat(statistic(PearsonTest.of(TwoByTwo.of(35_000, 70_000, 33_000, 70_000))))
                .isCloseTo(overCells(TwoByTwo.of(35_000, 70_000, 33_000, 70_000)), within(1e-9));
        TestResult largest = PearsonTest.of(TwoByTwo.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Integer.MAX_VALUE));
        assertThat(statistic(largest)).isEqualTo(2.0 * Integer.MAX_VALUE);
    }

    /** 1 - cdf would be 0 from a statistic of about 70 on. */
    @Test
    void keepsTheFarTailAndIsNeverZero() {
        double p = PearsonTest.of(TwoByTwo.of(700, 1000, 200, 1000))
                .pValue()
                .ifEstimated()
                .getAsDouble();
        assertThat(p).isCloseTo(7.569954273133e-112, within(1e-124));
        assertThat(PearsonTest.of(TwoByTwo.of(1000, 1000, 0, 1000))
                        .pValue()
                        .ifEstimated()
                        .getAsDouble())
                .isEqualTo(Double.MIN_VALUE);
    }

    private static double statistic(TestResult result) {
        assertThat(result.df()).hasValue(1);
        return result.statistic().orElseThrow();
    }

    private static double overCells(TwoByTwo table) {
        double share = (double) table.events() / table.assessed();
        double sum = 0;
        for (var arm : List.of(table.group(), table.reference())) {
            double events = arm.assessed() * share;
            double nonEvents = arm.assessed() * (1 - share);
            sum += (arm.events() - events) * (arm.events() - events) / events;
            sum += (arm.nonEvents() - nonEvents) * (arm.nonEvents() - nonEvents) / nonEvents;
        }
        return sum;
    }
}
