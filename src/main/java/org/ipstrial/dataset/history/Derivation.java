package org.ipstrial.dataset.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.ipstrial.dataset.history.Stretches.Stretch;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.Overlap;

/**
 * One outcome of one person, worked out from their spells.
 *
 * <p>A yes is known as soon as it was seen, whatever came later; a no and an amount only where the whole window is
 * known. No spell and not followed are different things: the one is a no or a zero, the other is missing.
 */
public final class Derivation implements DerivedValue {

    private static final double DAYS_A_WEEK = 7;
    private static final double MONTHS_A_YEAR = 12;

    private final DerivedOutcome outcome;
    private final Overlap overlap;
    private final Window window;

    private Derivation(DerivedOutcome outcome, Overlap overlap, Window window) {
        this.outcome = outcome;
        this.overlap = overlap;
        this.window = window;
    }

    /**
     * The outcome of a person.
     *
     * @param overlap what overlapping spells of one activity mean
     */
    public static Derivation of(PersonHistory person, DerivedOutcome outcome, Overlap overlap) {
        return new Derivation(outcome, overlap, Window.of(person, outcome));
    }

    @Override
    public boolean complete() {
        return window.complete();
    }

    @Override
    public Optional<Boolean> event() {
        boolean yes =
                switch (outcome.measure()) {
                    case EVER, HOURLY_WAGE -> !window.spells().isEmpty();
                    case ON_LAST_DAY -> window.spells().stream().anyMatch(spell -> spell.last() == window.last());
                    default -> amountSeen(true).orElse(0) >= outcome.atLeast().orElseThrow();
                };
        if (yes) {
            return Optional.of(true);
        }
        boolean no = window.complete()
                && (outcome.atLeast().isEmpty() || amountSeen(false).isPresent());
        return no ? Optional.of(false) : Optional.empty();
    }

    @Override
    public OptionalDouble amount() {
        return window.complete() ? amountSeen(false) : OptionalDouble.empty();
    }

    /** What was seen of an amount; spells of which hours or wage are not known make it missing, or are left out. */
    private OptionalDouble amountSeen(boolean leaveUnknownOut) {
        return switch (outcome.measure()) {
            case DAYS -> OptionalDouble.of(days());
            case WEEKS -> OptionalDouble.of(weeks());
            case LONGEST_TENURE ->
                OptionalDouble.of(
                        window.spells().stream().mapToLong(Spell::days).max().orElse(0));
            case HOURS -> total(Stretch::hours, DAYS_A_WEEK, leaveUnknownOut);
            case HOURS_PER_MONTH -> total(Stretch::hours, DAYS_A_WEEK * months(), leaveUnknownOut);
            case EARNINGS -> total(Stretch::earnings, DAYS_A_WEEK, leaveUnknownOut);
            case HOURLY_WAGE -> wage();
            case EVER, ON_LAST_DAY, SHARE_OF_WEEKS, TIME_TO_FIRST, FIRST_TENURE, WEEKLY ->
                throw new IllegalStateException(outcome.measure() + " is no amount of spells");
        };
    }

    /** Earnings over hours; nothing where there are no hours, or one of the two is not known. */
    private OptionalDouble wage() {
        OptionalDouble earnings = total(Stretch::earnings, 1, false);
        OptionalDouble hours = total(Stretch::hours, 1, false);
        return earnings.isPresent() && hours.orElse(0) > 0
                ? OptionalDouble.of(earnings.getAsDouble() / hours.getAsDouble())
                : OptionalDouble.empty();
    }

    /** One division at the end keeps sums of whole and decimal hours as exact as they were. */
    private OptionalDouble total(ToDoubleFunction<Stretch> worth, double divisor, boolean leaveUnknownOut) {
        double total = 0;
        for (Stretch stretch : Stretches.of(window.spells(), overlap)) {
            double part = stretch.days() * worth.applyAsDouble(stretch);
            if (!Double.isNaN(part)) {
                total += part;
            } else if (!leaveUnknownOut) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(total / divisor);
    }

    private long days() {
        long days = 0;
        long counted = window.first() - 1;
        for (Spell spell : byFirstDay()) {
            long from = Math.max(spell.first(), counted + 1);
            days += Math.max(0, spell.last() - from + 1);
            counted = Math.max(counted, spell.last());
        }
        return days;
    }

    private long weeks() {
        long weeks = 0;
        long counted = -1;
        for (Spell spell : byFirstDay()) {
            long from = Math.max((spell.first() - window.first()) / 7, counted + 1);
            long to = (spell.last() - window.first()) / 7;
            weeks += Math.max(0, to - from + 1);
            counted = Math.max(counted, to);
        }
        return weeks;
    }

    private List<Spell> byFirstDay() {
        return window.spells().stream()
                .sorted((one, other) -> Long.compare(one.first(), other.first()))
                .toList();
    }

    private double months() {
        Horizon horizon = outcome.horizon();
        return horizon.span() == Horizon.Span.YEAR ? MONTHS_A_YEAR * horizon.count() : horizon.count();
    }
}
