package org.ipstrial.stats.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.clustered.AncovaCr2;
import org.ipstrial.stats.adjusted.clustered.GeeExchangeable;
import org.ipstrial.stats.adjusted.clustered.LogisticCr1;
import org.ipstrial.stats.adjusted.clustered.MixedRandomIntercept;
import org.ipstrial.stats.adjusted.clustered.ModifiedPoissonCr1;
import org.ipstrial.stats.adjusted.clustered.PoissonCr1;
import org.junit.jupiter.api.Test;

/** Where people in clusters tell of no difference, or of one without limits. */
class ClusteredEdgesTest {

    private static final int[] ARMS = {0, 0, 0, 0, 1, 1, 1, 1};
    private static final int[] FOUR = {0, 0, 1, 1, 2, 2, 3, 3};
    private static final double[] MIXED = {1, 0, 1, 1, 0, 1, 0, 0};

    private static AdjustedData data(double[] outcome, int[] arm, int[] cluster) {
        return AdjustedData.of(outcome, arm, List.of("IPS", "SAU"), List.of(), new double[0][])
                .inClusters(cluster);
    }

    private static void assertNone(Function<AdjustedData, ArmContrasts> method, AdjustedData data, Reason reason) {
        ArmContrasts contrasts = method.apply(data);
        assertThat(contrasts.estimate(0, 1, 0.95)).isEqualTo(Estimate.notEstimable(reason));
        assertThat(contrasts.test(0, 1, 0, Alternative.TWO_SIDED)).isEqualTo(TestResult.notEstimable(reason));
    }

    private static void assertWithoutLimits(
            Function<AdjustedData, ArmContrasts> method, AdjustedData data, double value, Reason reason) {
        ArmContrasts contrasts = method.apply(data);
        Estimate estimate = contrasts.estimate(0, 1, 0.95);
        assertThat(estimate.estimate().ifEstimated().orElseThrow())
                .isEqualTo(value, within(1e-15 * Math.max(1, 2 * value)));
        assertThat(estimate.lower()).isEqualTo(Quantity.notEstimable(reason));
        assertThat(contrasts.test(0, 1, 0, Alternative.TWO_SIDED)).isEqualTo(TestResult.notEstimable(reason));
    }

    /** One person in each arm. */
    @Test
    void asManyPeopleAsColumnsLeaveNothing() {
        AdjustedData two = data(new double[] {1, 0}, new int[] {0, 1}, new int[] {0, 1});

        assertNone(AncovaCr2::of, two, Reason.NO_RESIDUAL_DF);
        assertNone(AncovaCr2::ofAnswers, two, Reason.NO_RESIDUAL_DF);
        assertNone(GeeExchangeable::ofAmounts, two, Reason.NO_RESIDUAL_DF);
        assertNone(MixedRandomIntercept::of, two, Reason.NO_CLUSTER_OF_TWO);
        assertNone(
                MixedRandomIntercept::of,
                AdjustedData.of(
                                new double[] {1, 0, 1},
                                new int[] {0, 1, 1},
                                List.of("IPS", "SAU"),
                                List.of("age"),
                                new double[][] {{1, 4, 9}})
                        .inClusters(new int[] {0, 0, 1}),
                Reason.NO_RESIDUAL_DF);
    }

    /** All in one arm have the event and nobody in the other. */
    @Test
    void whatTheArmsTellExactlyHasNoVariance() {
        AdjustedData exact = data(new double[] {1, 1, 1, 1, 0, 0, 0, 0}, ARMS, FOUR);

        assertWithoutLimits(AncovaCr2::of, exact, 1, Reason.NO_VARIANCE);
        assertWithoutLimits(AncovaCr2::ofAnswers, exact, 1, Reason.NO_VARIANCE);
        assertNone(GeeExchangeable::ofAmounts, exact, Reason.NO_VARIANCE);
        assertNone(GeeExchangeable::ofAnswers, exact, Reason.SEPARATION);
        assertNone(MixedRandomIntercept::of, exact, Reason.NO_VARIANCE);
    }

