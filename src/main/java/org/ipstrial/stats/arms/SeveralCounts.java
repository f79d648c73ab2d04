package org.ipstrial.stats.arms;

import java.util.List;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * A yes/no outcome in several independent arms.
 *
 * @param arms events among those assessed in each arm, two arms at least
 */
public record SeveralCounts(List<BinomialCount> arms) {

    /** Copies the arms, and refuses fewer than two. */
    public SeveralCounts {
        arms = List.copyOf(arms);
        SeveralSamples.requireTwo(arms.size());
    }

    /** Everybody assessed. */
    public long assessed() {
        return arms.stream().mapToLong(BinomialCount::assessed).sum();
    }

    /** Everybody with the event. */
    public long events() {
        return arms.stream().mapToLong(BinomialCount::events).sum();
    }
}
