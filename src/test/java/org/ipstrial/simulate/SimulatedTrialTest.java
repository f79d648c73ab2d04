package org.ipstrial.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.dataset.history.PersonRecord;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.simulation.SimulatedArm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is drawn is what the plan asks for. Bounds are four standard errors, which are exact: of a count the binomial's, of a
 * mean the distribution's, of a hazard that of the events among the days at risk. The seed is fixed.
 */
class SimulatedTrialTest {

    private static final long SEED = 7;
    private static final double ERRORS = 4;
    private static final List<PersonRecord> PEOPLE = Trials.of(Trials.SIMULATION, SEED);

    @Test
    void everyArmHasItsPeopleAndEverybodyAnInventedId() {
        assertThat(PEOPLE).hasSize(4000);
        assertThat(Trials.ofArm(PEOPLE, "IPS")).hasSize(2000);
        assertThat(PEOPLE.get(0).id()).isEqualTo("S00001");
        assertThat(PEOPLE.get(3999).id()).isEqualTo("S04000");
    }

    @Test
    void columnsFollowTheirWeights() {
        Map<String, Long> sites = PEOPLE.stream()
                .collect(Collectors.groupingBy(person -> person.columns().get("site"), Collectors.counting()));
        assertThat(sites.keySet()).containsExactlyInAnyOrder("A", "B");
        assertShare(sites.get("A"), PEOPLE.size(), 0.75);

        List<Integer> ages = PEOPLE.stream()
                .map(person -> Integer.valueOf(person.columns().get("age")))
                .toList();
        assertThat(ages).allMatch(age -> age >= 18 && age <= 64);
        assertShare(ages.stream().filter(age -> age < 25).count(), PEOPLE.size(), 0.25);
        assertMean(
                ages.stream().mapToDouble(age -> age).toArray(), spread(Map.of(18, 24, 25, 64), Map.of(18, 1, 25, 3)));
    }

    @Test
    void daysOfRandomisationAreSpreadEvenly() {
        long first = LocalDate.of(2012, 11, 1).toEpochDay();
        long last = LocalDate.of(2016, 2, 29).toEpochDay();
        double[] days = PEOPLE.stream()
                .mapToDouble(person -> person.randomised().toEpochDay())
                .toArray();

        assertThat(Arrays.stream(days).boxed()).allMatch(day -> day >= first && day <= last);
        assertMean(
                days,
                IntStream.rangeClosed((int) first, (int) last).asDoubleStream().toArray());
    }

    @Test
    void hazardsOfTheFirstJobAreThoseOfTheArms() {
        Map.of("IPS", 0.05, "SAU", 0.02).forEach((arm, hazard) -> {
            long events = 0;
            long days = 0;
            for (PersonRecord person : Trials.ofArm(PEOPLE, arm)) {
                List<Spell> jobs = jobs(person);
                long from = person.randomised().toEpochDay();
                events += jobs.isEmpty() ? 0 : 1;
                days += jobs.isEmpty() ? seen(person) - from + 1 : jobs.get(0).first() - from + 1;
            }
            assertHazard(events, days, hazard);
        });
    }

    @Test
    void hazardsOfTheNextJobAndOfTheEndOfAJobAreThePlans() {
        long next = 0;
        long without = 0;
        long ended = 0;
        long within = 0;
        for (PersonRecord person : PEOPLE) {
            List<Spell> jobs = jobs(person);
            for (int i = 0; i < jobs.size(); i++) {
                boolean goesOn = jobs.get(i).last() == Spell.OPEN;
                long last = goesOn ? seen(person) : jobs.get(i).last();
                ended += goesOn ? 0 : 1;
                within += last - jobs.get(i).first() + 1;
                if (i + 1 < jobs.size()) {
                    next++;
                    without += jobs.get(i + 1).first() - last;
                } else {
                    without += seen(person) - last;
                }
            }
        }
        assertThat(next).isGreaterThan(1000);
        assertHazard(next, without, 0.2);
        assertHazard(ended, within, 1.0 / 4);
    }

