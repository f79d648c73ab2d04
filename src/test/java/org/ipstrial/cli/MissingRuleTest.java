package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan's rule for missing outcomes: the numbers are those of a file in which they are filled. */
class MissingRuleTest {

    private static final String PLAN = """
            trial: A trial
            participants: {file: %s, arm: {control: SAU}}
            outcomes:
              worked: {kind: binary}
            analyses:
              - {id: a, %s: worked, by: [sex], %s}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheFiles() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,sex,worked\n");
        for (int person = 0; person < 90; person++) {
            text.append(100 + person).append(person % 3 == 0 ? ",SAU" : person % 3 == 1 ? ",IPS" : ",IPSE");
            text.append(person % 4 == 0 ? ",f," : ",m,");
            text.append(person % 7 == 0 ? "NA" : person % 5 < 2 ? "1" : "0").append('\n');
        }
        Files.writeString(folder.resolve("missing.csv"), text);
        Files.writeString(
                folder.resolve("all-missing-none.csv"), text.toString().replace("NA", "0"));
        Files.writeString(
                folder.resolve("all-missing-events.csv"), text.toString().replace("NA", "1"));
    }

    private Run run(String file, String command, String more, String... options) throws IOException {
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN.formatted(file, command, more));
        List<String> args = new java.util.ArrayList<>(List.of(command, plan.toString()));
        args.addAll(List.of(options));
        Run run = Run.of(args);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    /** The rows under a rule without the rule and the counts, which tell of those missing. */
    private static List<String> numbers(Run run, String rule) {
        return run.out()
                .lines()
                .filter(line -> line.split(",")[2].equals(rule) && !line.contains(",count,,"))
                .filter(line -> !line.contains(",stratum-count,"))
                .map(line -> line.replace("," + rule + ",", ","))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "rates, all-missing-none, contrasts: control", "rates, all-missing-events, contrasts: control",
        "compare, all-missing-none, contrasts: all", "compare, all-missing-events, 'multiplicity: holm'",
        "compare, all-missing-none, 'stratify: [sex], contrasts: all'", "compare, all-missing-events, 'stratify: [sex]'"
    })
    void theNumbersAreThoseOfAFileInWhichTheMissingAreFilled(String command, String rule, String more)
            throws IOException {
        String also = more.contains("stratify")
                ? more.replace("stratify: [sex]", "stratify: [sex], alternative: greater")
                : more;
        List<String> filled = numbers(run(rule + ".csv", command, also, "--format", "csv"), "none-missing");
        List<String> planned =
                numbers(run("missing.csv", command, also + ", missing: " + rule, "--format", "csv"), rule);
        assertThat(filled).isNotEmpty();
        assertThat(planned).isEqualTo(filled);
    }

    @Test
    void theOtherViewsStandBesideIt() throws IOException {
        Run plain = run("missing.csv", "compare", "contrasts: control", "--format", "csv");
        Run planned = run("missing.csv", "compare", "missing: all-missing-none", "--format", "csv");
        for (String rule :
                List.of("complete-cases", "all-missing-events", "largest-difference", "smallest-difference")) {
            assertThat(differences(planned, rule)).as(rule).isNotEmpty().isEqualTo(differences(plain, rule));
        }
        assertThat(differences(planned, "all-missing-none")).isEqualTo(differences(plain, "all-missing-none"));
    }

    private static List<String> differences(Run run, String rule) {
        return run.out()
                .lines()
                .filter(line -> line.contains("," + rule + ",") && line.contains(",risk-difference,"))
                .toList();
    }

    @Test
    void aPlansRuleHoldsWhereAnAnalysisHasNoneOfItsOwn() throws IOException {
        String whole = PLAN.formatted("missing.csv", "rates", "contrasts: control");
        Path plan = Files.writeString(folder.resolve("trial.yaml"), whole + "missing: all-missing-none\n");
        assertThat(Run.of("rates", plan.toString(), "--format", "csv").out())
                .contains(",all-missing-none,")
                .doesNotContain("complete-cases");
        Files.writeString(
                plan, whole.replace("contrasts: control", "missing: complete-cases") + "missing: all-missing-none\n");
        assertThat(Run.of("rates", plan.toString(), "--format", "csv").out())
                .contains(",complete-cases,")
                .doesNotContain("all-missing-none");
    }

    @Test
    void thePageSaysWhatWasDoneAndOfHowMany() throws IOException {
        String none = run("missing.csv", "compare", "missing: all-missing-none").out();
        assertThat(none)
                .contains("IPS   36.7%  (11 of 30)")
                .contains("Missing outcomes count as no event, as the plan says.")
                .contains("With the missing outcomes looked at in other ways:")
                .contains("only those assessed");
        assertThat(run("missing.csv", "compare", "missing: all-missing-events").out())
                .contains("IPS   50.0%  (11 and 4 missing of 30)")
                .contains("Missing outcomes count as events, as the plan says.");
        assertThat(run("all-missing-none.csv", "rates", "missing: all-missing-none")
                        .out())
                .doesNotContain("as the plan says");
    }

    /** Hidden or shown, the cells that are looked at are those that were observed. */
    @Test
    void smallCellsAreThoseObserved() throws IOException {
        Run run = run("missing.csv", "rates", "missing: all-missing-events", "--min-cell", "6", "--format", "csv");
        // 4 of the 30 of IPS are missing, and 5 of those of SAU: either tells apart who was filled.
        assertThat(run.out().lines().filter(line -> line.contains(",events,")))
                .hasSize(9)
                .allMatch(line -> line.endsWith(",suppressed"));
    }
}
