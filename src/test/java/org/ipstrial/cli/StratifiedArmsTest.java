package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three arms or more with {@code compare --stratify}: the tests of all of them within strata, through the program. */
class StratifiedArmsTest {

    private static final String TRIAL = "sample-data/ips-three-arm/trial.yaml";
    private static final Path CIBIC = Path.of("src/test/resources/contingency/cibic.csv");

    @TempDir
    private Path folder;

    private static Run compare(Object data, String... more) {
        List<String> args = new ArrayList<>(List.of("compare", data.toString()));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private static List<String> overAllArms(Run run) {
        return run.out()
                .lines()
                .filter(line -> line.contains(",,,,strata=") || line.contains(",,,,\"strata="))
                .toList();
    }

    private static String onOneLine(Run run) {
        return run.out().replace('\n', ' ');
    }

    /** The people of the CDISC pilot trial as a file of participants, in some order. */
    private Path cibic(String name, List<String> arms, Random random) throws IOException {
        List<String> people = new ArrayList<>();
        for (String line : Files.readAllLines(CIBIC)) {
            if (!line.startsWith("#") && !line.startsWith("site,") && arms.contains(line.split(",")[1])) {
                people.add(people.size() + "," + line.replace(",F,", ",1,").replace(",M,", ",0,"));
            }
        }
        Collections.shuffle(people, random);
        people.add(0, "id,site,arm,age,race,female,score");
        return Files.write(folder.resolve(name), people);
    }

    private static final List<String> THREE = List.of("Placebo", "Xanomeline High Dose", "Xanomeline Low Dose");

    /** SAS as PSIAIMS/CAMIS, Comp/r-sas_cmh.qmd, prints it, scenarios 3 and 9; whatever the order of the rows. The control comes last, as it has the arms. */
    @Test
    void agreesWithSasFromTheFile() throws IOException {
        Path data = cibic("people.csv", THREE, new Random(1));
        String[] answers = {
            "--control",
            "Xanomeline Low Dose",
            "--outcome",
            "female",
            "--stratify",
            "race",
            "--format",
            "csv",
            "--method",
            "general-association,correlation"
        };
        List<String> ofAnswers = overAllArms(compare(data, answers));
        assertTest(ofAnswers, "general-association", 2.386069847, 0.30329938);
        assertTest(ofAnswers, "correlation", 0.002787130, 0.95789662);
        String[] scores = {
            "--control",
            "Xanomeline Low Dose",
            "--outcome",
            "score",
            "--kind",
            "amount",
            "--stratify",
            "site",
            "--format",
            "csv",
            "--resamples",
            "20",
            "--method",
            "row-mean-scores,general-association,correlation"
        };
        Run run = compare(data, scores);
        assertTest(overAllArms(run), "row-mean-scores", 2.476313667, 0.28991809);
        assertTest(overAllArms(run), "general-association", 7.033878442, 0.53298189);
        assertTest(overAllArms(run), "correlation", 0.085443119, 0.77005225);
        assertThat(compare(cibic("people.csv", THREE, new Random(2)), scores).out())
                .isEqualTo(run.out());
    }

    private static void assertTest(List<String> rows, String method, double statistic, double p) {
        assertThat(number(rows, method, "statistic")).isCloseTo(statistic, within(0.5e-8));
        assertThat(number(rows, method, "p.value")).isCloseTo(p, within(0.5e-8));
    }

    private static double number(List<String> rows, String method, String statistic) {
        return rows.stream()
                .filter(row -> row.contains(",test," + method + "," + statistic + ","))
                .mapToDouble(row -> Double.parseDouble(
                        row.replaceAll(",[^,]*,[^,]*,[^,]*$", "").replaceAll(".*,", "")))
                .findFirst()
                .orElseThrow();
    }

    /** R 4.2.2: mantelhaen.test(table(arm, employed, site and worked_before)) of the counts on the page. */
    @Test
    void standsBesideTheTestOfEverybodyByDefault() {
        Run csv = compare(TRIAL, "--outcome", "employed", "--stratify", "site,worked_before", "--format", "csv");
        assertThat(csv.out().lines().filter(line -> line.contains(",,,,\"strata=site,worked_before\",test,")))
                .hasSize(3);
        assertTest(overAllArms(csv), "general-association", 4.73195860091, 0.0938573408113);
        assertThat(csv.out())
                .contains(",,,,,test,chi-squared,p.value,")
                .contains(",,,,\"strata=site,worked_before\",test,general-association,df,2,");

        assertThat(onOneLine(compare(TRIAL, "--outcome", "employed", "--stratify", "site,worked_before")))
                .contains(
                        "Over all three arms: Pearson's chi-squared test, without continuity correction: 4.79 on 2 df, p = 0.091.")
                .contains(
                        "Over all three arms, within strata of Municipality and Worked before: Cochran-Mantel-Haenszel test"
                                + " of general association: 4.73 on 2 df, p = 0.094.")
                .contains("These tests ask whether the arms differ at all; they do not say which.");
    }

    @Test
    void anAmountHasItsMeansAndItsRanks() {
        Run csv = compare(TRIAL, "--outcome", "hours", "--stratify", "site", "--format", "csv", "--resamples", "20");
        assertThat(overAllArms(csv).stream().map(row -> row.split(",", -1)[10]).distinct())
                .containsExactly("row-mean-scores", "van-elteren");
        assertThat(onOneLine(compare(TRIAL, "--outcome", "hours", "--stratify", "site", "--resamples", "20")))
                .contains(
                        "Over all three arms, within strata of Municipality: Cochran-Mantel-Haenszel test of row mean scores (the"
                                + " amounts): ")
                .contains(
                        "Over all three arms, within strata of Municipality: van Elteren's test of several arms (Kruskal-Wallis"
                                + " within strata): ");
    }

    @Test
    void everyLanguageAndFormatHasThem() {
        for (String language : List.of("en", "da", "sv", "nb")) {
            assertThat(onOneLine(compare(TRIAL, "--outcome", "employed", "--stratify", "site", "--language", language)))
                    .contains(
                            switch (language) {
                                case "da" -> "Over alle tre arme, inden for strata efter ";
                                case "sv" -> "Över alla tre armarna, inom strata efter ";
                                case "nb" -> "Over alle tre armene, innen strata etter ";
                                default -> "Over all three arms, within strata of ";
                            });
        }
        for (String format : List.of("markdown", "html", "latex")) {
            assertThat(compare(TRIAL, "--outcome", "employed", "--stratify", "site", "--format", format)
                            .out())
                    .as(format)
                    .contains("Over all three arms, within strata of ");
        }
        assertThat(compare(TRIAL, "--outcome", "employed", "--stratify", "site", "--format", "json")
                        .out())
                .contains(
                        "\"group\": \"\", \"reference\": \"\", \"stratum\": \"\", \"term\": \"strata=site\", \"measure\":"
                                + " \"test\", \"method\": \"general-association\"");
    }

    @Test
    void aNameNarrowsWhereItIsKnown() {
        Run named = compare(
                TRIAL,
                "--outcome",
                "hours",
                "--stratify",
                "site",
                "--format",
                "csv",
                "--resamples",
                "20",
                "--method",
                "van-elteren,correlation");
        assertThat(named.exit()).isZero();
        assertThat(overAllArms(named).stream()
                        .map(row -> row.split(",", -1)[10])
                        .distinct())
                .containsExactly("van-elteren", "correlation");
        assertThat(named.out())
                .contains(",,,,,test,welch-anova,", "IPS,SAU,,strata=site,test,van-elteren,")
                .doesNotContain("IPS,SAU,,strata=site,test,correlation,");
    }

    /** Of two arms a contrast has the test of its amounts, on either side too; a test of all arms is refused. */
    @Test
    void ofTwoArmsTheContrastHasItsOwn() throws IOException {
        Path two = cibic("two.csv", THREE.subList(0, 2), new Random(3));
        List<String> args = List.of(
                "--control",
                "Placebo",
                "--outcome",
                "score",
                "--kind",
                "amount",
                "--stratify",
                "female",
                "--format",
                "csv",
                "--resamples",
                "20",
                "--where",
                "age=1|2",
                "--method");
        // SAS as an earlier version of PSIAIMS/CAMIS, Comp/r-sas_cmh.qmd, printed it: scenario 6.
        Run both = compare(two, with(args, "row-mean-scores,general-association"));
        assertThat(both.exit()).isZero();
        assertThat(overAllArms(both)).isEmpty();
        assertThat(Double.parseDouble(both.value("strata=female", "row-mean-scores", "statistic")))
                .isCloseTo(1.7487, within(0.5e-4));
        assertThat(Double.parseDouble(both.value("strata=female", "general-association", "statistic")))
                .isCloseTo(8.0534, within(0.5e-4));
        double p = Double.parseDouble(both.value("strata=female", "row-mean-scores", "p.value"));

        Run side = compare(two, with(args, "row-mean-scores,general-association", "--alternative", "less"));
        assertThat(side.exit()).isEqualTo(ExitCode.NOT_ESTIMABLE);
        double less = Double.parseDouble(side.value("strata=female", "row-mean-scores", "p.value"));
        assertThat(2 * Math.min(less, 1 - less)).isCloseTo(p, within(1e-12));
        assertThat(side.out()).contains("strata=female,test,general-association,p.value,,p,,no-side");

        Run trend = compare(two, with(args, "correlation"));
        assertThat(trend.exit()).isEqualTo(2);
        assertThat(trend.err())
                .isEqualTo("ipstrial: --method correlation is of all arms, three or more, and there are 2"
                        + " (Xanomeline High Dose, Placebo); wanted a test of two arms; leave it out [E310]\n");
    }

    private static String[] with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void isRefusedWithoutStrata() {
        for (String name : List.of("general-association", "row-mean-scores", "correlation", "test:van-elteren")) {
            Run run = compare(TRIAL, "--outcome", "employed", "--method", name);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("ipstrial: --method " + name
                            + " combines strata; give --stratify with the columns of the strata,"
                            + " or leave it out; see  ipstrial --help [E001]\n");
        }
        assertThat(compare(TRIAL, "--outcome", "employed", "--stratify", "site", "--method", "row-mean-score")
                        .err())
                .contains("(did you mean row-mean-scores?)");
    }

    private Run small(String rows, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("small.csv"), "id,arm,site,y\n" + rows);
        List<String> args =
                new ArrayList<>(List.of("--control", "c", "--outcome", "y", "--stratify", "site", "--format", "csv"));
        args.addAll(List.of(more));
        return compare(file, args.toArray(String[]::new));
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        String apart = "1,a,A,1\n2,a,A,0\n3,b,B,1\n4,b,B,0\n5,c,C,1\n6,c,C,0\n";
        assertThat(small(apart).exit()).isZero();
        assertThat(overAllArms(small(apart)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(",test,general-association,p.value,,p,,no-stratum-with-two-arms");
        assertThat(overAllArms(small("1,a,A,1\n2,a,A,1\n3,b,A,1\n4,b,B,0\n5,c,B,0\n6,c,B,0\n")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(",no-variance");
        assertThat(overAllArms(small("1,a,A,1\n2,a,A,0\n3,b,A,1\n4,b,B,0\n5,c,,0\n6,c,,1\n")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(",nobody-assessed-in-an-arm");
        assertThat(small(apart, "--method", "general-association").exit()).isEqualTo(ExitCode.NOT_ESTIMABLE);
        Run amounts = small(apart, "--kind", "amount", "--resamples", "20", "--method", "all");
        for (String method : List.of("van-elteren", "row-mean-scores", "general-association")) {
            assertThat(amounts.out())
                    .contains(
                            ",y,,,,,strata=site,test," + method + ",p.value,,p,,no-stratum-with-two-arms",
                            ",y,,a,c,,strata=site,test," + method + ",p.value,,p,,no-stratum-with-both-arms");
        }
        Run alike = small(
                "1,a,A,1\n2,c,A,1\n3,b,A,1\n", "--kind", "amount", "--resamples", "20", "--method", "row-mean-scores");
        assertThat(alike.out()).contains(",a,c,,strata=site,test,row-mean-scores,p.value,,p,,no-variance");

        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            many.append(i)
                    .append(",")
                    .append("abc".charAt(i % 3))
                    .append(",A,")
                    .append(i)
                    .append('\n');
        }
        Run levels = small(many.toString(), "--method", "general-association", "--resamples", "20");
        assertThat(levels.exit()).isEqualTo(ExitCode.NOT_ESTIMABLE);
        assertThat(overAllArms(levels))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(",too-many-levels");
        assertThat(small(many.toString(), "--method", "all", "--resamples", "20")
                        .exit())
                .isZero();
    }

    /** An arm with a small stratum hides the test over all arms; with it the counts could be worked out. */
    @Test
    void smallStrataHideThem() throws IOException {
        StringBuilder rows = new StringBuilder();
        int id = 0;
        for (String site : List.of("A", "B")) {
            for (String arm : List.of("a", "b", "c")) {
                int events = site.equals("B") && arm.equals("a") ? 2 : 9;
                for (int i = 0; i < 20; i++) {
                    rows.append(id++ + "," + arm + "," + site + "," + (i < events ? 1 : 0) + "\n");
                }
            }
        }
        assertThat(overAllArms(small(rows.toString(), "--min-cell", "2"))).hasSize(3);
        Run hidden = small(rows.toString(), "--min-cell", "5");
        assertThat(hidden.exit()).isZero();
        assertThat(overAllArms(hidden))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(",test,general-association,p.value,,p,,suppressed");
        assertThat(hidden.out()).contains(",b,c,,strata=site,test,cochran-mantel-haenszel,statistic,");
    }

    /** Missing answers are filled in all arms as the plan says, as they are without strata. */
    @Test
    void aRuleFillsThemInStrataToo() throws IOException {
        StringBuilder rows = new StringBuilder("id,arm,site,y\n");
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            rows.append(String.format(
                    Locale.ROOT, "%d,%s,A,%s%n", i, "abc".charAt(i % 3), i % 7 == 0 ? "" : random.nextInt(2)));
        }
        Files.writeString(folder.resolve("participants.csv"), rows);
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                trial: Made up
                participants:
                  file: participants.csv
                  arm: {column: arm, control: c}
                outcomes:
                  y: {kind: binary, event: "1"}
                analyses:
                  - id: primary
                    compare: y
                    stratify: site
                    missing: all-missing-events
                """);
        Run run = compare(plan, "--format", "csv");
        assertThat(run.err()).isEmpty();
        // One stratum: Pearson's statistic times (N - 1) / N, the N being everybody.
        double pearson = Double.parseDouble(run.value("chi-squared", "statistic"));
        assertThat(number(overAllArms(run), "general-association", "statistic"))
                .isCloseTo(pearson * 59 / 60, within(1e-12));
        assertThat(overAllArms(run).get(0)).contains(",all-missing-events,");
    }

    /** A hypothesis may be about all arms within strata. */
    @Test
    void aHypothesisMayBeAboutThem() throws IOException {
        Path data = Path.of("src/test/resources/hypotheses");
        Files.copy(data.resolve("participants.csv"), folder.resolve("participants.csv"));
        String plan = Files.readString(data.resolve("trial.yaml"))
                .replace(
                        "    compare: hours\n    contrasts: all\n",
                        "    compare: hours\n    contrasts: all\n    stratify: site\n")
                .replace("test: welch-anova", "test: van-elteren");
        Run run = compare(Files.writeString(folder.resolve("trial.yaml"), plan), "--format", "csv");
        assertThat(run.err()).isEmpty();
        double p = number(overAllArms(run), "van-elteren", "p.value");
        assertThat(Double.parseDouble(run.value("hypothesis=1", "van-elteren+fixed-sequence", "p.value")))
                .isEqualTo(p);
    }
}
