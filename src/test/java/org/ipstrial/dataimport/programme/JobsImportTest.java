package org.ipstrial.dataimport.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.dataimport.programme.ProgrammeText.day;
import static org.ipstrial.dataimport.programme.ProgrammeText.refusedShortly;
import static org.ipstrial.dataimport.programme.ProgrammeText.source;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.programme.JobsImport.ImportedJobs;
import org.ipstrial.dataset.programme.SupportedJob;
import org.ipstrial.plan.participants.DateFormat;
import org.junit.jupiter.api.Test;

/** Jobs until the last day of 2014: the last day of a job and of its support are days of it, and may be its first. */
class JobsImportTest {

    private static final String SHORT = "id,start,end";
    private static final String WHOLE = SHORT + ",job_match,supported_until";
    private static final OptionalLong GOES_ON = OptionalLong.empty();

    private static ImportedJobs read(Set<String> known, String header, String... rows) {
        return JobsImport.read(
                source(header + "\n" + String.join("\n", rows) + "\n"),
                ReadOptions.defaults(),
                DateFormat.ISO,
                LocalDate.of(2014, 12, 31),
                known,
                "caseload.csv",
                Set.of());
    }

    private static ImportedJobs read(String header, String... rows) {
        return read(Set.of(), header, rows);
    }

    private static OptionalLong on(String date) {
        return OptionalLong.of(day(date));
    }

    @Test
    void matchAndSupportAreReadWhereTheFileTellsThem() {
        ImportedJobs few = read(SHORT, "P1,2014-05-01,");
        assertThat(few.jobs())
                .containsExactly(new SupportedJob("P1", day("2014-05-01"), GOES_ON, Optional.empty(), GOES_ON));
        assertThat(few.matches()).isFalse();
        assertThat(few.supported()).isFalse();
        ImportedJobs all = read(WHOLE, "P1,2014-05-01,2014-06-01,nej,2014-05-03", "P1,2014-07-01,,1,");
        assertThat(all.jobs())
                .containsExactly(
                        new SupportedJob(
                                "P1", day("2014-05-01"), on("2014-06-01"), Optional.of(false), on("2014-05-03")),
                        new SupportedJob("P1", day("2014-07-01"), GOES_ON, Optional.of(true), GOES_ON));
        assertThat(all.matches()).isTrue();
        assertThat(all.supported()).isTrue();
        assertThat(all.rows()).isEqualTo(2);
    }

    @Test
    void aJobMayLastOneDayAndBeginOnTheDataDate() {
        assertThat(read(WHOLE, "P1,2014-12-31,2014-12-31,,2014-12-31").jobs())
                .containsExactly(new SupportedJob(
                        "P1", day("2014-12-31"), on("2014-12-31"), Optional.empty(), on("2014-12-31")));
    }

    @Test
    void noDayIsAfterTheDataDate() {
        String after = ": 2015-01-01 is after the data date 2014-12-31";
        assertThat(refusedShortly(() ->
                        read(WHOLE, "P1,2015-01-01,,,", "P1,2014-05-01,2015-01-01,,", "P1,2014-06-01,,,2015-01-01")))
                .containsExactly("2: start (2)" + after, "3: end (3)" + after, "4: supported_until (5)" + after);
    }

    @Test
    void neitherTheJobNorItsSupportEndsBeforeItBegins() {
        assertThat(refusedShortly(() -> read(WHOLE, "P1,2014-05-02,2014-05-01,,2014-04-30")))
                .containsExactly(
                        "2: end (3): end 2014-05-01 is before start 2014-05-02",
                        "2: supported_until (5): supported_until 2014-04-30 is before start 2014-05-02");
    }

    /** Two jobs may begin on one day; the same days twice are one job told twice, whatever else is said of it. */
    @Test
    void aJobStandsOnceAndOfPeopleWhoAreKnown() {
        assertThat(read(WHOLE, "P1,2014-05-01,2014-06-01,,", "P1,2014-05-01,,,", "P2,2014-05-01,,,")
                        .jobs())
                .hasSize(3);
        assertThat(refusedShortly(() -> read(
                        Set.of("P1"),
                        WHOLE,
                        "P1,2014-05-01,2014-06-01,yes,",
                        "P1,2014-05-01,2014-06-01,no,",
                        "P2,2014-05-01,,,")))
                .containsExactly(
                        "3: id (1): this job stands on line 2 already",
                        "4: id (1): this person stands nowhere in caseload.csv");
    }
}
