package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.catalogue.times.SubdistributionMethods;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.RestrictedTime;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardMethod;
import org.ipstrial.stats.survival.rank.Weight;
import org.ipstrial.stats.survival.rank.WeightedLogRank;
import org.junit.jupiter.api.Test;

/** What holds of every method for times that the catalogue has, whichever are added. */
class TimesLawsTest {

    /** Row order and doubled times change no bit of a hazard ratio or p-value. */
    @Test
    void neitherTheOrderOfRowsNorTheUnitOfTimeShows() {
        for (int seed = 1; seed <= 25; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 2, 2);
            SurvivalTimes times = Lifetimes.times(people);
            List<SurvivalTimes> same = List.of(
                    Lifetimes.times(Lifetimes.shuffled(people, seed)),
                    Lifetimes.times(Lifetimes.at(people, t -> 2 * t)),
                    Lifetimes.times(Lifetimes.shuffled(Lifetimes.at(people, t -> 2 * t), seed)));
            for (SurvivalTimes other : same) {
                for (Family<HazardMethod> family : List.of(TimesMethods.HAZARD_RATIO, SubdistributionMethods.FAMILY)) {
                    for (Method<HazardMethod> method : family.methods()) {
                        assertThat(method.function().of(ArmModel.of(other), 0, 1, 0.95))
                                .as(method.id())
                                .isEqualTo(method.function().of(ArmModel.of(times), 0, 1, 0.95));
                    }
                }
                for (Method<TimesTest> method : TimesTests.TEST.methods()) {
                    TestResult one = method.function().of(times);
                    TestResult two = method.function().of(other);
                    if (method.id().equals("proportional-hazards-identity")
                            && one.pValue().ifEstimated().isPresent()) {
                        // Its function of time is the time itself.
                        assertThat(two.statistic().orElseThrow())
                                .isCloseTo(one.statistic().orElseThrow(), withinPercentage(1e-7));
                    } else {
                        assertThat(two).as(method.id()).isEqualTo(one);
                    }
                }
            }
        }
    }

    /** Arms by another name, and changed round: ratios are turned over and tests stay. */
    @Test
    void relabellingArmsTurnsRatiosOverAndKeepsTests() {
        int compared = 0;
        for (int seed = 1; seed <= 25; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 2, 2, 2));
            SurvivalTimes round = times.contrast(1, 0);
            for (Family<HazardMethod> family : List.of(TimesMethods.HAZARD_RATIO, SubdistributionMethods.FAMILY)) {
                for (Method<HazardMethod> method : family.methods()) {
                    Estimate one = method.function().of(ArmModel.of(times), 0, 1, 0.95);
                    Estimate other = method.function().of(ArmModel.of(round), 0, 1, 0.95);
                    if (one.estimate().ifEstimated().isPresent()) {
                        assertThat(value(one.estimate()) * value(other.estimate()))
                                .as(method.id())
                                .isCloseTo(1, within(1e-9));
                        compared++;
                    }
                }
            }
            for (Method<TimesTest> method : TimesTests.TEST.methods()) {
                TestResult one = method.function().of(times);
                if (one.pValue().ifEstimated().isPresent()) {
                    assertThat(value(method.function().of(round).pValue()))
                            .as(method.id())
                            .isCloseTo(value(one.pValue()), within(1e-9));
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    /** One binary covariate, no ties: the score test of Cox's model is the log-rank test. */
    @Test
    void withoutTiesTheScoreTestIsTheLogRankTest() {
        TimesTest score = TimesTests.TEST.method("cox-score").orElseThrow().function();
        int compared = 0;
        for (int seed = 1; seed <= 40; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.untied(Lifetimes.people(seed, 2, 1, 1), seed));
            TestResult test = score.of(times);
            if (test.statistic().isPresent()) {
                assertThat(test.statistic().orElseThrow())
                        .isCloseTo(
                                WeightedLogRank.of(times, Weight.LOG_RANK)
                                        .statistic()
                                        .orElseThrow(),
                                within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    /** The area by brute force: times are whole, so that a sum over steps of one is the whole area. */
    @Test
    void theRestrictedMeanIsTheAreaByBruteForce() {
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.people(seed, 1, 1, 1);
            KaplanMeier curve = KaplanMeier.of(Lifetimes.times(people).table(), 0);
            int tau = (int) curve.lastTime();
            if (tau > 0) {
                DoubleUnaryOperator share = byProduct(people);
                double area = 0;
                for (int t = 0; t < tau; t++) {
                    area += share.applyAsDouble(t);
                }
                assertThat(value(RestrictedTime.FREE.of(curve, tau, 0.95).estimate()))
                        .isCloseTo(area, within(1e-12));
                assertThat(value(RestrictedTime.LOST.of(curve, tau, 0.95).estimate()))
                        .isCloseTo(tau - area, within(1e-12));
            }
        }
    }

    private static DoubleUnaryOperator byProduct(List<Person> people) {
        return time -> {
            double share = 1;
            for (double t = 0; t <= time; t++) {
                double at = t;
                double n = people.stream().filter(p -> p.time() >= at).count();
                double d = people.stream()
                        .filter(p -> p.time() == at && p.cause() > 0)
                        .count();
                share *= n == 0 ? 1 : (n - d) / n;
            }
            return share;
        };
    }

    @Test
    void incidencesAndTheCurveAddToOne() {
        for (int seed = 1; seed <= 40; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 1, 1, 4));
            KaplanMeier any = KaplanMeier.of(times.table(), 0);
            for (int step = 0; step < any.steps(); step++) {
                double sum = any.survival(step);
                for (int cause = 1; cause <= 4; cause++) {
                    sum += AalenJohansen.of(times.table(), 0, cause).incidence(step);
                }
                assertThat(sum).isCloseTo(1, within(1e-14));
            }
        }
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
