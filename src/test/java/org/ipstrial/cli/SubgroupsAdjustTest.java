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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code subgroups --adjust}, and the key {@code adjust} of a plan's subgroups, through the program. */
class SubgroupsAdjustTest {

    private static final String THREE_ARMS = "sample-data/ips-three-arm/trial.yaml";

    private static final String WORK = " FILE --control control --outcome employed_1978,earnings_1978 --format csv";

    @TempDir
    private Path folder;

    private static Run run(String command) {
        return Run.of(command.replace("FILE", SUPPORTED_WORK.toString()).split(" "));
    }

    private static List<String> rows(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }

    /** The value of the one row with some words. */
    private static double value(Run run, String... words) {
        List<String> found = run.out()
                .lines()
                .filter(row -> List.of(words).stream().allMatch(row::contains))
                .toList();
        assertThat(found).as(String.join(" ", words)).hasSize(1);
        return Double.parseDouble(
                found.get(0).replaceAll("\"[^\"]*\"", "quoted").split(",", -1)[12]);
    }

    private static void gives(Run run, double expected, String... words) {
        assertThat(value(run, words)).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    /** Eighty people in two arms, some without an age, at three levels; two covariates tell of each other. */
    private Path people() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,site,age,months,sex,y,hours,late\n");
        Random random = new Random(4);
        for (int i = 0; i < 150; i++) {
            int age = 20 + random.nextInt(40);
            boolean unknown = i % 12 == 5;
            text.append(1000 + i)
                    .append(i % 2 == 0 ? ",IPS," : ",SAU,")
                    .append((char) ('A' + i / 2 % 3))
                    .append(',')
                    .append(unknown ? "" : age)
                    .append(',')
                    .append(unknown ? "" : 12 * age)
                    .append(random.nextBoolean() ? ",f," : ",m,")
                    .append(random.nextInt(10) < 4 + i % 2 ? "no," : "yes,")
                    .append(random.nextInt(30))
                    .append(random.nextBoolean() ? ",1\n" : ",0\n");
        }
        return Files.writeString(folder.resolve("people.csv"), text.toString());
    }

    private String few(Path file, String more) {
        return "subgroups " + file + " --control SAU --outcome y,hours --format csv " + more;
    }

    /**
     * R 4.2.2: glm(y ~ t * ethnicity + z, binomial, epsilon = 1e-15), mean predictions at each level and the variance of Ye and
     * others written out, anova(test = "LRT"); lm with sandwich::vcovHC(type = "HC3") and lmtest::waldtest. All Hispanics of
     * one arm are employed.
     */
    @Test
    void agreesWithR() {
        Run run = run("subgroups" + WORK + " --by ethnicity --adjust age,education_years,earnings_1975"
                + " --method risk-difference:wald,odds-ratio:woolf");
        String by = "by=ethnicity;adjusted-for=age,education_years,earnings_1975";
        gives(run, 0.111595469944997, "ethnicity=black", by, "risk-difference,standardisation-ye,estimate");
        gives(run, 0.04890004727321, "ethnicity=black", by, "risk-difference,standardisation-ye,std.error");
        gives(run, 0.12113560238890, "ethnicity=other", by, "risk-difference,standardisation-ye,std.error");
        gives(run, 1.662049263948, "ethnicity=black", by, "conditional-odds-ratio,logistic,estimate");
        gives(run, 0.7669717608267, "scale=risk-difference;adjusted-for", "cochran-q,statistic");
        gives(run, 0.6814817002208, "scale=risk-difference;adjusted-for", "cochran-q,p.value");
        gives(run, 2.206905614685, "scale=odds-ratio;adjusted-for", "logistic-likelihood-ratio,statistic");
        gives(run, 1893.5155887820, "ethnicity=black", by, "mean-difference,ancova-hc3,estimate");
        gives(run, 733.5209897827, "ethnicity=black", by, "mean-difference,ancova-hc3,std.error");
        gives(run, 0.4437441041423, "scale=mean-difference;adjusted-for", "linear-wald,statistic");
        gives(run, 0.6419190392609, "scale=mean-difference;adjusted-for", "linear-wald,p.value");
        Run along = run("subgroups" + WORK + " --by age --adjust education_years,earnings_1975");
        String share = "by=age;scale=risk-difference;adjusted-for";
        gives(along, 0.007346871452467, share, "effect-slope,linear-wald,estimate");
        gives(along, 0.006192758737730, share, "effect-slope,linear-wald,std.error");
        gives(along, 1.407461619191308, share, "interaction-test,linear-wald,statistic");
    }

