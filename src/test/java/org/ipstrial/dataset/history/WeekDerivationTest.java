package org.ipstrial.dataset.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.WeekState;
import org.junit.jupiter.api.Test;

class WeekDerivationTest {

    private static final String WORK = "competitive_employment";
    private static final String STUDY = "education";

    /** 4,000 made-up people of whom some weeks have no row; the second route walks through the calendar by days. */
    @Test
    void agreesWithWalkingThroughTheDays() {
        Random random = new Random(20120101);
        Set<Optional<Boolean>> events = new HashSet<>();
        int shares = 0;
        for (int i = 0; i < 4000; i++) {
            LocalDate randomised = LocalDate.of(2013, 12, 1).plusDays(random.nextInt(60));
            WeekStates weeks = new WeekStates(1, List.of(WORK, STUDY));
            Map<LocalDate, String> told = new HashMap<>();
            WeekState withoutRow = WeekState.values()[random.nextInt(3)];
            boolean rare = random.nextBoolean();
            for (LocalDate monday = LocalDate.of(2013, 11, 4);
                    monday.isBefore(LocalDate.of(2014, 8, 1));
                    monday = monday.plusWeeks(1)) {
                String label = label(random, rare);
                if (random.nextInt(10) > 0) {
                    told.put(monday, label);
                }
            }
            told.forEach((monday, label) -> assertThat(weeks.put(0, monday.toEpochDay(), weeks.code(label)))
                    .isTrue());
            PersonHistory person = new PersonHistory(
                    randomised, randomised.toEpochDay() + random.nextInt(300), random.nextInt(3) == 0, List.of());
            Horizon horizon = new Horizon(1 + random.nextInt(6), Horizon.Span.MONTH);
            DerivedMeasure measure = random.nextBoolean() ? DerivedMeasure.WEEKS : DerivedMeasure.SHARE_OF_WEEKS;
            DerivedOutcome amount =
                    new DerivedOutcome(Source.WEEKS, measure, List.of(WORK), horizon, OptionalDouble.empty());
            DerivedOutcome ever = new DerivedOutcome(
                    Source.WEEKS, DerivedMeasure.EVER, List.of(WORK), horizon, OptionalDouble.empty());

            int worked = 0;
            int eligible = 0;
            int unknown = 0;
            for (LocalDate day = randomised; day.isBefore(horizon.from(randomised)); day = day.plusDays(1)) {
                if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
                    continue;
                }
                String state = told.getOrDefault(day, withoutRow.id());
                if (day.toEpochDay() > person.lastSeen()) {
                    state = person.idleAfter() ? "none" : "not-observed";
                }
                worked += state.equals(WORK) ? 1 : 0;
                unknown += state.equals("not-observed") ? 1 : 0;
                eligible += Set.of(WORK, STUDY, "none").contains(state) ? 1 : 0;
            }
            OptionalDouble expected = unknown > 0 || (measure == DerivedMeasure.SHARE_OF_WEEKS && eligible == 0)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(measure == DerivedMeasure.WEEKS ? worked : (double) worked / eligible);
            Optional<Boolean> any =
                    worked > 0 ? Optional.of(true) : unknown > 0 ? Optional.empty() : Optional.of(false);

            assertThat(WeekDerivation.of(person, weeks, 0, withoutRow, amount).amount())
                    .isEqualTo(expected);
            Optional<Boolean> event =
                    WeekDerivation.of(person, weeks, 0, withoutRow, ever).event();
            assertThat(event).isEqualTo(any);
            events.add(event);
            shares += measure == DerivedMeasure.SHARE_OF_WEEKS && expected.isPresent() ? 1 : 0;
        }
        assertThat(events).hasSize(3);
        assertThat(shares).isGreaterThan(50);
    }

    @Test
    void aSecondRowOfAWeekIsTold() {
        WeekStates weeks = new WeekStates(2, List.of(WORK));
        long monday = LocalDate.of(2014, 2, 24).toEpochDay();

        assertThat(weeks.put(1, monday, weeks.code(WORK))).isTrue();
        assertThat(weeks.put(1, monday, weeks.code("none"))).isFalse();
        assertThat(weeks.put(1, monday - 7 * 500, weeks.code("none"))).isTrue();
        assertThat(weeks.put(1, monday + 7 * 500, weeks.code("none"))).isTrue();
        assertThat(weeks.state(1, monday, WeekState.NOT_OBSERVED)).isEqualTo(WORK);
        assertThat(weeks.state(1, monday + 7, WeekState.NOT_OBSERVED)).isEqualTo("not-observed");
        assertThat(weeks.state(0, monday, WeekState.NONE)).isEqualTo("none");
    }

    @Test
    void enoughWeeksAreKnownAsSoonAsTheyWereSeen() {
        WeekStates weeks = new WeekStates(1, List.of(WORK));
        LocalDate monday = LocalDate.of(2014, 1, 6);
        for (int i = 0; i < 4; i++) {
            weeks.put(0, monday.plusWeeks(i).toEpochDay(), weeks.code(WORK));
        }
        PersonHistory left = new PersonHistory(monday, monday.plusWeeks(5).toEpochDay(), false, List.of());

        assertThat(atLeast(left, weeks, 4)).contains(true);
        assertThat(atLeast(left, weeks, 5)).isEmpty();
    }

    private static Optional<Boolean> atLeast(PersonHistory person, WeekStates weeks, double least) {
        DerivedOutcome outcome = new DerivedOutcome(
                Source.WEEKS,
                DerivedMeasure.WEEKS,
                List.of(WORK),
                new Horizon(6, Horizon.Span.MONTH),
                OptionalDouble.of(least));
        return WeekDerivation.of(person, weeks, 0, WeekState.NONE, outcome).event();
    }

    private static String label(Random random, boolean rare) {
        int number = random.nextInt(20);
        if (number < (rare ? 1 : 6)) {
            return WORK;
        }
        return number < 8 ? STUDY : number < 18 ? "none" : number == 18 && !rare ? "not-observed" : "not-eligible";
    }
}
