package org.ipstrial.stats.adjusted.clustered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.design.Aliased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects of arms in clusters where nothing varies between clusters, at the ends of the scale and in another unit. */
class NormalContrastsTest {

    private static final int[] ARMS = {0, 0, 0, 0, 1, 1, 1, 1};
    private static final int[] FOUR = {0, 0, 1, 1, 2, 2, 3, 3};
    private static final double[] MIXED = {1, 0, 1, 1, 0, 1, 0, 0};
    /** The share of a normal distribution within one standard deviation, 2 pnorm(1) - 1 of R 4.2.2. */
    private static final double ONE_SD = 0.682689492137086;

    private static AdjustedData data(double[] outcome, int[] arm, int[] cluster) {
        return AdjustedData.of(outcome, arm, List.of("IPS", "SAU"), List.of(), new double[0][])
                .inClusters(cluster);
    }

    /** Two of three in each cluster of one arm and one of three in each of the other: risks 2 to 1, odds 4 to 1. */
    @Test
    void clustersThatAreAllAlikeTellOfNoVariance() {
        AdjustedData alike = data(
                new double[] {1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 1},
                new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1},
                new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3});

        assertWithoutVariance(ModifiedPoissonCr1.of(alike), 2);
        assertWithoutVariance(PoissonCr1.of(alike), 2);
        assertWithoutVariance(LogisticCr1.of(alike), 4);
    }

    private static void assertWithoutVariance(ArmContrasts contrasts, double ratio) {
        Estimate estimate = contrasts.estimate(0, 1, 0.95);
        assertThat(estimate.estimate().ifEstimated().orElseThrow()).isCloseTo(ratio, within(1e-14));
        assertThat(estimate.lower()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(estimate.upper()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(contrasts.test(0, 1, 3, Alternative.LESS)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    /** No data of finite size could have come of a ratio of 0, nor of one without end. */
    @Test
    void ratiosAtTheEndsOfTheirScaleAreBeyondAllNumbers() {
        for (ArmContrasts contrasts :
                List.of(ModifiedPoissonCr1.of(data(MIXED, ARMS, FOUR)), LogisticCr1.of(data(MIXED, ARMS, FOUR)))) {
            assertThat(contrasts.test(0, 1, 0, Alternative.TWO_SIDED)).isEqualTo(beyond(Double.MIN_VALUE));
            assertThat(contrasts.test(0, 1, 0, Alternative.GREATER)).isEqualTo(beyond(Double.MIN_VALUE));
            assertThat(contrasts.test(0, 1, 0, Alternative.LESS)).isEqualTo(beyond(1));
            assertThat(contrasts.test(0, 1, Double.POSITIVE_INFINITY, Alternative.GREATER))
                    .isEqualTo(beyond(1));
            assertThat(contrasts.test(0, 1, Double.POSITIVE_INFINITY, Alternative.LESS))
                    .isEqualTo(beyond(Double.MIN_VALUE));
        }
    }

    private static TestResult beyond(double pValue) {
        return new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.of(pValue));
    }

    /** Clusters of two with one event each: no variance between them, and sqrt(2/6 2/4) for the difference of 0. */
    @Test
    void aDifferenceByHand() {
        ArmContrasts mixed = MixedRandomIntercept.of(data(new double[] {1, 0, 1, 0, 1, 0, 1, 0}, ARMS, FOUR));
        Estimate estimate = mixed.estimate(0, 1, ONE_SD);

        assertThat(estimate.lower().ifEstimated().orElseThrow()).isCloseTo(-Math.sqrt(1.0 / 6), within(1e-13));
        assertThat(estimate.upper().ifEstimated().orElseThrow()).isCloseTo(Math.sqrt(1.0 / 6), within(1e-13));
        assertThat(mixed.test(0, 1, 0.5, Alternative.TWO_SIDED).statistic().orElseThrow())
                .isCloseTo(-Math.sqrt(1.5), within(1e-13));
    }

    /** A covariate that is twice another is left out, and every method says so. */
    @Test
    void namesWhatItLeavesOut() {
        AdjustedData data = AdjustedData.of(
                        new double[] {1, 0, 1, 1, 0, 1, 0, 0},
                        ARMS,
                        List.of("IPS", "SAU"),
                        List.of("age", "twice"),
                        new double[][] {{3, 1, 4, 1, 5, 9, 2, 6}, {6, 2, 8, 2, 10, 18, 4, 12}})
                .inClusters(FOUR);
        for (Function<AdjustedData, ArmContrasts> method : List.<Function<AdjustedData, ArmContrasts>>of(
                AncovaCr2::of,
                GeeExchangeable::ofAmounts,
                MixedRandomIntercept::of,
                ModifiedPoissonCr1::of,
                PoissonCr1::of)) {
            assertThat(method.apply(data).notes().aliased())
                    .extracting(Aliased::name)
                    .containsExactly("twice");
        }
    }

    /** An amount in a unit 2^60 times as large, or as small, has the same test and limits in that unit. */
    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void theUnitOfAnAmountIsOfNoAccount(int power) {
        double unit = Math.scalb(1.0, power);
        double[] amounts = {3, 1, 4, 1, 5, 9, 2, 7};
        double[] scaled = Arrays.stream(amounts).map(y -> y * unit).toArray();
        for (Function<AdjustedData, ArmContrasts> method : List.<Function<AdjustedData, ArmContrasts>>of(
                AncovaCr2::of, GeeExchangeable::ofAmounts, MixedRandomIntercept::of)) {
            ArmContrasts plain = method.apply(data(amounts, ARMS, FOUR));
            ArmContrasts other = method.apply(data(scaled, ARMS, FOUR));

            assertThat(other.test(0, 1, 0, Alternative.TWO_SIDED)
                            .pValue()
                            .ifEstimated()
                            .orElseThrow())
                    .isCloseTo(
                            plain.test(0, 1, 0, Alternative.TWO_SIDED)
                                    .pValue()
                                    .ifEstimated()
                                    .orElseThrow(),
                            within(1e-9));
            assertThat(other.estimate(0, 1, 0.95).lower().ifEstimated().orElseThrow() / unit)
                    .isCloseTo(plain.estimate(0, 1, 0.95).lower().ifEstimated().orElseThrow(), within(1e-8));
        }
    }
}