    /** One of two has the event in every cluster: their means do not vary at all. */
    @Test
    void clustersWithoutADifferenceHaveNoVarianceBetweenThem() {
        AdjustedData alike = data(new double[] {1, 0, 1, 0, 1, 0, 1, 0}, ARMS, FOUR);

        assertWithoutLimits(AncovaCr2::of, alike, 0, Reason.NO_VARIANCE);
        assertNone(GeeExchangeable::ofAmounts, alike, Reason.WORKING_CORRELATION);
        // By hand: no variance between; within, 8 squares of 1/2 over 6 and two arms of four: sqrt(2/6 * 2/4).
        assertThat(MixedRandomIntercept.of(alike)
                        .estimate(0, 1, 0.95)
                        .standardError()
                        .orElseThrow()
                        .ifEstimated()
                        .orElseThrow())
                .isEqualTo(Math.sqrt(1.0 / 6), within(1e-14));
    }

    /**
     * Arms that are a cluster each: what the arm does and what the cluster is cannot be told apart. The restricted
     * log-likelihood is -5.74104247698826 at ratios of 1e-6, 1 and 10 alike (by its definition in R 4.2.2).
     */
    @Test
    void anArmThatIsOneClusterHasNoLimits() {
        AdjustedData arms = data(MIXED, ARMS, ARMS);

        assertWithoutLimits(AncovaCr2::of, arms, 0.5, Reason.ONE_CLUSTER_ALONE);
        assertNone(MixedRandomIntercept::of, arms, Reason.ONE_CLUSTER_ALONE);
        assertNone(GeeExchangeable::ofAmounts, arms, Reason.WORKING_CORRELATION);
        AdjustedData one = data(MIXED, ARMS, new int[8]);
        assertNone(MixedRandomIntercept::of, one, Reason.FEWER_THAN_TWO_CLUSTERS);
    }

    /** Three of four against one of four: a ratio of risks of 3, of odds of 9. */
    @Test
    void ratiosOfAnArmThatIsOneClusterHaveNoLimits() {
        for (int[] clusters : List.of(ARMS, new int[] {0, 0, 1, 1, 2, 2, 2, 2}, new int[] {0, 0, 0, 0, 1, 1, 2, 2})) {
            AdjustedData arms = data(MIXED, ARMS, clusters);
            assertWithoutLimits(ModifiedPoissonCr1::of, arms, 3, Reason.ONE_CLUSTER_ALONE);
            assertWithoutLimits(PoissonCr1::of, arms, 3, Reason.ONE_CLUSTER_ALONE);
            assertWithoutLimits(LogisticCr1::of, arms, 9, Reason.ONE_CLUSTER_ALONE);
        }
        assertNone(ModifiedPoissonCr1::of, data(MIXED, ARMS, new int[8]), Reason.FEWER_THAN_TWO_CLUSTERS);
        assertNone(LogisticCr1::of, data(MIXED, ARMS, new int[8]), Reason.FEWER_THAN_TWO_CLUSTERS);
    }

    /** Three of four in one cluster against three of eight in pairs: a difference of 3/8, odds of 3 and 3/5. */
    @Test
    void equationsOfAnArmThatIsOneClusterHaveNoLimits() {
        AdjustedData group = data(
                new double[] {1, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0},
                new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1},
                new int[] {0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4});

