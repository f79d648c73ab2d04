package org.ipstrial.stats.location;

import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;

/** The moments of two arms, and what they lack for a standard error. */
record TwoMeans(Moments group, Moments reference) {

    static TwoMeans of(TwoSamples samples) {
        return new TwoMeans(Moments.of(samples.group()), Moments.of(samples.reference()));
    }

    /** Mean of the group minus mean of the reference. */
    double difference() {
        return group.meanMinus(reference);
    }

    /** Why there is no standard error, if there is none. */
    Optional<Reason> noStandardError() {
        if (group.n() < 2 || reference.n() < 2) {
            return Optional.of(Reason.FEWER_THAN_TWO);
        }
        return group.variance() + reference.variance() > 0 ? Optional.empty() : Optional.of(Reason.NO_VARIANCE);
    }
}
