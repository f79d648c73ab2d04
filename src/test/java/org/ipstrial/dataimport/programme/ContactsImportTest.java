package org.ipstrial.dataimport.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.dataimport.programme.ProgrammeText.day;
import static org.ipstrial.dataimport.programme.ProgrammeText.refusedShortly;
import static org.ipstrial.dataimport.programme.ProgrammeText.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.programme.ContactsImport.ImportedContacts;
import org.ipstrial.dataset.programme.CaseloadRole;
import org.ipstrial.dataset.programme.Caseloads;
import org.ipstrial.dataset.programme.Caseloads.Assignment;
import org.ipstrial.dataset.programme.Enrolment;
import org.ipstrial.finding.Finding;
import org.ipstrial.plan.participants.DateFormat;
import org.junit.jupiter.api.Test;

/**
 * First contacts with employers until the last day of 2014, in both forms: P1 and P2 have a consultant from May on, P2 until
 * the end of August. A contact counts from the day of enrolment to the last day in the programme, both included.
 */
class ContactsImportTest {

    private static final String PEOPLE = "id,enrolled_on,first_employer_contact_on";
    private static final String LOG = "id,date,kind";
    private static final OptionalLong NEVER = OptionalLong.empty();

    private static OptionalLong on(String date) {
        return OptionalLong.of(day(date));
    }

    private static ImportedContacts read(String header, String... rows) {
        Caseloads caseloads = Caseloads.ofAssignments(
                Map.of("A", CaseloadRole.CONSULTANT),
                List.of(
                        new Assignment("P1", "A", day("2014-05-01"), day("2014-12-31")),
                        new Assignment("P2", "A", day("2014-05-01"), day("2014-08-31"))));
        return read(caseloads, header, rows);
    }

    private static ImportedContacts read(Caseloads caseloads, String header, String... rows) {
        return ContactsImport.read(
                source(header + "\n" + String.join("\n", rows) + "\n"),
                ReadOptions.defaults(),
                DateFormat.ISO,
                LocalDate.of(2014, 12, 31),
                caseloads,
                "caseload.csv",
                Set.of());
    }

    private static List<String> told(ImportedContacts contacts) {
        return contacts.warnings().inReadingOrder().stream()
                .map(Finding::line)
                .map(line -> line.substring(0, line.indexOf(';')))
                .toList();
    }

    @Test
    void whoLeftIsToldByTheirColumnOrElseByTheCaseload() {
        ImportedContacts own =
                read(PEOPLE + ",left_on", "P1,2014-05-02,2014-06-01,2014-07-01", "P2,2014-05-02,2014-06-01,");
        assertThat(own.people())
                .isEqualTo(Map.of(
                        "P1", new Enrolment(day("2014-05-02"), on("2014-06-01"), on("2014-07-01")),
                        "P2", new Enrolment(day("2014-05-02"), on("2014-06-01"), NEVER)));
        assertThat(own.rows()).isEqualTo(2);
        assertThat(read(PEOPLE, "P1,2014-05-02,", "P2,2014-05-02,").people())
                .isEqualTo(Map.of(
                        "P1", new Enrolment(day("2014-05-02"), NEVER, NEVER),
                        "P2", new Enrolment(day("2014-05-02"), NEVER, on("2014-08-31"))));
    }

    @Test
    void enrolmentContactAndLeavingMayFallOnOneDay() {
        ImportedContacts contacts = read(PEOPLE + ",left_on", "P1,2014-05-02,2014-05-02,2014-05-02", "P2,2014-12-31,,");
        assertThat(contacts.people())
                .containsEntry("P1", new Enrolment(day("2014-05-02"), on("2014-05-02"), on("2014-05-02")))
                .containsEntry("P2", new Enrolment(day("2014-12-31"), NEVER, NEVER));
        assertThat(told(contacts)).isEmpty();
    }

    @Test
    void whoseFirstContactIsAfterTheyLeftCountsAsGoneWithoutOne() {
        ImportedContacts contacts =
                read(PEOPLE + ",left_on", "P1,2014-05-02,2014-07-02,2014-07-01", "P2,2014-05-02,2014-09-02,2014-08-31");
        assertThat(contacts.people())
                .containsEntry("P1", new Enrolment(day("2014-05-02"), NEVER, on("2014-07-01")))
                .containsEntry("P2", new Enrolment(day("2014-05-02"), NEVER, on("2014-08-31")));
        assertThat(told(contacts))
                .containsExactly("data.csv: 2 first contacts with employers are after their person left, who counts as"
                        + " gone without one");
    }

