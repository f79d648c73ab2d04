package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON keeps to its published schema, and the CSV is the same rows. */
class SchemaTest {

    private static final String FILE = Run.SUPPORTED_WORK.toString();

    private static JsonSchema schema() throws IOException {
        String text = Files.readString(Path.of("src/site/resources/schema/results-1.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare FILE --control control --outcome employed_1978,earnings_1978 --by ethnicity --method all",
                "compare FILE --control control --outcome employed_1978 --multiplicity holm",
                "compare --counts IPS=5/56 --counts SAU=0/29 --control SAU --method all",
                "compare --counts IPS=0/5 --counts SAU=0/9 --control SAU --method all",
                "rates FILE --outcome employed_1978 --by married,degree",
                "hours FILE --outcome earnings_1978 --by ethnicity",
                "baseline FILE --covariates age,ethnicity,married --control control --by degree",
                "baseline FILE --covariates age,ethnicity",
                "baseline PLAN --min-cell 20",
                "compare PLAN --level 0.9",
                "rates PLAN --by ethnicity",
                "hours PLAN",
                "subgroups FILE --control control --outcome employed_1978,earnings_1978 --by ethnicity --multiplicity holm",
                "subgroups PLAN --outcome employed --by married --method all --min-cell 20",
                "subgroups FILE --control control --outcome employed_1978,earnings_1978 --by married,age --adjust age,degree",
                "meta STUDIES --measure odds-ratio --shared-control split --method all --subgroup counts --influence",
                "meta STUDIES --measure risk-ratio --shared-control combine --moderator year,counts --leave-one-out",
                "meta STUDIES --measure odds-ratio --shared-control split --with-own PLAN --own-outcome employed"
            })
    void keepsToItsSchema(String command) throws IOException {
        Run json = Run.of((filled(command) + " --format json" + resamples(command)).split(" "));
        Run csv = Run.of((filled(command) + " --format csv" + resamples(command)).split(" "));

        assertThat(schema().validate(json.out(), InputFormat.JSON)).isEmpty();
        long rows = json.out()
                .lines()
                .filter(line -> line.contains("\"statistic\": "))
                .count();
        assertThat(rows).isPositive().isEqualTo(csv.out().lines().count() - 1);
    }

    private static String resamples(String command) {
        return command.startsWith("meta") ? "" : " --resamples 50";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rates FILE --outcome employed_1978 --target 0.6 --method all",
                "fidelity sample-data/programme/fidelity.csv --rates sample-data/programme/rates.csv",
                "screening sample-data/programme/screening.csv --mdi-bands 21-26-31 --people"
                        + " sample-data/programme/people.csv --min-cell 5",
                "caseload sample-data/programme/caseload.csv --until 2014-12-31 --contacts"
                        + " sample-data/programme/contacts.csv --jobs sample-data/programme/jobs.csv"
            })
    void theProgrammeKeepsToItsSchema(String command) throws IOException {
        Run json = Run.of((filled(command) + " --format json").split(" "));
        Run csv = Run.of((filled(command) + " --format csv").split(" "));

        assertThat(json.exit()).isZero();
        assertThat(schema().validate(json.out(), InputFormat.JSON)).isEmpty();
        assertThat(json.out().lines().filter(line -> line.contains("\"statistic\": ")))
                .hasSize((int) csv.out().lines().count() - 1);
    }

    private static String filled(String command) {
        return command.replace("STUDIES", "sample-data/published/ips-trials.csv")
                .replace("FILE", FILE)
                .replace("PLAN", FILE.replace("participants.csv", "trial.yaml"));
    }

    @Test
    void theSchemaRefusesAMissingFieldAndAnEmptyValueThatNothingExplains() throws IOException {
        String good = Run.of("rates", FILE, "--outcome", "employed_1978", "--format", "json")
                .out();

        assertThat(schema().validate(good.replace("\"value\": 185, ", ""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(good.replace("\"value\": 185,", "\"value\": null,"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void noTwoRowsOfACommandHaveTheSameKey() {
        Run csv = Run.of(("compare FILE --control control --outcome employed_1978,earnings_1978 --by ethnicity,degree"
                        + " --method all --multiplicity holm --format csv --resamples 20")
                .replace("FILE", FILE)
                .split(" "));
        List<String> keys = csv.out()
                .lines()
                .skip(1)
                .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 12)))
                .toList();
        Set<String> distinct = new HashSet<>(keys);
        assertThat(keys).hasSizeGreaterThan(500).hasSameSizeAs(distinct);
    }
}
