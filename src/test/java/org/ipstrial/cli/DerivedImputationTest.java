package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Outcomes and covariates that are sums, imputed through their parts, by the real program. */
class DerivedImputationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INCOME = "src/test/resources/imputation/income.csv";

    /** R 4.2.2, mice 3.15.0: 500 imputations by the script income.R, with the jackknife errors of its numbers. */
    private static final double MICE = 17.6573725;

    private static final double MICE_ERROR = 0.07566248;
    private static final double MICE_STANDARD_ERROR = 4.37433270529;
    private static final double MICE_ERROR_OF_IT = 0.02222931;

    @TempDir
    private Path folder;

    private static List<String> asked(String file, String outcome, String covariates, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("missing", file, "--control", "control", "--outcome", outcome, "--covariates", covariates));
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

    private static double value(JsonNode table, String term, String statistic) {
        return imputed(table).stream()
                .filter(row -> row.get("term").asText().equals(term)
                        && row.get("statistic").asText().equals(statistic))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }

    /** As of mice's passive imputation, {@code method = "~ I(wages + benefits)"}. */
    @Test
    void agreesWithPassiveImputationWithinMonteCarloError() throws IOException {
        JsonNode table =
                json(asked(INCOME, "income", "age", "--imputations", "300", "--derive", "income=wages+benefits"));

        double error = value(table, "pooling=monte-carlo-error", "estimate");
        assertThat(Math.abs(value(table, "", "estimate") - MICE) / Math.hypot(error, MICE_ERROR))
                .isLessThan(3);
        double errorOfIt = value(table, "pooling=monte-carlo-error", "std.error");
        assertThat(Math.abs(value(table, "", "std.error") - MICE_STANDARD_ERROR)
                        / Math.hypot(errorOfIt, MICE_ERROR_OF_IT))
                .isLessThan(3);
        assertThat(table.at("/settings/imputed.income").asText())
                .isEqualTo("wages: predictive-mean-matching; benefits: predictive-mean-matching");
        assertThat(table.at("/settings/sum.income").asText()).isEqualTo("wages + benefits");
    }

    /** The order of parts and rows, threads, and another outcome beside it change no digit. */
    @Test
    void whatDoesNotMatterChangesNoDigit() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(INCOME)));
        Collections.reverse(lines.subList(1, lines.size()));
        Path turned = Files.write(folder.resolve("turned.csv"), lines);
        String[] more = {"--imputations", "5", "--derive", "income=wages+benefits"};
        List<JsonNode> once = imputed(json(asked(INCOME, "income", "age", more)));

        assertThat(imputed(json(asked(
                        turned.toString(),
                        "income",
                        "age",
                        "--imputations",
                        "5",
                        "--threads",
                        "2",
                        "--derive",
                        "income = benefits + wages"))))
                .isEqualTo(once);
        List<JsonNode> both = imputed(json(asked(INCOME, "wages,income", "age", more)));
        assertThat(both.stream().filter(row -> row.get("outcome").asText().equals("income")))
                .isEqualTo(once);
        assertThat(both.stream().filter(row -> row.get("outcome").asText().equals("wages")))
                .as("a sum that another outcome is changes nothing here")
                .isEqualTo(imputed(json(asked(INCOME, "wages", "age", "--imputations", "5"))));
    }

    private Path file(String rows) throws IOException {
        StringBuilder csv = new StringBuilder("id,arm,age,a,b,y,total,kind\n");
        for (int i = 0; i < 40; i++) {
            int a = i * 7 % 13;
            int b = i * 11 % 17;
            csv.append("Z9QK%03d,%s,%d,%d,%d,%s,%d,%s\n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "control" : "IPS",
                            20 + i * 7 % 31,
                            a,
                            b,
                            i % 8 == 5 ? "" : String.valueOf((a + i) % 9),
                            a + b,
                            i % 3 == 0 ? "x" : "y"));
        }
        return Files.writeString(folder.resolve("some.csv"), csv + rows);
    }

    /** With its parts known, or all but one, nothing is left to draw: every completed data set has the same sum. */
    @Test
    void partsThatFollowFromTheSumAreNotDrawn() throws IOException {
        Path file = file("Z9QK900,IPS,30,4,,3,9,x\nZ9QK901,control,31,4,5,3,,x\n");
        JsonNode table = json(asked(file.toString(), "total", "age", "--imputations", "5", "--derive", "total=a+b"));

        assertThat(value(table, "pooling=relative-increase", "estimate")).isZero();
        assertThat(table.at("/settings/imputed.total").asText()).isEmpty();
        double group = 0;
        double reference = 0;
        for (int i = 0; i < 40; i++) {
            int total = i * 7 % 13 + i * 11 % 17;
            group += i % 2 == 0 ? 0 : total;
            reference += i % 2 == 0 ? total : 0;
        }
        assertThat(value(table, "", "estimate"))
                .isCloseTo((group + 9) / 21 - (reference + 9) / 21, org.assertj.core.api.Assertions.within(1e-12));
    }

    /** A covariate that is a sum: what is drawn are its parts, and the outcome is drawn from it. */
    @Test
    void covariatesMayBeSums() throws IOException {
        Path file = file("Z9QK900,IPS,30,,5,3,,x\nZ9QK901,control,31,,5,3,,x\nZ9QK902,control,31,2,,,,x\n");
        JsonNode table = json(asked(file.toString(), "y", "age,total", "--imputations", "5", "--derive", "total=a+b"));

        assertThat(table.at("/settings/imputed.y").asText())
                .contains("a: predictive-mean-matching")
                .contains("y: predictive-mean-matching")
                .doesNotContain("total");
        assertThat(Run.of(asked(file.toString(), "y", "age,a,b,total", "--imputations", "5", "--derive", "total=a+b"))
                        .err())
                .contains("[E371]");
        assertThat(Run.of(asked(
                                file.toString(),
                                "y",
                                "age,total",
                                "--imputations",
                                "5",
                                "--impute-arms",
                                "together",
                                "--derive",
                                "total=a+b"))
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Z9QK900,IPS,30,4,5,3,10,x|`some.csv:42: total (7): '10' is not the sum of a + b, which are known; wanted columns that agree;"
                        + " correct the cell, or its parts [E377]`",
                "Z9QK900,IPS,30,,,3,10,x|`some.csv:42: total (7): the sum is known and more than one of its parts is not (a, b); wanted one at"
                        + " most, which follows from the others; write in the parts, or leave the sum empty to have them imputed [E378]`"
            })
    void sumsThatCannotBeAreRefusedByLine(String row, String message) throws IOException {
        Run run = Run.of(
                asked(file(row + "\n").toString(), "total", "age", "--imputations", "5", "--derive", "total=a+b"));

        assertThat(run.err()).contains(message).doesNotContain("Z9QK");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    /** A column of yes and no, or of categories, is no sum. */
    @Test
    void whatHoldsNoAmountsIsNoSum() throws IOException {
        Path file = Files.writeString(
                folder.resolve("flags.csv"),
                "id,arm,age,a,b,y\nZ9QK1,control,30,0,1,1\nZ9QK2,control,31,0,0,0\nZ9QK3,IPS,33,1,,\nZ9QK4,IPS,38,0,1,1\n");
        Run run = Run.of(asked(file.toString(), "y", "age", "--imputations", "5", "--derive", "y=a+b"));

        assertThat(run.err())
                .contains(
                        "flags.csv: y (6): the column is to be a + b and holds no amounts; wanted numbers; say so with --kind"
                                + " amount, or of a covariate with --amounts [E379]");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void whoLacksASumOfKnownPartsIsToldOf() throws IOException {
        Run run = Run.of(asked(
                file("Z9QK901,control,31,4,5,3,,x\n").toString(),
                "total",
                "age",
                "--imputations",
                "5",
                "--derive",
                "total=a+b"));

        assertThat(run.err())
                .contains("1 rows lack the sum a + b though all of its parts are known")
                .contains("[W377]");
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--derive total=a+b|`--derive is given without --imputations`",
                "--imputations 5 --derive total=a|`such as income=wages+benefits`",
                "--imputations 5 --derive total=a+b --derive total=b+age|`--derive names total twice`",
                "--imputations 5 --derive total=a+b --derive a=b+y|`--derive names a twice`",
                "--imputations 5 --derive y=a+b|`--derive names y, which is neither an outcome nor a covariate`",
                "--imputations 5 --derive age=total+b|`--derive makes the covariate age of the outcome total`",
                "--imputations 5 --derive total=a+id|`E018`",
                "--imputations 5 --derive total=a+kind|`kind (8)`",
                "--imputations 5 --derive total=a+nowhere|`nowhere`"
            })
    void whatIsNoSumIsRefused(String options, String message) throws IOException {
        Run run = Run.of(asked(file("").toString(), "total", "age", options.split(" ")));

        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isIn(2, 3);
        assertThat(run.out()).isEmpty();
    }

    /** What the option says, a plan says under sums. */
    @Test
    void plansSayItUnderSums() throws IOException {
        Files.copy(Path.of(INCOME), folder.resolve("income.csv"));
        String text = """
                trial: Income
                participants:
                  file: income.csv
                  arm: {control: control}
                  amounts: {age: {}, wages: {}, benefits: {}}
                outcomes: {income: {kind: amount}}
                baseline: [age]
                sums: {income: [wages, benefits]}
                """;
        Path plan = Files.writeString(folder.resolve("trial.yaml"), text);
        JsonNode table = json(List.of("missing", plan.toString(), "--imputations", "5"));
        JsonNode same = json(asked(INCOME, "income", "age", "--imputations", "5", "--derive", "income=wages+benefits"));

        assertThat(value(table, "", "estimate")).isEqualTo(value(same, "", "estimate"));
        assertThat(table.at("/settings/sum.income").asText()).isEqualTo("wages + benefits");
        assertThat(Run.of("missing", plan.toString()).exit()).isZero();
        Files.writeString(plan, text.replace("[wages, benefits]", "[wages, nothing]"));
        assertThat(Run.of("missing", plan.toString()).err()).contains("amount that is no sum", "[E418]");
        Files.writeString(plan, text.replace("[wages, benefits]", "[wages]"));
        assertThat(Run.of("missing", plan.toString()).err()).contains("[E426]");
        Files.writeString(plan, text.replace("{income: [", "{other: ["));
        assertThat(Run.of("missing", plan.toString()).err()).contains("amount or outcome", "[E418]");
        Files.writeString(plan, text.replace("kind: amount", "kind: binary"));
        assertThat(Run.of("missing", plan.toString()).err()).contains("[E425]");
    }
}
