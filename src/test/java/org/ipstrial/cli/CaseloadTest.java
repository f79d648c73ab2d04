package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code caseload}: days, shares and medians worked by hand, both forms of each file, and refusals that show no id. */
class CaseloadTest {

    private static final String LOADS = "id,consultant,role,start,end\n";
    private static final String CONTACTS = "id,enrolled_on,first_employer_contact_on,left_on\n";
    private static final String JOBS = "id,start,end,job_match,supported_until\n";

    /** Four people with one consultant, enrolled on the first day of the year; the third left on the eleventh. */
    private static final String FOUR = LOADS
            + "secret1,A,consultant,2014-01-01,\n"
            + "secret2,A,consultant,2014-01-01,\n"
            + "secret3,A,consultant,2014-01-01,2014-01-11\n"
            + "secret4,A,consultant,2014-01-01,\n";

    @TempDir
    private Path folder;

    private Run run(String loads, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("caseload.csv"), loads);
        List<String> args = new ArrayList<>(List.of("caseload", file.toString(), "--until", "2014-01-20"));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** One person on days 1 to 10, another from day 5: 1 for four days, 2 for six, 1 for ten; with a leader as well. */
    @Test
    void peopleDayByDay() throws IOException {
        Run run = run(
                LOADS
                        + "secret1,A,consultant,2014-01-01,2014-01-10\n"
                        + "secret2,A,Konsulent,2014-01-05,\n"
                        + "secret2,L,teamleder,2014-01-08,2014-01-12\n",
                "--limit-consultant",
                "1",
                "--format",
                "csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        ",A,,,,count,,assessed,2,",
                        ",A,,,role=consultant,caseload,,estimate,1,",
                        ",A,,,role=consultant,caseload,,mean,1.3,",
                        ",A,,,role=consultant,caseload,,max,2,",
                        ",A,,,role=consultant;limit=1,days-over-limit,,estimate,6,days",
                        ",A,,,role=consultant;limit=1,days-over-limit,,max,20,days",
                        ",L,,,role=leader,caseload,,estimate,0,",
                        ",L,,,role=leader;limit=15,days-over-limit,,max,5,days",
                        // Whom both have counts once.
                        ",caseload-of-all,,,,,,count,,assessed,2,",
                        ",caseload-of-all,,,,,,caseload,,mean,1.3,",
                        ",caseload-of-all,,,,,,caseload,,max,2,");
    }

    @Test
    void countsStandUntilTheNextCount() throws IOException {
        Run run = run(
                "consultant,role,date,participants\n"
                        + "A,consultant,2014-01-11,22\n"
                        + "A,consultant,2014-01-01,19\n"
                        + "A,consultant,2014-01-15,20\n"
                        + "L,leader,2014-01-11,16\n",
                "--format",
                "csv");
        assertThat(run.exit()).isZero();
        // 19 for ten days, 22 for four, 20 for six.
        assertThat(run.out())
                .contains(
                        ",A,,,role=consultant,caseload,,mean,19.9,",
                        ",A,,,role=consultant,caseload,,estimate,20,",
                        "role=consultant;limit=20,days-over-limit,,estimate,4,days",
                        "role=leader;limit=15,days-over-limit,,estimate,10,days")
                .doesNotContain("assessed");
        assertThat(run.out().lines().filter(line -> line.contains("caseload-of-all")))
                .isEmpty();
    }

