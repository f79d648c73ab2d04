package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the page of a build job, and what a check of a report with hidden cells tells. */
class ReportSummaryTest {

    private static final String PLAN = """
            trial: "A <b>trial</b> | ::error::x"
            participants: {file: participants.csv, arm: {control: SAU}, columns: {site: {}}}
            outcomes: {worked: {kind: binary}}
            analyses:
              - {id: first, compare: worked}
              - {id: shares, rates: worked, by: [site]}
            report: {formats: [csv, json]}
            """;

    @TempDir
    private Path folder;

    private Path plan;
    private Path people;
    private Path out;
    private Path summary;

    @BeforeEach
    void write() throws IOException {
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        people = folder.resolve("participants.csv");
        out = folder.resolve("report");
        summary = folder.resolve("summary.md");
        StringBuilder text = new StringBuilder("id,arm,site,worked\n");
        for (int person = 0; person < 80; person++) {
            text.append("Z9QK").append(100 + person).append(person % 2 == 0 ? ",IPS" : ",SAU");
            text.append(person % 13 == 3 ? ",east" : person % 3 == 0 ? ",north" : ",south");
            text.append(person % 5 < 2 ? ",1\n" : ",0\n");
        }
        Files.writeString(people, text);
    }

    private Run report(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"report", plan.toString(), "--summary", summary.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Run.of(all);
    }

    @Test
    void ofAReportItHoldsTheEffectsAndTheFiles() throws IOException {
        assertThat(report("-o", out.toString()).exit()).isZero();
        assertThat(Files.readString(summary)).isEqualTo("""
                ## Report: A \\<b\\>trial\\</b\\> \\| ::error::x

                Plan: not locked.

                | analysis | outcome | contrast | measure | estimate | interval |
                | --- | --- | --- | --- | --- | --- |
                | first | worked | IPS vs SAU | Risk difference | 0.0 percentage points | 95% CI -21.2 to 21.2 |

                | files (2) |
                | --- |
                | results.csv |
                | results.json |
                """);
    }

    @Test
    void ofACheckItSaysWhatMoved() throws IOException {
        report("-o", out.toString());
        assertThat(report("--check", out.toString()).exit()).isZero();
        assertThat(Files.readString(summary)).endsWith("\nThe report is what would be written now.\n");

        Files.writeString(people, Files.readString(people).replace("Z9QK100,IPS,north,1", "Z9QK100,IPS,north,0"));
        assertThat(report("--check", out.toString()).exit()).isEqualTo(1);
        assertThat(Files.readString(summary))
                .contains("The report is not what would be written now.\n\n| around the numbers (1) |\n")
                .contains(
                        "| first, all-randomised, none-missing, worked, IPS, proportion, wilson, estimate: 0.4 -\\> 0.375 |")
                .contains("| results.csv: not what would be written now |")
                .doesNotContain("Z9QK");
    }

    @Test
    void whatIsRefusedWritesNone() throws IOException {
        Files.writeString(people, "id,arm\n");
        assertThat(report("-o", out.toString()).exit()).isEqualTo(3);
        assertThat(summary).doesNotExist();
        assertThat(Run.of("report", plan.toString(), "-o", out.toString(), "--summary", people.toString())
                        .err())
                .endsWith("[E010]\n");
        assertThat(Run.of("report", plan.toString(), "-o", out.toString(), "--summary", plan.toString())
                        .err())
                .endsWith("[E010]\n");
    }

    /** What a report hides is not printed by the check of it, which stands in the log of a build. */
    @Test
    void aCheckHidesWhatTheReportHides() throws IOException {
        assertThat(report("-o", out.toString(), "--min-cell", "5").exit()).isZero();
        assertThat(report("--check", out.toString()))
                .isEqualTo(new Run(0, "the report is what would be written now: 3 files\n", ""));
        Run less = report("--check", out.toString(), "--min-cell", "2");
        assertThat(less.exit()).isEqualTo(7);
        assertThat(less.err()).contains("hides groups of fewer than 5 people").endsWith("[E701]\n");
        Run more = report("--check", out.toString(), "--min-cell", "9");
        assertThat(more.exit()).isEqualTo(1);
        assertThat(more.out()).contains("setting min-cell");
    }

    @Test
    void whatIsHiddenIsListedWithoutValues() throws IOException {
        report("-o", out.toString(), "--min-cell", "5");
        String audit = Files.readString(out.resolve("disclosure.csv"));
        String rows = Files.readString(out.resolve("results.csv"));
        assertThat(audit)
                .startsWith(
                        "analysis,analysis_set,missing_rule,outcome,timepoint,group,reference,stratum,term,measure,method,"
                                + "hidden,why\n")
                .contains(
                        "shares,all-randomised,none-missing,worked,,IPS,,site=east,,count,,randomised assessed missing"
                                + " events,group\n")
                .contains(",never-shown\n");
        long hidden = rows.lines().filter(row -> row.endsWith(",suppressed")).count();
        long listed = audit.lines()
                .skip(1)
                .filter(row -> !row.endsWith(",never-shown"))
                .mapToLong(row -> row.split(",", -1)[11].split(" ").length)
                .sum();
        assertThat(listed).isEqualTo(hidden).isPositive();
        // Only names and words: no number but those of names.
        assertThat(audit.lines().skip(1).filter(row -> !row.endsWith(",never-shown")))
                .allMatch(row -> row.split(",", -1)[11].matches("[a-z. 0-9]+"));
    }
}
