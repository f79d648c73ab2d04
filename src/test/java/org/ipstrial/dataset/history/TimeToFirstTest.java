package org.ipstrial.dataset.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times to the first spell: by hand at their edges, and against a walk through the days. */
class TimeToFirstTest {

    private static final String WORK = "work";
    private static final LocalDate START = LocalDate.of(2013, 1, 1);

    private static DerivedOutcome within(int months) {
        return outcome(DerivedMeasure.TIME_TO_FIRST, months);
    }

    private static DerivedOutcome outcome(DerivedMeasure measure, int months) {
        return new DerivedOutcome(
                Source.SPELLS, measure, List.of(WORK), new Horizon(months, Horizon.Span.MONTH), OptionalDouble.empty());
    }

    private static Spell spell(String activity, long first, long last) {
        return new Spell(
                activity,
                START.toEpochDay() + first,
                START.toEpochDay() + last,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static PersonHistory person(long seen, Optional<EndOfFollowUp> competing, Spell... spells) {
        return new PersonHistory(START, START.toEpochDay() + seen, false, List.of(spells), competing);
    }

    /** A month of 31 days, so that its last day is day 30. */
    @ParameterizedTest
    @CsvSource({
        // first and last day of the spell, last day seen, what competes there, the time, how it ends
        "0, 3, 200, , 0, event",
        "-9, 3, 200, , 0, event",
        "30, 40, 200, , 30, event",
        "31, 40, 200, , 30, ",
        "12, 40, 12, , 12, event",
        "12, 40, 12, DIED, 12, event",
        "12, 40, 11, , 11, ",
        "90, 91, 11, DIED, 11, death",
        "90, 91, 11, PENSION, 11, pension",
        "90, 91, 11, EMIGRATED, 11, emigration",
        "90, 91, 30, DIED, 30, death",
        "90, 91, 31, DIED, 30, ",
        "90, 91, 0, DIED, 0, death",
        "90, 91, 0, , 0, ",
        "90, 91, -5, , 0, ",
    })
    void endsWhereItShould(long first, long last, long seen, EndOfFollowUp competing, long days, String end) {
        TimeToFirst time =
                TimeToFirst.of(person(seen, Optional.ofNullable(competing), spell(WORK, first, last)), within(1));

        assertThat(time).isEqualTo(new TimeToFirst(days, Optional.ofNullable(end)));
    }

    @Test
    void otherActivitiesDoNotCount() {
        PersonHistory person = person(200, Optional.empty(), spell("study", 1, 9), spell(WORK, 7, 8));

        assertThat(TimeToFirst.of(person, within(1))).isEqualTo(new TimeToFirst(7, Optional.of("event")));
    }

    /** Whoever had a spell by the outcome 'ever' has a time that ends in one, and the other way round. */
    @Test
    void agreesWithAWalkThroughTheDaysAndWithEver() {
        Random random = new Random(20120101);
        Set<Optional<String>> ends = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            List<Spell> spells = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                long first = random.nextInt(150) - 20;
                spells.add(spell(random.nextInt(3) == 0 ? "study" : WORK, first, first + random.nextInt(50)));
            }
            Optional<EndOfFollowUp> competing = Optional.of(EndOfFollowUp.DIED).filter(any -> random.nextInt(3) == 0);
            PersonHistory person = person(random.nextInt(150), competing, spells.toArray(Spell[]::new));
            int months = 1 + random.nextInt(4);

            TimeToFirst time = TimeToFirst.of(person, within(months));

            assertThat(time).as("%s", person).isEqualTo(walked(person, months));
            Optional<Boolean> ever = Derivation.of(person, outcome(DerivedMeasure.EVER, months), Overlap.SUM)
                    .event();
            assertThat(time.end().equals(Optional.of("event"))).isEqualTo(ever.orElse(false));
            ends.add(time.end());
        }
        assertThat(ends).containsExactlyInAnyOrder(Optional.of("event"), Optional.of("death"), Optional.empty());
    }

    private static TimeToFirst walked(PersonHistory person, int months) {
        long last = -1;
        for (LocalDate day = START; day.isBefore(START.plusMonths(months)); day = day.plusDays(1)) {
            long today = day.toEpochDay();
            if (today > person.lastSeen()) {
                break;
            }
            last = today - START.toEpochDay();
            if (person.spells().stream()
                    .anyMatch(spell ->
                            spell.activity().equals(WORK) && spell.first() <= today && spell.last() >= today)) {
                return new TimeToFirst(last, Optional.of("event"));
            }
            if (today == person.lastSeen() && person.competing().isPresent()) {
                return new TimeToFirst(last, Optional.of("death"));
            }
        }
        return new TimeToFirst(last, Optional.empty());
    }

    @Test
    void noTimeIsNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeToFirst(-1, Optional.empty()))
                .withMessage("a time must not be below 0, got -1");
    }
}
