package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ipstrial baseline}: Table 1 of the real trial by R, its laws, and what it refuses. */
class BaselineTest {

    private static final String ALL =
            "age,education_years,earnings_1974,earnings_1975,ethnicity,married,degree,employed_1975";

    private static final Path TRIAL = SUPPORTED_WORK.resolveSibling("trial.yaml");

    @TempDir
    private Path folder;

    private static Run csv(Path file, String covariates, String... more) {
        List<String> args =
                new ArrayList<>(List.of("baseline", file.toString(), "--covariates", covariates, "--format", "csv"));
        args.addAll(List.of(more));
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run;
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n");
    }

    private static String difference(Run run, String covariate) {
        return run.value(covariate, "standardised-mean-difference", "estimate");
    }

    /** Every number of the real trial by R 4.2.2, whose call stands in the file. */
    @Test
    void agreesWithRThroughoutTheRealTrial() throws IOException {
        List<String> table =
                csv(SUPPORTED_WORK, ALL, "--control", "control").out().lines().toList();
        int seen = 0;
        try (var lines = BaselineTest.class.getResourceAsStream("baseline-supported-work.csv")) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#"))
                    .skip(1)
                    .toList()) {
                String[] expected = line.split(",", -1);
                List<String> found = table.stream()
                        .map(row -> row.split(",", -1))
                        .filter(row -> row[3].equals(expected[0])
                                && row[5].equals(expected[1])
                                && row[6].equals(expected[2])
                                && row[8].equals(expected[3])
                                && row[9].equals(expected[4])
                                && row[11].equals(expected[5]))
                        .map(row -> row[12])
                        .toList();
                double value = Double.parseDouble(expected[6]);
                assertThat(found).as(line).hasSize(1);
                assertThat(Double.parseDouble(found.get(0)))
                        .as(line)
                        .isCloseTo(value, within(1e-13 * Math.max(1, Math.abs(value))));
                seen++;
            }
        }
        assertThat(seen).isEqualTo(170);
    }

    @Test
    void theOtherControlTurnsTheSignAndOnlyOfWhatHasOne() {
        Run one = csv(SUPPORTED_WORK, ALL, "--control", "control");
        Run other = csv(SUPPORTED_WORK, ALL, "--control", "supported work");
        for (String covariate : ALL.split(",")) {
            double forward = Double.parseDouble(difference(one, covariate));
            double back = Double.parseDouble(difference(other, covariate));
            assertThat(back).as(covariate).isEqualTo(covariate.equals("ethnicity") ? forward : -forward);
        }
    }

    @Test
    void neitherTheOrderOfRowsNorThreadsNorTheSeedMovesADigit() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(SUPPORTED_WORK));
        Collections.reverse(rows.subList(1, rows.size()));
        Path turned = file(rows.toArray(String[]::new));

        assertThat(csv(turned, ALL, "--control", "control", "--threads", "3", "--seed", "1"))
                .isEqualTo(csv(SUPPORTED_WORK, ALL, "--control", "control"));
    }

    @Test
    void thereIsNoPValueAnywhere() {
        Run table = csv(SUPPORTED_WORK, ALL, "--control", "control", "--by", "ethnicity");
        assertThat(table.out()).doesNotContain("p.value", ",test,", "conf.", "std.error", ",p,");
        Run refused = Run.of(
                "baseline",
                SUPPORTED_WORK.toString(),
                "--covariates",
                "age",
                "--control",
                "control",
                "--multiplicity",
                "holm");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("there is no option --multiplicity", "[E001]");
    }

    @Test
    void withoutAControlThereIsNoDifferenceAndTheReaderIsTold() {
        assertThat(csv(SUPPORTED_WORK, ALL).out()).doesNotContain("standardised-mean-difference");
        assertThat(Run.of("baseline", SUPPORTED_WORK.toString(), "--covariates", "age")
                        .out())
                .contains(
                        "No standardised mean differences: no control arm is named; --control names one of: control,\n"
                                + "supported work.")
                .doesNotContain("SMD");
    }

    @Test
    void aConstantHasAReasonInPlaceOfADifference() throws IOException {
        Path file = file(
                "id,arm,age,site,kind,pilot",
                "1,IPS,40,A,x,yes",
                "2,IPS,40,A,y,yes",
                "3,SAU,40,A,z,no",
                "4,SAU,40,A,z,no");
        Run run = csv(file, "age,site,kind,pilot", "--control", "SAU", "--amounts", "age");

        assertThat(run.out().lines().filter(line -> line.contains("standardised")))
                .allSatisfy(line -> assertThat(line).contains(",estimate,,,,"))
                .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
                .containsExactly("no-variance", "no-variance", "no-level-in-common", "no-level-in-common");
        Run page = Run.of("baseline", file.toString(), "--covariates", "site,kind", "--control", "SAU");
        assertThat(page.exit()).isZero();
        assertThat(page.out())
                .contains("No SMD of site, IPS vs SAU: not estimable: no variance.")
                .contains("No SMD of kind, IPS vs SAU: not estimable: no level occurs in both arms.")
                .doesNotContain("NaN");
    }

    @Test
    void missingValuesAreCountedShownAndLeftOutOfPercentages() throws IOException {
        Path file = file(
                "id,arm,age,sex", "1,IPS,40,f", "2,IPS,,f", "3,IPS,44,NA", "4,SAU,30,m", "5,SAU,35,f", "6,SAU,41.5,m");
        Run table = csv(file, "age,sex", "--control", "SAU");
        assertThat(table.value("age", "IPS", "count", "missing")).isEqualTo("1");
        assertThat(table.value("sex", "IPS", "count", "missing")).isEqualTo("1");
        assertThat(table.value("sex", "IPS", "proportion", "level=f")).isEqualTo("1");
        assertThat(table.value("sex", "SAU", "proportion", "level=f")).isEqualTo("0.333333333333333");
        assertThat(table.out()).contains("complete-cases").doesNotContain("none-missing");
        assertThat(Run.of("baseline", file.toString(), "--covariates", "age,sex", "--control", "SAU")
                        .out())
                .contains("""
                                                    IPS (n = 3)        SAU (n = 3)    overall (n = 6)   SMD
                        age                                                                            1.43
                          mean (SD)                  42.0 (2.8)         35.5 (5.8)         38.1 (5.6)
                          median [quartiles]  42.0 [41.0, 43.0]  35.0 [32.5, 38.2]  40.0 [35.0, 41.5]
                          missing                             1                  0                  1
                        sex                                                                            2.00
                          f                          2 (100.0%)          1 (33.3%)          3 (60.0%)
                          m                            0 (0.0%)          2 (66.7%)          2 (40.0%)
                          missing                             1                  0                  1
                        """);
    }

    @Test
    void anArmOfWhomNothingIsKnownHasNoNumbersAndAReason() throws IOException {
        Path file = file("id,arm,age,sex", "1,IPS,,", "2,IPS,,", "3,SAU,30,m", "4,SAU,35,f", "5,SAU,41,m");
        Run table = csv(file, "age,sex", "--control", "SAU");

        assertThat(table.out().lines().filter(line -> line.contains(",mean,") && line.contains(",IPS,")))
                .allMatch(line -> line.endsWith("nobody-assessed"));
        assertThat(table.out().lines().filter(line -> line.contains("standardised")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("nobody-assessed-in-group"));
    }

    /** Codes, however they are spelled, are one category each with yes first. */
    @ParameterizedTest
    @CsvSource({"1,0", "Yes,no", "ja,nej", "TRUE,FALSE"})
    void yesAndNoAreACategoryWhoseSignIsThatOfYes(String yes, String no) throws IOException {
        Path file = file(
                "id,arm,sick",
                "1,IPS," + yes,
                "2,IPS," + yes.toLowerCase(Locale.ROOT),
                "3,IPS," + no,
                "4,SAU," + yes,
                "5,SAU," + no,
                "6,SAU," + no);
        Run run = Run.of("baseline", file.toString(), "--covariates", "sick", "--control", "SAU", "--format", "csv");
        String level = yes.toLowerCase(Locale.ROOT);

        assertThat(run.value("sick", "IPS", "level=" + level, "events")).isEqualTo("2");
        // (2/3 - 1/3) / sqrt(2/9)
        assertThat(difference(run, "sick")).isEqualTo("0.707106781186547");
    }

    @Test
    void everyContrastIsShownAndThreeArmsFitAScreen() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,arm,age,diagnosis,benefit"));
        String[] arms = {"IPS", "IPSE", "SAU"};
        for (int i = 0; i < 60; i++) {
            lines.add(i + "," + arms[i % 3] + "," + (20 + i * 7 % 41) + ".5," + "FD".charAt(i % 2) + (20 + i % 4) + ","
                    + (i % 5 == 0 ? "yes" : "no"));
        }
        Path file = file(lines.toArray(String[]::new));
        Run page = Run.of(
                "baseline",
                file.toString(),
                "--covariates",
                "age,diagnosis,benefit",
                "--control",
                "SAU",
                "--contrasts",
                "all");

        assertThat(page.exit()).as(page.err()).isZero();
        assertThat(page.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(page.out()).contains("SMD, IPS vs SAU  SMD, IPSE vs SAU  SMD, IPSE vs IPS", "overall (n = 60)");
    }

    @Test
    void aPlanGivesTheNumbersThatTheOptionsGiveUnderItsNames() {
        Run plan = Run.of("baseline", TRIAL.toString(), "--format", "csv");
        Run options = csv(
                SUPPORTED_WORK,
                "age,education_years,ethnicity,married,degree,employed_1975,earnings_1974,earnings_1975",
                "--control",
                "control");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()
                        .replace(",education,", ",education_years,")
                        .replace("all-randomised", "all-rows")
                        .replaceAll(",(years|currency),", ",,"))
                .isEqualTo(options.out());
    }

    @Test
    void whatIsGivenOverAPlanIsOnRecordAndItsCovariatesCanBeChosen() {
        Run run = Run.of(
                "baseline",
                TRIAL.toString(),
                "--covariates",
                "married,age",
                "--by",
                "degree",
                "--where",
                "married=yes");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Baseline characteristics, Finished high school: yes",
                        "Age, years",
                        "no-variance".substring(3, 11))
                .doesNotContain("Ethnicity")
                .endsWith(
                        "Not as planned: --by degree (the plan does not say); --where married=yes (the plan does not say).\n\n"
                                + "Plan: not locked.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|--covariates, the columns to show, is not given; it is required|E001",
                "--covariates id|--covariates names id, the column of ids; ids are never shown|E018",
                "--covariates arm|--covariates names arm, the column of arms; wanted what was known before|E001",
                "--covariates age --categories sex|--categories names sex, which is no covariate; wanted one of age|E001",
                "--covariates age --categories age --amounts age|age is named by --categories and --amounts|E001",
                "--covariates age --control contrl|--control contrl is not an arm; the arms are control|E004",
                "--covariates agee|no column 'agee'|E143",
                "--covariates age --where married=maybe|names the level maybe|E014"
            })
    void wrongOptionsAreToldWithTheirMend(String theCase) {
        String[] parts = theCase.split("\\|");
        List<String> args = new ArrayList<>(List.of("baseline", SUPPORTED_WORK.toString()));
        args.addAll(List.of(parts[0].isEmpty() ? new String[0] : parts[0].split(" ")));
        Run run = Run.of(args);

        assertThat(run.exit()).isEqualTo(parts[2].equals("E143") ? 3 : 2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(parts[1], "[" + parts[2] + "]");
    }

    @Test
    void aPlanThatNamesNoCovariatesOrOtherOnesIsToldOf() throws IOException {
        Files.copy(SUPPORTED_WORK, folder.resolve("participants.csv"));
        String plan = Files.writeString(folder.resolve("trial.yaml"), """
                trial: Supported work
                participants:
                  file: participants.csv
                  arm: {control: control}
                  amounts: {age: {}}
                outcomes: {employed_1978: {kind: binary}}
                """).toString();
        Run none = Run.of("baseline", plan);
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("the plan names no covariates; write for example 'baseline: [age, sex]' in");
        Run unknown = Run.of("baseline", plan, "--covariates", "agee");
        assertThat(unknown.err()).contains("--covariates agee is no column or amount of the plan; wanted one of age");
        Run kind = Run.of("baseline", plan, "--covariates", "age", "--categories", "age");
        assertThat(kind.exit()).isEqualTo(2);
        assertThat(kind.err()).contains("--categories is given with a plan");
        assertThat(Run.of("baseline", plan, "--covariates", "age").exit()).isZero();
    }

    /** Signs that results escape in a term stand as they are on the page. */
    @Test
    void labelsAreShownAsTheyAre() throws IOException {
        Path file = file("id,arm,benefit", "1,IPS,a=1;b\\2", "2,IPS,other", "3,SAU,a=1;b\\2", "4,SAU,other");
        assertThat(csv(file, "benefit").out()).contains("level=a\\=1\\;b\\\\2");
        assertThat(Run.of("baseline", file.toString(), "--covariates", "benefit")
                        .out())
                .contains("\n  a=1;b\\2    1 (50.0%)    1 (50.0%)        2 (50.0%)\n");
    }

    @Test
    void whatIsWrongWithAColumnIsToldOnceThoughItIsReadTwice() throws IOException {
        Path file = file("id,arm,site", "1,IPS,north", "2,IPS,North", "3,SAU,north", "4,SAU,North");
        Run run = Run.of("baseline", file.toString(), "--covariates", "site", "--by", "site");
        assertThat(run.exit()).isZero();
        assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.endsWith("[W211]"));
    }

    /** A column can be read as levels of --by and as a covariate at once, in the spelling that belongs to each. */
    @Test
    void aColumnCanBeCovariateAndStratumAtOnce() throws IOException {
        Path file = file("id,arm,sick", "1,IPS,Yes", "2,IPS,No", "3,SAU,Yes", "4,SAU,No");
        Run run = csv(file, "sick", "--by", "sick", "--control", "SAU");
        assertThat(run.value("sick=Yes", "level=yes", "IPS", "events")).isEqualTo("1");
        assertThat(run.value("sick=Yes", "level=no", "IPS", "events")).isEqualTo("0");
    }
}
