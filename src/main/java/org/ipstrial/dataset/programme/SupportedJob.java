package org.ipstrial.dataset.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ipstrial.dataset.CodePointOrder;

/**
 * One job of one person.
 *
 * @param person    the person's pseudonym, which nothing prints
 * @param start     the first day, counted from 1970-01-01
 * @param end       the last day, itself included; nothing where it goes on
 * @param match     whether it is in line with what the person wished for, if that is known
 * @param supported the last day of support after it began; nothing where support goes on
 */
public record SupportedJob(
        String person, long start, OptionalLong end, Optional<Boolean> match, OptionalLong supported) {

    /** Refuses an end before the start. */
    public SupportedJob {
        if (end.orElse(start) < start || supported.orElse(start) < start) {
            throw new IllegalArgumentException("a job must not end before it begins");
        }
    }

    /**
     * Everybody's first job; of several that begin on one day the one that goes on longest, then the one that matches, then
     * the one that is supported longest.
     */
    public static List<SupportedJob> firstOfEach(List<SupportedJob> jobs) {
        Comparator<SupportedJob> order = Comparator.comparingLong(SupportedJob::start)
                .thenComparing(job -> -job.end().orElse(Long.MAX_VALUE))
                .thenComparing(job -> job.match().map(yes -> yes ? 0 : 1).orElse(2))
                .thenComparing(job -> -job.supported().orElse(Long.MAX_VALUE));
        Map<String, SupportedJob> first = new TreeMap<>(CodePointOrder.INSTANCE);
        for (SupportedJob job : jobs) {
            first.merge(job.person(), job, (a, b) -> order.compare(a, b) <= 0 ? a : b);
        }
        return List.copyOf(first.values());
    }

    /** Without the id, which must stand nowhere. */
    @Override
    public String toString() {
        return "job from day " + start;
    }
}
