package org.ipstrial.stats.arms;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.descriptive.Moments;

/**
 * An amount in several independent arms; the arrays are taken as they are and must not be changed afterwards.
 *
 * @param arms the amounts of each arm, two arms at least, in each at least one amount, finite and within 1e100 of zero
 */
public record SeveralSamples(List<double[]> arms) {

    /** Refuses fewer than two arms, an empty one, and numbers that are not finite or too large to be squared. */
    public SeveralSamples {
        arms = List.copyOf(arms);
        requireTwo(arms.size());
        for (double[] arm : arms) {
            if (arm.length == 0) {
                throw new IllegalArgumentException("each arm must have at least one amount, got an arm with none");
            }
            Require.amounts("arm", arm);
        }
    }

    static void requireTwo(int arms) {
        if (arms < 2) {
            throw new IllegalArgumentException("there must be two arms at least, got " + arms);
        }
    }

    /** Everybody. */
    int people() {
        return arms.stream().mapToInt(arm -> arm.length).sum();
    }

    /** The moments of each arm. */
    List<Moments> moments() {
        return arms.stream().map(Moments::of).toList();
    }

    /** Why the arms together have no variance within them, if they have none. */
    static Optional<Reason> noVariance(List<Moments> arms) {
        if (arms.stream().anyMatch(arm -> arm.n() < 2)) {
            return Optional.of(Reason.FEWER_THAN_TWO);
        }
        return arms.stream().allMatch(arm -> arm.squares() == 0) ? Optional.of(Reason.NO_VARIANCE) : Optional.empty();
    }
}
