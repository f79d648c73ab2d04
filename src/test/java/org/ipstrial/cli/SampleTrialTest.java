package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated three-arm trial counted anew from its raw files, day by day and with nothing of the program but its
 * output: people, work, education, hours and weeks of each arm must agree with what the commands print.
 */
class SampleTrialTest {

    private static final Path FOLDER = Path.of("sample-data/ips-three-arm");
    private static final String WORK = "competitive_employment";
    private static final String STUDY = "education";
    private static final Map<String, String> ARMS = Map.of("IPS", "IPS", "IPSE", "IPS with enhancement", "SAU", "SAU");

    private record Job(String activity, LocalDate first, LocalDate last, double hours, double wage) {}

    private record Person(
            String arm, LocalDate randomised, LocalDate seen, boolean idleAfter, String reason, List<Job> jobs) {

        /** A day's state: what runs on it, or nothing where it is not known. */
        List<Job> on(LocalDate day) {
            if (day.isAfter(seen)) {
                return idleAfter ? List.of() : null;
            }
            return jobs.stream()
                    .filter(job -> !job.first.isAfter(day) && !job.last.isBefore(day))
                    .toList();
        }
    }

    private static final List<Person> PEOPLE = new ArrayList<>();

    @BeforeAll
    static void readTheFiles() throws IOException {
        LocalDate cut = LocalDate.of(2017, 8, 31);
        Map<String, List<Job>> jobs = new HashMap<>();
        for (String[] row : rows("spells.csv")) {
            LocalDate last = row[3].isEmpty() ? cut : LocalDate.parse(row[3]);
            jobs.computeIfAbsent(row[0], any -> new ArrayList<>())
                    .add(new Job(
                            row[1],
                            LocalDate.parse(row[2]),
                            last,
                            Double.parseDouble(row[4]),
                            row[5].isEmpty() ? Double.NaN : Double.parseDouble(row[5])));
        }
        Map<String, String[]> followUp = new HashMap<>();
        rows("follow-up.csv").forEach(row -> followUp.put(row[0], row));
        for (String[] row : rows("participants.csv")) {
            String[] seen = followUp.get(row[0]);
            PEOPLE.add(new Person(
                    ARMS.get(row[1]),
                    LocalDate.parse(row[2]),
                    LocalDate.parse(seen[1]),
                    Set.of("died", "pension").contains(seen[2]),
                    seen[2],
                    jobs.getOrDefault(row[0], List.of())));
        }
        assertThat(PEOPLE).hasSize(720);
    }

