package org.ipstrial.stats.survival.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightedLogRankTest {

    static List<Weight> weights() {
        return List.of(Weight.LOG_RANK, Weight.PETO_PETO, Weight.LATE, new Weight(0.5, 2));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void changingArmsRoundChangesNoBit(Weight weight) {
        for (int seed = 1; seed <= 100; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 2, 3, 1));
            assertThat(WeightedLogRank.of(times.contrast(1, 0), weight))
                    .isEqualTo(WeightedLogRank.of(times.contrast(0, 1), weight));
        }
    }

    @ParameterizedTest
    @MethodSource("weights")
    void theOrderOfPeopleAndARisingTimeChangeNoBit(Weight weight) {
        for (int seed = 1; seed <= 100; seed++) {
            List<Person> people = Lifetimes.people(seed, 3, 2, 1);
            TestResult test = WeightedLogRank.of(Lifetimes.times(people), weight);

            assertThat(WeightedLogRank.of(Lifetimes.times(Lifetimes.shuffled(people, seed)), weight))
                    .isEqualTo(test);
            assertThat(WeightedLogRank.of(Lifetimes.times(Lifetimes.at(people, t -> t * t * t + 7)), weight))
                    .isEqualTo(test);
        }
    }

    /** Second route: the score of the group alone, each time for itself, and its variance over its sum. */
    @Test
    void isWhatThePeopleAtEachTimeGive() {
        for (int seed = 1; seed <= 60; seed++) {
            List<Person> people = Lifetimes.people(seed, 2, 2, 1);
            double u = 0;
            double v = 0;
            for (int stratum = 0; stratum < 2; stratum++) {
                int s = stratum;
                for (int t = 0; t < 15; t++) {
                    double time = t;
                    double n = people.stream()
                            .filter(p -> p.stratum() == s && p.time() >= time)
                            .count();
                    double n1 = people.stream()
                            .filter(p -> p.stratum() == s && p.arm() == 0 && p.time() >= time)
                            .count();
                    double d = people.stream()
                            .filter(p -> p.stratum() == s && p.cause() > 0 && p.time() == time)
                            .count();
                    double d1 = people.stream()
                            .filter(p -> p.stratum() == s && p.arm() == 0 && p.cause() > 0 && p.time() == time)
                            .count();
                    if (n > 1) {
                        u += d1 - d * n1 / n;
                        v += d * (n - d) / (n - 1) * (n1 / n) * (1 - n1 / n);
                    }
                }
            }
            TestResult test = WeightedLogRank.of(Lifetimes.times(people), Weight.LOG_RANK);
            assertThat(test.statistic().orElseThrow()).isCloseTo(u * u / v, within(1e-10));
        }
    }

    /** With two arms every set of scores is the same trend; with three an even one is what the sums give. */
    @Test
    void theTrendOfTwoArmsIsTheTest() {
        for (int seed = 1; seed <= 60; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 2, 2, 1));
            double test = WeightedLogRank.of(times, Weight.LOG_RANK).statistic().orElseThrow();
            assertThat(WeightedLogRank.trend(times, Weight.LOG_RANK, 3, -1)
                            .statistic()
                            .orElseThrow())
                    .isCloseTo(test, within(1e-10));
        }
    }

    /** Moving all scores changes nothing, and a trend is no more than the whole. */
    @Test
    void theTrendIsPartOfTheWhole() {
        for (int seed = 1; seed <= 60; seed++) {
            SurvivalTimes times = Lifetimes.times(Lifetimes.people(seed, 3, 1, 1));
            double all = WeightedLogRank.of(times, Weight.LOG_RANK).statistic().orElseThrow();
            double trend = WeightedLogRank.trend(times, Weight.LOG_RANK, 0, 1, 2)
                    .statistic()
                    .orElseThrow();
            assertThat(trend).isLessThanOrEqualTo(all + 1e-10);
            assertThat(WeightedLogRank.trend(times, Weight.LOG_RANK, 10, 12, 14)
                            .statistic()
                            .orElseThrow())
                    .isCloseTo(trend, within(1e-10));
        }
    }

    @Test
    void dropsAnArmThatNobodyWasAtRiskWith() {
        TestResult two = WeightedLogRank.of(Lifetimes.of("3 5 8", "2 6 9"), Weight.LOG_RANK);
        TestResult three = WeightedLogRank.of(Lifetimes.of("3 5 8", "2 6 9", "1+ 1+"), Weight.LOG_RANK);

        assertThat(three).isEqualTo(two);
        assertThat(three.df()).hasValue(1);
    }

    /** Arms 0 and 1 overlap, and so do 2 and 3, but not the pairs. */
    @Test
    void countsTheComparisonsThatThereAre() {
        TestResult test =
                WeightedLogRank.of(Lifetimes.of("1 2 3", "1 3 3+", "12 14 15 0+", "11 13 16 0+"), Weight.LOG_RANK);
        assertThat(test.df()).hasValue(3);

        SurvivalTimes apart = Lifetimes.times(List.of(
                new Person(1, 1, 0, 0),
                new Person(2, 1, 1, 0),
                new Person(3, 0, 0, 0),
                new Person(1, 1, 2, 1),
                new Person(2, 1, 3, 1),
                new Person(5, 0, 3, 1)));
        assertThat(WeightedLogRank.of(apart, Weight.LOG_RANK).df()).hasValue(2);
    }

    @Test
    void hasNoTestWithoutEventsOrOverlap() {
        assertThat(WeightedLogRank.of(Lifetimes.of("1+ 2+", "3+"), Weight.LOG_RANK))
                .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS));
        assertThat(WeightedLogRank.of(Lifetimes.of("1+ 2+", "3 4"), Weight.LOG_RANK))
                .isEqualTo(TestResult.notEstimable(Reason.NEVER_AT_RISK_TOGETHER));
        assertThat(WeightedLogRank.of(Lifetimes.of("2 2 5+", "2 3+"), Weight.LATE))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(WeightedLogRank.trend(Lifetimes.of("1+", "3 4"), Weight.LOG_RANK, 0, 1))
                .isEqualTo(TestResult.notEstimable(Reason.NEVER_AT_RISK_TOGETHER));
    }

    /** A stratum of one person, of one arm, without events, or where the arms never meet. */
    @Test
    void listsTheStrataThatSayNothing() {
        SurvivalTimes times = Lifetimes.times(List.of(
                new Person(3, 1, 0, 0),
                new Person(4, 1, 0, 1),
                new Person(5, 1, 0, 1),
                new Person(2, 0, 0, 2),
                new Person(3, 0, 1, 2),
                new Person(2, 0, 0, 4),
                new Person(3, 1, 1, 4),
                new Person(2, 1, 0, 7),
                new Person(3, 1, 1, 7)));

        assertThat(WeightedLogRank.uninformativeStrata(times)).containsExactly(0, 1, 2, 3);
        assertThat(WeightedLogRank.of(times, Weight.LOG_RANK))
                .isEqualTo(WeightedLogRank.of(Lifetimes.of("2", "3"), Weight.LOG_RANK));
    }

    /** A p-value that 1 - cdf would give as 0. */
    @Test
    void theTailIsComputedDirectly() {
        Random random = new Random(5);
        double[] time = random.ints(4000, 0, 1_000_000).asDoubleStream().toArray();
        int[] cause = new int[4000];
        int[] arm = new int[4000];
        for (int i = 0; i < 4000; i++) {
            cause[i] = 1;
            arm[i] = i % 2;
            time[i] = arm[i] == 0 ? time[i] : time[i] / 4;
        }
        Quantity p = WeightedLogRank.of(SurvivalTimes.of(time, cause, arm), Weight.LOG_RANK)
                .pValue();

        assertThat(p.ifEstimated().orElseThrow()).isBetween(Double.MIN_VALUE, 1e-100);
    }

    @Test
    void refusesScoresThatAreNoTrend() {
        SurvivalTimes times = Lifetimes.of("1 2", "3 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedLogRank.trend(times, Weight.LOG_RANK, 1, 1))
                .withMessage("a trend needs a score for each of 2 arms, not all alike, got [1.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weight(-1, 0))
                .withMessage("rho and gamma must be from 0 to 100, got -1.0 and 0.0");
    }
}
