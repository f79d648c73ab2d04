package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code subgroups} by columns that are amounts, along which the effect may change, through the program. */
class ModeratorsTest {

    private static final String THREE_ARMS = "sample-data/ips-three-arm/trial.yaml";

    @TempDir
    private Path folder;

    private static Run run(String command) {
        return Run.of(command.replace("FILE", SUPPORTED_WORK.toString()).split(" "));
    }

    private static List<String> rows(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }

    /** Thirty people whose number of children is one of four, and whose age is known of all but two. */
    private Path few() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,children,age,hours,worked\n");
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            text.append(100 + i)
                    .append(i % 2 == 0 ? ",IPS," : ",SAU,")
                    .append(i % 4)
                    .append(',')
                    .append(i < 2 ? "" : 20 + i % 31)
                    .append(',')
                    .append(random.nextInt(40))
                    .append(random.nextBoolean() ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve("few.csv"), text.toString());
    }

    /** R 4.2.2: lm(y ~ arm * age) with sandwich::vcovHC(type = "HC3"), t with residual df; glm(y ~ arm * age), deviances. */
    @Test
    void agreesWithR() {
        List<String> rows = rows(run("subgroups FILE --control control --outcome employed_1978,earnings_1978 --by age"
                + " --method risk-difference:wald,odds-ratio:woolf,risk-ratio:katz --format csv"));
        assertThat(rows)
                .anyMatch(row -> row.contains("by=age;at=24,risk-difference,linear-wald,estimate,0.10018145"))
                .anyMatch(row -> row.contains("by=age;at=24,risk-difference,linear-wald,std.error,0.04471159"))
                .anyMatch(row -> row.contains("by=age;at=24,risk-difference,linear-wald,conf.high,0.18805573"))
                .anyMatch(row ->
                        row.contains("by=age;scale=risk-difference,effect-slope,linear-wald,estimate,0.0075289970"))
                .anyMatch(row ->
                        row.contains("by=age;scale=risk-difference,effect-slope,linear-wald,conf.low,-0.0045975584"))
                .anyMatch(row ->
                        row.contains("by=age;scale=risk-difference,interaction-test,linear-wald,statistic,1.48895852"))
                .anyMatch(row ->
                        row.contains("by=age;scale=risk-difference,interaction-test,linear-wald,p.value,0.22303021"))
                .anyMatch(row -> row.contains(
                        "by=age;scale=odds-ratio,interaction-test,logistic-likelihood-ratio,statistic,1.44703824"))
                .anyMatch(row -> row.contains(
                        "by=age;scale=odds-ratio,effect-slope,logistic-likelihood-ratio,estimate,1.03747317"))
                .anyMatch(row -> row.contains("by=age;at=24,odds-ratio,logistic-likelihood-ratio,estimate,1.61964546"))
                .anyMatch(row -> row.contains(
                        "by=age;scale=risk-ratio,interaction-test,log-binomial-likelihood-ratio,p.value,0.1839086"))
                .anyMatch(row -> row.contains("by=age;at=24,risk-ratio,log-binomial-likelihood-ratio,estimate,1.15350"))
                .anyMatch(row -> row.contains("by=age;at=24,mean-difference,linear-wald,estimate,1630.6861"))
                .anyMatch(
                        row -> row.contains("by=age;scale=mean-difference,effect-slope,linear-wald,conf.low,-69.37104"))
                .anyMatch(row ->
                        row.contains("by=age;scale=mean-difference,interaction-test,linear-wald,statistic,1.1781749"));
    }

    @Test
    void oneTestASlopeAndTheEffectsAtTheQuartilesOfEachContrast() {
        List<String> rows = rows(run("subgroups " + THREE_ARMS
                + " --outcome employed,weeks --by age,diagnosis --contrasts all --format csv"));
        List<String> ofAge =
                rows.stream().filter(row -> row.contains(",by=age;")).toList();
        assertThat(ofAge.stream().filter(row -> row.contains(",interaction-test,linear-wald,p.value,")))
                .hasSize(2 * 3);
        assertThat(ofAge.stream().filter(row -> row.contains(",effect-slope,linear-wald,estimate,")))
                .hasSize(2 * 3);
        for (String at : List.of("25", "31", "40")) {
            assertThat(ofAge.stream()
                            .filter(row -> row.contains(",by=age;at=" + at + ",") && row.contains(",estimate,")))
                    .hasSize(2 * 3);
        }
        assertThat(ofAge.stream().filter(row -> row.contains(",p.value,"))).hasSize(2 * 3);
        assertThat(rows).noneMatch(row -> row.contains(",age="));
        assertThat(rows).anyMatch(row -> row.contains("covariate=age,covariate-count,,assessed,"));
    }

    @Test
    void thePageSpeaksOfTheInteractionAndOfNoGroups() {
        String page = run("subgroups " + THREE_ARMS + " --outcome employed --by age")
                .out()
                .replaceAll("\\s+", " ");
        assertThat(page)
                .contains("the effect on \"Competitive employment, 18 months\" does not clearly differ by Age (Risk"
                        + " difference, interaction p = ")
                .contains("With each unit more of Age the risk difference changes by ")
                .contains("nobody is put into groups by Age.")
                .contains("at 25 ")
                .contains("Age: Wald test of the product of arm and column in a linear model of the share, variances by"
                        + " HC3: F ");
    }

    @Test
    void aColumnOfFewNumbersHasLevelsUnlessItIsSaidToBeAnAmount() throws IOException {
        Path file = few();
        String command = "subgroups " + file + " --control SAU --outcome hours --format csv --by ";
        assertThat(run(command + "children").out()).contains("children=3").doesNotContain("effect-slope");
        assertThat(run(command + "children --amounts children").out())
                .doesNotContain("children=3")
                .contains("by=children;scale=mean-difference,effect-slope,linear-wald,estimate,");
        assertThat(run(command + "age").out()).contains("by=age;scale=mean-difference,effect-slope");
        assertThat(run(command + "age --categories age").out())
                .contains("age=21")
                .doesNotContain("effect-slope");
        Run neither = run(command + "children --amounts age");
        assertThat(neither.exit()).isEqualTo(2);
        assertThat(neither.err())
                .contains("--amounts names age, which is no covariate; wanted one of children, or it among --by");
        assertThat(run("subgroups " + THREE_ARMS + " --outcome employed --by age --amounts age")
                        .err())
                .contains("--amounts is given with a plan");
    }

    @Test
    void whoLacksTheAmountIsToldOfAndInNoModel() throws IOException {
        Path file = few();
        String command = " --control SAU --outcome hours,worked --by age --format csv";
        Run run = run("subgroups " + file + command);
        assertThat(run.err())
                .contains("rows without a value in column 'age': 2")
                .contains("[W320]")
                .doesNotContain("W010");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.subList(1, 3).clear();
        Path without = Files.write(folder.resolve("without.csv"), lines);
        List<String> all =
                rows(run).stream().filter(row -> row.contains(",by=age;")).toList();
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(rows(run("subgroups " + without + command))).containsAll(all);
        Collections.shuffle(lines.subList(1, lines.size()), new Random(3));
        Files.write(without, lines);
        assertThat(rows(run("subgroups " + without + command))).containsAll(all);
    }

    @Test
    void multiplicityCountsLevelsAndAmountsAsOneFamily() {
        List<String> rows = rows(run("subgroups FILE --control control --outcome employed_1978 --by age,married"
                + " --multiplicity bonferroni --format csv"));
        List<String> plain = values(rows, ",p.value,");
        List<String> adjusted = values(rows, ",p.adjusted,");
        assertThat(plain).hasSize(2);
        assertThat(adjusted).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(Double.parseDouble(adjusted.get(i)))
                    .isCloseTo(
                            Math.min(1, 2 * Double.parseDouble(plain.get(i))),
                            org.assertj.core.api.Assertions.within(1e-14));
        }
    }

    private static List<String> values(List<String> rows, String statistic) {
        return rows.stream()
                .filter(row -> row.contains(",interaction-test,") && row.contains(statistic))
                .map(row -> row.split(",", -1)[12])
                .toList();
    }

    /** The quartiles of a small trial are the ages of people: where anything is hidden they are not in the table. */
    @Test
    void whereACellIsHiddenSoAreTheModelAndItsQuartiles() throws IOException {
        List<String> shown =
                rows(run("subgroups " + THREE_ARMS + " --outcome hours --by age --min-cell 3 --format csv"));
        assertThat(shown).anyMatch(row -> row.contains(",by=age;"));
        // Two people lack their age.
        List<String> hidden =
                rows(run("subgroups " + few() + " --control SAU --outcome hours --by age --min-cell 5 --format csv"));
        assertThat(hidden).noneMatch(row -> row.contains(";at="));
        assertThat(hidden.stream().filter(row -> row.contains(",by=age;")))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(",suppressed") || row.contains(",conf.level,"));
        Run page = run("subgroups " + few() + " --control SAU --outcome hours --by age --min-cell 5");
        assertThat(page.exit()).isZero();
        assertThat(page.err()).doesNotContain("W320");
        assertThat(page.out().replaceAll("\\s+", " "))
                .contains("differs by age is hidden, because a group in it is small");
    }

    @Test
    void aPlanNamesAmountsUnderBy() throws IOException {
        few();
        String plan = """
                trial: Few
                participants:
                  file: few.csv
                  arm: {column: arm, control: SAU}
                  columns: {children: {codes: {3: three, 2: two, 1: one, 0: none}}}
                  amounts: {years: {column: age, label: Age, unit: years}}
                outcomes:
                  hours: {column: hours, kind: amount, unit: hours}
                analyses:
                  - {id: who, subgroups: hours, by: [years, children]}
                """;
        Path file = Files.writeString(folder.resolve("trial.yaml"), plan);
        Run csv = run("subgroups " + file + " --format csv");
        assertThat(rows(csv))
                .anyMatch(row -> row.startsWith("who,all-randomised,none-missing,hours,,IPS,SAU,,"
                        + "by=years;scale=mean-difference,effect-slope,linear-wald,estimate,"));
        assertThat(csv.err())
                .contains("rows without a value in column 'years': 2")
                .contains("W320");
        // The levels stand in the plan's order.
        assertThat(rows(csv).stream()
                        .map(row -> row.split(",", -1)[7])
                        .filter(stratum -> !stratum.isEmpty())
                        .distinct())
                .containsExactly("children=three", "children=two", "children=one", "children=none");
        assertThat(run("subgroups " + file).out())
                .contains("Age (interaction p = ")
                .contains("at ");
        assertThat(run("compare " + file + " --by children --format csv")
                        .out()
                        .lines()
                        .map(row -> row.split(",", -1)[7])
                        .filter(stratum -> stratum.startsWith("children="))
                        .distinct())
                .containsExactly("children=three", "children=two", "children=one", "children=none");
        assertThat(run("compare " + file + " --stratify children --format csv")
                        .out()
                        .lines()
                        .map(row -> row.split(",", -1)[8])
                        .filter(term -> term.startsWith("children="))
                        .distinct())
                .containsExactly("children=three", "children=two", "children=one", "children=none");
        assertThat(run("subgroups few.csv"
                                        .replace(
                                                "few.csv",
                                                folder.resolve("few.csv").toString())
                                + " --control SAU --outcome hours --by children --format csv")
                        .out()
                        .lines()
                        .map(row -> row.split(",", -1)[7])
                        .filter(stratum -> stratum.startsWith("children="))
                        .distinct())
                .containsExactly("children=0", "children=1", "children=2", "children=3");
    }

    @Test
    void aNamedTestThatHasNoFitIsExitCodeSix() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,age,worked\n");
        for (int i = 0; i < 40; i++) {
            text.append(i + 100)
                    .append(i % 2 == 0 ? ",IPS," : ",SAU,")
                    .append(20 + i)
                    .append(i > 20 ? ",yes\n" : ",no\n");
        }
        Path file = Files.writeString(folder.resolve("in.csv"), text.toString());
        String command = "subgroups " + file + " --control SAU --outcome worked --by age --method odds-ratio:woolf";
        Run plain = run(command);
        assertThat(plain.exit()).isZero();
        assertThat(plain.out().replaceAll("\\s+", " "))
                .contains("How the odds ratio changes with each unit more of age: not estimable");
        assertThat(run(command + ",logistic-likelihood-ratio").exit()).isEqualTo(6);
    }

    @Test
    void aMissingColumnIsAskedForByTheOptionThatNamesIt() {
        for (String command : List.of("subgroups", "compare", "rates")) {
            Run run = run(command + " FILE --control control --outcome employed_1978 --by maried");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err())
                    .contains("no column 'maried', the nearest is 'married'; the columns are id, arm, age, ")
                    .contains("; name one of these with --by [E143]");
        }
        Run plan = run("subgroups " + THREE_ARMS + " --outcome employed --by diagnos");
        assertThat(plan.exit()).isEqualTo(3);
        assertThat(plan.err())
                .contains("no column 'diagnos', the nearest is 'diagnosis'; the columns are ")
                .contains("; name one of these with --by [E143]");
    }
}
