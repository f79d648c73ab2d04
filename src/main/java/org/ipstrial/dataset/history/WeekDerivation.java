package org.ipstrial.dataset.history;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.WeekState;

/**
 * One outcome of one person, worked out from register weeks. A week belongs to the window if its Monday does.
 *
 * <p>A yes is known as soon as it was seen; a no, a number and a share of weeks only where every week of the window was
 * observed.
 *
 * @param outcome    the outcome
 * @param worked     weeks of an activity that counts
 * @param eligible   weeks that were observed and in which there was something to be had
 * @param unobserved weeks of which nothing is known
 */
public record WeekDerivation(DerivedOutcome outcome, long worked, long eligible, long unobserved)
        implements DerivedValue {

    private static final int DAYS = 7;

    /**
     * The outcome of a person.
     *
     * @param history    randomisation and follow-up of the person
     * @param person     their place among the weeks
     * @param withoutRow what it means that no row tells of a week
     */
    public static WeekDerivation of(
            PersonHistory history, WeekStates weeks, int person, WeekState withoutRow, DerivedOutcome outcome) {
        long first = history.randomised().toEpochDay();
        long end = outcome.horizon().from(history.randomised()).toEpochDay();
        // 1970-01-01 was a Thursday, so that the Mondays are those days that leave 4 when divided by 7.
        long monday = first + Math.floorMod(4 - first, DAYS);
        long worked = 0;
        long eligible = 0;
        long unobserved = 0;
        for (; monday < end; monday += DAYS) {
            String state = monday <= history.lastSeen()
                    ? weeks.state(person, monday, withoutRow)
                    : (history.idleAfter() ? WeekState.NONE : WeekState.NOT_OBSERVED).id();
            worked += outcome.activities().contains(state) ? 1 : 0;
            unobserved += state.equals(WeekState.NOT_OBSERVED.id()) ? 1 : 0;
            eligible += state.equals(WeekState.NOT_OBSERVED.id()) || state.equals(WeekState.NOT_ELIGIBLE.id()) ? 0 : 1;
        }
        return new WeekDerivation(outcome, worked, eligible, unobserved);
    }

    @Override
    public boolean complete() {
        return unobserved == 0;
    }

    @Override
    public Optional<Boolean> event() {
        boolean yes =
                switch (outcome.measure()) {
                    case EVER -> worked > 0;
                    case WEEKS -> worked >= outcome.atLeast().orElseThrow();
                    default ->
                        amount().isPresent()
                                && amount().getAsDouble() >= outcome.atLeast().orElseThrow();
                };
        if (yes) {
            return Optional.of(true);
        }
        boolean known = complete() && (outcome.measure() != DerivedMeasure.SHARE_OF_WEEKS || eligible > 0);
        return known ? Optional.of(false) : Optional.empty();
    }

    @Override
    public OptionalDouble amount() {
        if (!complete()) {
            return OptionalDouble.empty();
        }
        if (outcome.measure() == DerivedMeasure.WEEKS) {
            return OptionalDouble.of(worked);
        }
        return eligible > 0 ? OptionalDouble.of((double) worked / eligible) : OptionalDouble.empty();
    }
}
