package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locking a plan, and what it makes of the results. */
class LockTest {

    private static final String PLAN = """
            trial: A trial
            participants:
              file: people/participants.csv
              arm: {control: SAU}
              columns: {site: {}}
            outcomes:
              worked: {kind: binary}
              hours: {kind: amount}
            analyses:
              - {id: first, compare: worked}
              - {id: second, compare: hours, methods: {mean-difference: welch}}
            baseline: [site]
            """;

    @TempDir
    private Path folder;

    private Path plan;
    private Path people;

    @BeforeEach
    void write() throws IOException {
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        Files.createDirectory(folder.resolve("people"));
        people = folder.resolve("people/participants.csv");
    }

    private void writePeople() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,site,worked,hours\n");
        for (int person = 0; person < 40; person++) {
            text.append("Z9QK").append(100 + person);
            text.append(person % 2 == 0 ? ",IPS" : ",SAU");
            text.append(person % 3 == 0 ? ",north" : ",south");
            text.append(person % 5 < 2 ? ",1," : ",0,").append(person * 7 % 11).append('\n');
        }
        Files.writeString(people, text);
    }

    private Run plan(String below) {
        return Run.of("plan", below, plan.toString());
    }

    /** The days of the run's own clock are not the test's. */
    private static String undated(String text) {
        return text.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", "DAY");
    }

    private List<String> statuses(String... args) {
        Run run = Run.of(args);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[0] + " " + cells[14])
                .distinct()
                .toList();
    }

    @Test
    void aPlanIsLockedBeforeTheDataAndTheDataAreHashedWhenTheyCome() throws IOException {
        Run before = plan("lock");
        assertThat(undated(before.out())).isEqualTo("trial.yaml.lock: locked on DAY, no data yet\n");
        assertThat(before.exit()).isZero();
        assertThat(undated(plan("verify").out())).isEqualTo("trial.yaml: as locked on DAY\ndata: not hashed yet\n");
        writePeople();

        assertThat(undated(plan("lock").out()))
                .isEqualTo("trial.yaml.lock: locked on DAY, before the data were hashed\n");
        assertThat(undated(plan("verify").out()))
                .isEqualTo("trial.yaml: as locked on DAY\npeople/participants.csv: as hashed on DAY\n");
        assertThat(plan("verify").exit()).isZero();
        assertThat(undated(Run.of("compare", plan.toString(), "-q").out()).replace('\n', ' '))
                .contains(" Status: planned.  Analysis second ")
                .endsWith(
                        "  Plan: matches the plan locked on DAY, before the data were hashed; a local lock is no independent"
                                + " proof. ");
    }

    @Test
    void aLockIsNeverReplaced() throws IOException {
        writePeople();
        plan("lock");
        byte[] lock = Files.readAllBytes(folder.resolve("trial.yaml.lock"));
        assertThat(plan("lock").exit()).isZero();

        Files.writeString(people, Files.readString(people).replace("Z9QK100", "Z9QK999"));
        Run other = plan("lock");
        assertThat(other.exit()).isEqualTo(4);
        assertThat(undated(other.err()))
                .isEqualTo(plan
                        + ": the plan was locked on DAY with other data (people/participants.csv); wanted a plan that"
                        + " is not locked yet, or as it is; see 'ipstrial plan verify trial.yaml' [E453]\n");
        Files.writeString(plan, PLAN + "seed: 7\n");
        Run another = plan("lock");
        assertThat(another.exit()).isEqualTo(4);
        assertThat(undated(another.err()))
                .isEqualTo(plan
                        + ": another plan was locked here on DAY; wanted a plan that is not locked yet, or as it is;"
                        + " see 'ipstrial plan diff trial.yaml', and keep the old lock under another name if this plan is to"
                        + " be locked [E454]\n");
        assertThat(Files.readAllBytes(folder.resolve("trial.yaml.lock"))).isEqualTo(lock);
    }

    @Test
    void verifyTellsWhichFileIsOther() throws IOException {
        writePeople();
        plan("lock");
        Files.writeString(people, Files.readString(people) + "\n");
        Files.writeString(plan, PLAN + "# a comment\n");
        Run other = plan("verify");

        assertThat(other.exit()).isEqualTo(1);
        assertThat(undated(other.out())).isEqualTo("""
                trial.yaml: says what was locked on DAY, written otherwise
                people/participants.csv: not as hashed on DAY
                """);
        assertThat(undated(plan("diff").out())).isEqualTo("nothing has changed since the plan was locked on DAY\n");
        Files.delete(people);
        assertThat(undated(plan("verify").out()))
                .endsWith("people/participants.csv: not there; it was hashed on DAY\n");
    }

    @Test
    void whatIsNotLockedIsSaid() throws IOException {
        writePeople();
        for (String below : List.of("verify", "diff")) {
            Run none = plan(below);
            assertThat(none.exit()).isEqualTo(4);
            assertThat(none.err())
                    .isEqualTo(plan + ": there is no lock trial.yaml.lock; wanted a plan that was locked; lock it with"
                            + " 'ipstrial plan lock trial.yaml' [E451]\n");
        }
        for (String command : List.of("compare", "rates", "hours", "baseline", "flow")) {
            Run run = Run.of(command, plan.toString(), "-q");
            assertThat(run.out()).as(command).endsWith("\nPlan: not locked.\n");
            assertThat(statuses(command, plan.toString(), "--format", "csv", "-q"))
                    .allMatch(line -> line.endsWith(" "));
        }
        Files.writeString(folder.resolve("trial.yaml.lock"), "locked\n");
        assertThat(Run.of("compare", plan.toString()).exit()).isEqualTo(4);
    }

    @Test
    void everyResultHasItsStatus() throws IOException {
        writePeople();
        plan("lock");
        String file = plan.toString();
        assertThat(statuses("compare", file, "--format", "csv", "-q"))
                .containsExactly("first planned", "second planned");
        assertThat(statuses("baseline", file, "--format", "csv", "-q")).containsExactly("baseline planned");
        assertThat(statuses("flow", file, "--format", "csv", "-q")).containsExactly("flow planned");
        assertThat(statuses("rates", file, "--format", "csv", "-q"))
                .as("the plan lists no such analysis")
                .containsExactly("rates post-hoc");
        assertThat(statuses("compare", file, "--format", "csv", "-q", "--level", "0.9"))
                .containsExactly("first post-hoc", "second post-hoc");
        assertThat(statuses("compare", file, "--format", "csv", "-q", "--outcome", "worked"))
                .containsExactly("compare post-hoc");
        assertThat(statuses("baseline", file, "--format", "csv", "-q", "--covariates", "site"))
                .containsExactly("baseline post-hoc");

        Files.writeString(
                plan,
                PLAN.replace("hours: {kind: amount}", "hours: {kind: amount, unit: hours}")
                        .replace("baseline:", "  - {id: third, rates: worked}\nbaseline:"));
        assertThat(statuses("compare", file, "--format", "csv", "-q"))
                .containsExactly("first planned", "second amended");
        assertThat(statuses("rates", file, "--format", "csv", "-q")).containsExactly("third post-hoc");
        assertThat(statuses("flow", file, "--format", "csv", "-q")).containsExactly("flow amended");
        assertThat(undated(plan("diff").out())).isEqualTo("""
                since the plan was locked on DAY
                  + outcomes.hours.unit: hours
                  + analyses.third: {id: third, rates: worked}
                analysis first: planned
                analysis second: amended
                analysis third: post-hoc
                """);
        assertThat(Run.of("compare", file, "-q").out()).contains("Plan: differs from the plan locked on ");
        assertThat(Run.of("compare", file, "--format", "json", "-q").out()).contains("\"status\": \"amended\"");
    }

    @Test
    void otherDataThanWereHashedAreSaid() throws IOException {
        writePeople();
        plan("lock");
        Files.writeString(people, Files.readString(people).replace("Z9QK100", "Z9QK999"));

        assertThat(Run.of("compare", plan.toString(), "-q").out().replace('\n', ' '))
                .contains("independent proof; other data since: participants.csv.");
    }

    @Test
    void allDataOrNoneAreHashed() throws IOException {
        writePeople();
        Files.writeString(plan, PLAN.replace("arm: {control: SAU}", "arm: {control: SAU}\n  randomised_on: day") + """
                        horizon: 18 months
                        data_cut: 2017-01-01
                        follow_up: {file: follow-up.csv}
                        """);
        Run some = plan("lock");

        assertThat(some.exit()).isEqualTo(4);
        assertThat(some.err())
                .isEqualTo(plan
                        + ": people/participants.csv is there and follow-up.csv is not; wanted all data that the plan"
                        + " names, or none yet; put the rest beside it [E452]\n");
        assertThat(folder.resolve("trial.yaml.lock")).doesNotExist();
    }
}
