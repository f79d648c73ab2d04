package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of a report about missing outcomes, beside the comparisons that it calls into question. */
class ReportMissingTest {

    private static final String PLAN = """
            trial: Some are missing
            participants: {file: participants.csv, arm: {control: SAU}}
            outcomes:
              worked: {kind: binary}
              known: {kind: binary}
              hours: {kind: amount, range: [0, 20]}
            analyses:
              - {id: first, compare: [worked, known]}
              - {id: again, compare: worked, level: 0.9}
              - {id: amounts, compare: hours, methods: {mean-difference: welch, ratio-of-means: delta-log}}
            """;

    @TempDir
    private Path folder;

    private Path plan;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        out = folder.resolve("report");
        StringBuilder text = new StringBuilder("id,arm,worked,known,hours\n");
        for (int person = 0; person < 60; person++) {
            text.append("Z9QK").append(100 + person).append(person % 2 == 0 ? ",IPS," : ",SAU,");
            text.append(person % 10 == 3 || person == 4 ? "" : person % 5 < 3 ? "1" : "0")
                    .append(',');
            text.append(person % 3 == 0 ? "1," : "0,");
            text.append(person % 12 == 7 ? "" : String.valueOf(person * 7 % 11)).append('\n');
        }
        Files.writeString(folder.resolve("participants.csv"), text);
        assertThat(Run.of("report", plan.toString(), "-o", out.toString(), "-q"))
                .isEqualTo(new Run(0, "", ""));
    }

    private List<String> rows() throws IOException {
        return Files.readString(out.resolve("results.csv")).lines().skip(1).toList();
    }

    /** Its rows are those of analyses of its own, so that each result of the report has one key. */
    @Test
    void itsResultsAreThoseOfTheAnalysisWithMissingBehindIt() throws IOException {
        List<String> standalone = Run.of("missing", plan.toString(), "-q", "--format", "csv")
                .out()
                .lines()
                .filter(row -> row.startsWith("first,") && row.contains(",worked,"))
                .map(row -> row.replaceFirst("first,", "first/missing,"))
                .toList();
        assertThat(standalone).isNotEmpty();
        assertThat(rows()).containsAll(standalone).doesNotHaveDuplicates();
        assertThat(rows().stream().map(row -> row.split(",")[0]).distinct())
                .containsExactly(
                        "flow", "first", "again", "amounts", "first/missing", "again/missing", "amounts/missing");
    }

    /** Of an outcome of which nothing is missing only that is told. */
    @Test
    void whatIsKnownOfEverybodyIsCountedAndNoMore() throws IOException {
        assertThat(rows().stream().filter(row -> row.startsWith("first/missing,") && row.contains(",known,")))
                .hasSize(8)
                .allMatch(row -> row.contains(",count,"));
    }

    @Test
    void thePageSaysWhatTheComparisonDoesNot() throws IOException {
        String page = Files.readString(out.resolve("report.txt"));
        String part = page.substring(page.indexOf("\nMissing outcomes\n"), page.indexOf("\nWhat the outcomes are\n"));
        assertThat(part)
                .contains("Analysis first/missing")
                .contains("The primary analysis, and the missing outcomes looked at in other ways")
                .contains("If the missing in SAU had the event as often as those assessed there")
                .contains("What the missing could do, IPS vs SAU")
                .doesNotContain("(N - 1) chi-squared test: ")
                .doesNotContain("\nNumber needed to treat");
        assertThat(page).containsOnlyOnce("Missing outcomes (in part)");
    }

    /** The settings of an analysis are those of its missing outcomes too. */
    @Test
    void theSettingsGoWithTheResults() throws IOException {
        assertThat(Files.readString(out.resolve("results.json")))
                .contains("\"analysis.again.level\": 0.9")
                .contains("\"analysis.again/missing.level\": 0.9")
                .contains(
                        "\"name\": \"analysis=again/missing;outcome=worked;tipping;outcome=worked;group=IPS;reference=SAU\"");
        assertThat(out.resolve("figures/first-missing-tipping.svg")).exists();
        assertThat(Files.readString(out.resolve("figures/first-missing-tipping.csv")))
                .startsWith("group.missing.events,reference.missing.events,side\n0,0,");
        assertThat(out.resolve("figures/amounts-missing-tipping.svg"))
                .content()
                .contains("Mean in IPS, where nobody is missing", "Mean of the missing in SAU");
        assertThat(Files.readString(out.resolve("figures/amounts-missing-tipping.csv")))
                .startsWith("group.missing.mean,reference.missing.mean,side\n")
                .hasLineCount(22);
    }

    @Test
    void whereNothingIsMissingOneSentenceIsEnough() throws IOException {
        Files.writeString(
                plan, PLAN.replace("compare: [worked, known]", "compare: known").replaceAll("  - .id: a.*\n", ""));
        assertThat(Run.of("report", plan.toString(), "-o", out.toString(), "-q").exit())
                .isZero();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains(
                        "### Missing outcomes\n\nNothing is missing: every outcome that is compared is known of everybody");
        assertThat(rows()).noneMatch(row -> row.startsWith("first/missing"));
    }
}
