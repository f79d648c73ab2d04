package org.ipstrial.stats.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.RestrictedTime;
import org.junit.jupiter.api.Test;

class CompetingTest {

    /** Worked by hand: of 7, one ends by cause 2 at 2, one is censored, and so on; fractions of whole numbers. */
    @Test
    void isWhatFractionsGive() {
        SurvivalTimes times = Lifetimes.of("2b 2+ 3 3 5b 6+ 8");
        AalenJohansen one = AalenJohansen.of(times.table(), 0, 1);
        AalenJohansen two = AalenJohansen.of(times.table(), 0, 2);

        // 6/7 at risk of 3: 2 of 5.
        assertThat(value(one.at(3, 0.95).estimate())).isCloseTo(6 / 7.0 * 2 / 5, within(1e-15));
        assertThat(value(two.at(5, 0.95).estimate())).isCloseTo(1 / 7.0 + 6 / 7.0 * 3 / 5 / 3, within(1e-15));
        assertThat(value(one.at(8, 0.95).estimate())).isCloseTo(12 / 35.0 + 6 / 7.0 * 3 / 5 * 2 / 3, within(1e-15));
    }

    /**
     * Worked by hand in R survival's tests/testci.R: 6/7, 0 and 1/7 after 2, then 18/35, 12/35 and 1/7, then 0, 6/7 and 1/7;
     * standard errors by survfit of 3.5-3.
     */
    @Test
    void isWhatTestciWorksOut() {
        RiskTable table = Lifetimes.of("2b 2+ 3 3 5+ 5+ 6").table();
        double[][] wanted = {{2, 6 / 7.0, 0, 1 / 7.0}, {3, 18 / 35.0, 12 / 35.0, 1 / 7.0}, {6, 0, 6 / 7.0, 1 / 7.0}};
        for (double[] at : wanted) {
            assertThat(survivalAt(KaplanMeier.of(table, 0), at[0]))
                    .as("t " + at[0])
                    .isCloseTo(at[1], within(1e-15));
            for (int cause = 1; cause <= 2; cause++) {
                assertThat(value(AalenJohansen.of(table, 0, cause)
                                .at(at[0], 0.95)
                                .estimate()))
                        .isCloseTo(at[1 + cause], within(1e-15));
            }
        }
        AalenJohansen one = AalenJohansen.of(table, 0, 1);
        assertThat(value(one.at(3, 0.95).standardError().orElseThrow())).isCloseTo(0.195100333012763, within(1e-14));
        assertThat(value(one.at(6, 0.95).standardError().orElseThrow())).isCloseTo(0.132260014253222, within(1e-14));
        assertThat(value(AalenJohansen.of(table, 0, 2)
                        .at(2, 0.95)
                        .standardError()
                        .orElseThrow()))
                .isCloseTo(0.132260014253222, within(1e-14));
    }

    @Test
    void causesAndTheCurveSumToOne() {
        for (int seed = 1; seed <= 80; seed++) {
            RiskTable table = Lifetimes.times(Lifetimes.people(seed, 1, 1, 3)).table();
            KaplanMeier any = KaplanMeier.of(table, 0);
            for (int step = 0; step < any.steps(); step++) {
                double sum = any.survival(step);
                for (int cause = 1; cause <= 3; cause++) {
                    sum += AalenJohansen.of(table, 0, cause).incidence(step);
                }
                assertThat(sum).isCloseTo(1, within(1e-14));
            }
        }
    }

    /** With its variance, which is Greenwood's. */
    @Test
    void withOneCauseItIsOneMinusTheCurve() {
        for (int seed = 1; seed <= 80; seed++) {
            RiskTable table = Lifetimes.times(Lifetimes.people(seed, 1, 1, 1)).table();
            AalenJohansen incidence = AalenJohansen.of(table, 0, 1);
            KaplanMeier curve = incidence.anyCause();
            for (int step = 0; step < curve.steps(); step++) {
                double s = curve.survival(step);
                assertThat(incidence.incidence(step)).isCloseTo(1 - s, within(1e-14));
                if (s > 0) {
                    assertThat(incidence.variance(step)).isCloseTo(s * s * curve.greenwood(step), within(1e-14));
                }
            }
            double tau = curve.lastTime();
            if (tau > 0) {
                Estimate lost = RestrictedTime.LOST.of(curve, tau, 0.95);
                Estimate toCause = TimeLostToCause.of(incidence, tau, 0.95);
                assertThat(value(toCause.estimate())).isCloseTo(value(lost.estimate()), within(1e-12));
                if (lost.standardError().isPresent()) {
                    assertThat(value(toCause.standardError().orElseThrow()))
                            .isCloseTo(value(lost.standardError().orElseThrow()), within(1e-9));
                }
            }
        }
    }