    @Test
    void noDayIsAfterTheDataDate() {
        String after = ": 2015-01-01 is after the data date 2014-12-31";
        assertThat(refusedShortly(() -> read(
                        PEOPLE + ",left_on",
                        "P1,2015-01-01,,",
                        "P2,2014-05-02,2015-01-01,2015-01-01",
                        "P1,2014-05-02,2014-12-31,2014-12-31")))
                .containsExactly(
                        "2: enrolled_on (2)" + after,
                        "3: first_employer_contact_on (3)" + after,
                        "3: left_on (4)" + after,
                        "4: id (1): this person stands on line 2 already");
        assertThat(refusedShortly(() -> read(LOG, "P1,2014-12-31,meeting", "P1,2015-01-01,meeting")))
                .containsExactly("3: date (2)" + after);
    }

    /** One answer is enough for a row that is somebody else's or stands twice: what its days say is then of no use. */
    @Test
    void aRowOfNobodyOrASecondOneIsToldOfOnce() {
        assertThat(refusedShortly(() -> read(
                        PEOPLE + ",left_on",
                        "P1,2014-05-02,,",
                        "P1,2014-05-02,2014-05-01,",
                        "P3,2014-05-02,2014-05-01,",
                        "P2,2014-05-02,2014-05-01,",
                        "P2,2014-05-02,,2014-05-01")))
                .containsExactly(
                        "3: id (1): this person stands on line 2 already",
                        "4: id (1): this person stands nowhere in caseload.csv",
                        "5: first_employer_contact_on (3): the contact on 2014-05-01 is before the enrolment on 2014-05-02",
                        "6: id (1): this person stands on line 5 already");
    }

    @Test
    void leavingBeforeEnrolmentIsToldWhereItStands() {
        assertThat(refusedShortly(() -> read(PEOPLE + ",left_on", "P1,2014-05-02,,2014-05-01")))
                .containsExactly("2: left_on (4): left_on 2014-05-01 is before enrolled_on 2014-05-02");
        assertThat(refusedShortly(() -> read(PEOPLE, "P2,2014-09-01,")))
                .as("by the caseload they left on the last day of August")
                .containsExactly("2: enrolled_on (2): enrolled_on 2014-08-31 is before enrolled_on 2014-09-01");
    }

    @Test
    void ofALogTheFirstContactWithAnEmployerFromEnrolmentOnCounts() {
        ImportedContacts contacts = read(
                LOG,
                "P1,2014-05-03,meeting",
                "P1,2014-06-02,Employer_Contact",
                "P1,2014-06-01,employer",
                "P1,2014-04-30,employer",
                "P2,2014-04-29,employer",
                "P2,2014-09-01,employer");
        assertThat(contacts.people())
                .isEqualTo(Map.of(
                        "P1", new Enrolment(day("2014-05-01"), on("2014-06-01"), NEVER),
                        "P2", new Enrolment(day("2014-05-01"), NEVER, on("2014-08-31"))));
        assertThat(told(contacts))
                .containsExactly(
                        "data.csv: 2 contacts with employers are before the enrolment of their person and not counted",
                        "data.csv: 1 first contacts with employers are after their person left, who counts as gone"
                                + " without one");
        assertThat(read(LOG, "P1,2014-05-01,employer", "P2,2014-08-31,employer").people())
                .as("on the first day and on the last")
                .isEqualTo(Map.of(
                        "P1", new Enrolment(day("2014-05-01"), on("2014-05-01"), NEVER),
                        "P2", new Enrolment(day("2014-05-01"), on("2014-08-31"), on("2014-08-31"))));
    }

    @Test
    void aLogHoldsNobodyElse() {
        assertThat(refusedShortly(() -> read(LOG, "P1,2014-05-03,employer", "P3,2014-05-03,employer")))
                .containsExactly("3: id (1): this person stands nowhere in caseload.csv");
    }

    @Test
    void peopleOfTheCaseloadsWithoutARowAreToldOf() {
        assertThat(told(read(PEOPLE, "P1,2014-05-02,")))
                .containsExactly(
                        "data.csv: 1 people of the caseloads have no row here and are left out of the time to the first"
                                + " contact");
    }

    /** Counts name nobody, so that whoever stands in the other file may be one of them. */
    @Test
    void whereTheCaseloadNamesNobodyEverybodyIsTaken() {
        for (long number : new long[] {1, 0}) {
            Caseloads counts = CaseloadImport.read(
                            source("consultant,role,date,participants\nA,consultant,2014-05-01," + number + "\n"),
                            ReadOptions.defaults(),
                            DateFormat.ISO,
                            LocalDate.of(2014, 12, 31),
                            Set.of())
                    .caseloads();
            assertThat(read(counts, PEOPLE, "P9,2014-05-02,").people())
                    .isEqualTo(Map.of("P9", new Enrolment(day("2014-05-02"), NEVER, NEVER)));
        }
    }
}
