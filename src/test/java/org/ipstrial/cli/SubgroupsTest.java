package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code subgroups}, on participants and on a plan, through the program. */
class SubgroupsTest {

    private static final String THREE_ARMS = "sample-data/ips-three-arm/trial.yaml";

    private static final String SMALL = """
            id,arm,site,known,hours
            01,IPS,A,yes,10
            02,IPS,A,no,0
            03,SAU,A,no,0
            04,SAU,A,yes,5
            05,IPS,B,yes,20
            06,IPS,B,no,3
            07,SAU,B,no,0
            08,SAU,B,yes,1
            09,SAU,B,no,0
            10,IPS,C,yes,3
            11,IPS,C,no,0
            12,SAU,D,no,0
            13,SAU,D,no,0
            14,IPS,D,no,0
            15,IPS,D,no,0
            16,SAU,,yes,8
            """;

    @TempDir
    private Path folder;

    private static Run run(String command) {
        return Run.of(command.replace("FILE", SUPPORTED_WORK.toString()).split(" "));
    }

    private static List<String> rows(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }

    /** Rows of effects without what names the command and the stratum. */
    private static List<String> effects(Run run, String stratum) {
        return rows(run).stream()
                .map(row -> row.split(",", -1))
                .filter(row -> row[7].equals(stratum) && row[8].isEmpty() && !row[6].isEmpty())
                .map(row -> String.join(",", row[3], row[5], row[6], row[9], row[10], row[11], row[12], row[15]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risk-difference:miettinen-nurminen|risk-difference|employed_1978",
                "odds-ratio:miettinen-nurminen|odds-ratio|employed_1978",
                "risk-ratio:koopman|risk-ratio|employed_1978",
                "mean-difference:welch|mean-difference|earnings_1978"
            })
    void effectsAreThoseOfCompareAmongEverybodyAndWhereALevelAloneIsKept(
            String method, String measure, String outcome) {
        String options = " FILE --control control --outcome " + outcome + " --method " + method + " --format csv";
        Run subgroups = run("subgroups" + options + " --by degree,married");
        for (String level : List.of("", "degree=no", "degree=yes", "married=no", "married=yes")) {
            Run compare = run("compare" + options + (level.isEmpty() ? "" : " --where " + level));
            List<String> expected = effects(compare, "").stream()
                    .filter(row -> row.contains("," + measure + ","))
                    .toList();
            assertThat(expected).hasSizeGreaterThan(3);
            assertThat(effects(subgroups, level)).as(level).isEqualTo(expected);
        }
    }

    @Test
    void oneTestAColumnContrastAndScaleAndNoneWithinLevels() {
        List<String> rows = rows(run("subgroups " + THREE_ARMS
                + " --outcome employed,weeks --by diagnosis,benefit --contrasts all --format csv"));
        List<String> tests = rows.stream()
                .filter(row -> row.contains(",interaction-test,") && row.contains(",p.value,"))
                .toList();
        assertThat(tests).hasSize(2 * 3 * 2);
        assertThat(tests.stream().filter(row -> row.contains(";scale=risk-difference,interaction-test,cochran-q,")))
                .hasSize(6);
        assertThat(tests.stream().filter(row -> row.contains(";scale=mean-difference,interaction-test,linear-wald,")))
                .hasSize(6);
        assertThat(rows.stream().filter(row -> row.contains(",p.value,") && !row.split(",", -1)[7].isEmpty()))
                .isEmpty();
        assertThat(rows.stream().filter(row -> row.contains(",prognosis=") && row.contains(",p.value,")))
                .hasSize(4)
                .allMatch(row -> row.split(",", -1)[5].isEmpty() && row.split(",", -1)[6].isEmpty());
    }

    /** R 4.2.2: glm, anova(test = LRT); lm with vcovHC(type = HC3), coeftest, coefci and waldtest. */
    @Test
    void prognosisIsThatOfTheModelsOnArmAndColumn() {
        List<String> rows = rows(run("subgroups FILE --control control --outcome employed_1978,earnings_1978"
                + " --by ethnicity --format csv"));
        assertThat(rows)
                .anyMatch(row -> row.contains(
                        "level=hispanic;against=black,conditional-odds-ratio,logistic,estimate,3.870210419"))
                .anyMatch(row ->
                        row.contains("level=other;against=black,conditional-odds-ratio,logistic,estimate,3.008122086"))
                .anyMatch(row ->
                        row.contains("prognosis=ethnicity,test,logistic-likelihood-ratio,statistic,14.7891669115"))
                .anyMatch(row ->
                        row.contains("level=hispanic;against=black,mean-difference,ancova-hc3,estimate,1842.824212923"))
                .anyMatch(row -> row.contains(
                        "level=hispanic;against=black,mean-difference,ancova-hc3,std.error,1010.093529125"))
                .anyMatch(row ->
                        row.contains("level=other;against=black,mean-difference,ancova-hc3,conf.high,4330.0597991"))
                .anyMatch(row -> row.contains("prognosis=ethnicity,test,linear-wald,statistic,4.1108032156"))
                .anyMatch(row -> row.contains("prognosis=ethnicity,test,linear-wald,p.value,0.01702701877"))
                .anyMatch(row ->
                        row.contains("scale=mean-difference,interaction-test,linear-wald,statistic,0.3874833085"));
    }

    @Test
    void adjustsOverTheColumnsOfOneContrastAndScale() {
        List<String> rows = rows(run("subgroups FILE --control control --outcome employed_1978 --by degree,married"
                + " --method odds-ratio:miettinen-nurminen,risk-ratio:katz --multiplicity bonferroni --format csv"));
        List<Double> plain = values(rows, ",p.value,");
        List<Double> adjusted = values(rows, ",p.adjusted,");
        assertThat(plain).hasSize(4);
        assertThat(adjusted).hasSize(4);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(adjusted.get(i)).isCloseTo(Math.min(1, 2 * plain.get(i)), within(1e-14));
        }
    }