    @Test
    void hoursAndWagesOfJobsFollowTheirBands() {
        List<Spell> jobs =
                PEOPLE.stream().flatMap(person -> jobs(person).stream()).toList();
        double[] hours = jobs.stream()
                .mapToDouble(job -> 2 * job.hoursPerWeek().orElseThrow())
                .toArray();
        double[] wages = jobs.stream()
                .mapToDouble(job -> 2 * job.hourlyWage().orElseThrow())
                .toArray();

        assertThat(Arrays.stream(hours).boxed()).allMatch(half -> half == 74 || (half >= 15 && half <= 30));
        assertMean(hours, spread(Map.of(15, 30, 74, 74), Map.of(15, 1, 74, 3)));
        assertMean(wages, spread(Map.of(200, 300), Map.of(200, 1)));
    }

    @Test
    void theShareThatBeginsAnEducationIsThePlans() {
        List<Spell> educations = PEOPLE.stream()
                .flatMap(person -> person.spells().stream())
                .filter(spell -> spell.activity().equals("education"))
                .toList();

        assertShare(educations.size(), PEOPLE.size(), 0.3);
        assertThat(educations).allMatch(spell -> spell.hoursPerWeek().orElse(0) == 20);
        assertThat(educations).allMatch(spell -> spell.hourlyWage().isEmpty());
    }

    @Test
    void theSharesThatLeaveAreThoseOfTheArms() {
        List<PersonRecord> people = Trials.of(
                Trials.SIMULATION.replace("0.02}", "0.02, drop_out: {withdrew: 0.2, died: 0.05, pension: 0.1}}"), SEED);
        List<PersonRecord> left = Trials.ofArm(people, "SAU");

        assertThat(Trials.ofArm(people, "IPS")).allMatch(person -> person.end() == EndOfFollowUp.COMPLETED);
        Map.of(EndOfFollowUp.WITHDREW, 0.2, EndOfFollowUp.DIED, 0.05, EndOfFollowUp.PENSION, 0.1)
                .forEach((reason, share) -> assertShare(
                        left.stream().filter(person -> person.end() == reason).count(), left.size(), share));
        for (PersonRecord person : left) {
            boolean stays = person.end() == EndOfFollowUp.COMPLETED;
            LocalDate window = person.randomised().plusMonths(18).minusDays(1);
            assertThat(person.lastSeen().isBefore(window)).isEqualTo(!stays);
            assertThat(person.spells())
                    .allMatch(spell -> spell.first() >= person.randomised().toEpochDay()
                            && spell.first() <= seen(person)
                            && (spell.last() <= seen(person) || spell.last() == Spell.OPEN));
            if (person.end().needsRule()) {
                assertThat(person.spells()).noneMatch(spell -> spell.last() == Spell.OPEN);
            }
        }
    }

    /** While no arm is full, every six people of a stratum in turn fill a block. */
    @Test
    void blocksWithinStrataAreBalanced() {
        String plan = Trials.SIMULATION.replace("stratify: site", "stratify: site\n  per_block: 3");
        Map<String, List<String>> strata = new HashMap<>();
        Trials.of(plan, SEED).subList(0, 3900).forEach(person -> strata.computeIfAbsent(
                        person.columns().get("site"), any -> new ArrayList<>())
                .add(person.arm()));

        int blocks = 0;
        Set<List<String>> orders = new HashSet<>();
        for (List<String> arms : strata.values()) {
            for (int from = 0; from + 6 <= arms.size(); from += 6) {
                List<String> block = arms.subList(from, from + 6);
                assertThat(block).filteredOn("IPS"::equals).hasSize(3);
                orders.add(block);
                blocks++;
            }
        }
        assertThat(blocks).isGreaterThan(600);
        assertThat(orders).as("all orders of three and three").hasSize(20);
    }

    @Test
    void anotherPersonChangesNobodyElse() {
        List<PersonRecord> more =
                Trials.of(Trials.SIMULATION.replace("IPS: {people: 2000", "IPS: {people: 2001"), SEED);

        assertThat(more).hasSize(4001);
        int moved = 0;
        for (int i = 0; i < PEOPLE.size(); i++) {
            PersonRecord before = PEOPLE.get(i);
            assertThat(more.get(i).columns()).isEqualTo(before.columns());
            assertThat(more.get(i).randomised()).isEqualTo(before.randomised());
            if (more.get(i).arm().equals(before.arm())) {
                assertThat(more.get(i)).isEqualTo(before);
            } else {
                moved++;
                assertThat(i).as("only at the end, where an arm is full").isGreaterThan(PEOPLE.size() - 20);
            }
        }
        assertThat(moved).isLessThan(10);
    }

