package org.ipstrial.stats.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PearsonTest;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.location.StudentTest;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.WelchTest;
import org.ipstrial.stats.proportion.BinomialCount;
import org.junit.jupiter.api.Test;

/** What holds for the tests of all arms whatever the data. */
class AllArmsLawsTest {

    private static final Map<String, SamplesTest> TESTS = Map.of(
            "welch-anova", WelchAnovaTest::of,
            "kruskal-wallis", KruskalWallisTest::of,
            "anova", AnovaTest::of);

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().orElseThrow();
    }

    private static double[] amounts(SplittableRandom random, int n, boolean whole) {
        double[] amounts = new double[n];
        for (int i = 0; i < n; i++) {
            amounts[i] = whole ? random.nextInt(8) : random.nextDouble() * 100 / 7;
        }
        return amounts;
    }

    private static List<double[]> arms(SplittableRandom random, int k, boolean whole) {
        List<double[]> arms = new ArrayList<>();
        for (int arm = 0; arm < k; arm++) {
            double[] amounts = amounts(random, 2 + random.nextInt(9), whole);
            // No arm without variance.
            amounts[0] = 0;
            amounts[1] = 7;
            arms.add(amounts);
        }
        return arms;
    }

    @Test
    void ofTwoArmsTheyAreTheTestsOfTwoArms() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 500; trial++) {
            List<double[]> arms = arms(random, 2, trial % 2 == 0);
            SeveralSamples several = new SeveralSamples(arms);
            TwoSamples two = new TwoSamples(arms.get(0), arms.get(1));
            TestResult student = StudentTest.of(two, Alternative.TWO_SIDED);
            TestResult welch = WelchTest.of(two, Alternative.TWO_SIDED);
            TestResult anova = AnovaTest.of(several);
            TestResult welchAnova = WelchAnovaTest.of(several);

            double t = student.statistic().orElseThrow();
            assertThat(anova.statistic().orElseThrow()).isCloseTo(t * t, within(1e-12 * (1 + t * t)));
            assertThat(anova.df2()).isEqualTo(student.df());
            assertThat(p(anova)).isCloseTo(p(student), within(1e-12));
            double w = welch.statistic().orElseThrow();
            assertThat(welchAnova.statistic().orElseThrow()).isCloseTo(w * w, within(1e-12 * (1 + w * w)));
            assertThat(welchAnova.df2().orElseThrow()).isCloseTo(welch.df().orElseThrow(), within(1e-10));
            assertThat(p(welchAnova)).isCloseTo(p(welch), within(1e-12));
        }
    }

    /** Over every table of two arms of up to 7 people. */
    @Test
    void ofTwoArmsChiSquaredIsPearsons() {
        for (int n1 = 1; n1 <= 7; n1++) {
            for (int n2 = 1; n2 <= 7; n2++) {
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        TestResult two = PearsonTest.of(TwoByTwo.of(x1, n1, x2, n2));
                        TestResult several = counts(x1, n1, x2, n2);
                        if (two.statistic().isEmpty()) {
                            assertThat(several).isEqualTo(two);
                        } else {
                            assertThat(several.statistic().orElseThrow())
                                    .isCloseTo(two.statistic().orElseThrow(), within(1e-13));
                            assertThat(p(several)).isCloseTo(p(two), within(1e-13));
                        }
                    }
                }
            }
        }
    }

    private static TestResult counts(int... eventsAndAssessed) {
        List<BinomialCount> arms = new ArrayList<>();
        for (int i = 0; i < eventsAndAssessed.length; i += 2) {
            arms.add(new BinomialCount(eventsAndAssessed[i], eventsAndAssessed[i + 1]));
        }
        return PearsonArmsTest.of(new SeveralCounts(arms));
    }

    /** The sum of (observed - expected)^2 / expected, cell by cell, over every table of three arms of 4, 5 and 6. */
    @Test
    void chiSquaredIsTheSumOverCells() {
        int[] n = {4, 5, 6};
        for (int x0 = 0; x0 <= 4; x0++) {
            for (int x1 = 0; x1 <= 5; x1++) {
                for (int x2 = 0; x2 <= 6; x2++) {
                    int m = x0 + x1 + x2;
                    TestResult test = counts(x0, 4, x1, 5, x2, 6);
                    if (m == 0 || m == 15) {
                        assertThat(test.pValue()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
                        continue;
                    }
                    double sum = 0;
                    int[] x = {x0, x1, x2};
                    for (int arm = 0; arm < 3; arm++) {
                        double events = n[arm] * m / 15.0;
                        double none = n[arm] - events;
                        sum += (x[arm] - events) * (x[arm] - events) * (1 / events + 1 / none);
                    }
                    assertThat(test.statistic().orElseThrow()).isCloseTo(sum, within(1e-12));
                    assertThat(test.df()).hasValue(2);
                    assertThat(p(test)).isCloseTo(StrictMath.exp(-sum / 2), within(1e-14));
                    assertThat(counts(4 - x0, 4, 5 - x1, 5, 6 - x2, 6)
                                    .statistic()
                                    .orElseThrow())
                            .isCloseTo(test.statistic().orElseThrow(), within(1e-13));
                }
            }
        }
    }

    @Test
    void theOrderOfArmsAndPeopleIsOfNoAccount() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            List<double[]> arms = arms(random, 3 + random.nextInt(3), trial % 2 == 0);
            List<double[]> shuffled = new ArrayList<>();
            for (double[] arm : arms) {
                List<Double> people = new ArrayList<>();
                for (double amount : arm) {
                    people.add(amount);
                }
                Collections.shuffle(people, new Random(trial));
                shuffled.add(people.stream().mapToDouble(Double::doubleValue).toArray());
            }
            TESTS.forEach((name, test) -> {
                TestResult first = test.of(new SeveralSamples(arms));
                assertThat(test.of(new SeveralSamples(shuffled))).as(name).isEqualTo(first);
                List<double[]> reversed = new ArrayList<>(shuffled);
                Collections.reverse(reversed);
                assertThat(p(test.of(new SeveralSamples(reversed)))).as(name).isCloseTo(p(first), within(1e-13));
            });
        }
    }

    /** A shift and a change of unit by a power of two change nothing, nor for ranks any rising function. */
    @Test
    void theUnitIsOfNoAccount() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 200; trial++) {
            List<double[]> arms = arms(random, 3, true);
            List<double[]> moved = new ArrayList<>();
            List<double[]> cubed = new ArrayList<>();
            for (double[] arm : arms) {
                moved.add(Arrays.stream(arm).map(x -> 4 * x - 1000).toArray());
                cubed.add(Arrays.stream(arm).map(x -> x * x * x).toArray());
            }
            TESTS.forEach((name, test) -> assertThat(p(test.of(new SeveralSamples(moved))))
                    .as(name)
                    .isCloseTo(p(test.of(new SeveralSamples(arms))), within(1e-13)));
            assertThat(KruskalWallisTest.of(new SeveralSamples(cubed)))
                    .isEqualTo(KruskalWallisTest.of(new SeveralSamples(arms)));
        }
    }

    /** H by mid-ranks as R counts them, one person at a time. */
    @Test
    void kruskalWallisIsThatOfRanksCountedByHand() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 300; trial++) {
            List<double[]> arms = arms(random, 3, true);
            List<Double> all = new ArrayList<>();
            arms.forEach(arm -> Arrays.stream(arm).forEach(all::add));
            double n = all.size();
            double sum = 0;
            for (double[] arm : arms) {
                double ranks = 0;
                for (double amount : arm) {
                    double below = all.stream().filter(x -> x < amount).count();
                    double equal = all.stream().filter(x -> x == amount).count();
                    ranks += below + (equal + 1) / 2;
                }
                sum += ranks * ranks / arm.length;
            }
            double ties = 0;
            for (double value : new TreeSet<>(all)) {
                double t = Collections.frequency(all, value);
                ties += t * t * t - t;
            }
            double h = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / (1 - ties / (n * n * n - n));
            assertThat(KruskalWallisTest.of(new SeveralSamples(arms))
                            .statistic()
                            .orElseThrow())
                    .isCloseTo(h, within(1e-10));
        }
    }

    @Test
    void withoutVarianceThereIsNoTest() {
        SeveralSamples constant =
                new SeveralSamples(List.of(new double[] {2, 2}, new double[] {2, 2}, new double[] {2}));
        SeveralSamples apart =
                new SeveralSamples(List.of(new double[] {1, 1}, new double[] {2, 2}, new double[] {3, 3}));
        SeveralSamples single = new SeveralSamples(List.of(new double[] {1, 2}, new double[] {2, 4}, new double[] {3}));
        SeveralSamples one = new SeveralSamples(List.of(new double[] {1, 2}, new double[] {2, 4}, new double[] {3, 3}));

        assertThat(KruskalWallisTest.of(constant)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(KruskalWallisTest.of(apart).statistic()).hasValue(5);
        assertThat(KruskalWallisTest.of(single).df()).hasValue(2);
        for (SamplesTest test : List.<SamplesTest>of(AnovaTest::of, WelchAnovaTest::of)) {
            assertThat(test.of(constant)).isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO));
            assertThat(test.of(apart)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
            assertThat(test.of(single)).isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO));
        }
        assertThat(AnovaTest.of(one).statistic()).isPresent();
        assertThat(WelchAnovaTest.of(one)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void beyondAllNumbersThePValueIsTheSmallest() {
        SeveralSamples far = new SeveralSamples(
                List.of(new double[] {0, 1e-150}, new double[] {0, 2e-150}, new double[] {1e99, 1.0000001e99}));
        for (SamplesTest test : TESTS.values()) {
            assertThat(p(test.of(far))).isPositive();
        }
        int large = Integer.MAX_VALUE;
        TestResult counts = counts(large - 1, large, large / 2, large, 1, large);
        assertThat(p(counts)).isEqualTo(Double.MIN_VALUE);
        assertThat(counts(large / 3, large, large / 3, large, large / 3, large).statistic())
                .hasValue(0);
    }

    @Test
    void refusesWhatAreNoArms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeveralSamples(List.of(new double[] {1})))
                .withMessage("there must be two arms at least, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeveralSamples(List.of(new double[] {1}, new double[0])))
                .withMessage("each arm must have at least one amount, got an arm with none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeveralSamples(List.of(new double[] {1}, new double[] {Double.NaN})))
                .withMessage("arm must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeveralCounts(List.of()))
                .withMessage("there must be two arms at least, got 0");
    }
}
