package org.ipstrial.stats.location.stratified;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.location.TwoSamples;

/**
 * An amount in two arms within one stratum; the arrays are taken as they are and must not be changed afterwards.
 *
 * @param name      the stratum's name
 * @param group     the amounts of the arm that is compared, none if nobody is known to the stratum
 * @param reference the amounts of the arm that it is compared with, none if nobody is known to the stratum
 */
public record SampleStratum(String name, double[] group, double[] reference) {

    /** Refuses numbers that are not finite or too large to be squared. */
    public SampleStratum {
        Objects.requireNonNull(name, "name");
        Require.amounts("group", group);
        Require.amounts("reference", reference);
    }

    /** Both arms, if both are there. */
    public Optional<TwoSamples> samples() {
        return group.length == 0 || reference.length == 0
                ? Optional.empty()
                : Optional.of(new TwoSamples(group, reference));
    }

    /** Why the stratum tells nothing, if so: it has one arm, or none, or all its amounts are equal. */
    public Optional<Reason> silence() {
        if (samples().isEmpty()) {
            return Optional.of(
                    group.length > 0
                            ? Reason.NOBODY_ASSESSED_IN_REFERENCE
                            : reference.length > 0 ? Reason.NOBODY_ASSESSED_IN_GROUP : Reason.NOBODY_ASSESSED);
        }
        return allAre(group, group[0]) && allAre(reference, group[0])
                ? Optional.of(Reason.NO_VARIANCE)
                : Optional.empty();
    }

    private static boolean allAre(double[] values, double one) {
        for (double value : values) {
            if (value != one) {
                return false;
            }
        }
        return true;
    }
}