    private static List<Double> values(List<String> rows, String statistic) {
        return rows.stream()
                .filter(row -> row.contains(",interaction-test,") && row.contains(statistic))
                .map(row -> Double.valueOf(row.split(",", -1)[12]))
                .toList();
    }

    @Test
    void listsLevelsThatAddNothingAndTellsOfPeopleWithoutALevel() throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), SMALL);
        Run run = Run.of("subgroups", file.toString(), "--control", "SAU", "--outcome", "known,hours", "--by", "site");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("rows without a value in column 'site': 1")
                .contains("W010")
                .doesNotContain("W011");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "Add nothing to the tests of interaction, because nobody in the reference is assessed: site: C.")
                .contains(
                        "Add nothing to the tests of interaction, because nobody in either arm had the event: site: D.")
                .contains("Add nothing to the tests of interaction, because all amounts are equal: site: D.")
                .contains("on 1 df, p");
    }

    @Test
    void theOrderOfRowsChangesNothing() throws IOException {
        List<String> lines = new ArrayList<>(SMALL.lines().toList());
        Path file = Files.writeString(folder.resolve("in.csv"), SMALL);
        String options = " --control SAU --outcome known,hours --by site --format csv";
        String before = run("subgroups " + file + options).out();
        Collections.shuffle(lines.subList(1, lines.size()), new Random(5));
        Files.writeString(file, lines.stream().collect(Collectors.joining("\n", "", "\n")));
        assertThat(run("subgroups " + file + options).out()).isEqualTo(before);
    }

    @Test
    void wantsColumnsThatAreNotTheArms() {
        Run none = run("subgroups FILE --control control --outcome employed_1978");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("--by, the columns of the subgroups, is not given");
        Run plan = run("subgroups " + THREE_ARMS + " --outcome employed");
        assertThat(plan.exit()).isEqualTo(2);
        assertThat(plan.err()).contains("as 'by' in the plan's analysis");
        assertThat(run("subgroups FILE --control control --outcome employed_1978 --by arm")
                        .err())
                .contains("--by names arm, the column of arms");
        assertThat(run("subgroups FILE --outcome employed_1978 --by married").exit())
                .isEqualTo(2);
    }

    @Test
    void takesMethodsOfItsOwnAlone() {
        String options = " FILE --control control --outcome employed_1978 --by married --method ";
        assertThat(run("subgroups" + options + "mantel-haenszel-sato").exit()).isEqualTo(2);
        assertThat(run("subgroups" + options + "fisher-exact").exit()).isEqualTo(2);
        assertThat(run("compare" + options + "cochran-q").exit()).isEqualTo(2);
        assertThat(run("compare" + options + "logistic-likelihood-ratio").exit())
                .isEqualTo(2);
        assertThat(run("compare" + options + "tarone").err()).contains("combines strata");
    }

    @Test
    void aNamedTestThatCannotBeDoneIsExitCodeSixAndADefaultOneIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), SMALL.replace("04,SAU,A,yes", "04,SAU,A,no"));
        String options = " --control SAU --outcome known --by site --method odds-ratio:woolf";
        assertThat(run("subgroups " + file + options + ",logistic-wald --where site=A|B")
                        .exit())
                .isEqualTo(6);
        assertThat(run("subgroups " + file + " --control SAU --outcome known --by site --where site=A")
                        .exit())
                .isZero();
    }

    @Test
    void aPlanListsSubgroups() throws IOException {
        Files.writeString(folder.resolve("in.csv"), SMALL);
        String plan = """
                trial: Small
                participants: {file: in.csv, arm: {column: arm, control: SAU}}
                outcomes:
                  known: {column: known, kind: binary}
                analyses:
                  - {id: by-site, subgroups: known, by: [site], methods: {odds-ratio: woolf, interaction-test: tarone}}
                """;
        Path file = Files.writeString(folder.resolve("trial.yaml"), plan);
        Run run = run("subgroups " + file + " --format csv");
        assertThat(run.err()).doesNotContain("E4");
        assertThat(run.out())
                .contains(
                        "by-site,all-randomised,none-missing,known,,IPS,SAU,,by=site;scale=odds-ratio,interaction-test,tarone,p.value");
        Path without = Files.writeString(folder.resolve("without.yaml"), plan.replace(" by: [site],", ""));
        Run refused = run("subgroups " + without);
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err())
                .contains("an analysis of subgroups names no columns; wanted 'by' with the columns of the subgroups");
    }

    @Test
    void whereALevelIsHiddenSoIsAllThatIsAboutItsColumn() {
        List<String> rows = rows(run("subgroups FILE --control control --outcome employed_1978,earnings_1978"
                + " --by ethnicity,married --multiplicity holm --min-cell 5 --format csv"));
        assertThat(rows.stream().filter(row -> row.contains("by=ethnicity;") || row.contains(",prognosis=ethnicity")))
                .hasSizeGreaterThan(10)
                .allMatch(row -> row.endsWith(",suppressed") || row.contains(",conf.level,"))
                .noneMatch(row -> row.contains(",statistic,") || row.contains(",df"));
        assertThat(rows.stream()
                        .filter(row -> row.contains("by=married;")
                                && row.contains(",employed_1978,")
                                && row.contains(",p.value,")))
                .hasSize(1)
                .noneMatch(row -> row.contains("suppressed"));
        assertThat(rows.stream().filter(row -> row.contains("by=married;") && row.contains(",p.adjusted,")))
                .hasSize(2)
                .allMatch(row -> row.endsWith(",suppressed"));
    }
}
