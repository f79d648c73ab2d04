package org.ipstrial.stats.contingency.unconditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoTest;
import org.ipstrial.stats.contingency.conditional.FisherExactTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Barnard's and Boschloo's tests. */
class UnconditionalTestsTest {

    static Stream<TwoByTwoTest> tests() {
        return Stream.of(BarnardTest::of, BoschlooTest::of);
    }

    /**
     * scipy's barnard_exact([[4, 9], [8, 2]]) is 0.0209980: a table whose statistic ties with the observed one but for
     * the last bit is lost. SAS prints 0.0215.
     */
    @Test
    void barnardKeepsTheTableThatScipyLoses() {
        assertThat(p(BarnardTest::of, TwoByTwo.of(4, 12, 9, 11), Alternative.TWO_SIDED))
                .isCloseTo(0.0215012155, within(1e-10));
        assertThat(p(BarnardTest::of, TwoByTwo.of(4, 12, 9, 11), Alternative.LESS))
                .isCloseTo(0.0120030747, within(1e-10));
    }

    /** SAS, StatXact and scipy, one-sided. */
    @Test
    void agreesWithPublishedOneSidedPValues() {
        assertThat(p(BarnardTest::of, TwoByTwo.of(24, 61, 10, 35), Alternative.GREATER))
                .isCloseTo(0.2141865526, within(1e-10));
        assertThat(p(BoschlooTest::of, TwoByTwo.of(24, 61, 10, 35), Alternative.GREATER))
                .isCloseTo(0.1513, within(5e-5));
        assertThat(p(BoschlooTest::of, TwoByTwo.of(7, 34, 1, 34), Alternative.GREATER))
                .isCloseTo(0.0192319611, within(1e-10));
    }

    /** scipy doubles the smaller one-sided p-value, 0.3025764; StatXact and this test go by minimum likelihood. */
    @Test
    void boschlooIsNotTheDoubledOneSidedTest() {
        TwoByTwo table = TwoByTwo.of(10, 35, 24, 61);

        assertThat(p(BoschlooTest::of, table, Alternative.TWO_SIDED)).isCloseTo(0.3381, within(5e-5));
        assertThat(2 * p(BoschlooTest::of, table, Alternative.LESS)).isCloseTo(0.3025764, within(1e-7));
    }

    /** By enumeration: however likely the event, p at most 5% turns up in no more than 5% of all trials. */
    @ParameterizedTest
    @MethodSource("tests")
    void rejectsNoMoreOftenThanItSays(TwoByTwoTest test) {
        for (int[] arms : new int[][] {{6, 6}, {9, 7}, {12, 5}}) {
            for (Alternative alternative : Alternative.values()) {
                for (double alpha : new double[] {0.01, 0.05, 0.1}) {
                    List<TwoByTwo> rejected = new ArrayList<>();
                    for (int x1 = 0; x1 <= arms[0]; x1++) {
                        for (int x2 = 0; x2 <= arms[1]; x2++) {
                            TwoByTwo table = TwoByTwo.of(x1, arms[0], x2, arms[1]);
                            if (p(test, table, alternative) <= alpha) {
                                rejected.add(table);
                            }
                        }
                    }
                    for (int i = 0; i <= 200; i++) {
                        double share = i / 200.0;
                        double size = rejected.stream()
                                .mapToDouble(table -> probability(table, share))
                                .sum();
                        assertThat(size)
                                .as(arms[0] + " v " + arms[1] + " at " + share)
                                .isLessThanOrEqualTo(alpha + 1e-12);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void doesNotChangeWithTheNamesOfArmsAndEvent(TwoByTwoTest test) {
        for (TwoByTwo table : Tables.all(7)) {
            double p = p(test, table, Alternative.TWO_SIDED);
            double greater = p(test, table, Alternative.GREATER);
            assertThat(p(test, table.swapped(), Alternative.TWO_SIDED))
                    .as(table.toString())
                    .isCloseTo(p, within(1e-11));
            assertThat(p(test, table.complement(), Alternative.TWO_SIDED))
                    .as(table.toString())
                    .isCloseTo(p, within(1e-11));
            assertThat(p(test, table.swapped(), Alternative.LESS))
                    .as(table.toString())
                    .isCloseTo(greater, within(1e-11));
            assertThat(p(test, table.complement(), Alternative.LESS))
                    .as(table.toString())
                    .isCloseTo(greater, within(1e-11));
        }
    }

    @Test
    void boschlooIsNeverAboveFisher() {
        for (TwoByTwo table : Tables.all(8)) {
            for (Alternative alternative : Alternative.values()) {
                assertThat(p(BoschlooTest::of, table, alternative))
                        .as(table + " " + alternative)
                        .isLessThanOrEqualTo(p(FisherExactTest::of, table, alternative) + 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void isOneWhereNothingDiffers(TwoByTwoTest test) {
        for (TwoByTwo table :
                List.of(TwoByTwo.of(0, 10, 0, 20), TwoByTwo.of(10, 10, 20, 20), TwoByTwo.of(0, 1, 0, 1))) {
            assertThat(p(test, table, Alternative.TWO_SIDED))
                    .as(table.toString())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void refusesWhatWouldTakeTooLong(TwoByTwoTest test) {
        assertThat(test.of(TwoByTwo.of(1, 2500, 2, 2501)))
                .isEqualTo(TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
        assertThat(test.of(TwoByTwo.of(1, 2500, 2, 2500)).pValue().ifEstimated())
                .isPresent();
    }

    private static double p(TwoByTwoTest test, TwoByTwo table, Alternative alternative) {
        return test.of(table, alternative).pValue().ifEstimated().getAsDouble();
    }

    private static double probability(TwoByTwo table, double share) {
        return binomial(table.group().events(), table.group().assessed(), share)
                * binomial(table.reference().events(), table.reference().assessed(), share);
    }

    private static double binomial(int k, int n, double p) {
        double probability = 1;
        for (int i = 1; i <= k; i++) {
            probability *= (double) (n - k + i) / i * p;
        }
        return probability * StrictMath.pow(1 - p, n - k);
    }
}