    /**
     * R 4.2.2, as above, with the third arm at each level in the model and free in both of the models that the tests compare:
     * glm(y ~ 0 + cell + z) against glm(y ~ 0 + pair + g + z), lm and vcovHC with the contrasts of cells written out.
     */
    @Test
    void agreesWithROnThreeArms() {
        Run run = run(
                "subgroups src/test/resources/subgroups/three-arms.csv --control A --outcome y,h --by site --adjust age,sex"
                        + " --method risk-difference:wald,odds-ratio:woolf --format csv");
        gives(run, -0.1116835688277, ",B,A,site=L,", "risk-difference,standardisation-ye,estimate");
        gives(run, 0.1084404815919, ",B,A,site=L,", "risk-difference,standardisation-ye,std.error");
        gives(run, 3.228957829392, ",B,A,", "scale=odds-ratio;adjusted-for", "logistic-likelihood-ratio,statistic");
        gives(run, 0.6284545684977, ",B,A,", "scale=mean-difference;adjusted-for", "linear-wald,statistic");
        gives(run, 409, ",B,A,", "scale=mean-difference;adjusted-for", "linear-wald,df2");
        gives(run, 2.0965813038007, ",B,A,site=M,", "mean-difference,ancova-hc3,estimate");
        gives(run, 1.128419390133, ",B,A,site=M,", "mean-difference,ancova-hc3,std.error");
    }

    /** Every row without covariates stands beside, to the last digit, and the same of everybody as a comparison has it. */
    @Test
    void theUnadjustedRowsStandBesideAndEverybodyIsAsInAComparison() {
        String by = WORK + " --by married,age --multiplicity holm --method risk-difference:wald,risk-ratio:katz";
        List<String> without = rows(run("subgroups" + by));
        List<String> with = rows(run("subgroups" + by + " --adjust age,degree"));
        assertThat(with).containsSubsequence(without);
        List<String> compared = rows(run("compare" + WORK + " --adjust age,degree --resamples 50")).stream()
                .map(row -> row.replaceFirst("compare", "subgroups"))
                .toList();
        List<String> everybody = with.stream()
                .filter(row -> row.contains(",,\"adjusted-for=age,degree\","))
                .toList();
        assertThat(everybody).hasSize(5 + 4 + 5);
        assertThat(compared).containsAll(everybody);
    }

    @Test
    void oneTestAColumnContrastAndScaleAndOneEffectALevel() {
        List<String> rows = rows(run("subgroups " + THREE_ARMS
                + " --outcome employed,weeks --by diagnosis,benefit --contrasts all --adjust age,sex --format csv"));
        List<String> adjusted = rows.stream()
                .filter(row -> row.contains("adjusted-for=age,sex"))
                .toList();
        assertThat(adjusted.stream().filter(row -> row.contains(",p.value,")))
                .hasSize(2 * 3 * 2)
                .allMatch(row -> row.contains(";scale=") && row.contains(",interaction-test,"));
        assertThat(adjusted.stream().filter(row -> row.contains(",estimate,"))).hasSize(2 * 3 * (1 + 3 + 5));
    }