        assertWithoutLimits(GeeExchangeable::ofAmounts, group, 0.375, Reason.ONE_CLUSTER_ALONE);
        assertWithoutLimits(GeeExchangeable::ofAnswers, group, 5, Reason.ONE_CLUSTER_ALONE);
    }

    /**
     * By hand, clusters of two: of IPS 1 and 2 events of 4 with a share of 3/4, off by -1/2 and 1/2; of SAU 1 and 0 with 1/4,
     * off as much. The variance of a logarithm of a share is the sum of these squares over that of the events, of 4
     * clusters: 4/3 (1/2 / 9 + 1/2 / 1); of the logarithm of odds over the events times the share without.
     */
    @Test
    void ratiosByHand() {
        AdjustedData four = data(MIXED, ARMS, FOUR);
        double risk = Math.sqrt(4.0 / 3 * (0.5 / 9 + 0.5));
        double odds = Math.sqrt(4.0 / 3 * (0.5 / 0.5625 + 0.5 / 0.5625));

        assertThat(statistic(ModifiedPoissonCr1.of(four))).isEqualTo(StrictMath.log(3) / risk, within(1e-13));
        assertThat(statistic(PoissonCr1.of(four))).isEqualTo(StrictMath.log(3) / risk, within(1e-13));
        assertThat(statistic(LogisticCr1.of(four))).isEqualTo(StrictMath.log(9) / odds, within(1e-13));
    }

    private static double statistic(ArmContrasts contrasts) {
        return contrasts.test(0, 1, 1, Alternative.TWO_SIDED).statistic().orElseThrow();
    }

    @Test
    void ratiosOfWhatIsNotThere() {
        AdjustedData exact = data(new double[] {1, 1, 1, 1, 0, 0, 0, 0}, ARMS, FOUR);
        assertNone(ModifiedPoissonCr1::of, exact, Reason.SEPARATION);
        assertNone(LogisticCr1::of, exact, Reason.SEPARATION);
        assertNone(PoissonCr1::of, data(new double[] {1, -1, 1, 1, 0, 3, 0, 0}, ARMS, FOUR), Reason.MEAN_NOT_POSITIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModifiedPoissonCr1.of(data(new double[] {2, 0}, new int[] {0, 1}, new int[] {0, 1})));
    }

    /** Three clusters and a covariate of clusters beside the arms tell each of them too; a fourth cluster is one too many. */
    @Test
    void covariatesOfClustersMayTellThemAllApart() {
        int[] three = {0, 0, 1, 1, 2, 2, 2, 2};
        double[][] site = {{0, 0, 1, 1, 0, 0, 0, 0}};
        AdjustedData told = AdjustedData.of(MIXED, ARMS, List.of("IPS", "SAU"), List.of("site"), site);

        assertNone(MixedRandomIntercept::of, told.inClusters(three), Reason.ONE_CLUSTER_ALONE);
        assertThat(MixedRandomIntercept.of(told.inClusters(FOUR))
                        .estimate(0, 1, 0.95)
                        .lower())
                .isInstanceOf(Quantity.Estimated.class);
    }

    /** Three of four against one of four: 0.5. Of a yes/no outcome the limits end at -1 and 1. */
    @Test
    void limitsOfSharesEndAtOne() {
        AdjustedData four = data(MIXED, ARMS, FOUR);
        Estimate free = AncovaCr2.of(four).estimate(0, 1, 0.95);
        Estimate shares = AncovaCr2.ofAnswers(four).estimate(0, 1, 0.95);

        assertThat(free.upper().ifEstimated().orElseThrow()).isGreaterThan(1);
        assertThat(free.lower().ifEstimated().orElseThrow()).isLessThan(-1);
        assertThat(shares.upper()).isEqualTo(Quantity.of(1));
        assertThat(shares.lower()).isEqualTo(Quantity.of(-1));
        assertThat(shares.standardError()).isEqualTo(free.standardError());
        // Means of clusters 1/2, 1 and 1/2, 0: each arm's variance is 1/8 / 2.
        assertThat(free.standardError().orElseThrow().ifEstimated().orElseThrow())
                .isEqualTo(Math.sqrt(0.125), within(1e-14));
    }

    @Test
    void refusesClustersThatAreNotNumberedOrNotOfThesePeople() {
        AdjustedData people = data(MIXED, ARMS, FOUR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.inClusters(new int[7]))
                .withMessage("clusters must be those of 8 people, got 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.inClusters(new int[] {1, 1, 1, 1, 2, 2, 2, 2}))
                .withMessage("clusters must be numbered from 0 without a gap, got 1 to 2 in 2 numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.inClusters(new int[] {0, 0, 0, 0, 2, 2, 2, 2}))
                .withMessage("clusters must be numbered from 0 without a gap, got 0 to 2 in 2 numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AncovaCr2.ofAnswers(data(new double[] {2, 0}, new int[] {0, 1}, new int[] {0, 1})));
    }

    @Test
    void refusesArmsThatAreNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(new double[] {1, 0}, new int[] {0, 2}, new int[] {0, 1}))
                .withMessage("an arm must be from 0 to 1, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(new double[] {1, 0}, new int[] {0, -1}, new int[] {0, 1}))
                .withMessage("an arm must be from 0 to 1, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(new double[] {1, 0}, new int[] {0, 0}, new int[] {0, 1}))
                .withMessage("nobody is in SAU");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(new double[] {1, 0}, new int[] {0}, new int[] {0, 1}))
                .withMessage("outcome, arm and stratum must be known of the same people, got 2, 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AdjustedData.of(new double[] {1}, new int[] {0}, List.of("IPS"), List.of(), new double[0][]))
                .withMessage("there must be two arms at least, got [IPS]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedData.of(
                        new double[] {1, 0}, new int[] {0, 1}, List.of("IPS", "SAU"), List.of("age"), new double[0][]))
                .withMessage("each covariate must have a name, got 0 and [age]");
    }
}
