package org.ipstrial.dataset.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.WeekState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work week by week and the tenure of the first job: by hand at their edges, and against walks through the days. */
class CourseOfWorkTest {

    private static final String WORK = "work";
    private static final String STUDY = "study";
    private static final LocalDate START = LocalDate.of(2013, 1, 1);
    private static final int DAYS = 28;

    private static DerivedOutcome outcome(DerivedMeasure measure, int gap, List<String> activities) {
        return new DerivedOutcome(
                Source.SPELLS, measure, activities, new Horizon(DAYS, Horizon.Span.DAY), OptionalDouble.empty(), gap);
    }

    private static Spell spell(String activity, long first, long last) {
        return new Spell(
                activity,
                START.toEpochDay() + first,
                START.toEpochDay() + last,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static PersonHistory person(
            long seen, boolean idleAfter, Optional<EndOfFollowUp> competing, List<Spell> spells) {
        return new PersonHistory(START, START.toEpochDay() + seen, idleAfter, spells, competing);
    }

    /** Four weeks of 28 days, days 0 to 27. */
    @ParameterizedTest
    @CsvSource({
        // first and last day of the spell, last day seen, whether nothing comes after it, the weeks
        "0, 0, 200, false, 1000",
        "6, 7, 200, false, 1100",
        "-9, 3, 200, false, 1000",
        "27, 90, 200, false, 0001",
        "28, 90, 200, false, 0000",
        "0, 27, 200, false, 1111",
        // seen to the end of a week, and a day less
        "0, 27, 13, false, 11..",
        "0, 27, 12, false, 1...",
        "90, 91, 12, false, 0...",
        "90, 91, 5, false, ....",
        "90, 91, -5, false, ....",
        // after a death nothing comes: the week of it counts, and those after it
        "0, 27, 8, true, 1100",
        "90, 91, 8, true, 0000",
        "90, 91, -5, true, 0000",
    })
    void weeksAreKnownOnlyWhole(long first, long last, long seen, boolean idleAfter, String weeks) {
        PersonHistory person = person(seen, idleAfter, Optional.empty(), List.of(spell(WORK, first, last)));

        assertThat(text(WeekByWeek.ofSpells(person, outcome(DerivedMeasure.WEEKLY, 0, List.of(WORK)), 4)))
                .isEqualTo(weeks);
    }

    @Test
    void weeksAgreeWithAWalkThroughTheDaysAndAddUpToTheWeeksOfTheWindow() {
        Random random = new Random(17);
        DerivedOutcome weekly = outcome(DerivedMeasure.WEEKLY, 0, List.of(WORK, STUDY));
        DerivedOutcome weeks = outcome(DerivedMeasure.WEEKS, 0, List.of(WORK, STUDY));
        for (int i = 0; i < 2_000; i++) {
            PersonHistory person = drawn(random);
            WeekByWeek told =
                    WeekByWeek.ofSpells(person, weekly, weekly.horizon().wholeWeeks());
            StringBuilder walked = new StringBuilder();
            for (int week = 0; week < DAYS / 7; week++) {
                boolean known = true;
                boolean active = false;
                for (int day = 7 * week; day < 7 * week + 7; day++) {
                    known &= seen(person, day) || person.idleAfter();
                    active |= seen(person, day) && works(person, day, Set.of(WORK, STUDY));
                }
                walked.append(known ? active ? '1' : '0' : '.');
            }
            assertThat(text(told)).as("draw " + i).isEqualTo(walked.toString());
            assertThat(told.sum())
                    .isEqualTo(Derivation.of(person, weeks, org.ipstrial.outcome.Overlap.SUM)
                            .amount());
        }
    }

    /** A day of the job is the first one, and each after it up to a stretch without one that is longer than the gap. */
    @ParameterizedTest
    @CsvSource({"0", "1", "3"})
    void tenuresAgreeWithAWalkThroughTheDays(int gap) {
        Random random = new Random(23 + gap);
        Set<String> ends = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            PersonHistory person = drawn(random);
            Optional<FirstTenure> told =
                    FirstTenure.of(person, outcome(DerivedMeasure.FIRST_TENURE, gap, List.of(WORK)));
            assertThat(told).as("draw " + i).isEqualTo(walked(person, gap));
            ends.add(told.map(tenure -> tenure.end().orElse("censored")).orElse("none"));
        }
        assertThat(ends).containsExactlyInAnyOrder("event", "censored", "none", "death", "pension");
    }

    private static Optional<FirstTenure> walked(PersonHistory person, int gap) {
        int first = -1;
        int last = -1;
        int without = 0;
        int day = 0;
        for (; day < DAYS && seen(person, day) && without <= gap; day++) {
            boolean works = works(person, day, Set.of(WORK));
            first = works && first < 0 ? day : first;
            last = works ? day : last;
            without = works || first < 0 ? 0 : without + 1;
        }
        if (first < 0) {
            return Optional.empty();
        }
        boolean toTheEnd = last == day - 1;
        boolean goneOnIt = person.competing().isPresent() && last == person.lastSeen() - START.toEpochDay();
        Optional<String> end = toTheEnd
                ? goneOnIt
                        ? Optional.of(person.competing().get() == EndOfFollowUp.DIED ? "death" : "pension")
                        : Optional.empty()
                : without > gap || person.idleAfter() ? Optional.of(OutcomeDefinition.EVENT) : Optional.empty();
        return Optional.of(new FirstTenure(last - first + 1, end));
    }

    @ParameterizedTest
    @CsvSource({
        // gap, last day seen, what competes there, tenure, how it ends; work on days 3 to 5 and 8 to 9
        "0, 200, , 3, event",
        "1, 200, , 3, event",
        "2, 200, , 7, event",
        "0, 6, , 3, event",
        "1, 6, , 3, ",
        "0, 5, , 3, ",
        "0, 5, DIED, 3, death",
        "0, 6, DIED, 3, event",
        "2, 9, PENSION, 7, pension",
    })
    void gapsOfAPlanAreBridged(int gap, long seen, EndOfFollowUp competing, long days, String end) {
        PersonHistory person =
                person(seen, false, Optional.ofNullable(competing), List.of(spell(WORK, 8, 9), spell(WORK, 3, 5)));

        assertThat(FirstTenure.of(person, outcome(DerivedMeasure.FIRST_TENURE, gap, List.of(WORK))))
                .contains(new FirstTenure(days, Optional.ofNullable(end)));
    }

    @Test
    void registerWeeksAreThoseWhoseMondaysLieInTheWindow() {
        DerivedOutcome outcome = new DerivedOutcome(
                Source.WEEKS,
                DerivedMeasure.WEEKLY,
                List.of(WORK),
                new Horizon(5, Horizon.Span.WEEK),
                OptionalDouble.empty());
        // 2013-01-01 was a Tuesday: the first Monday is day 6.
        WeekStates weeks = new WeekStates(1, List.of(WORK, STUDY));
        long monday = START.toEpochDay() + 6;
        weeks.put(0, monday - 7, weeks.code(WORK));
        weeks.put(0, monday, weeks.code(WORK));
        weeks.put(0, monday + 7, weeks.code(STUDY));
        weeks.put(0, monday + 14, weeks.code(WeekState.NOT_OBSERVED.id()));
        weeks.put(0, monday + 21, weeks.code(WeekState.NOT_ELIGIBLE.id()));

        assertThat(register(outcome, weeks, 200, false)).isEqualTo("10.00");
        assertThat(register(outcome, weeks, 12, false)).isEqualTo("1....");
        assertThat(register(outcome, weeks, 5, false)).isEqualTo(".....");
        assertThat(register(outcome, weeks, 12, true)).isEqualTo("10000");
    }

    private static String register(DerivedOutcome outcome, WeekStates weeks, long seen, boolean idleAfter) {
        PersonHistory person = person(seen, idleAfter, Optional.empty(), List.of());
        return text(WeekByWeek.ofRegister(person, weeks, 0, WeekState.NONE, outcome, 5));
    }

    @ParameterizedTest
    @CsvSource({"1, DAY, 0", "6, DAY, 0", "7, DAY, 1", "3, WEEK, 3", "1, MONTH, 4", "18, MONTH, 78", "1, YEAR, 52"})
    void aHorizonHasAsManyWholeWeeksAsItsShortestWindow(int count, Horizon.Span span, int weeks) {
        Horizon horizon = new Horizon(count, span);

        assertThat(horizon.wholeWeeks()).isEqualTo(weeks);
        for (int day = 0; day < 3_000; day++) {
            LocalDate start = LocalDate.of(2010, 1, 1).plusDays(day);
            assertThat(horizon.from(start).toEpochDay() - start.toEpochDay()).isGreaterThanOrEqualTo(7L * weeks);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirstTenure(0, Optional.empty()))
                .withMessage("a tenure must be at least a day, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(DerivedMeasure.FIRST_TENURE, -1, List.of(WORK)))
                .withMessage("a gap must be at least 0 days, got -1");
    }

    private static PersonHistory drawn(Random random) {
        List<Spell> spells = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            int first = random.nextInt(DAYS + 6) - 3;
            spells.add(spell(
                    random.nextInt(3) > 0 ? WORK : STUDY, Math.max(0, first), Math.max(0, first) + random.nextInt(9)));
        }
        boolean gone = random.nextInt(3) == 0;
        Optional<EndOfFollowUp> end = gone
                ? Optional.of(random.nextBoolean() ? EndOfFollowUp.DIED : EndOfFollowUp.PENSION)
                : Optional.empty();
        return person(random.nextInt(DAYS + 8) - 4, gone && random.nextBoolean(), end, spells);
    }

    private static boolean seen(PersonHistory person, int day) {
        return START.toEpochDay() + day <= person.lastSeen();
    }

    private static boolean works(PersonHistory person, int day, Set<String> activities) {
        long at = START.toEpochDay() + day;
        return person.spells().stream()
                .anyMatch(spell -> activities.contains(spell.activity()) && spell.first() <= at && spell.last() >= at);
    }

    private static String text(WeekByWeek weeks) {
        byte[] states = weeks.states();
        return Arrays.stream(java.util.stream.IntStream.range(0, states.length)
                        .map(week -> states[week])
                        .toArray())
                .mapToObj(state -> state < 0 ? "." : String.valueOf(state))
                .collect(Collectors.joining());
    }
}
