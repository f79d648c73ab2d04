package org.ipstrial.stats.arms;

import java.util.ArrayList;
import java.util.List;

/**
 * An amount in an arm and its control, and in the other arms that are compared with the same control.
 *
 * @param group   the amounts of the arm that is looked at
 * @param others  those of the other arms, if there are any
 * @param control those of the control
 */
public record AgainstControl(double[] group, List<double[]> others, double[] control) {

    /** Copies the list, and refuses an empty arm and what are no amounts. */
    public AgainstControl {
        others = List.copyOf(others);
        samples(group, others, control);
    }

    /** All arms: the one that is looked at first, the control last. */
    SeveralSamples samples() {
        return samples(group, others, control);
    }

    private static SeveralSamples samples(double[] group, List<double[]> others, double[] control) {
        List<double[]> all = new ArrayList<>(List.of(group));
        all.addAll(others);
        all.add(control);
        return new SeveralSamples(all);
    }
}
