package org.ipstrial.stats.adjusted.clustered;

import java.util.stream.IntStream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;

/**
 * Contrasts with a sandwich variance, which have limits where both arms have two clusters at least.
 *
 * <p>The scores of an arm sum to 0, so that an arm whose people are all in one cluster has no variance to show: its contrasts
 * have no limits ({@code one-cluster-alone}).
 *
 * @param data      the people
 * @param contrasts their contrasts
 */
record UnlessAlone(AdjustedData data, NormalContrasts contrasts) implements ArmContrasts {

    @Override
    public Estimate estimate(int group, int reference, double level) {
        Estimate estimate = contrasts.estimate(group, reference, level);
        return alone(group, reference)
                ? Estimate.withoutLimits(estimate.estimate().ifEstimated().orElseThrow(), Reason.ONE_CLUSTER_ALONE)
                : estimate;
    }

    @Override
    public TestResult test(int group, int reference, double effect, Alternative alternative) {
        return alone(group, reference)
                ? TestResult.notEstimable(Reason.ONE_CLUSTER_ALONE)
                : contrasts.test(group, reference, effect, alternative);
    }

    @Override
    public ModelNotes notes() {
        return contrasts.notes();
    }

    private boolean alone(int group, int reference) {
        return IntStream.of(group, reference).anyMatch(data::isOneCluster);
    }
}