    /**
     * One had a contact on day 30, one on day 31, one left on day 10, one still waits: by day 30 it is 3/4 of 1/3, by day 31
     * 3/4 of 2/3. A mean of those who had it would be 30.5 days, and would say nothing of the others.
     */
    @Test
    void theShareByADayIsACumulativeIncidence() throws IOException {
        String contacts = file(
                "contacts.csv",
                CONTACTS
                        + "secret1,2014-01-01,2014-01-31,\n"
                        + "secret2,2014-01-01,2014-02-01,\n"
                        + "secret3,2014-01-01,,2014-01-11\n"
                        + "secret4,2014-01-01,,\n");
        Run run = run(FOUR, "--contacts", contacts, "--until", "2014-12-31", "--format", "csv");
        assertThat(run.exit()).isEqualTo(2);
        Files.writeString(folder.resolve("caseload.csv"), FOUR);
        String loads = folder.resolve("caseload.csv").toString();
        String month = Run.of("caseload", loads, "--until", "2014-12-31", "--contacts", contacts, "--format", "csv")
                .out();
        assertThat(month)
                .contains(
                        "first-employer-contact,,,,,,count,,assessed,4,",
                        "first-employer-contact,,,,,,count,,events,2,",
                        "first-employer-contact,,,,,cause=left,count,,events,1,",
                        "first-employer-contact,30,,,,,at-risk,kaplan-meier,estimate,3,",
                        "cause=employer-contact,cumulative-incidence,aalen-johansen,estimate,0.25,",
                        "cause=left,cumulative-incidence,aalen-johansen,estimate,0.25,",
                        "cause=employer-contact,median-time,aalen-johansen,estimate,31,days");
        assertThat(Run.of(
                                "caseload",
                                loads,
                                "--until",
                                "2014-12-31",
                                "--contacts",
                                contacts,
                                "--within",
                                "31",
                                "--format",
                                "csv")
                        .out())
                .contains(
                        "first-employer-contact,31,,,,cause=employer-contact,cumulative-incidence,aalen-johansen,estimate,0.5,");
        // One row a contact says the same: enrolled on the first day with a consultant, left on the last.
        String log = file(
                "log.csv",
                "id,date,kind\n"
                        + "secret1,2014-03-01,virksomhedskontakt\n"
                        + "secret1,2014-01-31,employer_contact\n"
                        + "secret1,2014-01-02,meeting\n"
                        + "secret2,2014-02-01,Employer\n"
                        + "secret4,2014-02-01,møde\n");
        assertThat(Run.of("caseload", loads, "--until", "2014-12-31", "--contacts", log, "--format", "csv")
                        .out())
                .isEqualTo(month);
    }