    static Stream<String> plans() {
        return Stream.of("trial.yaml", "excel-dk/trial.yaml");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void sharesAgreeWithADayByDayCount(String plan) {
        Map<String, Double> printed = printed("rates", plan);
        for (String arm : ARMS.values()) {
            check(printed, "employed", arm, 18, Set.of(WORK));
            check(printed, "employed_6", arm, 6, Set.of(WORK));
            check(printed, "employed_12", arm, 12, Set.of(WORK));
        }
        Map<String, Double> compared = printed("compare", plan);
        for (String arm : ARMS.values()) {
            check(compared, "employed_or_educated", arm, 18, Set.of(WORK, STUDY));
            check(compared, "employed_or_educated/education", arm, 18, Set.of(STUDY));
            check(compared, "employed_or_educated/competitive_employment", arm, 18, Set.of(WORK));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void hoursAndWeeksAgreeWithADayByDayCount(String plan) {
        Map<String, Double> printed = printed("hours", plan);
        for (String arm : ARMS.values()) {
            double hours = 0;
            double weeks = 0;
            int assessed = 0;
            for (Person person : PEOPLE) {
                if (!person.arm.equals(arm) || lastState(person, 18) == null) {
                    continue;
                }
                assessed++;
                Set<Integer> worked = new HashSet<>();
                int number = 0;
                for (LocalDate day : days(person, 18)) {
                    for (Job job : person.on(day)) {
                        hours += job.activity.equals(WORK) || job.activity.equals(STUDY) ? job.hours / 7 : 0;
                        if (job.activity.equals(WORK)) {
                            worked.add(number / 7);
                        }
                    }
                    number++;
                }
                weeks += worked.size();
            }
            assertThat(printed.get("hours|" + arm + "|assessed|all-randomised")).isEqualTo(assessed);
            assertThat(printed.get("hours|" + arm + "|sum|all-randomised")).isCloseTo(hours, within(1e-6 * hours));
            assertThat(printed.get("weeks|" + arm + "|sum|all-randomised")).isEqualTo(weeks);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void wagesAndEarningsAgreeWithADayByDayCount(String plan) {
        Map<String, Double> printed = printed("hours", plan);
        for (String arm : ARMS.values()) {
            double allEarnings = 0;
            double wages = 0;
            int workers = 0;
            int seenToTheEnd = 0;
            for (Person person : PEOPLE) {
                double hours = 0;
                double earnings = 0;
                if (!person.arm.equals(arm)) {
                    continue;
                }
                for (LocalDate day : days(person, 18)) {
                    List<Job> state = person.on(day);
                    for (Job job : state == null ? List.<Job>of() : state) {
                        hours += job.activity.equals(WORK) ? job.hours / 7 : 0;
                        earnings += job.activity.equals(WORK) ? job.hours / 7 * job.wage : 0;
                    }
                }
                workers += hours > 0 ? 1 : 0;
                if (lastState(person, 18) != null) {
                    allEarnings += earnings;
                    seenToTheEnd += hours > 0 ? 1 : 0;
                    wages += hours > 0 ? earnings / hours : 0;
                }
            }
            assertThat(printed.get("earnings|" + arm + "|sum|all-randomised"))
                    .isCloseTo(allEarnings, within(1e-9 * allEarnings));
            assertThat(printed.get("wage|" + arm + "|events|all-randomised")).isEqualTo(workers);
            assertThat(printed.get("wage|" + arm + "|assessed|workers-only")).isEqualTo(seenToTheEnd);
            assertThat(printed.get("wage|" + arm + "|missing|workers-only")).isEqualTo(workers - seenToTheEnd);
            assertThat(printed.get("wage|" + arm + "|sum|workers-only")).isCloseTo(wages, within(1e-9 * wages));
        }
    }

    /** Days walked through one by one: at risk on a day are those seen on it who did not work on a day before. */
    @ParameterizedTest
    @MethodSource("plans")
    void timesToTheFirstJobAgreeWithADayByDayCount(String plan) {
        Run run = Run.of(
                "survival",
                FOLDER.resolve(plan).toString(),
                "--outcome",
                "time_to_job",
                "--format",
                "csv",
                "-q",
                "--at",
                "90,180,365",
                "--tau",
                "365");
        for (String arm : ARMS.values()) {
            int[] atRisk = new int[600];
            int[] jobs = new int[600];
            int[] deaths = new int[600];
            int[] pensions = new int[600];
            for (Person person : PEOPLE) {
                if (!person.arm.equals(arm)) {
                    continue;
                }
                int number = 0;
                for (LocalDate day : days(person, 18)) {
                    if (day.isAfter(person.seen)) {
                        break;
                    }
                    atRisk[number]++;
                    if (person.on(day).stream().anyMatch(job -> job.activity.equals(WORK))) {
                        jobs[number]++;
                        break;
                    }
                    if (day.equals(person.seen)) {
                        deaths[number] += person.reason.equals("died") ? 1 : 0;
                        pensions[number] += person.reason.equals("pension") ? 1 : 0;
                    }
                    number++;
                }
            }
            // Aalen-Johansen by hand: who is left, times the share of those at risk who begin work that day.
            double left = 1;
            double incidence = 0;
            double area = 0;
            for (int day = 0; day < 365; day++) {
                int ends = jobs[day] + deaths[day] + pensions[day];
                incidence += left * jobs[day] / atRisk[day];
                left *= 1 - (double) ends / atRisk[day];
                area += incidence;
            }
            incidence += left * jobs[365] / atRisk[365];
            assertThat(of(run, arm, "cause=event", "count", "events")).isEqualTo(sum(jobs));
            assertThat(of(run, arm, "cause=death", "count", "events")).isEqualTo(sum(deaths));
            assertThat(of(run, arm, "cause=pension", "count", "events")).isEqualTo(sum(pensions));
            assertThat(of(run, arm, "365", "at-risk", "estimate")).isEqualTo(atRisk[365]);
            assertThat(of(run, arm, "365", "cause=event", "cumulative-incidence", "estimate"))
                    .isCloseTo(incidence, within(1e-12));
            assertThat(of(run, arm, "cause=event", "rmtl", "estimate")).isCloseTo(area, within(1e-9));
        }
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain(",survival,kaplan-meier,");
    }

    /** Each whole week walked through day by day; a week is known if each of its days is. */
    @ParameterizedTest
    @MethodSource("plans")
    void weeklySharesAndTheirAreaAgreeWithADayByDayCount(String plan) {
        Run run = Run.of(
                "survival",
                FOLDER.resolve(plan).toString(),
                "--outcome",
                "work_by_week",
                "--format",
                "csv",
                "-q",
                "--at",
                "1,13,26,52,78");
        Map<String, Set<String>> outcomes = Map.of(
                "work_by_week", Set.of(WORK, STUDY),
                "work_by_week/competitive_employment", Set.of(WORK),
                "work_by_week/education", Set.of(STUDY));
        assertThat(run.exit()).as(run.err()).isZero();
        outcomes.forEach((outcome, activities) -> {
            for (String arm : ARMS.values()) {
                int[] observed = new int[78];
                int[] active = new int[78];
                int complete = 0;
                for (Person person : PEOPLE) {
                    if (person.arm.equals(arm)) {
                        boolean all = true;
                        for (int week = 0; week < 78; week++) {
                            Boolean state = week(person, week, activities);
                            observed[week] += state == null ? 0 : 1;
                            active[week] += Boolean.TRUE.equals(state) ? 1 : 0;
                            all &= state != null;
                        }
                        complete += all ? 1 : 0;
                    }
                }
                double area = 0;
                for (int week = 0; week < 78; week++) {
                    area += (double) active[week] / observed[week];
                }
                for (int week : new int[] {1, 13, 26, 52, 78}) {
                    String at = "complete-cases," + outcome + "," + week + "," + arm + ",,,,";
                    assertThat(number(run, at + "count,,assessed")).isEqualTo(observed[week - 1]);
                    assertThat(number(run, at + "count,,events")).isEqualTo(active[week - 1]);
                    assertThat(number(run, at + "proportion,wilson,estimate"))
                            .isCloseTo((double) active[week - 1] / observed[week - 1], within(1e-14));
                }
                assertThat(number(run, "complete-cases," + outcome + ",," + arm + ",,,,count,,assessed"))
                        .isEqualTo(complete);
                assertThat(number(run, "," + outcome + ",78," + arm + ",,,,mean-weeks,available-weeks,estimate"))
                        .isCloseTo(area, within(1e-12));
            }
        });
    }

    private static Boolean week(Person person, int number, Set<String> activities) {
        boolean active = false;
        for (int day = 0; day < 7; day++) {
            List<Job> state = person.on(person.randomised.plusDays(7L * number + day));
            if (state == null) {
                return null;
            }
            active |= state.stream().anyMatch(job -> activities.contains(job.activity));
        }
        return active;
    }

    /** From the first day at work on, each day at work is a day of the job until one without work or unseen. */
    @ParameterizedTest
    @MethodSource("plans")
    void tenuresOfTheFirstJobAgreeWithADayByDayCount(String plan) {
        Run run = Run.of(
                "survival",
                FOLDER.resolve(plan).toString(),
                "--outcome",
                "first_job",
                "--format",
                "csv",
                "-q",
                "--at",
                "183");
        assertThat(run.exit()).as(run.err()).isZero();
        for (String arm : ARMS.values()) {
            int[] ended = new int[600];
            int[] left = new int[600];
            int workers = 0;
            int deaths = 0;
            for (Person person : PEOPLE) {
                List<LocalDate> days = days(person, 18).stream()
                        .filter(day -> !day.isAfter(person.seen))
                        .toList();
                int first = 0;
                while (first < days.size() && !works(person, days.get(first))) {
                    first++;
                }
                if (!person.arm.equals(arm) || first == days.size()) {
                    continue;
                }
                int end = first;
                while (end < days.size() && works(person, days.get(end))) {
                    end++;
                }
                workers++;
                left[end - first]++;
                boolean died = end == days.size()
                        && person.idleAfter
                        && days.get(end - 1).equals(person.seen);
                deaths += died && person.reason.equals("died") ? 1 : 0;
                ended[end - first] += end < days.size() || died ? 1 : 0;
            }
            double still = 1;
            int atRisk = workers;
            for (int day = 0; day <= 183; day++) {
                still *= atRisk == 0 ? 1 : 1 - (double) ended[day] / atRisk;
                atRisk -= left[day];
            }
            String of = "workers-only,none-missing,first_job,";
            assertThat(number(run, of + "," + arm + ",,,,count,,assessed")).isEqualTo(workers);
            assertThat(number(run, of + "," + arm + ",,,,count,,events")).isEqualTo(sum(ended));
            assertThat(run.out().contains(of + "," + arm + ",,,end=death,count,,events," + deaths + ","))
                    .isEqualTo(deaths > 0);
            assertThat(number(run, of + "183," + arm + ",,,,survival,kaplan-meier,estimate"))
                    .isCloseTo(still, within(1e-12));
        }
        assertThat(run.out()).doesNotContain(",test,").doesNotContain("hazard-ratio");
    }

    private static boolean works(Person person, LocalDate day) {
        return person.on(day).stream().anyMatch(job -> job.activity.equals(WORK));
    }

    /** The number in the one row that holds these fields in this order. */
    private static double number(Run run, String fields) {
        List<String> rows =
                run.out().lines().filter(line -> line.contains(fields + ",")).toList();
        assertThat(rows).as(fields).hasSize(1);
        return Double.parseDouble(rows.get(0).split(fields + ",", 2)[1].split(",")[0]);
    }

    private static double of(Run run, String arm, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add(arm);
        // A contrast names the arm too, and its measure is another.
        return Double.parseDouble(run.value(all.toArray(String[]::new)));
    }

    private static int sum(int[] days) {
        return Arrays.stream(days).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrew", "died", "emigrated", "pension", "lost"})
    void theFlowAgreesWithTheFollowUpFile(String reason) {
        Map<String, Double> printed = new HashMap<>();
        Run.of("flow", FOLDER.resolve("trial.yaml").toString(), "--format", "csv", "-q")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[8].equals("follow-up=" + reason))
                .forEach(cells -> printed.put(cells[5], Double.valueOf(cells[12])));
        for (String arm : ARMS.values()) {
            long counted = PEOPLE.stream()
                    .filter(person -> person.arm.equals(arm) && person.reason.equals(reason))
                    .filter(person -> person.seen.isBefore(
                            person.randomised.plusMonths(18).minusDays(1)))
                    .count();
            assertThat(printed.get(arm)).isEqualTo(counted);
        }
    }

    /** What only those have who worked is analysed in them alone: it is no part of the flow of those randomised. */
    @Test
    void theFlowHoldsNoOutcomeOfWorkers() {
        Run flow = Run.of("flow", FOLDER.resolve("trial.yaml").toString(), "--format", "csv", "-q");
        Set<String> outcomes = new HashSet<>();
        flow.out().lines().skip(1).map(line -> line.split(",", -1)[3]).forEach(outcomes::add);

        assertThat(outcomes)
                .contains("employed", "hours", "tenure", "time_to_job", "work_by_week")
                .doesNotContain("wage", "first_job");
    }

    private static void check(
            Map<String, Double> printed, String outcome, String arm, int months, Set<String> activities) {
        int events = 0;
        int assessed = 0;
        for (Person person : PEOPLE) {
            if (!person.arm.equals(arm)) {
                continue;
            }
            boolean any = days(person, months).stream()
                    .map(person::on)
                    .anyMatch(jobs -> jobs != null && jobs.stream().anyMatch(job -> activities.contains(job.activity)));
            events += any ? 1 : 0;
            assessed += any || lastState(person, months) != null ? 1 : 0;
        }
        assertThat(printed.get(outcome + "|" + arm + "|events|all-randomised"))
                .as(outcome)
                .isEqualTo(events);
        assertThat(printed.get(outcome + "|" + arm + "|assessed|all-randomised"))
                .as(outcome)
                .isEqualTo(assessed);
    }

    private static List<Job> lastState(Person person, int months) {
        return person.on(person.randomised.plusMonths(months).minusDays(1));
    }

    private static List<LocalDate> days(Person person, int months) {
        return person.randomised
                .datesUntil(person.randomised.plusMonths(months))
                .toList();
    }

    /** Outcome, arm, statistic and analysis set to the first value printed, of rows about an arm. */
    private static Map<String, Double> printed(String command, String plan) {
        Map<String, Double> printed = new LinkedHashMap<>();
        Run run = Run.of(command, FOLDER.resolve(plan).toString(), "--format", "csv", "--resamples", "999", "-q");
        assertThat(run.exit()).isZero();
        run.out().lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            boolean ofAnArm = cells[6].isEmpty() && cells[7].isEmpty() && !cells[12].isEmpty();
            if (ofAnArm) {
                printed.putIfAbsent(
                        String.join("|", cells[3], cells[5], cells[11], cells[1]), Double.valueOf(cells[12]));
            }
        });
        return printed;
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
