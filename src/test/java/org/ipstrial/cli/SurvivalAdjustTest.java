package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code survival --adjust} and {@code --cluster}: the 90 invented people with an age that some lack, and 13 teams; against R
 * 4.2.2 survival 3.5-3, coxph(eps = 1e-13), with the mean of the others and an indicator where the age is missing.
 */
class SurvivalAdjustTest {

    private static final String DATA = "src/test/resources/survival/first-job.csv";
    private static final String PLAN = """
            trial: A made-up trial
            participants:
              file: people.csv
              arm: {control: SAU}
              columns:
                site: {column: site}
                team: {column: team}
              amounts:
                age: {column: age}
            outcomes:
              job: {time: days, event: job, unit: days}
            analyses:
              - {id: first, survival: job, tau: 365, adjust: [age, site], cluster: team}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void addAnAge() throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> before = Files.readAllLines(Path.of(DATA));
        lines.add(before.get(0) + ",age,team");
        for (int i = 1; i < before.size(); i++) {
            lines.add(before.get(i) + "," + (i % 11 == 0 ? "" : 20 + i * 7 % 41) + ",t" + i % 13);
        }
        file = Files.write(folder.resolve("people.csv"), lines);
    }

    private Run survival(String... more) {
        List<String> args = new ArrayList<>(List.of("survival", file.toString(), "--time", "days", "--event", "job"));
        args.addAll(List.of("--control", "SAU", "--format", "csv"));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private static final String AGE_AND_SITE = "\"adjusted-for=age,site\"";

    private static double number(
            Run run, String group, String reference, String term, String measure, String method, String statistic) {
        assertThat(run.exit()).as(run.err()).isZero();
        return Double.parseDouble(value(run, group, reference, term, measure, method, statistic));
    }

    private static double ratio(Run run, String group, String term, String method, String statistic) {
        return number(run, group, "SAU", term, "hazard-ratio", method, statistic);
    }

    private static String value(Run run, String... key) {
        List<String> cells = new ArrayList<>(List.of(key));
        cells.add(2, "");
        String wanted = "," + String.join(",", cells) + ",";
        List<String> found = run.out()
                .lines()
                .filter(line -> line.contains(wanted))
                .map(line -> line.substring(line.indexOf(wanted) + wanted.length()))
                .toList();
        assertThat(found).as(wanted).hasSize(1);
        return found.get(0).split(",")[0];
    }

    @ParameterizedTest
    @CsvSource({
        "IPS, estimate, 3.80302276928",
        "IPS, conf.low, 1.75602214886",
        "IPS, conf.high, 8.23621854259",
        "IPS+, estimate, 4.12253776432",
        "IPS+, conf.low, 1.90391270164",
        "IPS+, conf.high, 8.92652147526",
    })
    void agreesWithCoxph(String arm, String statistic, double value) {
        Run run = survival("--adjust", "age,site");

        assertThat(ratio(run, arm, AGE_AND_SITE, "cox-efron", statistic)).isCloseTo(value, within(1e-10));
        assertThat(run.err()).isEmpty();
    }

    /** The unadjusted ratio stands beside the adjusted one, and is that without --adjust. */
    @Test
    void theUnadjustedRatioStandsBesideIt() {
        String[] plain = {"IPS", "SAU", "", "hazard-ratio", "cox-efron", "estimate"};

        assertThat(value(survival("--adjust", "age"), plain)).isNotEmpty().isEqualTo(value(survival(), plain));
    }

    @Test
    void stratifiedItLeavesOutWhatMakesTheStrata() {
        Run run = survival("--adjust", "age,site", "--stratify", "site");
        String term = "\"adjusted-for=age,site;stratified-by=site\"";

        assertThat(ratio(run, "IPS", term, "cox-efron", "estimate")).isCloseTo(3.75375025959, within(1e-10));
        assertThat(ratio(run, "IPS+", term, "cox-efron", "conf.high")).isCloseTo(8.61887229185, within(1e-10));
        assertThat(run.err()).isEmpty();
        Run refused = survival("--adjust", "age", "--stratify", "site");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--adjust with --stratify lacks the strata site; name them among the covariates");
    }

    @Test
    void clustersGiveRobustLimitsBesideTheOthers() {
        Run run = survival("--adjust", "age,site", "--cluster", "team");

        assertThat(ratio(run, "IPS", AGE_AND_SITE, "cox-efron-robust", "conf.low"))
                .isCloseTo(1.34005278484, within(1e-9));
        assertThat(ratio(run, "IPS", AGE_AND_SITE, "cox-efron-robust", "conf.high"))
                .isCloseTo(10.79284513807, within(1e-9));
        assertThat(ratio(run, "IPS", AGE_AND_SITE, "cox-efron", "conf.low")).isCloseTo(1.75602214886, within(1e-9));
        assertThat(run.err()).contains("there are 13 clusters in column 'team'").contains("[W342]");
        Run refused = survival("--cluster", "team", "--method", "cox-breslow");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--cluster is given, and no method that looks at clusters");
        assertThat(survival("--cluster", "id").err()).contains("[E018]");
    }

    @Test
    void whoeverLacksAClusterIsOneAlone() throws IOException {
        Files.writeString(file, Files.readString(file).replace(",t5\n", ",\n"));

        assertThat(survival("--cluster", "team").err())
                .contains(
                        "7 rows have no value in column 'team', the clusters; each of them counts as a cluster of one")
                .contains("[W341]");
    }

    @Test
    void testsOfTheModelAreAdjustedToo() {
        Run run = survival(
                "--adjust",
                "age,site",
                "--method",
                "cox-likelihood-ratio,proportional-hazards-km",
                "--multiplicity",
                "holm");
        String arm = "\"arm;adjusted-for=age,site\"";

        assertThat(number(run, "", "", AGE_AND_SITE, "test", "cox-likelihood-ratio", "statistic"))
                .isCloseTo(18.3423763872, within(1e-9));
        assertThat(number(run, "IPS", "SAU", arm, "test", "proportional-hazards-km", "statistic"))
                .isCloseTo(0.00914952930742, within(1e-10));
        assertThat(number(run, "IPS+", "SAU", arm, "test", "proportional-hazards-km", "statistic"))
                .isCloseTo(1.56257490539, within(1e-9));
        assertThat(value(run, "IPS", "SAU", AGE_AND_SITE, "test", "cox-likelihood-ratio+holm", "p.adjusted"))
                .isNotEmpty();
    }

    @Test
    void ofEachCauseWhereEndsCompete() {
        Run run = Run.of(
                "survival",
                file.toString(),
                "--time",
                "days",
                "--event",
                "ended",
                "--cause",
                "reason",
                "--control",
                "SAU",
                "--adjust",
                "age",
                "--format",
                "csv");

        assertThat(ratio(run, "IPS", "cause=work;adjusted-for=age", "cox-efron", "estimate"))
                .isCloseTo(3.79158280317, within(1e-10));
    }

    @Test
    void theOrderOfTheRowsChangesNothingButTheHash() throws IOException {
        String[] options = {"--adjust", "age,site", "--stratify", "site", "--cluster", "team", "--method", "all", "-q"};
        String out = survival(options).out();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(5));
        Files.write(file, lines);

        assertThat(survival(options).out()).isEqualTo(out);
    }

    @Test
    void whatCameAboutAfterwardsIsTold() {
        Run run = survival("--adjust", "ended");

        assertThat(survival("--adjust", "job").err())
                .contains("adjusted for 'job', which is an outcome")
                .contains("[L301]");
        assertThat(run.exit()).isZero();
        Run number = survival("--adjust", "days");
        assertThat(number.err()).contains("[L301]");
    }

    /** Somebody's level has no events: the model is named, and Firth fits it. */
    @Test
    void aCovariateWithoutAMaximumIsNamed() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 0; i < lines.size(); i++) {
            boolean none = lines.get(i).contains(",0,0,") && i % 3 == 0;
            lines.set(i, lines.get(i) + (i == 0 ? ",kind" : none ? ",b" : ",a"));
        }
        Files.write(file, lines);
        Run run = survival("--adjust", "kind");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("outcome 'job': kind=b tells those with the event from all others at risk, so that its"
                        + " coefficient falls without end; cox-efron cannot be estimated; cox-firth can")
                .contains("[W340]");
        assertThat(run.out()).contains("adjusted-for=kind,hazard-ratio,cox-efron,estimate,,ratio,,monotone-likelihood");
        assertThat(ratio(
                        survival("--adjust", "kind", "--method", "cox-firth"),
                        "IPS",
                        "adjusted-for=kind",
                        "cox-firth",
                        "estimate"))
                .isPositive();
        assertThat(survival("--adjust", "kind", "--method", "hazard-ratio:cox-efron")
                        .exit())
                .isEqualTo(6);
        assertThat(Run.of(
                                "survival",
                                file.toString(),
                                "--time",
                                "days",
                                "--event",
                                "job",
                                "--control",
                                "SAU",
                                "--adjust",
                                "kind")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("Hazard ratio (adjusted for: kind): not estimable: the likelihood has no maximum.")
                .contains("--method cox-firth gives a hazard ratio even so, by the penalised likelihood of Firth.");
    }

    /** Words of a plan and options come to the same numbers. */
    @Test
    void aPlanSaysTheSame() throws IOException {
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        Run planned = Run.of("survival", plan.toString(), "--format", "csv", "-q");
        Run given = survival("--adjust", "age,site", "--cluster", "team");

        for (String method : List.of("cox-efron", "cox-efron-robust")) {
            assertThat(ratio(planned, "IPS", AGE_AND_SITE, method, "conf.low"))
                    .isEqualTo(ratio(given, "IPS", AGE_AND_SITE, method, "conf.low"));
        }
        assertThat(Run.of("plan", "check", plan.toString(), "-q").out())
                .contains("survival job; adjust age,site; tau 365; cluster team");
    }

    /** A time that is too late is told where the plan says it, one of an option as before. */
    @Test
    void aTauBeyondFollowUpIsToldOnItsLine() throws IOException {
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN.replace("tau: 365", "tau: 5000"));
        Run planned = Run.of("survival", plan.toString());

        assertThat(planned.exit()).isEqualTo(4);
        assertThat(planned.err())
                .contains("trial.yaml:13:")
                .contains("tau 5000 lies beyond the last time of IPS; wanted at most ")
                .contains("[E340]");
        Run given = Run.of("survival", plan.toString(), "--tau", "6000");
        assertThat(given.exit()).isEqualTo(2);
        assertThat(given.err()).contains("--tau 6000 is out of range").contains("[E013]");
    }

    /** Five arms have no figure, and the page says so. */
    @Test
    void fiveArmsHaveNoFigureAndAWordOfIt() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,days,job\n");
        for (int i = 0; i < 25; i++) {
            text.append("p").append(i).append(",").append("abcde".charAt(i % 5)).append(",");
            text.append(10 + i).append(",").append(i % 2).append("\n");
        }
        Path five = Files.writeString(folder.resolve("five.csv"), text);
        Run run = Run.of("survival", five.toString(), "--time", "days", "--event", "job", "--control", "a");

        assertThat(run.out()).contains("No figure: the curves of more than 4 arms cannot be told apart.");
        assertThat(Run.of("survival", DATA, "--time", "days", "--event", "job", "--control", "SAU")
                        .out())
                .doesNotContain("No figure");
    }

    @Test
    void clustersOfAComparisonWantCovariates() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("trial.yaml"),
                PLAN.replace("job: {time: days, event: job, unit: days}", "days: {column: days, kind: amount}")
                        .replace("survival: job, tau: 365, adjust: [age, site]", "compare: days"));

        assertThat(Run.of("compare", plan.toString()).err()).contains("cluster is of an adjusted comparison");
    }
}
