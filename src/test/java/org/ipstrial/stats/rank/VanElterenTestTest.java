package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.generalised.RowMeanScoresTest;
import org.ipstrial.stats.contingency.generalised.StratifiedCounts;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.junit.jupiter.api.Test;

class VanElterenTestTest {

    private static StratifiedSamples strata(TwoSamples... samples) {
        List<SampleStratum> strata = new ArrayList<>();
        for (TwoSamples one : samples) {
            strata.add(new SampleStratum("stratum " + strata.size(), one.group(), one.reference()));
        }
        return new StratifiedSamples(strata);
    }

    private static double z(StratifiedSamples strata) {
        return VanElterenTest.of(strata, Alternative.TWO_SIDED).statistic().getAsDouble();
    }

    @Test
    void ofOneStratumItIsMannWhitneyWithoutContinuityCorrection() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            double variance = MannWhitneyTest.variance(samples);
            if (variance > 0) {
                Placements placements = Placements.of(samples);
                assertThat(z(strata(samples)))
                        .isCloseTo((placements.wins() - placements.pairs() / 2) / Math.sqrt(variance), within(1e-12));
            }
        }
    }

    /** Its square is the row mean scores statistic with the ranks over N + 1 as scores, where both strata have one set of values. */
    @Test
    void isTheRowMeanScoresTestOfModifiedRidits() {
        double[] group = {1, 1, 2, 5, 7};
        double[] reference = {1, 2, 2, 5};
        TwoSamples samples = new TwoSamples(group, reference);
        TwoSamples swapped = new TwoSamples(new double[] {1, 1, 2, 2, 5}, new double[] {1, 2, 5, 7});
        double[] values = new TreeSet<>(List.of(1.0, 2.0, 5.0, 7.0))
                .stream().mapToDouble(Double::doubleValue).toArray();
        // Mid-ranks of 1 1 1 2 2 2 5 5 7, over 10, in both strata.
        double[] ridits = {0.2, 0.5, 0.75, 0.9};
        StratifiedCounts counts = new StratifiedCounts(List.of(counts(samples, values), counts(swapped, values)));
        double z = z(strata(samples, swapped));
        assertThat(z * z)
                .isCloseTo(RowMeanScoresTest.of(counts, ridits).statistic().getAsDouble(), within(1e-12));
    }

    private static long[][] counts(TwoSamples samples, double[] values) {
        return new long[][] {counts(samples.group(), values), counts(samples.reference(), values)};
    }

    private static long[] counts(double[] amounts, double[] values) {
        return Arrays.stream(values)
                .mapToLong(value ->
                        Arrays.stream(amounts).filter(amount -> amount == value).count())
                .toArray();
    }

    @Test
    void swappedArmsMirrorIt() {
        for (int seed = 1; seed <= 30; seed++) {
            StratifiedSamples strata = strata(Samples.twoArms(seed), Samples.twoArms(seed + 100));
            TestResult one = VanElterenTest.of(strata, Alternative.GREATER);
            TestResult other = VanElterenTest.of(strata.swapped(), Alternative.LESS);
            assertThat(other.statistic().getAsDouble())
                    .isCloseTo(-one.statistic().getAsDouble(), within(1e-12));
            assertThat(other.pValue().ifEstimated().getAsDouble())
                    .isCloseTo(one.pValue().ifEstimated().getAsDouble(), within(1e-12));
        }
    }

    /** Not a bit of it; nor does a different measure within each stratum. */
    @Test
    void neitherOrderNorNamesNorScaleNorSilentStrataMatter() {
        Random random = new Random(5);
        StratifiedSamples strata = strata(Samples.twoArms(3), Samples.twoArms(4), Samples.twoArms(5));
        List<SampleStratum> others = new ArrayList<>();
        for (SampleStratum stratum : strata.strata()) {
            others.add(new SampleStratum(
                    "other " + stratum.name(),
                    Samples.linear(Samples.shuffled(stratum.group(), random), 2, 0),
                    Samples.linear(Samples.shuffled(stratum.reference(), random), 2, 0)));
        }
        others.add(new SampleStratum("reference alone", new double[0], new double[] {1, 2}));
        Collections.reverse(others);
        assertThat(VanElterenTest.of(new StratifiedSamples(others), Alternative.TWO_SIDED))
                .isEqualTo(VanElterenTest.of(strata, Alternative.TWO_SIDED));
        others.add(new SampleStratum("all equal", new double[] {4, 4}, new double[] {4}));
        assertThat(z(new StratifiedSamples(others))).isCloseTo(z(strata), within(1e-15));
    }

    @Test
    void saysWhyThereIsNoTest() {
        assertThat(VanElterenTest.of(
                        strata(new TwoSamples(new double[] {1, 1}, new double[] {1})), Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(VanElterenTest.of(
                        new StratifiedSamples(List.of(new SampleStratum("a", new double[0], new double[] {1}))),
                        Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
    }
}
