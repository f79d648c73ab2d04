package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.regression.ClusterData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code compare --cluster}, and the key {@code cluster} of an analysis that compares: 861 weighings of 72 pigs on three
 * doses, against R 4.2.2 with clubSandwich 0.5.8, geepack 1.3.9 and nlme 3.1-162.
 */
class ClusterTest {

    private static final String PLAN = """
            trial: Pigs on copper
            participants:
              file: pigs.csv
              arm: {control: Cu000}
              columns:
                pig: {column: pig}
              amounts:
                week: {column: week}
            outcomes:
              weight: {kind: amount}
              heavy: {kind: binary}
            analyses:
              - {id: by-pig, compare: [weight, heavy], adjust: week, cluster: pig}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeThePigs() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,arm,weight,week,pig,heavy"));
        for (String[] row : ClusterData.DIETOX.rows()) {
            int heavy = Double.parseDouble(row[3]) > 60 ? 1 : 0;
            lines.add("p" + lines.size() + "," + row[1] + "," + row[3] + "," + row[2] + "," + row[0] + "," + heavy);
        }
        file = Files.write(folder.resolve("pigs.csv"), lines);
    }

    private Run compare(String... more) {
        List<String> args =
                new ArrayList<>(List.of("compare", file.toString(), "--control", "Cu000", "--format", "csv"));
        args.addAll(List.of("--resamples", "99", "-q"));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private Run weight(String... more) {
        List<String> args = new ArrayList<>(List.of("--outcome", "weight", "--adjust", "week", "--amounts", "week"));
        args.addAll(List.of(more));
        return compare(args.toArray(String[]::new));
    }

    private static void gives(Run run, double expected, String... row) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Double.parseDouble(run.value(row))).as(String.join(" ", row)).isCloseTo(expected, within(1e-8));
    }

    @Test
    void clustersGiveLimitsBesideTheOthers() {
        Run run = weight("--cluster", "pig");

        gives(run, -2.115615516, "weight", "Cu175", "mean-difference", "ancova-cr2", "conf.low");
        gives(run, 5.630949119, "weight", "Cu175", "mean-difference", "ancova-cr2", "conf.high");
        assertThat(run.out()).contains(",ancova-hc3,").doesNotContain(",gee-exchangeable,");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theOtherMethodsAreThereOnRequest() {
        Run run = weight(
                "--cluster",
                "pig",
                "--method",
                "gee-exchangeable",
                "--method",
                "mean-difference:mixed-random-intercept");

        gives(run, 1.773495964, "weight", "Cu175", "mean-difference", "gee-exchangeable", "estimate");
        gives(run, 1.876638113, "weight", "Cu175", "mean-difference", "gee-exchangeable", "std.error");
        gives(run, 1.773507858, "weight", "Cu175", "mean-difference", "mixed-random-intercept", "estimate");
        gives(run, 1.875063986, "weight", "Cu175", "mean-difference", "mixed-random-intercept", "std.error");
    }

    @Test
    void yesNoOutcomesGetADifferenceAndAnOddsRatio() {
        Run run = compare("--outcome", "heavy", "--adjust", "week", "--amounts", "week", "--cluster", "pig");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("risk-difference,ancova-cr2")
                .contains("conditional-odds-ratio,gee-exchangeable")
                .doesNotContain("modified-poisson-cr1")
                .doesNotContain("logistic-cr1");
    }

    /** As the reference values have them, which R gave. */
    @Test
    void ratiosGetLimitsOverClusters() {
        Run run = weight("--cluster", "pig", "--method", "poisson-cr1");

        gives(run, 1.028552662, "weight", "Cu175", "ratio-of-means", "poisson-cr1", "estimate");
        gives(run, 0.9685170497, "weight", "Cu175", "ratio-of-means", "poisson-cr1", "conf.low");
        gives(run, 1.092309712, "weight", "Cu175", "ratio-of-means", "poisson-cr1", "conf.high");
    }

    @Test
    void aPlanSaysIt() throws IOException {
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        Run run = Run.of("compare", plan.toString(), "--format", "csv", "--resamples", "99");

        gives(run, 1.922947077, "weight", "Cu175", "mean-difference", "ancova-cr2", "std.error");
        assertThat(run.out()).contains("heavy,,Cu175,Cu000,,adjusted-for=week,conditional-odds-ratio,gee-exchangeable");
        Run other = Run.of("compare", plan.toString(), "--cluster", "arm", "--format", "json", "--resamples", "99");
        assertThat(other.out()).contains("--cluster arm (plan: pig)");
    }

    @Test
    void fewClustersAndPeopleWithoutOneAreTold() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file).subList(0, 300));
        lines.set(1, lines.get(1).replace(",4601,", ",,"));
        Files.write(file, lines);
        Run run = Run.of(
                "compare",
                file.toString(),
                "--control",
                "Cu000",
                "--outcome",
                "weight",
                "--adjust",
                "week",
                "--amounts",
                "week",
                "--cluster",
                "pig",
                "--resamples",
                "99");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("1 rows have no value in column 'pig', the clusters; each of them counts as a cluster of one")
                .contains("pigs.csv: there are 26 clusters in column 'pig'; all limits over clusters but"
                        + " those of ancova-cr2 are too narrow over fewer than 40; rest conclusions on ancova-cr2, whose"
                        + " degrees of freedom see how few they are")
                .contains("[W376]");
    }

    @Test
    void anArmOfOneClusterIsNotEstimable() {
        Run run = weight("--cluster", "arm");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("one-cluster-alone");
    }

    @Test
    void refusesClustersOfNothingAndMethodsWithoutThem() throws IOException {
        assertThat(compare("--outcome", "weight", "--cluster", "pig").err())
                .contains("--cluster is of an adjusted comparison");
        assertThat(weight("--method", "ancova-cr2").err())
                .contains("--method ancova-cr2 looks at clusters; give --cluster with their column, or leave it out");
        assertThat(weight("--cluster", "id").err()).contains("[E018]");
        assertThat(weight("--cluster", "pgi").err()).contains("pgi");
        assertThat(Run.of("compare", "--counts", "A=1/2", "--counts", "B=1/3", "--control", "A", "--cluster", "pig")
                        .err())
                .contains("--cluster is of an adjusted comparison");
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN.replace(", adjust: week", ""));
        assertThat(Run.of("plan", "check", plan.toString()).out()
                        + Run.of("plan", "check", plan.toString()).err())
                .contains("cluster is of an adjusted comparison");
        Files.writeString(plan, PLAN.replace("cluster: pig", "methods: {mean-difference: gee-exchangeable}"));
        assertThat(Run.of("compare", plan.toString()).err())
                .contains(
                        "mean-difference:gee-exchangeable looks at clusters; wanted 'cluster' with the column of them");
        Files.writeString(plan, PLAN.replace("compare: [weight, heavy], adjust: week", "rates: heavy"));
        assertThat(Run.of("rates", plan.toString()).err()).contains("'cluster' does not go with rates");
    }

    @Test
    void theOrderOfTheRowsDoesNotShow() throws IOException {
        String before =
                weight("--cluster", "pig", "--method", "mean-difference:all").out();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        java.util.Collections.shuffle(lines.subList(1, lines.size()), new java.util.Random(2));
        Files.write(file, lines);
        String after =
                weight("--cluster", "pig", "--method", "mean-difference:all").out();

        assertThat(rows(after)).isEqualTo(rows(before));
    }

    private static List<String> rows(String out) {
        return out.lines().filter(line -> !line.startsWith("#")).toList();
    }
}
