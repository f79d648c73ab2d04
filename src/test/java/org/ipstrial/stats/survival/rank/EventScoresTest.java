package org.ipstrial.stats.survival.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.Lifetimes;
import org.ipstrial.stats.survival.Lifetimes.Person;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores and their variance worked by hand, by R, and for arms of which not all were at risk together. */
class EventScoresTest {

    /**
     * An event at 1 and one censored at 4 against events at 2 and 3. At 1, 2 and 3 of the first arm 2 of 4, 1 of 3 and 1 of 2
     * are at risk: 1/2, -1/3 and -1/2 with variances 1/4, 2/9 and 1/4. Just before, shares of 1, 3/4 and 1/2 are left.
     */
    @ParameterizedTest
    @CsvSource({"0, 0, 2, 13", "1, 0, 0, 1", "2, 0, 9, 86", "0, 1, 16, 11", "1, 1, 3, 2"})
    void fourPeopleByHand(double rho, double gamma, double numerator, double denominator) {
        TestResult test = WeightedLogRank.of(Lifetimes.of("1 4+", "2 3"), new Weight(rho, gamma));

        assertThat(test.statistic().orElseThrow()).isCloseTo(numerator / denominator, within(1e-15));
        assertThat(test.df()).hasValue(1);
    }

    /** Two events among three, one of them in the arm that has two: (1 - 4/3)^2 over 2 (1/2) (2/3) (1/3). */
    @Test
    void eventsAtOneTimeByHand() {
        SurvivalTimes tied = Lifetimes.of("1 2+", "1");

        assertThat(WeightedLogRank.of(tied, Weight.LOG_RANK).statistic().orElseThrow())
                .isCloseTo(0.5, within(1e-15));
        assertThat(WeightedLogRank.trend(tied, Weight.LOG_RANK, 0, 1)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(0.5, within(1e-15));
    }

    /** R 4.2.2 survival 3.5-3: survdiff(Surv(t, d) ~ arm + strata(st), rho = rho)$chisq. */
    @ParameterizedTest
    @CsvSource({"0, 6.34213314223122", "1, 6.64257733169069", "0.5, 6.49744849164129"})
    void threeArmsInTwoStrataAgreeWithR(double rho, double expected) {
        TestResult test = WeightedLogRank.of(threeArms(), new Weight(rho, 0));

        assertThat(test.statistic().orElseThrow()).isCloseTo(expected, within(5e-14));
        assertThat(test.df()).hasValue(2);
    }

    /** R 4.2.2 survival 3.5-3: coxph(Surv(t, d) ~ score + strata(st), ties = "exact")$score, which is this trend. */
    @Test
    void trendsAgreeWithTheScoreTestOfTheExactPartialLikelihood() {
        assertThat(trend(0, 1, 2)).isCloseTo(6.29648981092914, within(5e-14));
        assertThat(trend(0, 1, 5)).isCloseTo(6.01120612910517, within(5e-14));
        // Scores turned round, moved or in another unit are the same trend.
        assertThat(trend(7, 5, -3)).isCloseTo(6.01120612910517, within(5e-14));
    }

    private static double trend(double... scores) {
        TestResult test = WeightedLogRank.trend(threeArms(), Weight.LOG_RANK, scores);
        assertThat(test.df()).hasValue(1);
        return test.statistic().orElseThrow();
    }

    private static SurvivalTimes threeArms() {
        List<Person> people = new ArrayList<>();
        add(people, "2 3 3 5 8+ 9", 0, 0);
        add(people, "3 5 6+ 8 8 11", 1, 0);
        add(people, "5 7 9 9+ 12 14+", 2, 0);
        add(people, "1 4 4 6+", 0, 1);
        add(people, "2 4 7 7+", 1, 1);
        add(people, "4 6 8+ 10 10", 2, 1);
        return Lifetimes.times(people);
    }

    private static void add(List<Person> people, String times, int arm, int stratum) {
        for (String time : times.split(" ")) {
            people.add(new Person(Double.parseDouble(time.replace("+", "")), time.endsWith("+") ? 0 : 1, arm, stratum));
        }
    }

    /** Arms 0 and 2 in one stratum, 1 and 3 in another: each pair is a test of its own, and their statistics add. */
    @Test
    void pairsThatNeverMetAreTestsOfTheirOwn() {
        List<Person> both = new ArrayList<>();
        add(both, "1 4+", 0, 0);
        add(both, "2 3", 2, 0);
        add(both, "1 2+", 1, 1);
        add(both, "1", 3, 1);
        TestResult test = WeightedLogRank.of(Lifetimes.times(both), Weight.LOG_RANK);

        assertThat(test.df()).hasValue(2);
        assertThat(test.statistic().orElseThrow()).isCloseTo(2.0 / 13 + 0.5, within(1e-14));
    }

    /** Pairs in strata 0 and 3, 1 and 2, and then 1, 3 and 4: what met somebody who met the others belongs to them. */
    @Test
    void armsThatMetThroughOthersBelongTogether() {
        List<Person> people = new ArrayList<>();
        add(people, "1 4+", 0, 0);
        add(people, "2 3", 3, 0);
        add(people, "1 4+", 1, 1);
        add(people, "2 3", 2, 1);
        SurvivalTimes pairs = Lifetimes.times(people);
        assertThat(WeightedLogRank.of(pairs, Weight.LOG_RANK).df()).hasValue(2);

        add(people, "3", 1, 2);
        add(people, "2", 3, 2);
        add(people, "5", 4, 2);
        assertThat(WeightedLogRank.of(Lifetimes.times(people), Weight.LOG_RANK).df())
                .hasValue(4);
    }

    /** A trend over arms that met only within pairs looks at the differences within pairs. */
    @Test
    void aTrendCountsOnlyDifferencesOfArmsThatMet() {
        List<Person> people = new ArrayList<>();
        add(people, "1 4+", 0, 0);
        add(people, "2 3", 2, 0);
        add(people, "1 2+", 1, 1);
        add(people, "1", 3, 1);
        SurvivalTimes times = Lifetimes.times(people);
        TestResult near = WeightedLogRank.trend(times, Weight.LOG_RANK, 0, 0, 1, 1);

        // (-1/3 - 1/3)^2 over 13/18 + 2/9.
        assertThat(near.statistic().orElseThrow()).isCloseTo(4.0 / 9 / (17.0 / 18), within(1e-14));
        assertThat(WeightedLogRank.trend(times, Weight.LOG_RANK, 0, 100, 1, 101)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(near.statistic().orElseThrow(), within(1e-12));
        // Pairs that are scored alike, however far from the other pair.
        assertThat(WeightedLogRank.trend(times, Weight.LOG_RANK, 0, 100, 0, 100))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void noTrendWithoutEvents() {
        assertThat(WeightedLogRank.trend(Lifetimes.of("1+ 2+", "3+"), Weight.LOG_RANK, 0, 1))
                .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS));
        assertThat(WeightedLogRank.trend(Lifetimes.of("2 2 5+", "2 3+"), Weight.LATE, 0, 1))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void refusesScoresOfOtherArms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedLogRank.trend(Lifetimes.of("1 2", "3 4"), Weight.LOG_RANK, 1, 2, 3))
                .withMessage("a trend needs a score for each of 2 arms, not all alike, got [1.0, 2.0, 3.0]");
    }

    @Test
    void weightsArePowersOfTheShares() {
        assertThat(new Weight(2, 3).of(0.5)).isEqualTo(1.0 / 32);
        assertThat(new Weight(0.5, 0).of(0.25)).isEqualTo(0.5);
        assertThat(new Weight(0, 0.5).of(0.75)).isEqualTo(0.5);
        assertThat(new Weight(1, 1).of(0.25)).isEqualTo(3.0 / 16);
        assertThat(Weight.LOG_RANK.of(0.25)).isEqualTo(1);
        assertThat(Weight.PETO_PETO.of(0.25)).isEqualTo(0.25);
        assertThat(Weight.LATE.of(0.25)).isEqualTo(0.75);
        assertThat(new Weight(100, 100).of(0.5)).isEqualTo(0x1p-200);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 100.5, Double.NaN})
    void refusesOtherPowers(double power) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weight(power, 0))
                .withMessage("rho and gamma must be from 0 to 100, got " + power + " and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weight(0, power))
                .withMessage("rho and gamma must be from 0 to 100, got 0.0 and " + power);
    }
}
