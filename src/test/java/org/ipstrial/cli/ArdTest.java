package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results as analysis results data of R's package cards. */
class ArdTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAN = "sample-data/supported-work/trial.yaml";
    private static final List<String> AFTER_GROUPS = List.of(
            "variable",
            "variable_level",
            "context",
            "stat_name",
            "stat_label",
            "stat",
            "fmt_fun",
            "warning",
            "error",
            "analysis",
            "analysis_set",
            "missing_rule",
            "timepoint",
            "reference",
            "term",
            "method",
            "status");

    private static List<JsonNode> rows(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "ard", "-q"));
        Run run = Run.of(all);
        assertThat(run.err()).isEmpty();
        return StreamSupport.stream(JSON.readTree(run.out()).spliterator(), false)
                .toList();
    }

    private static JsonNode row(List<JsonNode> rows, String group, String variable, String context, String name) {
        List<JsonNode> found = rows.stream()
                .filter(row -> row.get("group1_level").asText("").equals(group)
                        && row.get("variable").asText().equals(variable)
                        && row.get("context").asText().equals(context)
                        && row.get("stat_name").asText().equals(name)
                        && row.get("reference").asText().isEmpty()
                        && row.get("analysis_set").asText().startsWith("all-"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flow " + PLAN,
                "baseline " + PLAN,
                "rates " + PLAN,
                "hours " + PLAN,
                "compare " + PLAN,
                "missing " + PLAN,
                "subgroups " + PLAN + " --by degree --outcome employed",
                "survival sample-data/ips-three-arm/trial.yaml --outcome time_to_job --at 90",
                "meta sample-data/published/ips-trials.csv --measure risk-ratio --shared-control combine",
                "reconcile sample-data/published/claims.csv",
                "fidelity sample-data/programme/fidelity.csv",
                "screening sample-data/programme/screening.csv --mdi-bands 20-25-30"
            })
    void everyRowHasTheColumnsOfCardsAndIsOneOfAKind(String command) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(Run.of((command + " --format ard -q").split(" ")).out()).forEach(rows::add);
        assertThat(rows).isNotEmpty();
        Set<List<String>> keys = new HashSet<>();
        for (JsonNode row : rows) {
            List<String> columns = new ArrayList<>();
            row.fieldNames().forEachRemaining(columns::add);
            int groups = columns.indexOf("variable") / 2;
            List<String> wanted = new ArrayList<>();
            for (int group = 1; group <= groups; group++) {
                wanted.addAll(List.of("group" + group, "group" + group + "_level"));
            }
            wanted.addAll(AFTER_GROUPS);
            assertThat(columns).isEqualTo(wanted);
            assertThat(row.get("stat").isNull()).isEqualTo(!row.get("error").isNull());
            List<String> key = new ArrayList<>();
            columns.stream()
                    .filter(column -> !Set.of("stat", "fmt_fun", "warning", "error", "status")
                            .contains(column))
                    .forEach(column -> key.add(row.get(column).toString()));
            assertThat(keys.add(key)).as(key.toString()).isTrue();
        }
    }

    @Test
    void baselineIsWhatAnArdSummaryTableTakes() throws IOException {
        List<JsonNode> rows = rows("baseline", PLAN);
        assertThat(row(rows, "control", "age", "continuous", "mean").get("stat").asDouble())
                .isEqualTo(25.0538461538462);
        assertThat(row(rows, "control", "age", "continuous", "N").get("stat").asInt())
                .isEqualTo(260);
        assertThat(row(rows, "control", "age", "continuous", "p25")
                        .get("stat_label")
                        .asText())
                .isEqualTo("Q1");
        assertThat(row(rows, "control", "age", "missing", "N_miss").get("stat").isInt())
                .isTrue();
        JsonNode share = rows.stream()
                .filter(row -> row.get("variable_level").asText().equals("black")
                        && row.get("group1_level").asText().equals("supported work")
                        && row.get("stat_name").asText().equals("p"))
                .findFirst()
                .orElseThrow();
        assertThat(share.get("context").asText()).isEqualTo("categorical");
        assertThat(share.get("stat").asDouble()).isEqualTo(0.843243243243243);
        assertThat(share.get("fmt_fun").asText()).isEqualTo("xx.x%");
        // The arms themselves, all of them, and what people call each variable: what fills the heads of a table.
        JsonNode arm = rows.get(0);
        assertThat(arm.get("variable").asText()).isEqualTo("arm");
        assertThat(arm.get("variable_level").asText()).isEqualTo("supported work");
        assertThat(arm.get("group1").isNull()).isTrue();
        assertThat(arm.get("stat").asInt()).isEqualTo(185);
        assertThat(row(rows, "", "..ard_total_n..", "total_n", "N").get("stat").asInt())
                .isEqualTo(445);
        assertThat(rows.stream()
                        .filter(row -> row.get("context").asText().equals("attributes")
                                && row.get("variable").asText().equals("ethnicity")))
                .extracting(row -> row.get("stat").asText())
                .containsExactly("Ethnicity", "character");
    }

    @Test
    void aYesOrNoIsDichotomous() throws IOException {
        List<JsonNode> rows = rows("rates", PLAN, "--outcome", "employed");
        JsonNode events = row(rows, "control", "employed", "dichotomous", "n");
        assertThat(events.get("stat").asInt()).isEqualTo(168);
        assertThat(events.get("variable_level").isBoolean()).isTrue();
        assertThat(row(rows, "control", "employed", "dichotomous", "p")
                        .get("stat")
                        .asDouble())
                .isEqualTo(0.646153846153846);
        assertThat(row(rows, "control", "employed", "proportion_ci", "method")
                        .get("stat")
                        .asText())
                .isEqualTo("wilson");
    }

    /** What does not exist is data, with why where R has the error. */
    @Test
    void whatIsHiddenIsNullWithAReason() throws IOException {
        List<JsonNode> rows = rows("rates", PLAN, "--outcome", "employed", "--min-cell", "400");
        JsonNode events = row(rows, "control", "employed", "dichotomous", "n");
        assertThat(events.get("stat").isNull()).isTrue();
        assertThat(events.get("error").asText()).isEqualTo("suppressed");
        assertThat(row(rows, "control", "employed", "dichotomous", "p")
                        .get("stat")
                        .isNull())
                .isTrue();
    }
}
