package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code missing} through the real program. */
class MissingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOLES = "src/test/resources/missing/holes.csv";
    private static final String PLAN = "src/test/resources/missing/trial.yaml";

    private static final List<String> IPS = List.of(
            "missing",
            "--counts",
            "IPS=112/187",
            "--counts",
            "SAU=79/170",
            "--randomised",
            "IPS=243,SAU=239",
            "--control",
            "SAU");

    @TempDir
    private Path folder;

    private static JsonNode json(String... arguments) throws IOException {
        Run run = Run.of(Stream.concat(Arrays.stream(arguments), Stream.of("--format", "json"))
                .toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<JsonNode> rows(JsonNode table, String measure) {
        return StreamSupport.stream(table.get("results").spliterator(), false)
                .filter(row -> row.get("measure").asText().equals(measure))
                .toList();
    }

    @Test
    void theWholeGridOfTheIpsTrialIsASeriesAndTheFrontierItsRows() throws IOException {
        JsonNode table = json(IPS.toArray(String[]::new));

        assertThat(table.get("series")).hasSize(1);
        JsonNode grid = table.get("series").get(0);
        assertThat(grid.get("name").asText()).isEqualTo("tipping;outcome=events;group=IPS;reference=SAU");
        assertThat(grid.at("/columns/p.value")).hasSize(57 * 70);
        // The cell of R's (N - 1) chi-squared test at 23 of 56 and 32 of 69, and its neighbour below.
        assertThat(grid.at("/columns/p.value/" + (23 * 70 + 32)).asDouble())
                .isCloseTo(0.0456313, org.assertj.core.api.Assertions.within(5e-8));
        assertThat(grid.at("/columns/side/" + (23 * 70 + 32)).asInt()).isEqualTo(1);
        assertThat(grid.at("/columns/p.value/" + (22 * 70 + 32)).asDouble())
                .isCloseTo(0.05634344, org.assertj.core.api.Assertions.within(5e-9));
        assertThat(grid.at("/columns/side/" + (22 * 70 + 32)).asInt()).isZero();
        List<String> observed = rows(table, "tipping-point").stream()
                .filter(row -> row.get("term").asText().contains("as-observed"))
                .map(row ->
                        row.get("term").asText() + " " + row.get("statistic").asText() + " "
                                + row.get("value").asText() + row.get("note").asText())
                .toList();
        assertThat(observed)
                .containsExactly(
                        "missing-events-in-group=as-observed events 34",
                        "missing-events-in-reference=as-observed;interval=above estimate 23",
                        "missing-events-in-reference=as-observed;interval=above events 32",
                        "missing-events-in-reference=as-observed;interval=below estimate nullnever",
                        "missing-events-in-reference=as-observed;interval=below events 32");
    }

    /** The numbers at which the grid's sides change; with nobody missing in an arm the other's are told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IPS=243,SAU=239|0|tipping: missing in SAU as those assessed there|no longer once fewer than 23 of the 56 missing in"
                        + " IPS had the event",
                "IPS=243,SAU=239|-0.3|tipping: missing in SAU as those assessed there|yes, however many of the 56 missing in IPS had"
                        + " the event",
                "IPS=243,SAU=170|0|tipping: nobody missing in SAU|no longer once fewer than 25 of the 56 missing in IPS had the"
                        + " event",
                "IPS=187,SAU=239|0|tipping: nobody missing in IPS|no longer once more than 41 of the 69 missing in SAU had the event"
            })
    void tippingIsAViewOfItsOwn(String randomised, String margin, String label, String agrees) {
        Run run = Run.of(
                "missing",
                "--counts",
                "IPS=112/187",
                "--counts",
                "SAU=79/170",
                "--control",
                "SAU",
                "--randomised",
                randomised,
                "--margin",
                margin);

        assertThat(run.out().lines().filter(line -> line.startsWith("tipping: ")))
                .singleElement()
                .asString()
                .startsWith(label)
                .endsWith("  " + agrees);
    }

    /** The fillings are those of compare, to the digit, and the corners of the grid are the fillings. */
    @Test
    void theFillingsAreThoseOfCompareAndTheCornersOfTheGrid() throws IOException {
        JsonNode missing = json("missing", HOLES, "--outcome", "employed_1978", "--control", "control");
        JsonNode compare = json("compare", HOLES, "--outcome", "employed_1978", "--control", "control");

        List<String> ours = differences(missing);
        assertThat(ours).hasSize(5 * 4).isEqualTo(differences(compare));
        JsonNode columns = missing.get("series").get(0).get("columns");
        int last = columns.get("estimate").size() - 1;
        int width = (int) columns.get("reference.missing.events").get(last).asDouble() + 1;
        assertThat(value(missing, "all-missing-none"))
                .isEqualTo(columns.get("estimate").get(0).asDouble());
        assertThat(value(missing, "smallest-difference"))
                .isEqualTo(columns.get("estimate").get(width - 1).asDouble());
        assertThat(value(missing, "largest-difference"))
                .isEqualTo(columns.get("estimate").get(last - width + 1).asDouble());
        assertThat(value(missing, "all-missing-events"))
                .isEqualTo(columns.get("estimate").get(last).asDouble());
        for (String measure : List.of("risk-ratio", "odds-ratio")) {
            assertThat(rows(missing, measure).stream()
                            .map(row -> row.get("missing_rule").asText())
                            .distinct())
                    .as(measure)
                    .hasSize(5);
        }
    }

    private static List<String> differences(JsonNode table) {
        return rows(table, "risk-difference").stream()
                .map(row -> row.get("missing_rule") + " " + row.get("statistic") + " " + row.get("value"))
                .toList();
    }

    private static double value(JsonNode table, String rule) {
        return rows(table, "risk-difference").stream()
                .filter(row -> row.get("missing_rule").asText().equals(rule)
                        && row.get("statistic").asText().equals("estimate"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }

    @Test
    void theRowsOfAFileInAnotherOrderChangeNothing() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(HOLES)));
        List<String> turned = new ArrayList<>(lines.subList(1, lines.size()));
        java.util.Collections.reverse(turned);
        turned.add(0, lines.get(0));
        Path other = Files.write(folder.resolve("holes.csv"), turned);
        String[] options = {"--outcome", "employed_1978,earnings_1978", "--covariates", "age,ethnicity", "--control"};
        List<String> arguments = new ArrayList<>(List.of("missing", HOLES));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("control", "--resamples", "50"));
        Run one = Run.of(arguments.toArray(String[]::new));
        arguments.set(1, other.toString());
        assertThat(Run.of(arguments.toArray(String[]::new))).isEqualTo(one);
        assertThat(one.exit()).isZero();
    }

    @Test
    void patternsAndMissingByVariableAddUp() throws IOException {
        JsonNode table = json(
                "missing",
                HOLES,
                "--outcome",
                "employed_1978",
                "--covariates",
                "age,ethnicity",
                "--control",
                "control");

        long people = 0;
        for (JsonNode row : rows(table, "count")) {
            if (row.get("outcome").asText().isEmpty()
                    && !row.get("term").asText().isEmpty()) {
                people += row.get("value").asLong();
            }
        }
        assertThat(people).isEqualTo(445);
        assertThat(rows(table, "count").stream()
                        .filter(row -> row.get("outcome").asText().equals("age")
                                && row.get("statistic").asText().equals("missing"))
                        .mapToLong(row -> row.get("value").asLong()))
                .containsExactly(8L, 12L);
    }

    /** The standardised difference of age between missing and assessed in an arm, by R: see the comment at the number. */
    @Test
    void whoIsMissingIsComparedWithinTheArm() throws IOException {
        JsonNode table =
                json("missing", HOLES, "--outcome", "employed_1978", "--covariates", "age", "--control", "control");

        // d <- read.csv(HOLES); d <- d[d$arm == "control", ]; m <- d$employed_1978 == ""
        // (mean(d$age[m], na.rm = T) - mean(d$age[!m], na.rm = T)) / sqrt((var(d$age[m], na.rm = T) + var(d$age[!m],
        // na.rm = T)) / 2)
        assertThat(rows(table, "standardised-mean-difference").stream()
                        .filter(row -> row.get("group").asText().equals("control"))
                        .mapToDouble(row -> row.get("value").asDouble())
                        .findFirst()
                        .orElseThrow())
                .isCloseTo(AGE_OF_MISSING, org.assertj.core.api.Assertions.within(1e-12));
    }

    private static final double AGE_OF_MISSING = 0.12365435445418506;

    @Test
    void ofNothingMissingItSaysSoAndIsTheComparison() {
        Run run = Run.of("missing", SUPPORTED_WORK.toString(), "--outcome", "employed_1978", "--control", "control");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Nothing is missing: every outcome and every covariate is known of everybody.")
                .contains("11.1 percentage points more in supported work (95% CI 2.4 to 19.4)")
                .contains("employed_1978: nothing is missing, so that nothing missing could overturn the result.")
                .doesNotContain("may have had the event");
    }

    @Test
    void anAnalysisOfThePlanStaysPrimaryUnderItsOwnRule() throws IOException {
        JsonNode table = json("missing", PLAN);
        JsonNode first = rows(table, "risk-difference").get(0);
        assertThat(first.get("analysis").asText()).isEqualTo("primary");
        assertThat(first.get("missing_rule").asText()).isEqualTo("all-missing-none");
        assertThat(rows(table, "mean-difference").get(0).get("analysis").asText())
                .isEqualTo("earnings");
        assertThat(table.at("/series/0/name").asText())
                .isEqualTo("analysis=primary;outcome=employed;tipping;outcome=employed;group=supported"
                        + " work;reference=control");
        // The plan's baseline is what is described.
        assertThat(rows(table, "standardised-mean-difference").stream()
                        .map(row -> row.get("outcome").asText())
                        .distinct())
                .containsExactly("age", "ethnicity", "degree");
    }

    @Test
    void everyContrastOfSeveralArmsHasItsGrid() throws IOException {
        JsonNode table = json(
                "missing",
                "--counts",
                "A=5/8",
                "--counts",
                "B=4/8",
                "--counts",
                "C=2/8",
                "--randomised",
                "A=10,B=9,C=8",
                "--control",
                "C",
                "--contrasts",
                "all");
        assertThat(StreamSupport.stream(table.get("series").spliterator(), false)
                        .map(series -> series.get("name").asText() + " "
                                + series.at("/columns/estimate").size()))
                .containsExactly(
                        "tipping;outcome=events;group=A;reference=C 3",
                        "tipping;outcome=events;group=B;reference=C 2",
                        "tipping;outcome=events;group=B;reference=A 6");
    }

    /** The rows of a grid tell how many are missing: with four missing in an arm nothing of it is there below five. */
    @Test
    void aSmallNumberMissingHidesTheGridAndWhateverTellsOfIt() throws IOException {
        String[] counts = {
            "missing", "--counts", "A=50/80", "--counts", "B=30/80", "--randomised", "A=84,B=100", "--control", "B"
        };
        List<String> hiding = new ArrayList<>(List.of(counts));
        hiding.addAll(List.of("--min-cell", "5"));
        JsonNode hidden = json(hiding.toArray(String[]::new));
        assertThat(hidden.get("series")).isEmpty();
        assertThat(rows(hidden, "tipping-point")).isEmpty();
        assertThat(rows(hidden, "risk-difference").stream()
                        .filter(row -> !row.get("statistic").asText().equals("conf.level"))
                        .map(row -> row.get("note").asText())
                        .distinct())
                .containsExactly("suppressed");
        Run text = Run.of(hiding.toArray(String[]::new));
        assertThat(text.out())
                .contains("The tipping points are hidden")
                .doesNotContain("50")
                .doesNotContain("of 84");

        hiding.set(hiding.size() - 1, "4");
        JsonNode shown = json(hiding.toArray(String[]::new));
        assertThat(shown.get("series")).hasSize(1);
        assertThat(rows(shown, "tipping-point")).isNotEmpty();
    }

    @Test
    void whoIsMissingIsNotToldWhereSmallCellsAreHidden() throws IOException {
        String[] arguments = {
            "missing",
            HOLES,
            "--outcome",
            "employed_1978",
            "--covariates",
            "age,ethnicity",
            "--control",
            "control",
            "--min-cell",
            "3"
        };
        assertThat(rows(json(arguments), "standardised-mean-difference")).isEmpty();
        assertThat(rows(json(arguments), "summary")).isEmpty();
        assertThat(Run.of(arguments).out()).contains("Who is missing is not shown where small groups are hidden");
    }

    @Test
    void withoutARangeNothingOfAnAmountIsBounded() throws IOException {
        String[] arguments = {
            "missing", HOLES, "--outcome", "earnings_1978", "--control", "control", "--resamples", "50"
        };
        JsonNode table = json(arguments);
        assertThat(rows(table, "mean-difference").stream()
                        .filter(row -> row.get("missing_rule").asText().endsWith("-difference")
                                && row.get("statistic").asText().equals("estimate"))
                        .map(row -> row.get("note").asText()))
                .hasSize(4)
                .containsOnly("no-range");
        assertThat(table.get("series")).isEmpty();
        assertThat(Run.of(arguments).out()).contains("is not bounded, because nobody says what the amount can");
    }

    /** The bounds are Welch's interval of arms that are filled by hand. */
    @Test
    void theBoundsOfAnAmountAreThoseOfFilledArms() throws IOException {
        Path small = Files.writeString(
                folder.resolve("small.csv"), "id,arm,hours\n1,A,0\n2,A,30\n3,A,\n4,A,10\n5,B,0\n6,B,4\n7,B,\n8,B,8\n");
        Path filled = Files.writeString(
                folder.resolve("filled.csv"),
                "id,arm,hours\n1,A,0\n2,A,30\n3,A,37\n4,A,10\n5,B,0\n6,B,4\n7,B,0\n8,B,8\n");
        JsonNode missing = json(
                "missing",
                small.toString(),
                "--outcome",
                "hours",
                "--control",
                "B",
                "--range",
                "0,37",
                "--method",
                "mean-difference:welch");
        JsonNode compare = json(
                "compare",
                filled.toString(),
                "--outcome",
                "hours",
                "--control",
                "B",
                "--method",
                "mean-difference:welch",
                "--resamples",
                "50");
        assertThat(rows(missing, "mean-difference").stream()
                        .filter(row -> row.get("missing_rule").asText().equals("largest-difference"))
                        .map(row -> row.get("statistic") + " " + row.get("value"))
                        .toList())
                .isEqualTo(rows(compare, "mean-difference").stream()
                        .map(row -> row.get("statistic") + " " + row.get("value"))
                        .toList());
        // 21 means of the missing of either arm, from the least to the most that there can be.
        assertThat(missing.at("/series/0/columns/estimate")).hasSize(21 * 21);
        assertThat(missing.at("/series/0/columns/group.missing.mean/440").asDouble())
                .isEqualTo(37);
        // (0 + 30 + 10 + 37)/4 - (0 + 4 + 8 + 37)/4
        assertThat(missing.at("/series/0/columns/estimate/440").asDouble()).isEqualTo(7);
    }

    @Test
    void aRangeMustHoldEveryAmount() {
        Run run = Run.of("missing", HOLES, "--outcome", "earnings_1978", "--control", "control", "--range", "0,39000");
        assertThat(run.err())
                .isEqualTo(HOLES + ": values of earnings_1978 outside the range from 0 to 39000: 1; wanted a range"
                        + " that holds whatever the amount can be; widen it, or correct the values [E361]\n");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void aPlanSaysTheRangeAndRefusesOneThatIsNone() throws IOException {
        String yaml = Files.readString(Path.of(PLAN));
        Files.copy(Path.of(HOLES), folder.resolve("holes.csv"));
        Path plan = folder.resolve("trial.yaml");
        for (String[] wrong : new String[][] {
            {"range: [100, 0]", "the range goes from 100 to 0;", "E440"},
            {"range: [0]", "the range has 1 numbers;", "E440"},
            {"range: 5", "wanted a list", "E410"},
            {"range: [0, x]", "wanted a number", "E410"}
        }) {
            Files.writeString(plan, yaml.replace("range: [0, 100000]", wrong[0]));
            Run run = Run.of("missing", plan.toString());
            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.err()).contains(wrong[1], wrong[2]);
        }
        Files.writeString(plan, yaml.replace("kind: binary,", "kind: binary, range: [0, 1],"));
        assertThat(Run.of("missing", plan.toString()).err()).contains("'range' does not go with a yes/no outcome");
        Files.writeString(plan, yaml);
        assertThat(Run.of("missing", plan.toString(), "--range", "0,70000").out())
                .contains("Not as planned: --range 0,70000 (plan: 0,100000).")
                .contains("at the ends of what they can be (0 to 70000)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--counts A=5/8 --counts B=4/8 --control B|--counts is given without --randomised; wanted how many were"
                        + " randomised to each arm, such as --randomised IPS=243,SAU=239; see  ipstrial --help [E001]",
                "--counts A=5/8 --counts B=4/8 --randomised A=9 --control B|--randomised A=9 is out of range; wanted a"
                        + " number for B too; give another number [E013]",
                "--counts A=5/8 --counts B=4/8 --randomised A=7,B=9 --control B|--randomised A=7 is out of range; wanted"
                        + " at least the 8 who were assessed; give another number [E013]",
                "--counts A=5/8 --counts B=4/8 --randomised A=8,X=9 --control B|--randomised X=9 is out of range; wanted"
                        + " LABEL=N, of A, B; give another number [E013]",
                "--counts A=5/8 --counts B=4/8 --randomised A=8,A=9,B=9 --control B|--randomised A=9 is out of range;"
                        + " wanted each label once; give another number [E013]",
                "HOLES --outcome employed_1978 --control control --randomised A=7|--randomised is given without --counts;"
                        + " a file tells who is missing; see  ipstrial --help [E001]",
                "HOLES --counts A=5/8 --counts B=4/8 --randomised A=8,B=9 --control B|--counts and the data file HOLES are"
                        + " both given; wanted one of them; leave one out [E016]",
                "HOLES --outcome earnings_1978 --control control --range 9|--range 9 is out of range; wanted the least and"
                        + " the most that the amount can be, such as 0,168; give another number [E013]",
                "HOLES --outcome earnings_1978 --control control --range 9,0|--range 9,0 is out of range; wanted the least"
                        + " and the most that the amount can be, such as 0,168; give another number [E013]",
                "HOLES --outcome employed_1978 --control control --adjust age|--adjust of missing is not supported yet;"
                        + " the views of the unadjusted comparison are; leave it out [E002]",
                "HOLES --outcome employed_1978 --control control --stratify degree|--stratify of missing is not supported"
                        + " yet; the views of the unstratified comparison are; leave it out [E002]"
            })
    void refuses(String arguments, String message) {
        Run run = Run.of(("missing " + arguments.replace("HOLES", HOLES)).split(" "));
        assertThat(run.err()).isEqualTo("ipstrial: " + message.replace("HOLES", HOLES) + "\n");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    /** That no number tips a result, or that nobody gives a range, is an answer and no failure of a named method. */
    @Test
    void aNamedMethodWhoseFrontierHasGapsIsDoneAllTheSame() {
        List<String> arguments = new ArrayList<>(IPS);
        arguments.addAll(List.of("--method", "miettinen-nurminen"));
        assertThat(Run.of(arguments.toArray(String[]::new)).exit()).isZero();
        assertThat(Run.of(
                                "missing",
                                HOLES,
                                "--outcome",
                                "earnings_1978",
                                "--control",
                                "control",
                                "--method",
                                "mean-difference:welch",
                                "--resamples",
                                "20")
                        .exit())
                .isZero();
    }

    @Test
    void anExactMethodIsRefusedForALargeGrid() {
        List<String> arguments = new ArrayList<>(IPS);
        arguments.addAll(List.of("--method", "risk-difference:exact-score"));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.err())
                .isEqualTo(
                        "ipstrial: the tipping grid of IPS vs SAU has 3990 cells, which exact-score takes too long for;"
                                + " wanted at most 100 of them; name another method of the risk difference first, such as"
                                + " miettinen-nurminen [E360]\n");
        assertThat(run.exit()).isEqualTo(2);
    }
}
