package org.ipstrial.analysis;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.ard.Numbers;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/**
 * What is asked of missing amounts.
 *
 * @param range what an amount can be; never taken from the data
 * @param where where the amounts stand, for messages
 */
public record MissingRequest(Optional<Range> range, Location where) {

    /** Checks that nothing is null. */
    public MissingRequest {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(where, "where");
    }

    /** What is asked of outcomes that are no amounts. */
    public static MissingRequest none() {
        return new MissingRequest(Optional.empty(), Location.COMMAND_LINE);
    }

    /**
     * What an amount can be.
     *
     * @param low  the least
     * @param high the most
     */
    public record Range(double low, double high) {

        /** Refuses an end that is no number, and ends that are changed round. */
        public Range {
            if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
                throw new IllegalArgumentException("wanted a range upwards, got " + low + " to " + high);
            }
        }
    }

    /** Refuses amounts outside the range. */
    void check(ArmData<Amounts> data) {
        range.ifPresent(within -> {
            long outside = data.arms().values().stream()
                    .flatMapToDouble(amounts -> Arrays.stream(amounts.values()))
                    .filter(value -> value < within.low() || value > within.high())
                    .count();
            if (outside > 0) {
                throw RefusedException.of(
                        FindingCode.E361,
                        where,
                        outside,
                        data.outcome(),
                        Numbers.print(within.low()),
                        Numbers.print(within.high()));
            }
        });
    }
}
