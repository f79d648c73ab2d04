package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Labels that would do something in a page, a sheet, a terminal or a build log: through the real program in every form
 * they come back whole where the form can hold them, and do nothing.
 */
class InjectionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Labels that are taken, each of them whole. */
    static Stream<String> labels() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\" onload=\"x()",
                "' style='x",
                "]]> </style></title> <!-- &#60;",
                "&amp; &lt; &nbsp;",
                "\\input{/etc/passwd}",
                "\\write18{ls} \\def\\x{y}",
                "50% & $5 #1 a_b {x} ~ ^^5c \"-",
                "a | b || c",
                "[link](http://x) ![i](y)",
                "*star* _under_ `code` # h",
                "| --- |",
                "1. list",
                "../../etc/passwd",
                "CON",
                "aux.csv",
                "a/b:c",
                "::error::x",
                "::set-output name=a::b",
                "##[error]x",
                "##vso[task.setvariable]x",
                "%s%n%1$s {0} {}",
                "${jndi:ldap://x}",
                "-none of these",
                "+65 years",
                "a,b",
                "a;b=c\\d",
                "two ''single'' and \"double\"",
                "\u00c6r\u00f8 \u65e5\u672c \ud83d\ude00");
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("labels")
    void anArmALevelAndTheNameOfAColumnFromTheDataDoNothing(String label) throws Exception {
        Path data = folder.resolve("data.csv");
        Files.writeString(
                data,
                csv("id", "arm", label, "work")
                        + csv("P1", "control", label, "1")
                        + csv("P2", label, "other", "0")
                        + csv("P3", label, label, "1")
                        + csv("P4", "control", "other", "0"));
        List<String> rates = new ArrayList<>(List.of("rates", data.toString(), "--outcome", "work"));
        if (!label.contains(",")) {
            rates.addAll(List.of("--by", label));
        }
        // Arm, column and level at once; an option whose values commas part cannot name a column that holds one.
        allForms(label, List.of("group"), label.contains(",") ? "" : "stratum", rates.toArray(String[]::new));
        Path work = folder.resolve("work.csv");
        Files.writeString(work, csv("id", "arm", label) + "P1,A,1\nP2,B,0\nP3,A,1\nP4,B,1\n");
        if (!label.contains(",")) {
            allForms(label, List.of("outcome"), "", "baseline", work.toString(), "--covariates", label);
        }
    }

    @ParameterizedTest
    @MethodSource("labels")
    void anArmAndAColumnOfWhatIsMissingDoNothing(String label) throws Exception {
        Path data = folder.resolve("missing.csv");
        Files.writeString(
                data,
                csv("id", "arm", "site", "work")
                        + csv("P1", label, label, "1")
                        + csv("P2", "B", "other", "0")
                        + csv("P3", label, "other", "")
                        + csv("P4", "B", "", "")
                        + csv("P5", "B", label, "1")
                        + csv("P6", label, label, "0"));
        allForms(
                label,
                List.of("group"),
                "",
                "missing",
                data.toString(),
                "--outcome",
                "work",
                "--covariates",
                "site",
                "--categories",
                "site",
                "--control",
                "B");
    }

    @ParameterizedTest
    @MethodSource("labels")
    void anArmALevelAndACovariateOfSubgroupsDoNothing(String label) throws Exception {
        Path data = folder.resolve("subgroups.csv");
        StringBuilder text = new StringBuilder(csv("id", "arm", "site", "kind", "amount"));
        for (int i = 0; i < 24; i++) {
            text.append(csv(
                    "P" + i,
                    i % 2 == 0 ? label : "B",
                    i % 4 < 2 ? label : "other",
                    i % 3 == 0 ? label : "usual",
                    String.valueOf(i * i % 11)));
        }
        Files.writeString(data, text);
        allForms(
                label,
                List.of("group"),
                "stratum",
                "subgroups",
                data.toString(),
                "--outcome",
                "amount",
                "--kind",
                "amount",
                "--by",
                "site",
                "--adjust",
                "kind,site",
                "--categories",
                "kind,site",
                "--control",
                "B");
    }

    @ParameterizedTest
    @MethodSource("labels")
    void anArmAndACauseOfTimesDoNothing(String label) throws Exception {
        Path data = folder.resolve("times.csv");
        Files.writeString(
                data,
                csv("id", "arm", "days", "ended", "cause")
                        + csv("P1", label, "3", "1", label)
                        + csv("P2", "B", "4", "0", "")
                        + csv("P3", label, "5", "1", "other")
                        + csv("P4", "B", "6", "1", label)
                        + csv("P5", "B", "2", "1", "other"));
        List<String> times =
                List.of("survival", data.toString(), "--time", "days", "--event", "ended", "--control", "B");
        allForms(label, List.of("group"), "", times.toArray(String[]::new));
        allForms(
                label,
                List.of("group"),
                "term",
                Stream.concat(times.stream(), Stream.of("--cause", "cause")).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void aStudyAndASubgroupOfStudiesDoNothing(String label) throws Exception {
        Path data = folder.resolve("studies.csv");
        Files.writeString(
                data,
                csv("study", "treatment_events", "treatment_n", "control_events", "control_n", "kind")
                        + csv(label, "5", "10", "3", "10", label)
                        + csv("B", "4", "12", "3", "11", "other")
                        + csv("C", "4", "10", "2", "14", label)
                        + csv("D", "6", "12", "5", "12", "other"));
        allForms(
                label,
                List.of("group"),
                "stratum",
                "meta",
                data.toString(),
                "--measure",
                "risk-ratio",
                "--subgroup",
                "kind",
                "--leave-one-out");
    }

    @ParameterizedTest
    @MethodSource("labels")
    void aTeamDoesNothing(String label) throws Exception {
        Path scores = folder.resolve("scores.csv");
        StringBuilder text = new StringBuilder(csv("team", "date", "scale", "item", "score"));
        for (int item = 1; item <= 15; item++) {
            String number = Integer.toString(item);
            text.append(csv(label, "2014-05-01", "IPS-15", number, "3"));
            text.append(csv("other", "2014-06-01", "IPS-15", number, "4"));
        }
        Files.writeString(scores, text);
        Path rates = folder.resolve("rates.csv");
        Files.writeString(rates, csv("team", "events", "n") + csv(label, "3", "9") + csv("other", "5", "9"));
        allForms(label, List.of("group"), "", "fidelity", scores.toString(), "--rates", rates.toString());
    }

    @ParameterizedTest
    @MethodSource("labels")
    void aConsultantDoesNothing(String label) throws Exception {
        Path loads = folder.resolve("loads.csv");
        Files.writeString(
                loads,
                csv("consultant", "role", "date", "participants")
                        + csv(label, "consultant", "2014-05-01", "12")
                        + csv("other", "leader", "2014-06-01", "9"));
        allForms(label, List.of("group"), "", "caseload", loads.toString(), "--until", "2014-12-31");
    }

    @ParameterizedTest
    @MethodSource("labels")
    void aLevelOfAnOutcomeDoesNothing(String label) throws Exception {
        Files.writeString(
                folder.resolve("data.csv"),
                csv("id", "arm", "band")
                        + csv("P1", "A", label)
                        + csv("P2", "B", "some")
                        + csv("P3", "A", "some")
                        + csv("P4", "B", label)
                        + csv("P5", "A", "some"));
        String yaml = '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        Path plan = folder.resolve("levels.yaml");
        Files.writeString(plan, """
                trial: Levels
                participants: {file: data.csv, arm: {control: A}}
                outcomes: {band: {kind: ordinal, levels: [LABEL, some]}}
                """.replace("LABEL", yaml));
        allForms(label, List.of(), "term", "compare", plan.toString());
        allForms(label, List.of(), "term", "rates", plan.toString());
    }

    @ParameterizedTest
    @MethodSource("labels")
    void theLabelsOfAPlanDoNothing(String label) throws Exception {
        Path plan = planOf(label);
        allForms(label, List.of("outcome", "reference"), "stratum", "compare", plan.toString(), "--resamples", "20");
        Path studies = folder.resolve("studies.csv");
        Files.writeString(
                studies, "study,treatment_events,treatment_n,control_events,control_n\nX,5,10,3,10\nY,4,12,3,11\n");
        allForms(
                label,
                List.of("group"),
                "",
                "meta",
                studies.toString(),
                "--measure",
                "risk-ratio",
                "--zero-cells",
                "add-half",
                "--with-own",
                plan.toString());
        sheet(
                label,
                List.of("outcome", "group"),
                "",
                Run.of("import", plan.toString(), "--check", "--format", "csv").out());
        page(label, "text", Run.of("import", plan.toString(), "--check"));
        page(label, "html", Run.of("plan", "check", plan.toString(), "--format", "html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "CON", "aux.csv", "a/b:c", "::error::x", "| --- |"})
    void noFileIsNamedAfterALabel(String label) throws IOException {
        Path plan = planOf(label);
        // Files of a copy have names of their own, whatever the trial is called.
        Run copy =
                Run.of("import", plan.toString(), "-o", folder.resolve("copy").toString());
        assertThat(copy.exit()).as(copy.err()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .sorted())
                    .containsExactly(
                            "copy/check.txt",
                            "copy/data-dictionary.csv",
                            "copy/imported.txt",
                            "copy/participants.csv",
                            "data.csv",
                            "trial.yaml");
        }
        assertInertLines(Files.readString(folder.resolve("copy/check.txt")));
        assertThat(records(Files.readString(folder.resolve("copy/data-dictionary.csv"))).stream()
                        .flatMap(CSVRecord::stream))
                .contains(label);
    }

    @ParameterizedTest
    @MethodSource("labels")
    void theLabelsOfTheCommandLineDoNothing(String label) throws Exception {
        allForms(
                label,
                List.of("group"),
                "",
                "compare",
                "--counts",
                label + "=5/10",
                "--counts",
                "control=3/10",
                "--control",
                "control");
        for (List<String> wrong : List.of(
                List.of("compare", "--counts", label + "=5/10", "--counts", "x=3/10", "--control", "nobody"),
                List.of("compare", "--counts", label),
                List.of("rates", label, "--outcome", label),
                List.of("rates", Run.SUPPORTED_WORK.toString(), "--outcome", label),
                List.of("rates", Run.SUPPORTED_WORK.toString(), "--outcome", "degree", "--where", "degree=" + label),
                List.of("rates", Run.SUPPORTED_WORK.toString(), "--outcome", "degree", "--level", label),
                List.of("methods", label),
                List.of("selftest", label),
                List.of("rates", "--" + label),
                List.of(label),
                List.of("help", label),
                List.of("plan", "check", label + ".yaml"))) {
            Run text = Run.of(wrong);
            // picocli's own help command passes over an argument that begins with a hyphen.
            assertThat(text.exit()).isIn(wrong.get(0).equals("help") ? List.of(0, 2) : List.of(2, 3, 5));
            assertInertLines(text.out() + text.err());
            List<String> json = new ArrayList<>(wrong);
            json.addAll(List.of("--messages", "json"));
            for (String line : Run.of(json).err().lines().toList()) {
                assertThat(line).doesNotContain("##");
                assertThat(JSON.readTree(line).has("code")).isTrue();
            }
        }
    }

    /** What no label may be: a formula, or anything that cannot be seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "@SUM(A1)",
                "-2+3+cmd|' /C calc'!A0",
                "+HYPERLINK(1)",
                "\uff1dSUM(A1)",
                "\uff20x",
                "a\u001b[31m",
                "\u001b]52;c;x\u0007",
                "a\u009b31m",
                "a\rb",
                "a\nb",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "a\u0001b",
                "a\ufffeb",
                "a\ufdd0b",
                "a\ufdd2b",
                "a\ud83f\udfffb",
                "a\udb40\udc41b"
            })
    void whatAFormCannotHoldIsRefusedAtEveryDoor(String label) throws IOException {
        Path data = folder.resolve("data.csv");
        Path plan = folder.resolve("trial.yaml");
        String good = "id,arm,s,work\nP1,A,x,1\nP2,B,y,0\nP3,A,y,1\nP4,B,x,0\n";
        String yaml = "trial: T\nparticipants: {file: data.csv, arm: {control: B}}\n"
                + "outcomes: {work: {column: work, kind: binary}}\n";
        List<Run> runs = new ArrayList<>();
        for (String from : List.of(",A,", ",x,")) {
            Files.writeString(data, good.replace(from, "," + quoted(label) + ","));
            runs.add(Run.of("rates", data.toString(), "--outcome", "work", "--by", "s"));
        }
        Files.writeString(data, good.replace("P1", quoted(label)));
        runs.add(Run.of("rates", data.toString(), "--outcome", "work"));
        Files.writeString(data, good.replace("work", quoted(label)));
        runs.add(Run.of("rates", data.toString(), "--outcome", label));
        runs.add(Run.of("baseline", data.toString(), "--covariates", label));
        Files.writeString(
                data,
                "study,treatment_events,treatment_n,control_events,control_n\nA,1,4,2,5\n" + quoted(label)
                        + ",2,4,2,5\n");
        runs.add(Run.of("meta", data.toString(), "--measure", "risk-ratio"));
        Files.writeString(data, good);
        runs.add(Run.of("compare", "--counts", label + "=5/10", "--counts", "x=3/10", "--control", "x"));
        for (String key : List.of("T", "B", "{work", "column: work")) {
            String start = key.startsWith("{") ? "{" : key.startsWith("column") ? "column: " : "";
            Files.writeString(plan, yaml.replace(key, start + yaml(label)));
            runs.add(Run.of("rates", plan.toString()));
        }

        for (Run run : runs) {
            assertThat(run.exit()).as(run.err() + run.out()).isIn(2, 3, 4);
            assertThat(run.out()).isEmpty();
            assertInertLines(run.err());
        }
        assertThat(runs.stream()
                        .map(Run::err)
                        .filter(err -> err.matches("(?s).*\\[(E237|E110|E008|E415|E400|E108)].*")))
                .as(runs.toString())
                .hasSameSizeAs(runs);
    }

    @Test
    void anAcceptedFormulaIsTextInTheResultsAndInNoCopy() throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "id,arm,work\nP1,=A1,1\nP2,B,0\nP3,=A1,1\nP4,B,0\n");
        Run csv = Run.of(
                "rates", data.toString(), "--outcome", "work", "--format", "csv", "--allow", "E237", "--because", "x");
        assertThat(csv.exit()).isZero();
        assertThat(csv.out()).contains(",'=A1,").doesNotContain(",=A1,");

        Path plan = folder.resolve("trial.yaml");
        Files.writeString(
                plan,
                "trial: T\nparticipants: {file: data.csv, arm: {control: B}}\noutcomes: {work: {column: work, kind:"
                        + " binary}}\n");
        String copy = folder.resolve("copy").toString();
        Run refused = Run.of("import", plan.toString(), "-o", copy, "--allow", "E237", "--because", "x");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--allow E237 cannot be accepted", "[E011]");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void aNameOfAFileDoesNothing() throws IOException {
        for (String name :
                List.of("::error::x.csv", "##[error]x.csv", "\u001b[31mx.csv", "a\nb.csv", "a\u2028b.csv", "=x.csv")) {
            Path data = Files.writeString(folder.resolve(name), "id,arm,work\nP1,A,1\nP2,B,0\nP3,1,1\nP4,B,\n");
            for (String format : List.of("text", "markdown", "html", "latex", "json", "csv")) {
                Run run = Run.of("rates", data.toString(), "--outcome", "work", "--format", format, "-v");
                assertThat(run.exit()).as(run.err()).isZero();
                assertInertLines(run.out());
                assertInertLines(run.err());
            }
            JsonNode whole = JSON.readTree(Run.of("rates", data.toString(), "--outcome", "work", "--format", "json")
                    .out());
            assertThat(whole.at("/inputs/0/file").asText()).isEqualTo(name);
        }
    }

    /** Nothing goes past the console: the parser of arguments would warn of a quote that is not closed. */
    @Test
    void nothingIsPrintedPastTheConsole() {
        PrintStream before = System.err;
        ByteArrayOutputStream past = new ByteArrayOutputStream();
        System.setErr(new PrintStream(past, true, StandardCharsets.UTF_8));
        try {
            labels().forEach(label -> Run.of("rates", "x.csv", "--outcome", label + '"', "--by", '"' + label));
        } finally {
            System.setErr(before);
        }
        assertThat(past.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A fault is one line that holds no data, and never a trace of the stack. */
    @Test
    void aFaultIsOneLineWithoutTrace() {
        for (Throwable fault : List.of(
                new IllegalStateException("Z9QKx01 is no arm"),
                new AssertionError("Z9QKx01"),
                new StackOverflowError("Z9QKx01"),
                new NoClassDefFoundError("Z9QKx01"))) {
            Run run = Run.withInput(failing(fault), "rates", "-", "--outcome", "work", "-v");

            assertThat(run.exit()).isEqualTo(70);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .matches("ipstrial: a fault of the program: "
                            + fault.getClass().getSimpleName()
                            + " at [A-Za-z]+\\.java:\\d+; please report .*; it holds no data \\[E070]\n");
        }
    }

    /** A heap that is full is no fault of the program: the line says what to do. */
    @Test
    void aFullHeapIsOneLineThatSaysWhatToGive() {
        Run run = Run.withInput(failing(new OutOfMemoryError("Z9QKx01")), "rates", "-", "--outcome", "work", "-v");

        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches(
                        "ipstrial: memory is full, with \\d+ MB given to it; wanted more for so much data; give more in"
                                + " IPSTRIAL_JAVA_OPTS, as -Xmx4g; nothing is written \\[E028]\n");
    }

    private static InputStream failing(Throwable fault) {
        return new InputStream() {
            @Override
            public int read() {
                if (fault instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) fault;
            }
        };
    }

    private Path planOf(String label) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "id,arm,s,work\nP1,A,1,1\nP2,B,2,0\nP3,A,2,1\nP4,B,1,0\n");
        String yaml = '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        Path plan = folder.resolve("trial.yaml");
        Files.writeString(plan, """
                trial: LABEL
                participants:
                  file: data.csv
                  arm: {control: LABEL, labels: {A: IPS, B: LABEL}}
                  columns: {s: {label: LABEL, codes: {"1": LABEL, "2": other}}}
                outcomes: {LABEL: {column: work, kind: binary, label: LABEL}}
                analyses:
                  - {id: LABEL, compare: LABEL, by: [s]}
                """.replace("LABEL", yaml));
        return plan;
    }

    private void allForms(String label, List<String> columns, String pairs, String... args) throws Exception {
        for (String format : List.of("text", "markdown", "html", "latex", "csv", "json")) {
            Run run = Run.of(Stream.concat(Stream.of(args), Stream.of("--format", format))
                    .toList());
            assertThat(run.exit()).as(run.err()).isZero();
            assertInertLines(run.err());
            switch (format) {
                case "csv" -> sheet(label, columns, pairs, run.out());
                case "json" -> object(label, columns, run.out());
                default -> page(label, format, run);
            }
        }
    }

    private static void page(String label, String format, Run run) throws Exception {
        assertThat(run.exit()).as(run.err()).isZero();
        assertInertLines(run.out());
        switch (format) {
            case "html" -> {
                Document page = parse(run.out());
                assertThat(page.getDocumentElement().getTextContent()).contains(label);
                assertOnlyOwnElements(page);
            }
            case "latex" -> {
                String body = run.out().substring(run.out().indexOf("\\begin{document}"));
                assertThat(body).doesNotContain("\\input", "\\write", "\\def", "^^");
                assertThat(body).doesNotContainPattern("(?<!\\\\)[$#%_~]");
            }
            // Lines of four blanks are code, in which nothing is a mark.
            case "markdown" ->
                assertThat(run.out().replaceAll("(?m)^    .*$", "").replaceAll("\\\\.", ""))
                        .doesNotContain("<", "](", "`", "*");
            default -> {
                String shown = label.startsWith("##")
                        ? label.substring(1)
                        : label.startsWith("::") ? label.substring(1) : label;
                assertThat(unwrapped(run.out())).contains(unwrapped(shown));
            }
        }
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void sheet(String label, List<String> columns, String pairs, String text) throws IOException {
        List<CSVRecord> rows = records(text);
        for (CSVRecord row : rows) {
            row.toMap().forEach((column, cell) -> {
                if (!column.equals("value")) {
                    assertThat(cell).doesNotContainPattern("^[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]");
                }
            });
        }
        assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
        String whole = label.matches("[-+].*") ? "'" + label : label;
        for (String column : columns) {
            assertThat(rows.stream().map(row -> row.get(column))).as(column).contains(whole);
        }
        if (!pairs.isEmpty()) {
            String escaped = label.replace("\\", "\\\\").replace("=", "\\=").replace(";", "\\;");
            assertThat(rows.stream().map(row -> row.get(pairs))).anyMatch(cell -> cell.endsWith("=" + escaped));
        }
    }

    private static void object(String label, List<String> columns, String text) throws IOException {
        assertThat(text).doesNotContain("##");
        assertInertLines(text);
        JsonNode results = JSON.readTree(text).get("results");
        for (String column : columns) {
            assertThat(results.findValuesAsText(column)).contains(label);
        }
    }

    private static List<CSVRecord> records(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    /** Nothing in a line that a terminal or a build server obeys. */
    private static void assertInertLines(String text) {
        for (String line : text.split("\n", -1)) {
            assertThat(line.stripLeading()).doesNotStartWith("::");
            assertThat(line.chars())
                    .as(line)
                    .noneMatch(c -> c < 0x20
                            || (c >= 0x7f && c < 0xa0)
                            || (c >= 0x2028 && c <= 0x202e)
                            || (c >= 0x2066 && c <= 0x2069)
                            || c >= 0xfffe);
            if (!text.startsWith("analysis,")) {
                assertThat(line).doesNotContainPattern("##[A-Za-z]*\\[");
            }
        }
    }

    private static void assertOnlyOwnElements(Document page) {
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName())
                    .isIn(
                            "html",
                            "head",
                            "meta",
                            "title",
                            "style",
                            "body",
                            "main",
                            "h1",
                            "h2",
                            "p",
                            "pre",
                            "div",
                            "table",
                            "figure",
                            "svg",
                            "path",
                            "rect",
                            "text",
                            "figcaption",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td");
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(element.getAttributes().item(j).getNodeName())
                        .isIn(
                                "width",
                                "height",
                                "viewBox",
                                "role",
                                "aria-label",
                                "font-family",
                                "font-size",
                                "font-weight",
                                "fill",
                                "fill-opacity",
                                "x",
                                "y",
                                "text-anchor",
                                "stroke",
                                "stroke-width",
                                "stroke-dasharray",
                                "color",
                                "d",
                                "xmlns",
                                "lang",
                                "charset",
                                "name",
                                "content",
                                "http-equiv",
                                "class",
                                "tabindex",
                                "scope");
            }
        }
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(page)));
    }

    private static String csv(String... cells) {
        return Stream.of(cells).map(InjectionTest::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String yaml(String label) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : label.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
                text.append(String.format(java.util.Locale.ROOT, "\\x%02x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
