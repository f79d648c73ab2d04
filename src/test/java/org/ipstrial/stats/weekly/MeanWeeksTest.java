package org.ipstrial.stats.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.WelchDifference;
import org.ipstrial.stats.location.WelchTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mean weeks against Welch where all are observed, by the sandwich of a regression where not, and at their edges. */
class MeanWeeksTest {

    private static final int PEOPLE = 3;
    private static final int WEEKS = 2;

    /** Where everybody is observed: every pair of arms of three people and two weeks. */
    @Test
    void whereAllAreObservedItIsTheWelchIntervalOfEachPersonsWeeks() {
        int arms = 1 << PEOPLE * WEEKS;
        for (int one = 0; one < arms; one++) {
            for (int other = 0; other < arms; other++) {
                byte[][] group = observed(one);
                byte[][] reference = observed(other);
                Estimate difference = MeanWeeksDifference.of(WeeklyStates.of(group), WeeklyStates.of(reference), 0.95);
                TwoSamples sums = new TwoSamples(sums(group), sums(reference));
                // What hangs on neighbouring weeks is in the variance: the weeks of one person are never taken for two.
                boolean spread = spread(group) || spread(reference);
                Estimate welch = WelchDifference.of(sums, 0.95, null);
                assertThat(value(difference.estimate())).isCloseTo(value(welch.estimate()), within(1e-12));
                if (spread) {
                    assertThat(value(difference.lower())).isCloseTo(value(welch.lower()), within(1e-9));
                    assertThat(value(difference.upper())).isCloseTo(value(welch.upper()), within(1e-9));
                } else {
                    assertThat(difference.lower()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
                }
            }
        }
    }

    /** The limits leave out 0 exactly where Welch's test rejects. */
    @Test
    void itsLimitsLeaveOutNothingExactlyWhereWelchsTestRejects() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[][] group = drawn(random, 8, 5, 0, 0.7);
            byte[][] reference = drawn(random, 9, 5, 0, 0.3);
            Estimate difference = MeanWeeksDifference.of(WeeklyStates.of(group), WeeklyStates.of(reference), 0.95);
            double p = value(WelchTest.of(new TwoSamples(sums(group), sums(reference)), Alternative.TWO_SIDED)
                    .pValue());
            boolean leavesOut = value(difference.lower()) > 0 || value(difference.upper()) < 0;
            assertThat(leavesOut).as("draw " + i).isEqualTo(p < 0.05);
        }
    }

    /** The sandwich of a regression of each week on its own indicator, clustered by person, by matrices. */
    @Test
    void whereSomeAreNotObservedItIsTheSandwichOfARegressionOnWeeks() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[][] people = drawn(random, 3 + random.nextInt(10), 1 + random.nextInt(6), 0.3, 0.5);
            WeeklyStates arm = WeeklyStates.of(people);
            if (IntStream.range(0, arm.weeks()).anyMatch(week -> arm.observed(week) == 0)) {
                assertThat(MeanWeeks.of(arm, 0.9).estimate())
                        .isEqualTo(Quantity.notEstimable(Reason.NOBODY_OBSERVED_IN_A_WEEK));
                continue;
            }
            Estimate estimate = MeanWeeks.of(arm, 0.9);
            double[] expected = sandwich(people);
            assertThat(value(estimate.estimate())).as("draw " + i).isCloseTo(expected[0], within(1e-12));
            if (estimate.standardError().isPresent()) {
                assertThat(value(estimate.standardError().get())).isCloseTo(expected[1], within(1e-10));
            } else {
                // One person alone, or people who are all alike.
                assertThat(Double.isNaN(expected[1]) || expected[1] < 1e-10).isTrue();
            }
        }
    }

    @Test
    void theOrderOfPeopleChangesNoBitAndSwappingArmsMirrors() {
        Random random = new Random(3);
        byte[][] group = drawn(random, 40, 20, 0.2, 0.4);
        byte[][] reference = drawn(random, 30, 20, 0.2, 0.6);
        List<byte[]> shuffled = new ArrayList<>(Arrays.asList(group));
        Collections.shuffle(shuffled, random);
        WeeklyStates one = WeeklyStates.of(group);
        WeeklyStates other = WeeklyStates.of(reference);

        assertThat(MeanWeeks.of(WeeklyStates.of(shuffled.toArray(byte[][]::new)), 0.95))
                .isEqualTo(MeanWeeks.of(one, 0.95));
        Estimate difference = MeanWeeksDifference.of(one, other, 0.95);
        Estimate mirrored = MeanWeeksDifference.of(other, one, 0.95);
        assertThat(value(mirrored.estimate())).isEqualTo(-value(difference.estimate()));
        assertThat(value(mirrored.lower())).isEqualTo(-value(difference.upper()));
        assertThat(value(difference.estimate()))
                .isEqualTo(value(MeanWeeks.of(one, 0.95).estimate())
                        - value(MeanWeeks.of(other, 0.95).estimate()));
    }

    /** Idle and active changed for each other: the rest of the weeks. Who was never observed changes nothing. */
    @Test
    void idleWeeksAreTheRestAndWhoWasNeverObservedCountsNowhere() {
        byte[][] people = drawn(new Random(5), 12, 6, 0.25, 0.5);
        byte[][] turned = new byte[people.length][];
        byte[][] more = Arrays.copyOf(people, people.length + 1);
        for (int i = 0; i < people.length; i++) {
            turned[i] = people[i].clone();
            for (int week = 0; week < turned[i].length; week++) {
                turned[i][week] = (byte) (turned[i][week] < 0 ? -1 : 1 - turned[i][week]);
            }
        }
        more[people.length] = new byte[] {-1, -1, -1, -1, -1, -1};
        Estimate estimate = MeanWeeks.of(WeeklyStates.of(people), 0.95);
        Estimate rest = MeanWeeks.of(WeeklyStates.of(turned), 0.95);

        assertThat(value(rest.estimate())).isCloseTo(6 - value(estimate.estimate()), within(1e-12));
        assertThat(value(rest.upper())).isCloseTo(6 - value(estimate.lower()), within(1e-12));
        assertThat(MeanWeeks.of(WeeklyStates.of(more), 0.95)).isEqualTo(estimate);
    }

    @Test
    void whatCannotBeSaidHasItsReason() {
        WeeklyStates alone = WeeklyStates.of(new byte[][] {{1, 0, 1}});
        WeeklyStates alike = WeeklyStates.of(new byte[][] {{1, 1, 0}, {1, -1, 0}, {1, 1, -1}});
        WeeklyStates gap = WeeklyStates.of(new byte[][] {{1, -1, 0}, {1, -1, 1}});

        assertThat(MeanWeeks.of(alone, 0.95)).isEqualTo(Estimate.withoutLimits(2, Reason.FEWER_THAN_TWO));
        assertThat(MeanWeeks.of(alike, 0.95)).isEqualTo(Estimate.withoutLimits(2, Reason.NO_VARIANCE));
        assertThat(MeanWeeks.of(gap, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NOBODY_OBSERVED_IN_A_WEEK));
        assertThat(MeanWeeksDifference.of(alike, alone, 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.FEWER_THAN_TWO));
        assertThat(MeanWeeksDifference.of(alike, alike, 0.95)).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThat(MeanWeeksDifference.of(alike, gap, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NOBODY_OBSERVED_IN_A_WEEK));
    }

    @Test
    void refusesWhatIsNoWeeks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyStates.of(new byte[0][]))
                .withMessage("weeks need at least one person and one week, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyStates.of(new byte[][] {{}}))
                .withMessage("weeks need at least one person and one week, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyStates.of(new byte[][] {{1, 0}, {1}}))
                .withMessage("everybody must have the same number of weeks, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyStates.of(new byte[][] {{1, 2}}))
                .withMessage("a week must be 1, 0 or -1, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanWeeksDifference.of(
                        WeeklyStates.of(new byte[][] {{1}}), WeeklyStates.of(new byte[][] {{1, 1}}), 0.95))
                .withMessage("both arms must have the same weeks, got 1 and 2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, Double.NaN})
    void refusesALevelThatIsNoFraction(double level) {
        WeeklyStates arm = WeeklyStates.of(new byte[][] {{1, 0}, {0, 0}});
        assertThatIllegalArgumentException().isThrownBy(() -> MeanWeeks.of(arm, level));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanWeeksDifference.of(arm, arm, level));
    }

    /** b = (X'X)^-1 X'y; V = n / (n - 1) (X'X)^-1 (sum over people of X_i'e_i e_i'X_i) (X'X)^-1; the sum of b and of V. */
    private static double[] sandwich(byte[][] people) {
        int weeks = people[0].length;
        RealMatrix bread = new Array2DRowRealMatrix(weeks, weeks);
        double[] b = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            int at = week;
            double[] known = Arrays.stream(people)
                    .filter(person -> person[at] >= 0)
                    .mapToDouble(person -> person[at])
                    .toArray();
            bread.setEntry(week, week, 1.0 / known.length);
            b[week] = DoubleStream.of(known).average().orElseThrow();
        }
        RealMatrix meat = new Array2DRowRealMatrix(weeks, weeks);
        int n = 0;
        for (byte[] person : people) {
            RealMatrix score = new Array2DRowRealMatrix(weeks, 1);
            boolean any = false;
            for (int week = 0; week < weeks; week++) {
                if (person[week] >= 0) {
                    score.setEntry(week, 0, person[week] - b[week]);
                    any = true;
                }
            }
            n += any ? 1 : 0;
            meat = meat.add(score.multiply(score.transpose()));
        }
        RealMatrix v = bread.multiply(meat).multiply(bread).scalarMultiply(n / (n - 1.0));
        double sum = 0;
        for (double[] row : v.getData()) {
            sum += DoubleStream.of(row).sum();
        }
        return new double[] {DoubleStream.of(b).sum(), Math.sqrt(Math.max(0, sum))};
    }

    private static byte[][] observed(int bits) {
        byte[][] people = new byte[PEOPLE][WEEKS];
        for (int bit = 0; bit < PEOPLE * WEEKS; bit++) {
            people[bit / WEEKS][bit % WEEKS] = (byte) (bits >> bit & 1);
        }
        return people;
    }

    private static byte[][] drawn(Random random, int people, int weeks, double unknown, double active) {
        byte[][] drawn = new byte[people][weeks];
        for (byte[] person : drawn) {
            for (int week = 0; week < weeks; week++) {
                person[week] = (byte) (random.nextDouble() < unknown ? -1 : random.nextDouble() < active ? 1 : 0);
            }
        }
        return drawn;
    }

    private static double[] sums(byte[][] people) {
        return Arrays.stream(people)
                .mapToDouble(person ->
                        IntStream.range(0, person.length).map(w -> person[w]).sum())
                .toArray();
    }

    private static boolean spread(byte[][] people) {
        return DoubleStream.of(sums(people)).distinct().count() > 1;
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
