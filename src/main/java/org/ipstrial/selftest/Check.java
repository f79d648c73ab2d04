package org.ipstrial.selftest;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/**
 * One reference value, and what this installation gives for it.
 *
 * @param value the reference value
 * @param got   the number that came out; infinite for a limit without bound; empty if none did
 * @param why   why none did, else empty
 */
public record Check(ReferenceValue value, OptionalDouble got, String why) {

    /** Beyond this the last bits of a double decide. */
    private static final double MOST_DIGITS = 15;

    /** Runs the method that a reference value is of. */
    static Check of(Family<?> family, ReferenceValue value) {
        Optional<Statistic> statistic = Stream.of(Statistic.values())
                .filter(any -> any.id().equals(value.statistic()))
                .findFirst();
        if (statistic.isEmpty()) {
            return none(value, "no statistic " + value.statistic());
        }
        try {
            Map<Statistic, Quantity> numbers = family.evaluate(value);
            Quantity quantity = numbers.get(statistic.get());
            return quantity == null ? none(value, "it gives no " + value.statistic()) : of(value, quantity);
        } catch (RuntimeException e) {
            // A fault of one method must not hide what the others give; what it says is of reference data only.
            return none(value, e.toString());
        }
    }

    private static Check of(ReferenceValue value, Quantity quantity) {
        if (quantity instanceof Quantity.NotEstimable none) {
            if (none.reason() != Reason.UNBOUNDED) {
                return none(value, none.reason().id());
            }
            boolean below = value.statistic().equals(Statistic.CONF_LOW.id());
            return some(value, below ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return some(value, quantity.ifEstimated().getAsDouble());
    }

    private static Check some(ReferenceValue value, double got) {
        return new Check(value, OptionalDouble.of(got), "");
    }

    static Check none(ReferenceValue value, String why) {
        return new Check(value, OptionalDouble.empty(), why);
    }

    /** Whether the number agrees to what the reference value's digits, or its stated tolerance, can tell. */
    public boolean passed() {
        return got.isPresent() && value.agreesWith(got.getAsDouble());
    }

    /**
     * How many leading digits agree: the log relative error, -log10(|got - expected| / |expected|), of an expected zero the
     * log absolute error; from 0 to 15. A reference of four printed digits cannot agree in more than some four.
     */
    public double digits() {
        if (got.isEmpty()) {
            return 0;
        }
        double off = Math.abs(got.getAsDouble() - value.expected());
        if (got.getAsDouble() == value.expected()) {
            return MOST_DIGITS;
        }
        if (!Double.isFinite(off)) {
            return 0;
        }
        double relative = value.expected() == 0 ? off : off / Math.abs(value.expected());
        return Math.max(0, Math.min(MOST_DIGITS, -StrictMath.log10(relative)));
    }
}
