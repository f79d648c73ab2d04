package org.ipstrial.stats.contingency.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;

/** The odds ratio given the events of both arms, and the tests that belong to it. */
class ConditionalOddsRatioTest {

    /** Second route: the probabilities in full, from binomial coefficients. */
    @Test
    void theTailsBeyondTheLimitsAreHalfOfWhatTheLevelLeaves() {
        for (TwoByTwo table : Tables.all(9)) {
            Estimate exact = ConditionalOddsRatio.exact(table, 0.95);
            Estimate mid = ConditionalOddsRatio.midP(table, 0.95);
            exact.lower().ifEstimated().ifPresent(r -> {
                if (r > 0) {
                    assertThat(above(table, r) + at(table, r))
                            .as(table.toString())
                            .isCloseTo(0.025, within(1e-12));
                }
            });
            mid.lower().ifEstimated().ifPresent(r -> {
                if (r > 0) {
                    assertThat(above(table, r) + at(table, r) / 2)
                            .as(table.toString())
                            .isCloseTo(0.025, within(1e-12));
                }
            });
            mid.upper().ifEstimated().ifPresent(r -> assertThat(1 - above(table, r) - at(table, r) / 2)
                    .as(table.toString())
                    .isCloseTo(0.025, within(1e-12)));
        }
    }

    @Test
    void theEstimateIsNearerToOneThanTheSampleOddsRatio() {
        Estimate estimate = ConditionalOddsRatio.exact(TwoByTwo.of(7, 34, 1, 34), 0.95);

        assertThat(estimate.estimate().ifEstimated().getAsDouble()).isCloseTo(8.32934, within(1e-5));
        assertThat(7.0 * 33 / 27).isGreaterThan(8.5);
    }

    @Test
    void saysWhyThereIsNoEstimate() {
        assertThat(ConditionalOddsRatio.exact(TwoByTwo.of(0, 10, 0, 20), 0.95))
                .isEqualTo(Estimate.limitsOnly(Reason.NO_EVENTS_IN_EITHER_ARM, 0, Double.POSITIVE_INFINITY));
        assertThat(ConditionalOddsRatio.midP(TwoByTwo.of(10, 10, 20, 20), 0.95))
                .isEqualTo(Estimate.limitsOnly(Reason.ALL_EVENTS_IN_BOTH_ARMS, 0, Double.POSITIVE_INFINITY));
        assertThat(ConditionalOddsRatio.exact(TwoByTwo.of(10, 10, 5, 20), 0.95).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(ConditionalOddsRatio.exact(TwoByTwo.of(0, 10, 5, 20), 0.95).estimate())
                .isEqualTo(Quantity.of(0));
        assertThat(ConditionalOddsRatio.exactTest(TwoByTwo.of(0, 1, 0, 1), 3, Alternative.GREATER))
                .isEqualTo(TestResult.exact(1));
    }

    /** For so many the limits are those of Woolf to five digits. */
    @Test
    void tendsToTheLargeSampleLimits() {
        Estimate exact = ConditionalOddsRatio.exact(TwoByTwo.of(500_000, 1_000_000, 499_000, 1_000_000), 0.95);
        double z = 1.959963984540054 * Math.sqrt(4 / 500_000.0);

        assertThat(exact.lower().ifEstimated().getAsDouble()).isCloseTo(1.004008 * (1 - z), within(2e-4));
        assertThat(exact.upper().ifEstimated().getAsDouble()).isCloseTo(1.004008 * (1 + z), within(2e-4));
    }

    /** Mid-p values may be below the exact ones, never above, and one half of the probability of the table apart. */
    @Test
    void midPIsTheExactTailLessHalfTheTable() {
        for (TwoByTwo table : Tables.all(7)) {
            double same = at(table, 1);
            for (Alternative side : new Alternative[] {Alternative.GREATER, Alternative.LESS}) {
                assertThat(p(FisherMidPTest.of(table, side)))
                        .as(table + " " + side)
                        .isCloseTo(p(FisherExactTest.of(table, side)) - same / 2, within(1e-13));
                assertThat(p(FisherCentralTest.of(table, side))).isEqualTo(p(FisherExactTest.of(table, side)));
            }
            assertThat(p(FisherMidPTest.of(table, Alternative.TWO_SIDED)))
                    .isLessThanOrEqualTo(p(FisherExactTest.of(table, Alternative.TWO_SIDED)));
        }
    }

    /**
     * A limit is the ratio with the p-value of the level, and half of it on its side. Near a level of 0 the mid-p limits meet
     * beside the estimate, and do not hold it.
     */
    @Test
    void theTestOfALimitIsAtTheLevel() {
        int beside = 0;
        for (TwoByTwo table : Tables.all(6)) {
            for (double level : new double[] {0.02, 0.9}) {
                Estimate exact = ConditionalOddsRatio.exact(table, level);
                Estimate mid = ConditionalOddsRatio.midP(table, level);
                for (Alternative side : new Alternative[] {Alternative.GREATER, Alternative.LESS}) {
                    double tail = (1 - level) / 2;
                    limit(exact, side).ifPresent(r -> assertThat(p(ConditionalOddsRatio.exactTest(table, r, side)))
                            .as(table + " " + side)
                            .isCloseTo(tail, within(1e-12)));
                    limit(mid, side).ifPresent(r -> {
                        assertThat(p(ConditionalOddsRatio.midPTest(table, r, side)))
                                .as(table + " " + side)
                                .isCloseTo(tail, within(1e-12));
                        assertThat(p(ConditionalOddsRatio.midPTest(table, r, Alternative.TWO_SIDED)))
                                .isCloseTo(1 - level, within(1e-12));
                    });
                }
                double estimate = mid.estimate().ifEstimated().orElse(Double.NaN);
                beside += limit(mid, Alternative.GREATER).orElse(0) > estimate
                                || limit(mid, Alternative.LESS).orElse(Double.POSITIVE_INFINITY) < estimate
                        ? 1
                        : 0;
            }
        }
        assertThat(beside).isPositive();
    }

    /** The limit of a side inside the scale, above which or below which the ratio is. */
    private static OptionalDouble limit(Estimate estimate, Alternative side) {
        OptionalDouble limit = (side == Alternative.GREATER ? estimate.lower() : estimate.upper()).ifEstimated();
        return limit.isPresent() && limit.getAsDouble() > 0 ? limit : OptionalDouble.empty();
    }

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().getAsDouble();
    }

    /** The probability of more events in the group than observed. */
    private static double above(TwoByTwo table, double ratio) {
        double sum = 0;
        for (int k = table.group().events() + 1; k <= table.group().assessed(); k++) {
            sum += weight(table, k, ratio);
        }
        return sum / all(table, ratio);
    }

    private static double at(TwoByTwo table, double ratio) {
        return weight(table, table.group().events(), ratio) / all(table, ratio);
    }

    private static double all(TwoByTwo table, double ratio) {
        double sum = 0;
        for (int k = 0; k <= table.group().assessed(); k++) {
            sum += weight(table, k, ratio);
        }
        return sum;
    }

    private static double weight(TwoByTwo table, int k, double ratio) {
        return choose(table.group().assessed(), k)
                * choose(table.reference().assessed(), (int) table.events() - k)
                * StrictMath.pow(ratio, k);
    }

    private static double choose(int n, int k) {
        if (k < 0 || k > n) {
            return 0;
        }
        double choose = 1;
        for (int i = 1; i <= k; i++) {
            choose = choose * (n - k + i) / i;
        }
        return choose;
    }
}
