package org.ipstrial.stats.survival.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KaplanMeierTest {

    private static final MathContext DIGITS = new MathContext(40);

    /** Second route: the product of fractions of whole numbers. */
    @Test
    void isTheProductOfFractions() {
        for (int seed = 1; seed <= 60; seed++) {
            KaplanMeier curve = curve(Lifetimes.times(Lifetimes.people(seed, 1, 1, 1)));
            BigInteger left = BigInteger.ONE;
            BigInteger all = BigInteger.ONE;
            for (int step = 0; step < curve.steps(); step++) {
                left = left.multiply(BigInteger.valueOf(curve.atRisk(step) - curve.events(step)));
                all = all.multiply(BigInteger.valueOf(curve.atRisk(step)));
                BigDecimal exact = new BigDecimal(left).divide(new BigDecimal(all), DIGITS);
                assertThat(curve.survival(step))
                        .isCloseTo(exact.doubleValue(), within(4 * Math.ulp(exact.doubleValue())));
                for (String share : List.of("0.5", "0.25", "0.1", "0.9", "0.75")) {
                    assertThat(Integer.signum(curve.compare(step, new BigDecimal(share))))
                            .isEqualTo(exactCompare(left, all, new BigDecimal(share)));
                }
            }
        }
    }

    private static int exactCompare(BigInteger left, BigInteger all, BigDecimal share) {
        return new BigDecimal(left).compareTo(new BigDecimal(all).multiply(share));
    }

    /** Without censoring it is the share itself, rounded once. */
    @Test
    void isTheShareItselfWithoutCensoring() {
        for (int seed = 1; seed <= 60; seed++) {
            List<Lifetimes.Person> people = Lifetimes.uncensored(Lifetimes.people(seed, 1, 1, 1));
            KaplanMeier curve = curve(Lifetimes.times(people));
            for (int step = 0; step < curve.steps(); step++) {
                double time = curve.time(step);
                long left = people.stream().filter(p -> p.time() > time).count();
                double share = (double) left / people.size();
                assertThat(curve.survival(step)).isEqualTo(share);
                if (left > 0) {
                    assertThat(curve.greenwood(step)).isCloseTo((1 - share) / (share * people.size()), within(1e-14));
                }
            }
        }
    }

    /**
     * R 4.2.2: quantile(survfit(), 0.5), but where the curve stays at one half to the end: that takes the middle up to the
     * last time, R's print of the same curve the time at which it gets there, as here.
     */
    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 2.5",
        "1 2 3 3+, 2.5",
        "5 8+ 9 10+ 12 14, 12",
        "1 2+ 3 4+ 5 6, 5",
        "1 1 1 2+ 3+ 4+, 1",
        "1 1 7 7, 4",
        "2 4 4+ 6 7+ 8+, 6",
        "3 5 6 6 6+ 9+ 12 15+, 9",
        "0 0 1 2+, 0.5",
        "0.1 0.2 0.3 0.4, 0.25",
    })
    void takesTheMiddleOfAFlatStretchAtExactlyOneHalf(String times, double median) {
        assertThat(value(SurvivalQuantile.median(curve(Lifetimes.of(times)), 0.95, CurveLimits.LOG_LOG)
                        .estimate()))
                .isEqualTo(median);
    }

    /** A share that is the double next to the curve, which a comparison of doubles would take for the curve itself. */
    @Test
    void decidesInWholeNumbersWhatDoublesMiss() {
        int missed = 0;
        int exact = 0;
        for (int n = 4; n <= 400; n += 2) {
            // One event, one censored, over and over: each event is a stretch of its own.
            StringBuilder times = new StringBuilder();
            for (int i = 1; i <= n; i++) {
                times.append(i).append(i % 2 == 0 ? "+ " : " ");
            }
            KaplanMeier curve = curve(Lifetimes.of(times.toString().strip()));
            BigInteger left = BigInteger.ONE;
            BigInteger all = BigInteger.ONE;
            for (int step = 0; step < curve.steps(); step++) {
                left = left.multiply(BigInteger.valueOf(curve.atRisk(step) - 1));
                all = all.multiply(BigInteger.valueOf(curve.atRisk(step)));
                BigDecimal at = new BigDecimal(curve.survival(step));
                int doubles = at.compareTo(new BigDecimal(left).divide(new BigDecimal(all), DIGITS));
                missed += doubles != 0 ? 1 : 0;
                assertThat(Integer.signum(curve.compare(step, at))).isEqualTo(exactCompare(left, all, at));
                exact++;
            }
        }
        assertThat(exact).isGreaterThan(10_000);
        assertThat(missed).isGreaterThan(1_000);
    }

    /** R 4.2.2 survival 3.5-3: summary(survfit(Surv(time, status) ~ 1, lung, subset = sex == 1, conf.type), c(180, 365)). */
    @ParameterizedTest
    @CsvSource({
        "LOG, 0.56928418987094, 0.72957434195812",
        "PLAIN, 0.56452507731646, 0.72440492576710",
        "ARCSINE, 0.56288627061759, 0.72202398459431",
        "LOG_LOG, 0.55841247300529, 0.71801359816068",
    })
    void hasTheLimitsOfSurvfit(CurveLimits limits, double lower, double upper) {
        double s = 0.644465001542;
        double e = 0.0407864250853 / 0.644465001542;

        assertThat(limits.lower(s, e, 0.95)).isCloseTo(lower, within(2e-11));
        assertThat(limits.upper(s, e, 0.95)).isCloseTo(upper, within(2e-11));
    }

    @ParameterizedTest
    @EnumSource(CurveLimits.class)
    void limitsHoldTheShareAndStayWithinOneAndZero(CurveLimits limits) {
        for (double s = 0.01; s < 1; s += 0.03) {
            for (double e : new double[] {0.001, 0.1, 0.7, 3, 40}) {
                assertThat(limits.lower(s, e, 0.95)).isBetween(0.0, s);
                assertThat(limits.upper(s, e, 0.95)).isBetween(s, 1.0);
                assertThat(limits.lower(s, e, 0.9)).isGreaterThanOrEqualTo(limits.lower(s, e, 0.99));
            }
        }
    }

    @Test
    void theEndsOfTheCurveHaveNoLimits() {
        KaplanMeier down = curve(Lifetimes.of("2 4 6"));
        KaplanMeier up = curve(Lifetimes.of("2 4 6+"));

        assertThat(at(down, 1.9)).isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        assertThat(at(down, 6)).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThat(at(down, 99)).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThat(value(at(up, 6).estimate())).isEqualTo(1 / 3.0);
        assertThat(at(up, 6.01)).isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
    }

    @Test
    void aCurveThatDoesNotComeDownHasNoMedian() {
        Estimate median = SurvivalQuantile.median(curve(Lifetimes.of("2 4+ 6+ 7+ 8+")), 0.95, CurveLimits.LOG_LOG);

        assertThat(median.estimate()).isEqualTo(Quantity.notEstimable(Reason.NOT_REACHED));
        assertThat(value(median.lower())).isEqualTo(2);
        assertThat(median.upper()).isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
        assertThat(SurvivalQuantile.median(curve(Lifetimes.of("4+ 6+")), 0.95, CurveLimits.PLAIN)
                        .lower())
                .isEqualTo(Quantity.notEstimable(Reason.NOT_REACHED));
    }

    /** R 4.2.2: quantile(survfit(Surv(time, status) ~ 1), c(.25, .75)) on the first arm of the leukaemia trial. */
    @Test
    void otherQuantilesFollowTheSameRule() {
        KaplanMeier curve = curve(Lifetimes.of("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"));

        assertThat(value(SurvivalQuantile.of(curve, 0.25, 0.95, CurveLimits.LOG_LOG)
                        .estimate()))
                .isEqualTo(4);
        assertThat(value(SurvivalQuantile.of(curve, 0.75, 0.95, CurveLimits.LOG_LOG)
                        .estimate()))
                .isEqualTo(12);
    }

    /** The time under observation: who has the event leaves it unknown how long they would have been seen. */
    @Test
    void followUpIsTheCurveTurnedRound() {
        KaplanMeier followUp = curve(Lifetimes.of("1 3+ 4 6+ 8+").reversed());

        assertThat(followUp.steps()).isEqualTo(3);
        assertThat(value(SurvivalQuantile.median(followUp, 0.95, CurveLimits.LOG_LOG)
                        .estimate()))
                .isEqualTo(6);
    }

    /** The mean of the times cut at tau, with the variance of n. */
    @Test
    void theRestrictedMeanWithoutCensoringIsAMean() {
        for (int seed = 1; seed <= 60; seed++) {
            List<Lifetimes.Person> people = Lifetimes.uncensored(Lifetimes.people(seed, 1, 1, 1));
            KaplanMeier curve = curve(Lifetimes.times(people));
            for (double tau : new double[] {0.5, 3, 7.25, 20}) {
                double[] cut = people.stream()
                        .mapToDouble(p -> Math.min(p.time(), tau))
                        .toArray();
                double mean = Arrays.stream(cut).average().orElseThrow();
                double variance =
                        Arrays.stream(cut).map(x -> (x - mean) * (x - mean)).sum() / cut.length / cut.length;
                Estimate free = RestrictedTime.FREE.of(curve, tau, 0.95);
                Estimate lost = RestrictedTime.LOST.of(curve, tau, 0.95);

                assertThat(value(free.estimate())).isCloseTo(mean, within(1e-12));
                assertThat(value(free.estimate()) + value(lost.estimate())).isCloseTo(tau, within(1e-12));
                if (variance > 0) {
                    double error = value(free.standardError().orElseThrow());
                    assertThat(error * error).isCloseTo(variance, within(1e-12));
                }
            }
        }
    }

    @Test
    void theRestrictedMeanEndsWithFollowUp() {
        KaplanMeier up = curve(Lifetimes.of("2 4 6+"));
        KaplanMeier down = curve(Lifetimes.of("2 4 6"));

        assertThat(value(RestrictedTime.FREE.of(up, 6, 0.95).estimate())).isCloseTo(4, within(1e-14));
        assertThat(RestrictedTime.FREE.of(up, 6.1, 0.95)).isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
        assertThat(value(RestrictedTime.FREE.of(down, 99, 0.95).estimate())).isCloseTo(4, within(1e-14));
        assertThat(RestrictedTime.LOST.difference(down, up, 7, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
        assertThat(RestrictedTime.LOST.of(down, 1, 0.95)).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThat(RestrictedTime.LOST.ratio(up, down, 1, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RestrictedTime.FREE.of(down, 0, 0.95))
                .withMessage("tau must be above 0 and finite, got 0.0");
    }

    /** One person has no spread, and nothing tells that of the arm: no limits, as in the comparison of two means. */
    @Test
    void anArmOfOnePersonHasNoLimitsOfAComparison() {
        SurvivalTimes times = Lifetimes.of("5", "2 4 6 8");
        KaplanMeier one = KaplanMeier.of(times.table(), 0);
        KaplanMeier others = KaplanMeier.of(times.table(), 1);

        assertThat(RestrictedTime.FREE.difference(one, others, 6, 0.95))
                .isEqualTo(Estimate.withoutLimits(5 - 18.0 / 4, Reason.FEWER_THAN_TWO));
        assertThat(RestrictedTime.LOST.difference(others, one, 6, 0.95))
                .isEqualTo(Estimate.withoutLimits(6.0 / 4 - 1, Reason.FEWER_THAN_TWO));
        assertThat(RestrictedTime.FREE.ratio(one, others, 6, 0.95))
                .isEqualTo(Estimate.withoutLimits(5 / (18.0 / 4), Reason.FEWER_THAN_TWO));
        assertThat(RestrictedTime.FREE.ratio(others, one, 6, 0.95))
                .isEqualTo(Estimate.withoutLimits(18.0 / 4 / 5, Reason.FEWER_THAN_TWO));
        assertThat(RestrictedTime.FREE.test(one, others, 6)).isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO));
    }

    @Test
    void contrastsTurnRoundWithTheArms() {
        for (int seed = 1; seed <= 60; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.uncensored(Lifetimes.people(seed, 2, 1, 1)));
            KaplanMeier group = KaplanMeier.of(times.table(), 0);
            KaplanMeier reference = KaplanMeier.of(times.table(), 1);
            for (RestrictedTime time : RestrictedTime.values()) {
                Estimate one = time.difference(group, reference, 9, 0.95);
                Estimate other = time.difference(reference, group, 9, 0.95);
                assertThat(value(one.estimate())).isEqualTo(-value(other.estimate()));
                assertThat(value(one.lower())).isEqualTo(-value(other.upper()));
                Estimate ratio = time.ratio(group, reference, 9, 0.95);
                Estimate inverse = time.ratio(reference, group, 9, 0.95);
                assertThat(value(ratio.estimate()) * value(inverse.estimate())).isCloseTo(1, within(1e-14));
                assertThat(value(ratio.lower()) * value(inverse.upper())).isCloseTo(1, within(1e-13));
                double p = value(time.test(group, reference, 9).pValue());
                assertThat(p < 0.05).isEqualTo(value(one.lower()) > 0 || value(one.upper()) < 0);
            }
        }
    }

    /** lifelines 0.30 has a variance of its own (its issue 1682); R 4.2.2: summary(survfit(), rmean = 20). */
    @Test
    void theRestrictedMeanHasTheErrorOfSurvRm2() {
        Estimate mean = RestrictedTime.FREE.of(
                curve(Lifetimes.of("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+")), 20, 0.95);

        assertThat(value(mean.standardError().orElseThrow())).isCloseTo(1.25156019601, within(5e-12));
    }

    private static KaplanMeier curve(SurvivalTimes times) {
        return KaplanMeier.of(times.table(), 0);
    }

    private static Estimate at(KaplanMeier curve, double time) {
        return SurvivalAt.of(curve, time, 0.95, CurveLimits.LOG_LOG);
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