    @Test
    void anotherColumnOrActivityChangesNoOtherDraw() {
        List<PersonRecord> more = Trials.of(
                Trials.SIMULATION
                        .replace("    site:", "    benefit: {x: 1, y: 1}\n    site:")
                        .replace(
                                "  activities:\n",
                                "  activities:\n    internship: {share: 1, tenure_months: 1, hours_per_week: {5: 1}}\n"),
                SEED);

        for (int i = 0; i < PEOPLE.size(); i++) {
            assertThat(more.get(i).columns()).containsAllEntriesOf(PEOPLE.get(i).columns());
            assertThat(more.get(i).spells()).containsAll(PEOPLE.get(i).spells());
        }
        assertThat(more).allMatch(person -> person.columns().containsKey("benefit"));
    }

    @Test
    void nobodyWorksWithoutAHazardAndEverybodyAtOnceWithTheGreatest() {
        List<PersonRecord> none = Trials.of(Trials.SIMULATION.replace("0.05}", "0}"), SEED);
        List<PersonRecord> all = Trials.of(Trials.SIMULATION.replace("0.05}", "1000}"), SEED);

        assertThat(Trials.ofArm(none, "IPS")).allMatch(person -> jobs(person).isEmpty());
        assertThat(Trials.ofArm(all, "IPS"))
                .allMatch(person ->
                        jobs(person).get(0).first() == person.randomised().toEpochDay());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, Long.MIN_VALUE, Long.MAX_VALUE})
    void onePersonAnArmIsATrial(long seed) {
        List<PersonRecord> two = Trials.of(Trials.SIMULATION.replace("people: 2000", "people: 1"), seed);

        assertThat(two).extracting(PersonRecord::arm).containsExactlyInAnyOrder("IPS", "SAU");
        assertThat(two).isNotEqualTo(Trials.of(Trials.SIMULATION.replace("people: 2000", "people: 1"), seed ^ 5));
    }

    private static List<Spell> jobs(PersonRecord person) {
        return person.spells().stream()
                .filter(spell -> spell.activity().equals(SimulatedArm.JOB))
                .toList();
    }

    private static long seen(PersonRecord person) {
        return person.lastSeen().toEpochDay();
    }

    private static void assertShare(long count, int of, double share) {
        double error = StrictMath.sqrt(of * share * (1 - share));
        assertThat((double) count).isCloseTo(of * share, within(ERRORS * error));
    }

    /** Events minus what is expected of the days at risk is a sum of independent steps of mean 0. */
    private static void assertHazard(long events, long days, double perMonth) {
        double daily = 1 - StrictMath.exp(-perMonth / Durations.DAYS_A_MONTH);
        double error = StrictMath.sqrt(days * daily * (1 - daily));
        assertThat((double) events).isCloseTo(days * daily, within(ERRORS * error));
    }

    private static void assertMean(double[] drawn, double[] equallyLikely) {
        double mean = mean(equallyLikely);
        double variance = 0;
        for (double value : equallyLikely) {
            variance += (value - mean) * (value - mean) / equallyLikely.length;
        }
        double error = StrictMath.sqrt(variance / drawn.length);
        assertThat(mean(drawn)).isCloseTo(mean, within(ERRORS * error));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Bands as a long list of equally likely values: each band so often that its weight is kept. */
    private static double[] spread(Map<Integer, Integer> bands, Map<Integer, Integer> weights) {
        int common = bands.entrySet().stream()
                .mapToInt(band -> band.getValue() - band.getKey() + 1)
                .reduce(1, (one, other) -> one * other);
        List<Double> values = new ArrayList<>();
        bands.forEach((from, to) -> {
            int times = weights.get(from) * common / (to - from + 1);
            for (int value = from; value <= to; value++) {
                for (int time = 0; time < times; time++) {
                    values.add((double) value);
                }
            }
        });
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