    @Test
    void adjustedTestsAreAFamilyOfTheirOwn() {
        Run run = run("subgroups" + WORK.replace(",earnings_1978", "")
                + " --by married,degree,age --adjust education_years --multiplicity bonferroni");
        for (String kind : List.of("scale=risk-difference,", "scale=risk-difference;adjusted-for=education_years,")) {
            List<String> tests = rows(run).stream()
                    .filter(row -> row.contains(kind) && row.contains(",interaction-test,"))
                    .toList();
            for (String column : List.of("married", "degree", "age")) {
                double p = value(run, "by=" + column + ";" + kind, ",interaction-test,", "p.value");
                double family = value(run, "by=" + column + ";" + kind, "+bonferroni,p.adjusted");
                assertThat(family).isCloseTo(Math.min(1, 3 * p), within(1e-14));
            }
            assertThat(tests.stream().filter(row -> row.contains(",p.adjusted,")))
                    .hasSize(3);
        }
    }

    /** The column of the subgroups is in the model in any case. */
    @Test
    void itsOwnColumnIsNoCovariate() throws IOException {
        Path file = people();
        Run with = run(few(file, "--by site,age --adjust site,sex,age"));
        assertThat(with.exit()).isZero();
        assertThat(with.err())
                .contains(
                        "outcome 'y': the covariate column site tells nothing that the others do not (made up of the levels"
                                + " of site, which are in the model)")
                .doesNotContain("W013");
        Run without = run(few(file, "--by site,age --adjust sex,age"));
        for (String level : List.of("site=A", "site=B", "site=C")) {
            for (String measure : List.of("risk-difference,standardisation-ye", "mean-difference,ancova-hc3")) {
                assertThat(value(with, level, "by=site;adjusted-for=site,sex,age", measure + ",estimate"))
                        .isEqualTo(value(without, level, "by=site;adjusted-for=sex,age", measure + ",estimate"));
            }
        }
        // In the model of everybody, and along the age, it is a covariate.
        assertThat(value(with, ",\"adjusted-for=site,sex,age", "risk-difference,standardisation-ye,estimate"))
                .isNotEqualTo(value(without, ",\"adjusted-for=sex,age", "risk-difference,standardisation-ye,estimate"));
        assertThat(with.out()).contains("by=age;scale=mean-difference;adjusted-for=site,sex,age");
        Run page = Run.of(few(file, "--by site --adjust site,sex")
                .replace("format csv", "format text")
                .split(" "));
        assertThat(page.out().replaceAll("\\s+", " "))
                .contains("Not a covariate of the models by site, which have its levels in any case: site.");
    }

    /** A covariate that another makes up is told of once, and changes nothing. */
    @Test
    void aCovariateThatOthersMakeUpIsToldOfOnce() throws IOException {
        Path file = people();
        Run with = run(few(file, "--by site --adjust age,months"));
        assertThat(with.err().lines().filter(line -> line.contains("the covariate column months")))
                .hasSize(2);
        Run without = run(few(file, "--by site --adjust age"));
        assertThat(value(with, "scale=risk-difference;adjusted-for=age,months", "statistic"))
                .isCloseTo(
                        value(without, "scale=risk-difference;adjusted-for=age", "cochran-q,statistic"), within(1e-9));
    }

