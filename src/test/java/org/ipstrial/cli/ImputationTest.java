package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Multiple imputation through the real program. */
class ImputationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOLED = "src/test/resources/imputation/nsw-holed.csv";
    private static final String COVARIATES = "age,married,education_years,earnings_1975";

    @TempDir
    private Path folder;

    private static List<String> asked(String file, String outcome, String covariates, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "missing",
                file,
                "--control",
                "control",
                "--outcome",
                outcome,
                "--covariates",
                covariates,
                "--imputations",
                "10",
                "--iterations",
                "3"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static JsonNode json(List<String> arguments) throws IOException {
        Run run = Run.of(
                Stream.concat(arguments.stream(), Stream.of("--format", "json")).toList());
        assertThat(run.exit()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<JsonNode> imputed(JsonNode table) {
        return StreamSupport.stream(table.get("results").spliterator(), false)
                .filter(row -> row.get("missing_rule").asText().equals("multiple-imputation"))
                .toList();
    }

    private static double value(JsonNode table, String measure, String term, String statistic) {
        return imputed(table).stream()
                .filter(row -> row.get("measure").asText().equals(measure)
                        && row.get("term").asText().equals(term)
                        && row.get("statistic").asText().equals(statistic))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }

    @Test
    void everyNumberIsARowUnderItsTerm() throws IOException {
        JsonNode table = json(asked(HOLED, "employed_1978", COVARIATES));

        assertThat(imputed(table).stream()
                        .filter(row -> row.get("measure").asText().equals("risk-ratio"))
                        .map(row -> row.get("method").asText() + " "
                                + row.get("term").asText() + " "
                                + row.get("statistic").asText()))
                .containsExactly(
                        "multiple-imputation-rubin  estimate",
                        "multiple-imputation-rubin  conf.low",
                        "multiple-imputation-rubin  conf.high",
                        "multiple-imputation-rubin  conf.level",
                        "multiple-imputation-rubin  statistic",
                        "multiple-imputation-rubin  df",
                        "multiple-imputation-rubin  p.value",
                        "multiple-imputation-rubin scale=log estimate",
                        "multiple-imputation-rubin scale=log std.error",
                        "multiple-imputation-rubin pooling=fraction-missing-information estimate",
                        "multiple-imputation-rubin pooling=lambda estimate",
                        "multiple-imputation-rubin pooling=relative-increase estimate",
                        "multiple-imputation-rubin pooling=monte-carlo-error estimate",
                        "multiple-imputation-rubin pooling=monte-carlo-error conf.low",
                        "multiple-imputation-rubin pooling=monte-carlo-error conf.high",
                        "multiple-imputation-rubin pooling=monte-carlo-error p.value",
                        "multiple-imputation-rubin pooling=imputations-needed;rule=quadratic estimate",
                        "multiple-imputation-rubin pooling=imputations-needed;rule=linear estimate");
        assertThat(table.at("/settings/imputations").asInt()).isEqualTo(10);
        assertThat(table.at("/settings/iterations").asInt()).isEqualTo(3);
        assertThat(table.at("/settings/impute-arms").asText()).isEqualTo("apart");
        assertThat(table.at("/settings/imputed.employed_1978").asText())
                .isEqualTo("education_years: predictive-mean-matching; employed_1978: logistic");
        double estimate = value(table, "risk-ratio", "", "estimate");
        assertThat(Math.log(estimate)).isCloseTo(value(table, "risk-ratio", "scale=log", "estimate"), within(1e-13));
        double middle =
                Math.sqrt(value(table, "risk-ratio", "", "conf.low") * value(table, "risk-ratio", "", "conf.high"));
        assertThat(middle).isCloseTo(estimate, within(1e-13));
    }

    @Test
    void tracesAreSeries() throws IOException {
        JsonNode table = json(asked(HOLED, "earnings_1978", COVARIATES));
        List<JsonNode> traces = StreamSupport.stream(table.get("series").spliterator(), false)
                .filter(series -> series.get("name").asText().startsWith("trace;"))
                .toList();

        assertThat(traces)
                .extracting(series -> series.get("name").asText())
                .containsExactly(
                        "trace;outcome=earnings_1978;group=supported work;variable=education_years",
                        "trace;outcome=earnings_1978;group=supported work;variable=earnings_1978",
                        "trace;outcome=earnings_1978;group=control;variable=education_years",
                        "trace;outcome=earnings_1978;group=control;variable=earnings_1978");
        assertThat(traces.get(0).at("/columns/imputation")).hasSize(30);
        assertThat(traces.get(0).at("/columns/iteration/4").asInt()).isEqualTo(2);
        assertThat(table.at("/settings/imputed.earnings_1978").asText()).contains("earnings_1978: two-part-matching");
    }

    /** Threads, the order of the columns and of the rows, and a second outcome change no digit of the pooled results. */
    @Test
    void whatDoesNotMatterChangesNoDigit() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(HOLED)));
        Collections.reverse(lines.subList(1, lines.size()));
        Path turned = Files.write(folder.resolve("turned.csv"), lines);
        List<JsonNode> once = imputed(json(asked(HOLED, "employed_1978", COVARIATES, "--threads", "1")));

        assertThat(once).isNotEmpty();
        assertThat(imputed(json(asked(HOLED, "employed_1978", COVARIATES, "--threads", "3"))))
                .isEqualTo(once);
        assertThat(imputed(
                        json(asked(turned.toString(), "employed_1978", "earnings_1975,education_years,married,age"))))
                .isEqualTo(once);
        assertThat(imputed(json(asked(HOLED, "earnings_1978,employed_1978", COVARIATES))).stream()
                        .filter(row -> row.get("outcome").asText().equals("employed_1978"))
                        .toList())
                .isEqualTo(once);
        assertThat(imputed(json(asked(HOLED, "employed_1978", COVARIATES, "--seed", "7"))))
                .isNotEqualTo(once);
    }

    @Test
    void armsMayBeImputedTogether() throws IOException {
        JsonNode table = json(asked(HOLED, "employed_1978", COVARIATES, "--impute-arms", "together"));

        assertThat(table.at("/settings/impute-arms").asText()).isEqualTo("together");
        assertThat(value(table, "risk-difference", "", "estimate")).isBetween(0.04, 0.15);
        assertThat(StreamSupport.stream(table.get("series").spliterator(), false)
                        .map(series -> series.get("name").asText())
                        .filter(name -> name.startsWith("trace;")))
                .containsExactly(
                        "trace;outcome=employed_1978;group=;variable=education_years",
                        "trace;outcome=employed_1978;group=;variable=employed_1978");
    }

    /** A one-sided hypothesis has one limit, and a margin is tested on its own scale. */
    @Test
    void hypothesesAreThoseOfTheComparison() throws IOException {
        JsonNode table =
                json(asked(HOLED, "employed_1978", COVARIATES, "--alternative", "greater", "--margin", "-0.1"));
        JsonNode plain = json(asked(HOLED, "employed_1978", COVARIATES));
        double estimate = value(plain, "risk-difference", "", "estimate");
        double error = value(plain, "risk-difference", "", "std.error");

        assertThat(value(table, "risk-difference", "", "conf.high")).isEqualTo(1);
        assertThat(value(table, "risk-difference", "", "statistic")).isCloseTo((estimate + 0.1) / error, within(1e-12));
    }

    @Test
    void pagesDrawTheTracesAndTellTheEngines() {
        Run html =
                Run.of(Stream.concat(asked(HOLED, "employed_1978", COVARIATES).stream(), Stream.of("--format", "html"))
                        .toList());
        Run text = Run.of(asked(HOLED, "employed_1978", COVARIATES));

        assertThat(html.out()).contains("stroke-opacity=\"0.6\"", "What was drawn, round by round");
        assertThat(text.out())
                .contains("The missing imputed")
                .contains("Drawn how: education_years: predictive-mean-matching; employed_1978: logistic.")
                .contains("pooled by Rubin's rules");
    }

    @Test
    void tracesAreNotShownWhereSmallCellsAreHidden() throws IOException {
        JsonNode table = json(asked(HOLED, "employed_1978", COVARIATES, "--min-cell", "5"));

        assertThat(StreamSupport.stream(table.get("series").spliterator(), false)
                        .map(series -> series.get("name").asText()))
                .noneMatch(name -> name.startsWith("trace;"));
    }

    /** Pay goes up with age, and of the oldest of one arm few are known: their donors are younger and earn less. */
    private Path scarce() throws IOException {
        StringBuilder csv = new StringBuilder("id,arm,age,pay\n");
        for (int i = 0; i < 120; i++) {
            int age = 20 + i * 7 % 60 / 2;
            boolean lacks = i % 2 == 0 ? age > 38 && i % 10 != 2 : i % 9 == 0;
            csv.append("P%03d,%s,%d,%s\n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "IPS" : "control",
                            age,
                            lacks ? "" : String.valueOf(100 * age + 37 * i % 90)));
        }
        return Files.writeString(folder.resolve("scarce.csv"), csv);
    }

    @Test
    void scarceDonorsAreToldWithWhatToDo() throws IOException {
        Run run = Run.of(asked(scarce().toString(), "pay", "age"));
        JsonNode table = json(asked(scarce().toString(), "pay", "age"));

        assertThat(run.err())
                .contains(
                        "outcome 'pay', IPS: few who have pay are near those who lack it, so that matching pulls its mean"
                                + " down, by ")
                .contains("look at --impute-amounts local-residual-draw or normal beside it [W780]")
                .doesNotContain("control");
        assertThat(run.out()).contains("predicted beyond all donors").contains("From a tenth of it on");
        double pulled = value(table, "donor-distance", "variable=pay", "estimate");
        assertThat(pulled).isNegative();
        assertThat(value(table, "donor-distance", "variable=pay;donors=beyond", "estimate"))
                .isPositive();
        assertThat(value(table, "donor-distance", "variable=pay", "missing")).isPositive();
        assertThat(table.at("/settings/impute-amounts").asText()).isEqualTo("predictive-mean-matching");
    }

    @Test
    void otherEnginesOfAmountsGoOnWhereDonorsEnd() throws IOException {
        double matched = value(json(asked(scarce().toString(), "pay", "age")), "mean-difference", "", "estimate");
        for (String engine : List.of("local-residual-draw", "normal")) {
            JsonNode table = json(asked(scarce().toString(), "pay", "age", "--impute-amounts", engine));

            assertThat(table.at("/settings/imputed.pay").asText()).isEqualTo("pay: " + engine);
            assertThat(value(table, "mean-difference", "", "estimate")).isGreaterThan(matched);
            assertThat(imputed(table))
                    .noneMatch(row -> row.get("measure").asText().equals("donor-distance"));
            assertThat(table.get("findings")).isEmpty();
        }
        assertThat(json(asked(HOLED, "earnings_1978", COVARIATES, "--impute-amounts", "local-residual-draw"))
                        .at("/settings/imputed.earnings_1978")
                        .asText())
                .isEqualTo("education_years: local-residual-draw; earnings_1978: two-part-residual");
    }

    @Test
    void donorsAreNotToldWhereSmallCellsAreHidden() throws IOException {
        Run run = Run.of(asked(scarce().toString(), "pay", "age", "--min-cell", "5"));
        JsonNode table = json(asked(scarce().toString(), "pay", "age", "--min-cell", "5"));

        assertThat(run.err()).doesNotContain("W780");
        assertThat(run.out()).doesNotContain("donors");
        assertThat(imputed(table)).noneMatch(row -> row.get("measure").asText().equals("donor-distance"));
    }

    @Test
    void nothingMissingIsNotImputed() throws IOException {
        JsonNode table = json(asked("sample-data/supported-work/participants.csv", "employed_1978", "age"));

        assertThat(imputed(table)).isEmpty();
    }

    /** The columns that follow from others, or are constant, are named; so is what has nothing to be drawn from. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age,same|--amounts same|`same is the same of everybody in IPS of whom it is known, so that it tells nothing about y; wanted"
                        + " columns that differ; leave it out of --covariates [E370]`",
                "age,twice|--level 0.95|`among the people of IPS, twice follows from age, so that y cannot be imputed from all of them; wanted"
                        + " columns that do not follow from others; leave one of them out of --covariates [E371]`",
                "age,many|--level 0.95|`many is missing of somebody and has 24 levels; wanted 20 at most; leave it out of --covariates, merge"
                        + " levels, or map its missing to a level [E375]`"
            })
    void columnsThatCannotServeAreRefusedByName(String covariates, String more, String message) throws IOException {
        StringBuilder csv = new StringBuilder("id,arm,age,same,twice,many,y\n");
        for (int i = 0; i < 60; i++) {
            String many = i == 17 ? "" : "k" + i / 2 % 25;
            csv.append("P%03d,%s,%d,1.5,%d,%s,%s\n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "control" : "IPS",
                            20 + i * 7 % 31,
                            40 + 2 * (i * 7 % 31),
                            many,
                            i % 10 == 3 || i % 10 == 4 ? "" : i % 3 == 0 ? "yes" : "no"));
        }
        Path file = Files.writeString(folder.resolve("some.csv"), csv);
        Run run = Run.of(asked(file.toString(), "y", covariates, more.split(" ")));

        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    /** A covariate of three levels that some lack is drawn as one, and its indicators follow from it. */
    @Test
    void categoriesOfSeveralLevelsAreDrawnByMultinomialRegression() throws IOException {
        StringBuilder csv = new StringBuilder("id,arm,age,kind,y\n");
        for (int i = 0; i < 200; i++) {
            String kind = i % 9 == 4 ? "" : new String[] {"a", "b", "c"}[(i * i + i / 7) % 3];
            csv.append("P%03d,%s,%d,%s,%s\n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "control" : "IPS",
                            20 + i * 7 % 31,
                            kind,
                            i % 10 == 3 || i % 10 == 4 ? "" : i * 13 % 7 < 3 ? "yes" : "no"));
        }
        Path file = Files.writeString(folder.resolve("kinds.csv"), csv);
        JsonNode table = json(asked(file.toString(), "y", "age,kind"));

        assertThat(table.get("settings").get("imputed.y").asText()).isEqualTo("kind: multinomial; y: logistic");
        assertThat(imputed(table)).isNotEmpty();
        assertThat(json(asked(file.toString(), "y", "age,kind", "--threads", "2"))
                        .get("results"))
                .isEqualTo(table.get("results"));
        assertThat(Run.of(asked(file.toString(), "y", "age,kind", "--impute-arms", "together"))
                        .exit())
                .isZero();
    }

    /** An outcome that its arm gives nothing to draw from, too few people for, or a model without a maximum. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flat|age|--level 0.95|`all known values of flat in IPS are alike, or none is known; wanted different ones to impute"
                        + " from; --impute-arms together may have them, or leave --imputations out [E372]`",
                "few|age,a,b,c|--level 0.95|`few is known of too few people in IPS for so many covariates; wanted more people than"
                        + " columns; name fewer under --covariates, or --impute-arms together [E373]`"
            })
    void outcomesThatCannotBeDrawnAreRefusedByName(String outcome, String covariates, String more, String message)
            throws IOException {
        StringBuilder csv = new StringBuilder("id,arm,age,a,b,c,flat,few,score\n");
        for (int i = 0; i < 60; i++) {
            boolean control = i % 2 == 0;
            boolean missing = i % 10 == 3 || i % 10 == 4;
            int age = 20 + i * 7 % 31;
            csv.append("P%03d,%s,%d,%d,%d,%d,%s,%s,%s\n"
                    .formatted(
                            i,
                            control ? "control" : "IPS",
                            age,
                            i * 11 % 13,
                            i * i % 59,
                            i * 5 % 19,
                            missing ? "" : control && i % 3 == 0 ? "no" : "yes",
                            !control && i > 7 || missing ? "" : i % 4 < 2 ? "yes" : "no",
                            missing ? "" : String.valueOf(control ? i % 3 : age < 30 ? 0 : age < 40 ? 1 : 2)));
        }
        Path file = Files.writeString(folder.resolve("some.csv"), csv);
        Run run = Run.of(asked(file.toString(), outcome, covariates, more.split(" ")));

        assertThat(run.err()).isEqualToIgnoringNewLines("ipstrial: " + message);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--iterations 5|`--iterations is given without --imputations`",
                "--impute-arms together|`--impute-arms is given without --imputations`",
                "--imputations 1|`--imputations`",
                "--imputations 5 --impute-arms both|`apart`"
            })
    void whatDoesNotGoTogetherIsRefused(String options, String message) {
        List<String> arguments =
                new ArrayList<>(List.of("missing", HOLED, "--control", "control", "--outcome", "employed_1978"));
        arguments.addAll(List.of(options.split(" ")));
        Run run = Run.of(arguments);

        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isEqualTo(2);
    }
}
