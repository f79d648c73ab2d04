package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole plan in one report, and whether a written one is still true. */
class ReportTest {

    private static final Path COMMITTED = Path.of("sample-data/supported-work/report");

    private static final String PLAN = """
            trial: A trial <b>
            participants:
              file: participants.csv
              arm: {control: SAU}
              columns: {site: {}}
            outcomes:
              worked: {kind: binary}
              hours: {kind: amount}
            analyses:
              - {id: first, compare: worked}
              - {id: effects, subgroups: worked, by: [site]}
              - {id: shares, rates: worked, by: [site]}
            baseline: [site]
            """;

    @TempDir
    private Path folder;

    private Path plan;
    private Path people;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        people = folder.resolve("participants.csv");
        out = folder.resolve("report");
        StringBuilder text = new StringBuilder("id,arm,site,worked,hours\n");
        for (int person = 0; person < 80; person++) {
            text.append("Z9QK").append(100 + person);
            text.append(person % 2 == 0 ? ",IPS" : ",SAU");
            text.append(person % 13 == 3 ? ",east" : person % 3 == 0 ? ",north" : ",south");
            text.append(person % 5 < 2 ? ",1," : ",0,").append(person * 7 % 11).append('\n');
        }
        Files.writeString(people, text);
    }

    private Run report(String... more) {
        return Run.of(Stream.concat(Stream.of("report", plan.toString(), "-q"), Stream.of(more))
                .toList());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesEveryFormAndFindsItTrue() throws Exception {
        assertThat(report("-o", out.toString())).isEqualTo(new Run(0, "", ""));
        assertThat(files(out))
                .containsExactly(
                        "figures/effects-forest.csv",
                        "figures/effects-forest.svg",
                        "report.html",
                        "report.md",
                        "report.tex",
                        "report.txt",
                        "reported.txt",
                        "results-ard.json",
                        "results.csv",
                        "results.json");
        assertThat(report("--check", out.toString()))
                .isEqualTo(new Run(0, "the report is what would be written now: 9 files\n", ""));
        for (String xml : List.of("report.html", "figures/effects-forest.svg")) {
            String text = Files.readString(out.resolve(xml)).replace("<!DOCTYPE html>", "");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new org.xml.sax.InputSource(new java.io.StringReader(text)));
        }
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<title>A trial &lt;b&gt;</title>")
                .contains("<h1>A trial &lt;b&gt;</h1>")
                .containsOnlyOnce("Plan: not locked.");
        String page = Files.readString(out.resolve("report.md"));
        assertThat(page.lines().filter(line -> line.startsWith("### ")))
                .containsExactly(
                        "### Participant flow",
                        "### Baseline characteristics",
                        "### Comparisons",
                        "### Subgroups",
                        "### Shares with work or education",
                        "### Missing outcomes",
                        "### What the outcomes are",
                        "### Methods",
                        "### Deviations from the plan",
                        "### CONSORT 2025 checklist",
                        "### How this report was made");
        // A second run replaces its own work with the same bytes.
        byte[] before = Files.readAllBytes(out.resolve("results.json"));
        assertThat(report("-o", out.toString()).exit()).isZero();
        assertThat(Files.readAllBytes(out.resolve("results.json"))).isEqualTo(before);
    }

    @Test
    void thePageOfACommandStandsInTheReportAsItIs() throws IOException {
        report("-o", out.toString());
        String page = Files.readString(out.resolve("report.txt"));
        String compare = Run.of("compare", plan.toString(), "-q").out();

        for (String line : compare.lines().toList()) {
            assertThat(page.lines().map(String::strip))
                    .as("a line of the comparison")
                    .contains(line.strip());
        }
        String rows = Files.readString(out.resolve("results.csv"));
        Run.of("rates", plan.toString(), "-q", "--format", "csv").out().lines().forEach(row -> assertThat(rows)
                .contains(row + "\n"));
    }

    @Test
    void aChangedCellIsFoundWithTheNumbersThatItMoved() throws IOException {
        report("-o", out.toString());
        Files.writeString(people, Files.readString(people).replace("Z9QK100,IPS,north,1", "Z9QK100,IPS,north,0"));
        Run check = report("--check", out.toString());

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out())
                .startsWith("report.txt: not what would be written now\n")
                .contains("around the numbers: 1\n  file participants.csv: ")
                .contains(
                        "\n  first, all-randomised, none-missing, worked, IPS, proportion, wilson, estimate: 0.4 -> 0.375\n")
                .doesNotContain("Z9QK");
        Files.delete(out.resolve("report.md"));
        assertThat(report("--check", out.toString()).out()).contains("report.md: not there\n");
    }

    @Test
    void aChangedPlanIsToldFromChangedData() throws IOException {
        report("-o", out.toString());
        Files.writeString(plan, PLAN + "# a comment\n");
        Run check = report("--check", out.toString());

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out())
                .contains("around the numbers: 1\n  file trial.yaml: ")
                .endsWith("no number moved\n");
    }

    @Test
    void deviationsFromALockedPlanStandInIt() throws IOException {
        Run.of("plan", "lock", plan.toString());
        report("-o", out.toString());
        assertThat(Files.readString(out.resolve("report.txt")))
                .contains("The plan is what it was when it was locked.")
                .containsOnlyOnce("Plan: matches the plan locked on ");
        assertThat(Files.readString(out.resolve("results.csv")).lines().skip(1))
                .allMatch(row -> row.split(",", -1)[14].equals("planned"));

        Files.writeString(plan, PLAN.replace("compare: worked", "compare: worked, level: 0.9"));
        report("-o", out.toString());
        assertThat(Files.readString(out.resolve("report.txt")))
                .contains("Since the plan was locked:\n\n  + analyses.first.level: 0.9\n")
                .contains("Status: amended.");
    }

    /** In east are 3 of 40 in IPS and 4 in SAU; each command must hide them, and so must all of them together. */
    @Test
    void smallCellsAreHiddenOverAllOfIt() throws IOException {
        assertThat(report("-o", out.toString(), "--min-cell", "5").exit()).isZero();
        String rows = Files.readString(out.resolve("results.csv"));

        assertThat(rows.lines().filter(row -> row.contains("site=east") && row.contains(",count,")))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(",suppressed"));
        Run alone = Run.of("rates", plan.toString(), "-q", "--format", "csv", "--min-cell", "5");
        List<String> hidden =
                alone.out().lines().filter(row -> row.endsWith(",suppressed")).toList();
        assertThat(hidden).isNotEmpty();
        assertThat(rows.lines()).containsAll(hidden);
    }

    @Test
    void thePlanSaysFormsAndFolder() throws IOException {
        Files.writeString(plan, PLAN + "report: {formats: [markdown], folder: pages}\n");
        assertThat(report().exit()).isZero();
        assertThat(files(folder.resolve("pages")))
                .containsExactly(
                        "figures/effects-forest.csv",
                        "figures/effects-forest.svg",
                        "report.md",
                        "reported.txt",
                        "results.json");
    }

    /** What an earlier run wrote and this one does not is gone, unless it was changed since. */
    @Test
    void leavesNothingOfAnEarlierReportBehind() throws IOException {
        report("-o", out.toString());
        Files.writeString(out.resolve("report.txt"), "mine\n");
        Files.writeString(plan, PLAN + "report: {formats: [markdown]}\n");
        assertThat(report("-o", out.toString()).exit()).isZero();
        assertThat(files(out))
                .containsExactly(
                        "figures/effects-forest.csv",
                        "figures/effects-forest.svg",
                        "report.md",
                        "report.txt",
                        "reported.txt",
                        "results.json");
    }

    @Test
    void eachFigureStandsBesideWhatItDraws() throws IOException {
        report("-o", out.toString());
        String data = Files.readString(out.resolve("figures/effects-forest.csv"));
        assertThat(data).startsWith("row,label,estimate,conf.low,conf.high,axis\n");
        assertThat(data.lines().filter(line -> line.startsWith("level,"))).hasSize(3);
        String everybody = Run.of("subgroups", plan.toString(), "-q", "--format", "csv")
                .out()
                .lines()
                .filter(row -> row.contains(",IPS,SAU,,,risk-difference,miettinen-nurminen,conf.low,"))
                .map(row -> row.split(",")[12].replace("-0.21", "-21."))
                .findFirst()
                .orElseThrow();
        assertThat(data.lines().filter(line -> line.startsWith("overall,")))
                .singleElement()
                .asString()
                .contains("," + everybody + ",");
    }

    @Test
    void namesOfFiguresAreWrittenInAnyLocale() {
        assertThat(ReportFiles.plain("on-kontanthjælp/missing")).isEqualTo("on-kontanthjaelp-missing");
        assertThat(ReportFiles.plain("Åre..\\ö")).isEqualTo("Are-o");
        assertThat(ReportFiles.plain("../../x")).isEqualTo("-x");
        assertThat(ReportFiles.plain("日本")).isEqualTo("analysis");
    }

    @Test
    void refusesWhatItMustNotReplaceAndSaysWhatItNeeds() throws IOException {
        Files.createDirectory(out);
        Files.writeString(out.resolve("report.md"), "mine\n");
        Run mine = report("-o", out.toString());
        assertThat(mine.exit()).isEqualTo(2);
        assertThat(mine.err()).contains("was not written by an earlier report").endsWith("[E029]\n");
        assertThat(files(out)).containsExactly("report.md");
        assertThat(report().err()).contains("--output FOLDER is not given, and the plan has no report.folder");
        assertThat(report("--check", folder.resolve("none").toString()).exit()).isEqualTo(5);
        assertThat(report("--check", out.toString(), "-o", out.toString()).exit())
                .isEqualTo(2);
        Files.writeString(people, "id,arm\n");
        assertThat(report("-o", folder.resolve("other").toString()).exit()).isEqualTo(3);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    /** Remade with the golden files. */
    @Test
    void theCommittedReportIsTrue() {
        String sample = "sample-data/supported-work/trial.yaml";
        if (Boolean.getBoolean("golden.update")) {
            assertThat(Run.of("report", sample, "-o", COMMITTED.toString(), "-q")
                            .exit())
                    .isZero();
        }
        assertThat(Run.of("report", sample, "--check", COMMITTED.toString(), "-q")
                        .out())
                .isEqualTo("the report is what would be written now: 7 files\n");
    }
}
