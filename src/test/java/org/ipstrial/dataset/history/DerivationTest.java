package org.ipstrial.dataset.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivationTest {

    private static final String WORK = "competitive_employment";
    private static final String STUDY = "education";
    private static final LocalDate NEW_YEAR = LocalDate.of(2014, 1, 1);
    private static final long FOLLOWED = LocalDate.of(2015, 12, 31).toEpochDay();

    /** 28 days of 35 hours and 45 of 10, both at once for 14 of them: (28 x 35 + 45 x 10) / 7 hours. */
    @Test
    void countsWhatIsDoneByHand() {
        PersonHistory person = person(
                FOLLOWED,
                false,
                spell(WORK, "2014-02-01", "2014-02-28", 35, 150),
                spell(WORK, "2014-02-15", "2014-03-31", 10, 200));

        assertThat(amount(person, DerivedMeasure.HOURS, Overlap.SUM)).isEqualTo(1430 / 7.0);
        assertThat(amount(person, DerivedMeasure.HOURS_PER_MONTH, Overlap.SUM)).isEqualTo(1430 / 42.0);
        assertThat(amount(person, DerivedMeasure.EARNINGS, Overlap.SUM))
                .isEqualTo((28 * 35 * 150 + 45 * 10 * 200) / 7.0);
        assertThat(amount(person, DerivedMeasure.HOURLY_WAGE, Overlap.SUM))
                .isEqualTo((28 * 35 * 150 + 45 * 10 * 200) / 1430.0);
        assertThat(amount(person, DerivedMeasure.HOURS, Overlap.MAX)).isEqualTo((28 * 35 + 31 * 10) / 7.0);
        assertThat(amount(person, DerivedMeasure.DAYS, Overlap.SUM)).isEqualTo(59);
        assertThat(amount(person, DerivedMeasure.WEEKS, Overlap.SUM)).isEqualTo(9);
        assertThat(amount(person, DerivedMeasure.LONGEST_TENURE, Overlap.SUM)).isEqualTo(45);
    }

    /** Who did not work has no wage and lacks none; who worked for hours or a wage that nobody knows lacks one. */
    @Test
    void aWageIsOfThoseWhoWorked() {
        PersonHistory idle = person(FOLLOWED, false);
        assertThat(event(idle, DerivedMeasure.HOURLY_WAGE)).contains(false);
        assertThat(derive(idle, DerivedMeasure.HOURLY_WAGE, Overlap.SUM).amount())
                .isEmpty();

        PersonHistory left = person(NEW_YEAR.plusDays(9).toEpochDay(), false);
        assertThat(event(left, DerivedMeasure.HOURLY_WAGE)).isEmpty();

        PersonHistory leftAtWork =
                person(NEW_YEAR.plusDays(9).toEpochDay(), false, spell(WORK, "2014-01-05", "2014-02-28", 35, 150));
        assertThat(event(leftAtWork, DerivedMeasure.HOURLY_WAGE)).contains(true);
        assertThat(derive(leftAtWork, DerivedMeasure.HOURLY_WAGE, Overlap.SUM).amount())
                .isEmpty();

        PersonHistory noHours = person(FOLLOWED, false, spell(WORK, "2014-02-01", "2014-02-28", 0, 150));
        assertThat(event(noHours, DerivedMeasure.HOURLY_WAGE)).contains(true);
        assertThat(derive(noHours, DerivedMeasure.HOURLY_WAGE, Overlap.SUM).amount())
                .isEmpty();

        Spell known = spell(WORK, "2014-02-01", "2014-02-28", 35, 150);
        Spell unpaid =
                new Spell(WORK, known.last() + 1, known.last() + 7, OptionalDouble.of(20), OptionalDouble.empty());
        assertThat(derive(person(FOLLOWED, false, known, unpaid), DerivedMeasure.HOURLY_WAGE, Overlap.SUM)
                        .amount())
                .isEmpty();
    }

    @Test
    void theWindowHoldsTheDayOfRandomisationAndNotThatOfTheHorizon() {
        assertThat(event(person(FOLLOWED, false, spell(WORK, "2014-01-01", "2014-01-01", 1, 1)), DerivedMeasure.EVER))
                .contains(true);
        assertThat(event(person(FOLLOWED, false, spell(WORK, "2014-06-30", "2014-06-30", 1, 1)), DerivedMeasure.EVER))
                .contains(true);
        assertThat(event(person(FOLLOWED, false, spell(WORK, "2014-07-01", "2014-07-01", 1, 1)), DerivedMeasure.EVER))
                .contains(false);
        assertThat(event(
                        person(FOLLOWED, false, spell(WORK, "2014-06-01", "2014-06-30", 1, 1)),
                        DerivedMeasure.ON_LAST_DAY))
                .contains(true);
        assertThat(event(
                        person(FOLLOWED, false, spell(WORK, "2014-06-01", "2014-06-29", 1, 1)),
                        DerivedMeasure.ON_LAST_DAY))
                .contains(false);
    }

    @Test
    void aMonthWithoutTheDayEndsOnItsLast() {
        assertThat(new Horizon(1, Horizon.Span.MONTH).from(LocalDate.of(2014, 1, 31)))
                .isEqualTo(LocalDate.of(2014, 2, 28));
        assertThat(new Horizon(12, Horizon.Span.MONTH).from(LocalDate.of(2016, 2, 29)))
                .isEqualTo(LocalDate.of(2017, 2, 28));
    }

    @Test
    void noSpellAndNotFollowedAreDifferentThings() {
        long early = LocalDate.of(2014, 4, 1).toEpochDay();
        PersonHistory left = person(early, false);
        PersonHistory died = person(early, true);
        PersonHistory workedFirst = person(early, false, spell(WORK, "2014-03-01", "2014-03-31", 20, 100));

        assertThat(event(left, DerivedMeasure.EVER)).isEmpty();
        assertThat(event(died, DerivedMeasure.EVER)).contains(false);
        assertThat(event(person(FOLLOWED, false), DerivedMeasure.EVER)).contains(false);
        assertThat(event(workedFirst, DerivedMeasure.EVER)).contains(true);
        assertThat(derive(workedFirst, DerivedMeasure.HOURS, Overlap.SUM).amount())
                .isEmpty();
        assertThat(amount(died, DerivedMeasure.HOURS, Overlap.SUM)).isZero();
    }

    @Test
    void enoughIsKnownAsSoonAsItWasSeenAndTooLittleOnlyAtTheEnd() {
        long early = LocalDate.of(2014, 4, 1).toEpochDay();
        Spell job = spell(WORK, "2014-03-01", "2014-03-28", 20, 100);

        assertThat(atLeast(person(early, false, job), 80)).contains(true);
        assertThat(atLeast(person(early, false, job), 80.5)).isEmpty();
        assertThat(atLeast(person(FOLLOWED, false, job), 80.5)).contains(false);
        Spell unknown = new Spell(WORK, job.last() + 1, job.last() + 7, OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(atLeast(person(FOLLOWED, false, job, unknown), 80)).contains(true);
        assertThat(atLeast(person(FOLLOWED, false, job, unknown), 90)).isEmpty();
    }

    @Test
    void unknownHoursMakeHoursMissingAndNotDays() {
        Spell unknown = new Spell(
                WORK, NEW_YEAR.toEpochDay(), NEW_YEAR.toEpochDay() + 9, OptionalDouble.empty(), OptionalDouble.empty());
        PersonHistory person = person(FOLLOWED, false, unknown);

        assertThat(derive(person, DerivedMeasure.HOURS, Overlap.MAX).amount()).isEmpty();
        assertThat(derive(person, DerivedMeasure.HOURS, Overlap.SUM).amount()).isEmpty();
        assertThat(amount(person, DerivedMeasure.DAYS, Overlap.SUM)).isEqualTo(10);
    }

    /** 3,000 made-up people for each measure, of whom some do nothing, some are lost, and some have three jobs at once. */
    @ParameterizedTest
    @EnumSource(
            value = DerivedMeasure.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SHARE_OF_WEEKS", "TIME_TO_FIRST", "FIRST_TENURE", "WEEKLY"})
    void agreesWithWalkingThroughTheDays(DerivedMeasure measure) {
        Random random = new Random(20120101);
        Set<Optional<Boolean>> events = new HashSet<>();
        int amounts = 0;
        for (int i = 0; i < 3000; i++) {
            Overlap overlap = random.nextBoolean() ? Overlap.SUM : Overlap.MAX;
            List<String> activities = random.nextBoolean() ? List.of(WORK) : List.of(WORK, STUDY);
            Horizon horizon = new Horizon(1 + random.nextInt(6), Horizon.Span.MONTH);
            DerivedOutcome outcome =
                    new DerivedOutcome(Source.SPELLS, measure, activities, horizon, OptionalDouble.empty());
            PersonHistory person = madeUp(random);
            Derivation derived = Derivation.of(person, outcome, overlap);
            DayByDay route = new DayByDay(person, outcome, overlap);
            if (measure.kind() == OutcomeKind.BINARY) {
                assertThat(derived.event()).as("%s %s", person, outcome).isEqualTo(route.event());
                events.add(derived.event());
                continue;
            }
            if (measure.kind() == OutcomeKind.AMOUNT_OF_WORKERS) {
                assertThat(derived.event()).as("%s %s", person, outcome).isEqualTo(route.event());
            }
            OptionalDouble expected = route.amount();
            assertThat(derived.amount().isPresent())
                    .as("%s %s", person, outcome)
                    .isEqualTo(expected.isPresent());
            if (expected.isPresent()) {
                assertThat(derived.amount().getAsDouble())
                        .as("%s %s %s", person, outcome, overlap)
                        .isCloseTo(expected.getAsDouble(), within(1e-9 * (1 + expected.getAsDouble())));
                amounts += expected.getAsDouble() > 0 ? 1 : 0;
            }
        }
        if (measure.kind() == OutcomeKind.BINARY) {
            assertThat(events).containsExactlyInAnyOrder(Optional.of(true), Optional.of(false), Optional.empty());
        } else {
            assertThat(amounts).isGreaterThan(500);
        }
    }

    @Test
    void theOrderOfSpellsChangesNothing() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            PersonHistory person = madeUp(random);
            List<Spell> shuffled = new ArrayList<>(person.spells());
            Collections.shuffle(shuffled, random);
            PersonHistory other =
                    new PersonHistory(person.randomised(), person.lastSeen(), person.idleAfter(), shuffled);

            for (DerivedMeasure measure : List.of(DerivedMeasure.HOURS, DerivedMeasure.EARNINGS)) {
                assertThat(derive(other, measure, Overlap.SUM).amount())
                        .isEqualTo(derive(person, measure, Overlap.SUM).amount());
            }
        }
    }

    private static PersonHistory madeUp(Random random) {
        LocalDate randomised = NEW_YEAR.plusDays(random.nextInt(200));
        List<Spell> spells = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            long first = randomised.toEpochDay() + random.nextInt(120);
            spells.add(new Spell(
                    random.nextInt(3) == 0 ? STUDY : WORK,
                    first,
                    random.nextInt(5) == 0 ? Spell.OPEN : first + random.nextInt(90),
                    OptionalDouble.of(random.nextInt(80) / 2.0),
                    OptionalDouble.of(100 + random.nextInt(100))));
        }
        long seen = randomised.toEpochDay() - 1 + random.nextInt(250);
        boolean idle = random.nextInt(4) == 0;
        // Nobody is known to be idle after a day on which a spell goes on.
        List<Spell> possible = idle
                ? spells.stream()
                        .filter(spell -> spell.first() <= seen)
                        .map(spell -> spell.within(spell.first(), seen))
                        .toList()
                : spells;
        // Spells alike would be one and the same to the second route.
        return new PersonHistory(
                randomised, seen, idle, possible.stream().distinct().toList());
    }

    private static PersonHistory person(long lastSeen, boolean idleAfter, Spell... spells) {
        return new PersonHistory(NEW_YEAR, lastSeen, idleAfter, List.of(spells));
    }

    private static Spell spell(String activity, String first, String last, double hours, double wage) {
        return new Spell(
                activity,
                LocalDate.parse(first).toEpochDay(),
                LocalDate.parse(last).toEpochDay(),
                OptionalDouble.of(hours),
                OptionalDouble.of(wage));
    }

    private static Optional<Boolean> event(PersonHistory person, DerivedMeasure measure) {
        return derive(person, measure, Overlap.SUM).event();
    }

    private static double amount(PersonHistory person, DerivedMeasure measure, Overlap overlap) {
        return derive(person, measure, overlap).amount().orElseThrow();
    }

    private static Optional<Boolean> atLeast(PersonHistory person, double hours) {
        DerivedOutcome outcome = new DerivedOutcome(
                Source.SPELLS,
                DerivedMeasure.HOURS,
                List.of(WORK),
                new Horizon(6, Horizon.Span.MONTH),
                OptionalDouble.of(hours));
        return Derivation.of(person, outcome, Overlap.SUM).event();
    }

    private static Derivation derive(PersonHistory person, DerivedMeasure measure, Overlap overlap) {
        DerivedOutcome outcome = new DerivedOutcome(
                Source.SPELLS, measure, List.of(WORK), new Horizon(6, Horizon.Span.MONTH), OptionalDouble.empty());
        return Derivation.of(person, outcome, overlap);
    }
}
