package org.ipstrial.stats.location.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.PermutationTest;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

class StratifiedPermutationTestTest {

    private static StratifiedSamples strata(TwoSamples... samples) {
        List<SampleStratum> strata = new ArrayList<>();
        for (TwoSamples one : samples) {
            strata.add(new SampleStratum("stratum " + strata.size(), one.group(), one.reference()));
        }
        return new StratifiedSamples(strata);
    }

    private static double p(StratifiedSamples strata, Alternative alternative) {
        return StratifiedPermutationTest.of(strata, alternative, Samples.resampling())
                .pValue()
                .ifEstimated()
                .getAsDouble();
    }

    @Test
    void ofOneStratumItIsThePermutationTest() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            for (Alternative alternative : Alternative.values()) {
                assertThat(StratifiedPermutationTest.of(strata(samples), alternative, Samples.resampling()))
                        .isEqualTo(PermutationTest.of(samples, alternative, Samples.resampling()));
            }
        }
    }

    /** Every allocation of two strata looked at one by one. */
    @Test
    void countsEveryAllocationWithinStrata() {
        List<double[]> groups = Samples.everySample(2, 3);
        double[][] references = {{0, 1}, {2, 5, 5}};
        for (double[] one : groups) {
            for (double[] other : groups) {
                StratifiedSamples strata =
                        strata(new TwoSamples(one, references[0]), new TwoSamples(other, references[1]));
                for (Alternative alternative : Alternative.values()) {
                    assertThat(p(strata, alternative))
                            .as(strata.samples().get(0) + " " + alternative)
                            .isCloseTo(
                                    bruteForce(one, references[0], other, references[1], alternative), within(1e-12));
                }
            }
        }
    }

    private static double bruteForce(double[] g1, double[] r1, double[] g2, double[] r2, Alternative alternative) {
        double observed = off(g1, r1, new int[] {0, 1}) + off(g2, r2, new int[] {0, 1});
        int far = 0;
        int all = 0;
        for (int[] first : choices(g1.length + r1.length)) {
            for (int[] second : choices(g2.length + r2.length)) {
                double sum = off(g1, r1, first) + off(g2, r2, second);
                boolean asFar =
                        switch (alternative) {
                            case GREATER -> sum >= observed - 1e-9;
                            case LESS -> sum <= observed + 1e-9;
                            case TWO_SIDED -> Math.abs(sum) >= Math.abs(observed) - 1e-9;
                        };
                far += asFar ? 1 : 0;
                all++;
            }
        }
        return (double) far / all;
    }

    /** How far the sum of two chosen people lies from its expectation. */
    private static double off(double[] group, double[] reference, int[] chosen) {
        double[] all = new double[group.length + reference.length];
        System.arraycopy(group, 0, all, 0, group.length);
        System.arraycopy(reference, 0, all, group.length, reference.length);
        double sum = 0;
        for (double value : all) {
            sum += value;
        }
        return all[chosen[0]] + all[chosen[1]] - 2 * sum / all.length;
    }

    private static List<int[]> choices(int people) {
        List<int[]> choices = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            for (int j = i + 1; j < people; j++) {
                choices.add(new int[] {i, j});
            }
        }
        return choices;
    }

    private static StratifiedSamples large(int seed) {
        Random random = new Random(seed);
        return strata(
                new TwoSamples(Samples.hours(random, 40), Samples.hours(random, 55)),
                new TwoSamples(Samples.hours(random, 120), Samples.hours(random, 90)),
                new TwoSamples(irrational(random, 30), irrational(random, 31)));
    }

    private static double[] irrational(Random random, int n) {
        return random.doubles(n).map(StrictMath::sqrt).toArray();
    }

    @Test
    void whatIsDrawnDependsNeitherOnThreadsNorOnOrder() {
        StratifiedSamples strata = large(7);
        TestResult wanted = StratifiedPermutationTest.of(strata, Alternative.TWO_SIDED, Samples.resampling(999, 1));
        assertThat(StratifiedPermutationTest.of(strata, Alternative.TWO_SIDED, Samples.resampling(999, 5)))
                .isEqualTo(wanted);
        List<SampleStratum> others = new ArrayList<>();
        Random random = new Random(3);
        for (SampleStratum stratum : strata.strata()) {
            others.add(new SampleStratum(
                    "other " + stratum.name(),
                    Samples.shuffled(stratum.group(), random),
                    Samples.shuffled(stratum.reference(), random)));
        }
        others.add(new SampleStratum("group alone", new double[] {1, 2}, new double[0]));
        Collections.reverse(others);
        assertThat(StratifiedPermutationTest.of(
                        new StratifiedSamples(others), Alternative.TWO_SIDED, Samples.resampling(999, 2)))
                .isEqualTo(wanted);
    }

    @Test
    void swappedArmsMirrorTheStatisticAndOneSidedTests() {
        StratifiedSamples strata = strata(
                new TwoSamples(new double[] {3, 5, 9}, new double[] {1, 2}),
                new TwoSamples(new double[] {0, 0.5}, new double[] {4, 0, 0}));
        TestResult one = StratifiedPermutationTest.of(strata, Alternative.GREATER, Samples.resampling());
        TestResult other = StratifiedPermutationTest.of(strata.swapped(), Alternative.LESS, Samples.resampling());
        assertThat(other.statistic().getAsDouble()).isEqualTo(-one.statistic().getAsDouble());
        assertThat(other.pValue().ifEstimated().getAsDouble())
                .isCloseTo(one.pValue().ifEstimated().getAsDouble(), within(1e-12));
        // 6/5 (17/3 - 3/2) + 6/5 (1/4 - 4/3), over 12/5.
        assertThat(one.statistic().getAsDouble()).isCloseTo((17.0 / 3 - 1.5 + 0.25 - 4.0 / 3) / 2, within(1e-15));
    }

    /** The drawn share lies within four of its standard errors of the counted one. */
    @Test
    void whatIsDrawnComesCloseToWhatIsCounted() {
        Random random = new Random(11);
        double[] group = random.ints(12, 0, 9).asDoubleStream().toArray();
        double[] reference = random.ints(14, 0, 7).asDoubleStream().toArray();
        TwoSamples second = new TwoSamples(reference, group);
        double counted = p(strata(new TwoSamples(group, reference), second), Alternative.TWO_SIDED);
        // A factor that is no decimal number has the allocations drawn.
        double factor = StrictMath.sqrt(2);
        StratifiedSamples drawn = strata(
                new TwoSamples(Samples.linear(group, factor, 0), Samples.linear(reference, factor, 0)),
                new TwoSamples(Samples.linear(reference, factor, 0), Samples.linear(group, factor, 0)));
        double p = StratifiedPermutationTest.of(drawn, Alternative.TWO_SIDED, Samples.resampling(20_000, 2))
                .pValue()
                .ifEstimated()
                .getAsDouble();
        assertThat(p).isCloseTo(counted, within(4 * Math.sqrt(counted * (1 - counted) / 20_000)));
    }

    /** Their allocations are more than a double can hold: 2 to the 3,000 in each stratum. */
    @Test
    void manyPeopleWithFewAmountsAreDrawn() {
        double[] half = new double[1500];
        double[] other = new double[1500];
        for (int i = 0; i < 1500; i++) {
            half[i] = i % 3;
            other[i] = i % 2;
        }
        TwoSamples samples = new TwoSamples(half, other);
        assertThat(PermutationTest.of(samples, Alternative.TWO_SIDED, Samples.resampling())
                        .pValue())
                .isEqualTo(Quantity.of(1 / 401.0));
        assertThat(p(strata(samples, samples), Alternative.GREATER)).isEqualTo(1 / 401.0);
    }

    @Test
    void edges() {
        double[] same = {2, 2};
        StratifiedSamples equal = strata(new TwoSamples(same, same), new TwoSamples(same, same));
        assertThat(p(equal, Alternative.TWO_SIDED)).isEqualTo(1);
        assertThat(equal.strata().get(0).silence()).contains(Reason.NO_VARIANCE);
        StratifiedSamples oneArm =
                new StratifiedSamples(List.of(new SampleStratum("a", new double[] {1}, new double[0])));
        assertThat(StratifiedPermutationTest.of(oneArm, Alternative.LESS, Samples.resampling()))
                .isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
        assertThat(oneArm.strata().get(0).silence()).contains(Reason.NOBODY_ASSESSED_IN_REFERENCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleStratum("a", new double[] {Double.NaN}, new double[0]))
                .withMessage("group must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedSamples(List.of(
                        new SampleStratum("a", new double[0], new double[0]),
                        new SampleStratum("a", new double[0], new double[0]))))
                .withMessage("each stratum must have a name of its own, got twice a");
    }
}