    @Test
    void contactsOutsideTheTimeInTheProgrammeAreNotCountedAndItIsSaid() throws IOException {
        String log = file(
                "log.csv",
                "id,date,kind\nsecret1,2013-12-30,employer\nsecret1,2014-01-04,employer\nsecret3,2014-01-15,employer\n");
        Run run = run(FOUR, "--contacts", log, "--format", "csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("first-employer-contact,,,,,,count,,events,1,");
        assertThat(run.err())
                .contains(
                        "1 contacts with employers are before the enrolment of their person and not counted",
                        "1 first contacts with employers are after their person left")
                .doesNotContain("secret");
        String some = file("contacts.csv", CONTACTS + "secret1,2014-01-01,,\n");
        assertThat(run(FOUR, "--contacts", some).err())
                .contains("3 people of the caseloads have no row here and are left out")
                .contains("[W535]");
        assertThat(run(FOUR, "--contacts", some, "--min-cell", "3").err()).isEmpty();
    }

    /** Three first jobs: 10 of 10 days supported and over, 20 of 20 still going, 5; two known matches of three jobs. */
    @Test
    void supportAndMatch() throws IOException {
        String jobs = file(
                "jobs.csv",
                JOBS
                        + "secret1,2014-01-01,2014-01-10,yes,2014-01-10\n"
                        + "secret1,2014-01-15,,ja,\n"
                        + "secret2,2014-01-01,,no,\n"
                        + "secret4,2014-01-01,2014-01-05,,2014-01-05\n");
        Run run = run(FOUR, "--jobs", jobs, "--format", "csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "workers-only,,support,,,,,,count,,assessed,3,",
                        "workers-only,,support,,,,,,count,,events,2,",
                        // S is 2/3 from day 5 and 1/3 from day 10.
                        "workers-only,,support,,,,,,median-time,kaplan-meier,estimate,10,days",
                        "as-given,,job-match,,,,,,count,,assessed,3,",
                        "as-given,,job-match,,,,,,count,,missing,1,",
                        "as-given,,job-match,,,,,,count,,events,2,",
                        "as-given,,job-match,,,,,,proportion,wilson,estimate,0.666666666666667,",
                        "workers-only,,first-job-match,,,,,,count,,assessed,2,",
                        "workers-only,,first-job-match,,,,,,proportion,wilson,estimate,0.5,",
                        "workers-only,,first-job-tenure,,,,job_match=yes,,median-time,kaplan-meier,estimate,10,days,,not-randomised",
                        "workers-only,,first-job-tenure,,,,job_match=no,,count,,events,0,",
                        "first-job-tenure,365,,,job_match=no,,survival,kaplan-meier,estimate,,proportion,,beyond-follow-up");
    }

    /**
     * The sample by R 4.2.2: survival 3.5.3 (survfit with conf.type = "log-log", summary with rmean = 365) and cmprsk 2.2.11
     * (cuminc); people per day counted one day at a time.
     */
    @Test
    void theSampleByAnotherProgram() {
        Run run = Run.of(
                "caseload",
                "sample-data/programme/caseload.csv",
                "--contacts",
                "sample-data/programme/contacts.csv",
                "--jobs",
                "sample-data/programme/jobs.csv",
                "--until",
                "2014-12-31",
                "--format",
                "csv");
        assertThat(run.out())
                .contains(
                        "cause=employer-contact,cumulative-incidence,aalen-johansen,estimate,0.594729986250753,",
                        "cause=left,cumulative-incidence,aalen-johansen,estimate,0.0427030050979388,",
                        "cause=employer-contact,median-time,aalen-johansen,estimate,21,",
                        "support,365,,,,,survival,kaplan-meier,estimate,0.265520599002633,",
                        "support,365,,,,,survival,kaplan-meier,conf.low,0.140140910205694,",
                        "support,365,,,,,survival,kaplan-meier,conf.high,0.408675794140369,",
                        "support,,,,,,median-time,kaplan-meier,estimate,235,",
                        "support,,,,,,median-time,kaplan-meier,conf.low,191,",
                        "support,,,,,,median-time,kaplan-meier,conf.high,286,",
                        "support,365,,,,,rmst,,estimate,221.80096071",
                        "job_match=yes,,survival,kaplan-meier,estimate,0.572033248081841,",
                        "job_match=no,,survival,kaplan-meier,estimate,0.46073717948718,",
                        "job_match=yes,,median-time,kaplan-meier,conf.low,127,",
                        ",A,,,role=consultant,caseload,,mean,15.3273480662983,",
                        ",C,,,role=consultant;limit=20,days-over-limit,,estimate,337,",
                        ",Leader,,,role=leader;limit=15,days-over-limit,,estimate,48,");
    }

    @Test
    void theOrderOfRowsChangesNothing() throws IOException {
        List<String> files = List.of("caseload.csv", "contacts.csv", "jobs.csv");
        List<String> args = new ArrayList<>();
        for (String name : files) {
            List<String> lines = new ArrayList<>(
                    Files.readAllLines(Path.of("sample-data/programme").resolve(name)));
            List<String> rows = lines.subList(1, lines.size());
            Collections.shuffle(rows, new Random(5));
            args.add(file(name, String.join("\n", lines) + "\n"));
        }
        Run shuffled = Run.of(
                "caseload", args.get(0), "--contacts", args.get(1), "--jobs", args.get(2), "--until", "2014-12-31");
        Run plain = Run.of(
                "caseload",
                "sample-data/programme/caseload.csv",
                "--contacts",
                "sample-data/programme/contacts.csv",
                "--jobs",
                "sample-data/programme/jobs.csv",
                "--until",
                "2014-12-31");
        assertThat(plain.exit()).isZero();
        assertThat(shuffled).isEqualTo(plain);
    }

    @Test
    void smallGroupsAndCurvesAreHidden() throws IOException {
        Run json = Run.of(
                "caseload",
                "sample-data/programme/caseload.csv",
                "--contacts",
                "sample-data/programme/contacts.csv",
                "--jobs",
                "sample-data/programme/jobs.csv",
                "--until",
                "2014-12-31",
                "--min-cell",
                "5",
                "--format",
                "json");
        assertThat(json.exit()).isZero();
        assertThat(json.out()).contains("\"series\": []").contains("\"note\": \"suppressed\"");
        String few = LOADS + "secret1,A,consultant,2014-01-01,\nsecret2,A,consultant,2014-01-01,\n";
        StringBuilder many = new StringBuilder(few);
        for (int person = 3; person < 20; person++) {
            many.append("secret").append(person).append(",B,consultant,2014-01-01,\n");
        }
        String out = run(many.toString(), "--min-cell", "5", "--format", "csv").out();
        assertThat(out)
                .contains(
                        ",A,,,role=consultant,caseload,,estimate,,count,,suppressed",
                        ",A,,,role=consultant,caseload,,max,,count,,suppressed",
                        // From all together those of B could be taken away.
                        ",caseload-of-all,,,,,,caseload,,estimate,,count,,suppressed",
                        ",caseload-of-all,,,,,,count,,assessed,,count,,suppressed",
                        ",B,,,role=consultant,caseload,,estimate,17,count");
    }

    /** Where days are grouped those who were enrolled too late to be known of are missing, and the share is one of counts. */
    @Test
    void groupedDaysCountThoseOfWhomAllAreKnown() throws IOException {
        StringBuilder contacts = new StringBuilder(CONTACTS);
        for (int person = 0; person < 60; person++) {
            String enrolled = person < 40 ? "2014-01-01" : "2014-12-10";
            String contact = person < 10 ? "2014-01-31" : person < 20 ? "2014-02-01" : person == 59 ? "2014-12-12" : "";
            contacts.append("secret")
                    .append(person)
                    .append(',')
                    .append(enrolled)
                    .append(',')
                    .append(contact);
            contacts.append(person >= 20 && person < 30 ? ",2014-01-31\n" : ",\n");
        }
        String loads = file("caseload.csv", "consultant,role,date,participants\nA,consultant,2014-01-05,11\n");
        List<String> args = List.of(
                "caseload",
                loads,
                "--contacts",
                file("contacts.csv", contacts.toString()),
                "--until",
                "2014-12-31",
                "--min-cell",
                "5",
                "--format",
                "csv");
        assertThat(Run.of(args).out())
                .contains(
                        "first-employer-contact,,,,,,count,,assessed,40,",
                        "first-employer-contact,,,,,,count,,missing,20,",
                        "first-employer-contact,,,,,,count,,events,10,",
                        "cause=employer-contact,cumulative-incidence,aalen-johansen,estimate,0.25,",
                        "cause=left,cumulative-incidence,aalen-johansen,estimate,0.25,")
                .doesNotContain("median-time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret2,A,consultant,2014-01-05,2014-01-04|end (5): end 2014-01-04 is before start 2014-01-05",
                "secret2,A,consultant,2014-01-05,2014-01-21|end (5): 2014-01-21 is after the data date 2014-01-20",
                "secret2,A,consultant,2014-02-05,|start (4): 2014-02-05 is after the data date 2014-01-20",
                "secret2,A,consultant,,|start (4): an empty cell stands here; wanted a day",
                "secret2,A,consultant,2014-13-05,|start (4): ",
                "secret2,A,boss,2014-01-05,|role (3): 'boss' stands here; wanted one of consultant, konsulent",
                "secret2,A,,2014-01-05,|role (3): an empty cell stands here; wanted one of consultant",
                "secret2,A,leader,2014-01-05,|role (3): the role is leader here and consultant on line 2",
                "secret2,,consultant,2014-01-05,|consultant (2): an empty cell stands here; wanted a name",
                "secret1,A,consultant,2014-01-10,2014-01-12|id (1): this person is with this consultant already on some of these days, by line 2",
                ",A,consultant,2014-01-05,|id (1): ",
                "=secret2,A,consultant,2014-01-05,|id (1): "
            })
    void refusesAssignmentsWithTheLineAndShowsNoId(String row, String message) throws IOException {
        Run run = run(LOADS + "secret1,A,consultant,2014-01-01,2014-01-10\n" + row + "\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(folder.resolve("caseload.csv") + ":3: " + message)
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,consultant,2014-01-05,12|date (3): this consultant and day stands on line 2 already",
                "A,consultant,2014-01-06,-1|participants (4): '-1' stands here; wanted how many people",
                "A,consultant,2014-01-06,12.5|participants (4): '12.5' stands here",
                "A,consultant,2014-01-06,|participants (4): an empty cell stands here",
                "A,consultant,2014-01-21,3|date (3): 2014-01-21 is after the data date"
            })
    void refusesCountsWithTheLine(String row, String message) throws IOException {
        Run run = run("consultant,role,date,participants\nA,consultant,2014-01-05,11\n" + row + "\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .startsWith(folder.resolve("caseload.csv") + ":3: " + message)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret2,2014-01-05,2014-01-04,|first_employer_contact_on (3): the contact on 2014-01-04 is before the enrolment on 2014-01-05",
                "secret2,2014-01-05,,2014-01-04|left_on (4): left_on 2014-01-04 is before enrolled_on 2014-01-05",
                "secret2,,2014-01-04,|enrolled_on (2): an empty cell stands here",
                "secret2,2014-01-05,2014-01-24,|first_employer_contact_on (3): 2014-01-24 is after the data date",
                "secret9,2014-01-05,,|id (1): this person stands nowhere in caseload.csv",
                "secret1,2014-01-05,,|id (1): this person stands on line 2 already"
            })
    void refusesContactsWithTheLineAndShowsNoId(String row, String message) throws IOException {
        String contacts = file("contacts.csv", CONTACTS + "secret1,2014-01-01,,\n" + row + "\n");
        Run run = run(FOUR, "--contacts", contacts);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .startsWith(contacts + ":3: " + message)
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret2,2014-01-05,2014-01-04,,|end (3): end 2014-01-04 is before start 2014-01-05",
                "secret2,2014-01-05,,,2014-01-04|supported_until (5): supported_until 2014-01-04 is before start 2014-01-05",
                "secret2,2014-01-05,,maybe,|job_match (4): 'maybe' stands here; wanted yes or no",
                "secret9,2014-01-05,,,|id (1): this person stands nowhere in caseload.csv",
                "secret1,2014-01-01,,no,|id (1): this job stands on line 2 already",
                "secret2,,,,|start (2): an empty cell stands here"
            })
    void refusesJobsWithTheLineAndShowsNoId(String row, String message) throws IOException {
        String jobs = file("jobs.csv", JOBS + "secret1,2014-01-01,,yes,\n" + row + "\n");
        Run run = run(FOUR, "--jobs", jobs);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .startsWith(jobs + ":3: " + message)
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @Test
    void refusesWhatIsNeitherFormOrNeedsTheOther() throws IOException {
        assertThat(run("consultant,role,start\nA,consultant,2014-01-01\n").err())
                .contains("the columns are those of neither; wanted either those of assignments")
                .contains("[E533]");
        String counts = "consultant,role,date,participants\nA,consultant,2014-01-05,11\n";
        assertThat(run(counts, "--contacts", file("log.csv", "id,date,kind\nsecret1,2014-01-05,meeting\n"))
                        .err())
                .contains("holds contacts one a row, which tell no enrolment")
                .contains("[E550]")
                .doesNotContain("secret");
        assertThat(run(FOUR, "--contacts", file("log.csv", "id,date,kind\nsecret1,2014-01-05,mail\n"))
                        .err())
                .contains("kind (3): 'mail' stands here; wanted one of employer_contact");
        assertThat(run(FOUR, "--contacts", file("wrong.csv", "id,enrolled_on\nsecret1,2014-01-05\n"))
                        .err())
                .contains("first_employer_contact_on")
                .contains("[E143]");
    }

    @Test
    void theDataDateIsRequiredAndNeverToday() throws IOException {
        String loads = file("caseload.csv", FOUR);
        assertThat(Run.of("caseload", loads).err()).contains("--until is not given");
        assertThat(Run.of("caseload", loads).exit()).isEqualTo(2);
        assertThat(Run.of("caseload", loads, "--until", "31-12-2014").err())
                .contains("--until 31-12-2014 is no day; wanted it as 2014-12-31");
        assertThat(run(FOUR, "--within", "14").err()).contains("--within is given without --contacts");
        assertThat(run(FOUR, "--limit-leader", "0").err()).contains("--limit-leader 0 is out of range");
    }

    /** Where all counts are 0 there are no caseloads to show, and nobody is refused for standing in none. */
    @Test
    void nobodyIsCountedOnAnyDay() throws IOException {
        Run run = run(
                "consultant,role,date,participants\nA,consultant,2014-01-05,0\n",
                "--contacts",
                file("contacts.csv", CONTACTS + "secret1,2014-01-01,,\n"),
                "--format",
                "csv");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("first-employer-contact,,,,,,count,,assessed,1,")
                .doesNotContain("caseload,,estimate");
    }

    @Test
    void nobodyHadAnything() throws IOException {
        Run run = run(
                "consultant,role,date,participants\nA,consultant,2014-01-05,11\n",
                "--contacts",
                file("contacts.csv", CONTACTS),
                "--jobs",
                file("jobs.csv", JOBS));
        // A file with no rows is refused where it is read, as everywhere.
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }
}
