package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ipstrial.stats.Allotted;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

class MannWhitneyExactTestTest {

    /** Second route: every allocation, one by one, its pairs counted one by one. */
    @Test
    void isTheShareOfAllAllocations() {
        for (int size : new int[] {1, 2, 3, 4}) {
            for (double[] reference : Samples.everySample(3, 3)) {
                for (double[] group : Samples.everySample(size, 3)) {
                    TwoSamples samples = new TwoSamples(group, reference);
                    double half = group.length * reference.length / 2.0;
                    double distance = Math.abs(wins(samples) - half);
                    List<TwoSamples> all = Allotted.all(samples);
                    double far = all.stream()
                            .filter(other -> Math.abs(wins(other) - half) >= distance)
                            .count();
                    TestResult test = MannWhitneyExactTest.of(samples, Alternative.TWO_SIDED);

                    assertThat(test.statistic().orElseThrow()).isEqualTo(wins(samples));
                    assertThat(p(test)).isCloseTo(far / all.size(), within(1e-14));
                }
            }
        }
    }

    @Test
    void ofOneSideIsTheShareOfAllAllocationsOnThatSide() {
        for (int size : new int[] {1, 2, 4}) {
            for (double[] reference : Samples.everySample(3, 3)) {
                for (double[] group : Samples.everySample(size, 3)) {
                    TwoSamples samples = new TwoSamples(group, reference);
                    List<TwoSamples> all = Allotted.all(samples);
                    double atLeast = all.stream()
                            .filter(other -> wins(other) >= wins(samples))
                            .count();
                    double atMost = all.stream()
                            .filter(other -> wins(other) <= wins(samples))
                            .count();

                    assertThat(p(MannWhitneyExactTest.of(samples, Alternative.GREATER)))
                            .isCloseTo(atLeast / all.size(), within(1e-14));
                    assertThat(p(MannWhitneyExactTest.of(samples, Alternative.LESS)))
                            .isCloseTo(atMost / all.size(), within(1e-14));
                }
            }
        }
    }

    /** Ranks know only the order. */
    @Test
    void aRisingTransformationChangesNoBit() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            TwoSamples cubed = new TwoSamples(
                    Arrays.stream(samples.group()).map(x -> x * x * x).toArray(),
                    Arrays.stream(samples.reference()).map(x -> x * x * x).toArray());

            assertThat(MannWhitneyExactTest.of(cubed, Alternative.TWO_SIDED))
                    .isEqualTo(MannWhitneyExactTest.of(samples, Alternative.TWO_SIDED));
        }
    }

    /** Two routes of the distribution: with 40 a side the normal approximation is near. */
    @Test
    void isNearTheNormalApproximationInLargeArms() {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            TwoSamples samples = new TwoSamples(Samples.hours(random, 90), Samples.hours(random, 100));

            assertThat(p(MannWhitneyExactTest.of(samples, Alternative.TWO_SIDED)))
                    .isCloseTo(p(MannWhitneyTest.of(samples, Alternative.TWO_SIDED)), within(0.002));
        }
    }

    /** One person above 50,000 others: the first of 50,001 places, or the last. */
    @Test
    void goesUpToFiftyThousandPairs() {
        double[] others = new double[50_000];
        Arrays.setAll(others, i -> i);

        assertThat(p(MannWhitneyExactTest.of(new TwoSamples(new double[] {60_000}, others), Alternative.TWO_SIDED)))
                .isCloseTo(2 / 50_001.0, within(1e-16));
        assertThat(MannWhitneyExactTest.of(new TwoSamples(new double[] {1}, new double[50_001]), Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
        assertThat(MannWhitneyExactTest.of(new TwoSamples(new double[224], new double[224]), Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
        assertThat(Reason.TOO_LARGE_FOR_EXACT.id()).isEqualTo("too-large-for-exact");
    }

    /** All 223 of the group above all 223 of the reference: two of choose(446, 223) allocations. */
    @Test
    void theLargestArmsKeepTheirDigits() {
        double[] group = new double[223];
        double[] reference = new double[223];
        double logOfAll = 0;
        for (int i = 0; i < 223; i++) {
            group[i] = 1000 + i;
            reference[i] = i;
            logOfAll += StrictMath.log((224.0 + i) / (1 + i));
        }
        double p = p(MannWhitneyExactTest.of(new TwoSamples(group, reference), Alternative.TWO_SIDED));

        assertThat(StrictMath.log(p)).isCloseTo(StrictMath.log(2) - logOfAll, within(1e-10));
    }

    @Test
    void amountsThatAreAllEqualDoNotDiffer() {
        assertThat(MannWhitneyExactTest.of(
                        new TwoSamples(new double[] {0, -0.0, 0}, new double[] {0, 0}), Alternative.TWO_SIDED))
                .isEqualTo(TestResult.of(3, 1));
        assertThat(MannWhitneyExactTest.of(new TwoSamples(new double[] {5}, new double[] {4}), Alternative.TWO_SIDED)
                        .pValue())
                .isEqualTo(Quantity.of(1));
    }

    private static double wins(TwoSamples samples) {
        List<Double> pairs = new ArrayList<>();
        for (double x : samples.group()) {
            for (double y : samples.reference()) {
                pairs.add(x > y ? 1 : x == y ? 0.5 : 0.0);
            }
        }
        return pairs.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().orElseThrow();
    }
}