    /** Without censoring a share of everybody, with the variance of a share. */
    @Test
    void withoutCensoringItIsAShare() {
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.uncensored(Lifetimes.people(seed, 1, 1, 2));
            AalenJohansen incidence = AalenJohansen.of(Lifetimes.times(people).table(), 0, 2);
            for (double time = 0; time < 15; time++) {
                double t = time;
                double share = (double) people.stream()
                                .filter(p -> p.cause() == 2 && p.time() <= t)
                                .count()
                        / people.size();
                Estimate at = incidence.at(time, 0.95);
                assertThat(value(at.estimate())).isCloseTo(share, within(1e-14));
                double error = at.standardError().map(CompetingTest::value).orElse(0.0);
                assertThat(error * error).isCloseTo(share * (1 - share) / people.size(), within(1e-12));
            }
        }
    }

    /** Second route to both variances: the sum over times as it is written, each time for itself. */
    @Test
    void theVarianceIsTheSumOverTimes() {
        for (int seed = 1; seed <= 60; seed++) {
            RiskTable table = Lifetimes.times(Lifetimes.people(seed, 1, 1, 2)).table();
            AalenJohansen incidence = AalenJohansen.of(table, 0, 1);
            KaplanMeier any = incidence.anyCause();
            for (int step = 0; step < any.steps(); step++) {
                double sum = 0;
                for (int i = 0; i <= step; i++) {
                    double n = any.atRisk(i);
                    double d = any.events(i);
                    double c = incidence.ofCause(i);
                    double rest = incidence.incidence(step) - incidence.incidence(i);
                    double before = any.survival(i - 1);
                    sum += (d < n ? rest * rest * d / (n * (n - d)) : 0)
                            + before * before * c * (n - c) / (n * n * n)
                            - 2 * rest * before * c / (n * n);
                }
                assertThat(incidence.variance(step)).isCloseTo(Math.max(0, sum), within(1e-14));
            }
        }
    }

    @Test
    void timesLostToAllCausesSumToTimeLost() {
        for (int seed = 1; seed <= 60; seed++) {
            RiskTable table = Lifetimes.times(Lifetimes.uncensored(Lifetimes.people(seed, 1, 1, 3)))
                    .table();
            KaplanMeier any = KaplanMeier.of(table, 0);
            double sum = 0;
            for (int cause = 1; cause <= 3; cause++) {
                sum += value(TimeLostToCause.of(AalenJohansen.of(table, 0, cause), 11, 0.95)
                        .estimate());
            }
            assertThat(sum)
                    .isCloseTo(value(RestrictedTime.LOST.of(any, 11, 0.95).estimate()), within(1e-12));
        }
    }

    /** One person has no spread, and nothing tells that of the arm. */
    @Test
    void anArmOfOnePersonHasNoLimitsOfAComparison() {
        RiskTable table = Lifetimes.of("2", "1 2b 3 6").table();
        AalenJohansen one = AalenJohansen.of(table, 0, 1);
        AalenJohansen others = AalenJohansen.of(table, 1, 1);

        // Of the four 5, 0, 3 and 0 are lost within 6, of the one person 4.
        assertThat(TimeLostToCause.difference(one, others, 6, 0.95))
                .isEqualTo(Estimate.withoutLimits(4 - 8.0 / 4, Reason.FEWER_THAN_TWO));
        assertThat(TimeLostToCause.difference(others, one, 6, 0.95))
                .isEqualTo(Estimate.withoutLimits(8.0 / 4 - 4, Reason.FEWER_THAN_TWO));
    }

    @Test
    void lossesAreKnownOnlyWithinFollowUp() {
        RiskTable table = Lifetimes.of("2 4b 6+", "1 2b 3").table();
        AalenJohansen up = AalenJohansen.of(table, 0, 1);
        AalenJohansen down = AalenJohansen.of(table, 1, 1);

        assertThat(TimeLostToCause.of(up, 6.5, 0.95)).isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
        assertThat(TimeLostToCause.difference(down, up, 6.5, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
        assertThat(value(TimeLostToCause.difference(down, up, 6, 0.95).estimate()))
                .isCloseTo(5 / 3.0 + 3 / 3.0 - 4 / 3.0, within(1e-14));
        assertThat(TimeLostToCause.of(up, 1, 0.95)).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThat(up.at(7, 0.95)).isEqualTo(Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP));
        assertThat(up.at(1, 0.95)).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
    }

    @Test
    void graysTestKnowsNoOrderAndOnlyTheOrderOfTimes() {
        for (int seed = 1; seed <= 100; seed++) {
            List<Person> people = Lifetimes.people(seed, 3, 2, 2);
            TestResult test = GrayTest.of(Lifetimes.times(people), 1);

            assertThat(GrayTest.of(Lifetimes.times(Lifetimes.shuffled(people, seed)), 1))
                    .isEqualTo(test);
            assertThat(GrayTest.of(Lifetimes.times(Lifetimes.at(people, t -> t * t + 3)), 1))
                    .isEqualTo(test);
        }
    }

    @Test
    void graysTestIsTheSameWithTheArmsChangedRound() {
        for (int seed = 1; seed <= 100; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 2, 1, 2));
            double one = statistic(GrayTest.of(times, 2));
            assertThat(statistic(GrayTest.of(times.contrast(1, 0), 2))).isCloseTo(one, within(1e-9));
            assertThat(statistic(GrayTest.of(times.causeAgainstOthers(2), 1))).isEqualTo(one);
        }
    }

    /** R 4.2.2 cmprsk 2.2-11, cuminc with its second cause, and with strata. */
    @Test
    void graysTestIsThatOfCmprskForOtherCauses() {
        SurvivalTimes times = Lifetimes.of(
                "2 3b 3 5+ 6b 8 8b 11+ 12 15b 20+", "1b 2 4 4b 7+ 9b 10 13b 14+ 16b 19", "1 5b 6 6+ 9 12b 17+ 21");
        assertThat(statistic(GrayTest.of(times, 2))).isCloseTo(0.82008116, within(5e-9));
    }

    /** cmprsk takes p as 1 - pchisq, which is 0 here. */
    @Test
    void graysTestHasATailWhereCmprskHasNone() {
        StringBuilder early = new StringBuilder();
        StringBuilder late = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            early.append(i).append(i % 9 == 0 ? "b " : " ");
            late.append(i + 150).append(i % 5 == 0 ? "+ " : i % 2 == 0 ? "b " : " ");
        }
        TestResult test = GrayTest.of(
                Lifetimes.of(early.toString().strip(), late.toString().strip()), 1);

        assertThat(value(test.pValue())).isBetween(Double.MIN_VALUE, 1e-17);
    }

    @Test
    void graysTestSaysWhyThereIsNone() {
        assertThat(GrayTest.of(Lifetimes.of("1b 2+", "3b 4+"), 1)).isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS));
        assertThat(GrayTest.of(Lifetimes.of("1b 2+", "3 4"), 1))
                .isEqualTo(TestResult.notEstimable(Reason.NEVER_AT_RISK_TOGETHER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayTest.of(Lifetimes.of("1", "2"), 0))
                .withMessage("a cause is numbered from 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AalenJohansen.of(Lifetimes.of("1").table(), 0, 0))
                .withMessage("a cause is numbered from 1, got 0");
    }

    private static double survivalAt(KaplanMeier curve, double time) {
        double share = 1;
        for (int step = 0; step < curve.steps() && curve.time(step) <= time; step++) {
            share = curve.survival(step);
        }
        return share;
    }

    private static double statistic(TestResult test) {
        return test.statistic().orElseThrow();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