    @Test
    void theOrderOfRowsChangesNothing() throws IOException {
        Path file = people();
        String command = few(file, "--by site,age --adjust age,sex --method odds-ratio:woolf,risk-ratio:katz");
        String before = run(command).out();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(3));
        Files.write(file, lines);
        assertThat(run(command).out()).isEqualTo(before).contains("adjusted-for=age,sex");
    }

    /** What an age that is missing is filled with changes nothing, beside the indicator of that. */
    @Test
    void nobodyIsDroppedForACovariate() throws IOException {
        Path file = people();
        List<String> lines = Files.readAllLines(file);
        List<String> filled = new ArrayList<>(List.of(lines.get(0) + ",unknown"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            boolean unknown = cells[3].isEmpty();
            cells[3] = unknown ? "77" : cells[3];
            filled.add(String.join(",", cells) + (unknown ? ",yes" : ",no"));
        }
        Path other = Files.write(folder.resolve("filled.csv"), filled);
        Run one = run(few(file, "--by site --adjust age"));
        Run two = run(few(other, "--by site --adjust age,unknown"));
        for (String scale : List.of("risk-difference;adjusted-for", "mean-difference;adjusted-for")) {
            assertThat(value(one, "scale=" + scale, ",statistic,"))
                    .isCloseTo(value(two, "scale=" + scale, ",statistic,"), within(1e-9));
        }
        assertThat(one.out()).contains("site=B,covariate=age;missing=yes,covariate-count");
    }

    @Test
    void aLevelWhoseArmHasNoEventsIsNotEstimableAndTheRestIsThere() throws IOException {
        Path file = people();
        Files.writeString(
                file,
                Files.readString(file)
                        .lines()
                        .map(line -> line.contains(",SAU,B,") ? line.replace(",yes,", ",no,") : line)
                        .reduce("", (all, line) -> all + line + "\n"));
        Run run = run(few(file, "--by site --adjust age,sex"));
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.out()
                        .lines()
                        .filter(row -> row.contains("site=B,") && row.contains("standardisation-ye,estimate")))
                .hasSize(1)
                .allMatch(row -> row.endsWith(",,proportion-difference,,separation"));
        assertThat(value(run, "site=A", "standardisation-ye,estimate")).isFinite();
        assertThat(value(run, "scale=risk-difference;adjusted-for", "cochran-q,statistic"))
                .isPositive();
        assertThat(value(run, "site=B", "ancova-hc3,estimate")).isFinite();
    }

    @Test
    void aCovariateThatSeparatesIsNamed() throws IOException {
        Path file = people();
        Files.writeString(
                file,
                Files.readString(file)
                        .lines()
                        .map(line -> line.replaceFirst(",[01]$", line.contains(",yes,") ? ",1" : ",0"))
                        .reduce("", (all, line) -> all + line + "\n"));
        Run run = run(few(file, "--by site --adjust late"));
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.err())
                .contains("outcome 'y': late=1 separates the outcomes, so that its coefficient rises without end;"
                        + " standardisation-ye, cochran-q cannot be estimated with it; leave it out of the covariates, or merge its"
                        + " levels if the plan allows it [W322]");
        assertThat(value(run, "scale=risk-difference,", "cochran-q,statistic")).isPositive();
        assertThat(run.out())
                .contains("scale=risk-difference;adjusted-for=late,interaction-test,cochran-q,p.value,,p,,separation");
    }

    @Test
    void aPlanNamesCovariatesOfSubgroups() throws IOException {
        people();
        String plan = """
                trial: People
                participants:
                  file: people.csv
                  arm: {column: arm, control: SAU}
                  columns:
                    site: {}
                    sex: {codes: {f: female, m: male}}
                    worked: {column: y, codes: {"yes": "yes", "no": "no"}}
                  amounts: {years: {column: age, label: Age, unit: years}}
                outcomes:
                  y: {column: y, kind: binary}
                analyses:
                  - {id: who, subgroups: y, by: [site], adjust: [years, sex]}
                """;
        Path file = Files.writeString(folder.resolve("trial.yaml"), plan);
        Run run = run("subgroups " + file + " --format csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "who,all-randomised,none-missing,y,,IPS,SAU,,\"by=site;scale=risk-difference;adjusted-for=years,sex\"");
        assertThat(run("subgroups " + file).out().replaceAll("\\s+", " ")).contains("with Age, sex in the model");
        assertThat(run("subgroups " + file + " --adjust sex").out())
                .contains("Not as planned: --adjust sex (plan: years,sex)");
        Path late = Files.writeString(folder.resolve("late.yaml"), plan.replace("[years, sex]", "[worked]"));
        assertThat(run("subgroups " + late + " --format csv").err()).contains("[L301]");
        Path strata = Files.writeString(
                folder.resolve("strata.yaml"), plan.replace("adjust: [years, sex]", "stratify: [sex]"));
        assertThat(run("subgroups " + strata).err()).contains("[E425]");
        assertThat(run("subgroups " + file + " --adjust nothing").err()).contains("[E027]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--adjust arm|2|--adjust names arm, the column of arms",
                "--adjust id|2|--adjust names id, the column of ids",
                "--adjust sex --stratify sex|2|--stratify is for a comparison",
                "--adjust sex --amounts late|2|--amounts names late, which is no covariate; wanted one of sex, site, or it among"
                        + " --by or --adjust",
                "--adjust sex --cluster site|2|there is no option --cluster",
                "--adjust y|0|adjusted for 'y', which is an outcome and came about after the randomisation",
                "--adjust nothing|3|nothing"
            })
    void refusesAndTellsWhatAComparisonDoes(String line) throws IOException {
        String[] asked = line.split("\\|");
        Run run =
                run(few(people(), "--by site " + asked[0]).replace("y,hours", asked[1].equals("0") ? "y,hours" : "y"));
        assertThat(run.err()).contains(asked[2]);
        if (!asked[1].equals("0")) {
            assertThat(run.exit()).isEqualTo(Integer.parseInt(asked[1]));
        }
    }

    @Test
    void thePageSpeaksOfTheAdjustedTestAndDrawsTheAdjustedEffects() {
        String page = run("subgroups " + THREE_ARMS
                        + " --outcome employed --by diagnosis,age --adjust age,sex --format markdown")
                .out()
                .replaceAll("\\s+", " ");
        assertThat(page)
                .contains(
                        "does not clearly differ by Diagnosis (Risk difference, interaction p = 0.61 with Age, Sex in the model,"
                                + " interaction p = 0.62 without).")
                .contains("Risk difference, percentage points, adjusted")
                .contains("| adjusted | 95% CI |")
                .contains("Adjusted for the covariates. With each unit more of Age")
                .contains("Covariates in the model")
                .contains("Sex: an indicator of each level but female, with which the others are compared.");
    }

    /** As soon as anything is small at a level of a covariate no adjusted number of the outcome is shown. */
    @Test
    void whereAnythingIsSmallNothingAdjustedIsShown() throws IOException {
        Path file = people();
        List<String> shown = rows(run(few(file, "--by site --adjust sex --min-cell 3")));
        assertThat(shown)
                .anyMatch(row -> row.contains("adjusted-for=sex") && row.contains("standardisation-ye,estimate"));
        assertThat(shown).noneMatch(row -> row.contains("covariate-count,,assessed,") && !row.contains("suppressed"));
        List<String> hidden = rows(run(few(file, "--by site,age --adjust sex,age --min-cell 9")));
        assertThat(hidden.stream().filter(row -> row.contains("adjusted-for=")))
                .hasSizeGreaterThan(20)
                .allMatch(row -> row.endsWith(",suppressed") || row.contains(",conf.level,"))
                .noneMatch(row -> row.contains(",statistic,") || row.contains(",std.error,") || row.contains(";at="));
        Run page = run(few(file, "--by site --adjust sex,age --min-cell 9").replace("format csv", "format text"));
        assertThat(page.exit()).isZero();
        assertThat(page.err()).doesNotContain("W012").doesNotContain("W322");
        // Few lack their age at a level: the sites are not small, what is adjusted is hidden all the same.
        Run shownWithout =
                run(few(file, "--by site --adjust sex,age --min-cell 5").replace("format csv", "format text"));
        assertThat(shownWithout.out().replaceAll("\\s+", " "))
                .contains(" without covariates, hidden with sex, age in the model)")
                .contains("Risk difference, percentage points IPS SAU");
    }
}
