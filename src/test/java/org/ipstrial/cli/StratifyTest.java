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

/** {@code compare --stratify}, and the key {@code stratify} of a plan, through the program. */
class StratifyTest {

    private static final String SMALL = """
            id,arm,site,ward,known,hours
            1,IPS,A,x,yes,10
            2,IPS,A,y,no,0
            3,SAU,A,x,no,0
            4,SAU,A,y,yes,5
            5,IPS,B,x,yes,20
            6,SAU,B,x,no,0
            7,SAU,B,y,no,1
            8,IPS,C,x,yes,3
            9,IPS,C,y,no,0
            10,SAU,D,x,no,0
            11,IPS,D,y,no,0
            12,SAU,,x,yes,8
            13,IPS,E,x,yes,7
            14,SAU,E,x,yes,7
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run compare(Path data, String... more) {
        List<String> args = new ArrayList<>(List.of("compare", data.toString()));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private static Run employed(String... more) {
        List<String> args = new ArrayList<>(List.of("--control", "control", "--outcome", "employed_1978"));
        args.addAll(List.of(more));
        return compare(SUPPORTED_WORK, args.toArray(String[]::new));
    }

    private static List<String> rows(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** R 4.2.2, metafor 3.8-1: rma.mh over the two levels of degree; mantelhaen.test(correct = FALSE). */
    @Test
    void agreesWithRFromTheFile() {
        Run run = employed("--stratify", "degree", "--format", "csv", "--method", "tarone");
        assertThat(Double.parseDouble(
                        run.value("strata=degree", "mantel-haenszel-sato", "risk-difference", "estimate")))
                .isCloseTo(0.10659140788, within(5e-11));
        assertThat(Double.parseDouble(
                        run.value("strata=degree", "mantel-haenszel-sato", "risk-difference", "std.error")))
                .isCloseTo(0.04393207594, within(5e-11));
        assertThat(Double.parseDouble(run.value("strata=degree", "cochran-mantel-haenszel", "p.value")))
                .isCloseTo(0.01772192909, within(5e-11));
        assertThat(Double.parseDouble(run.value("by=degree;scale=odds-ratio", "tarone", "p.value")))
                .isCloseTo(0.58276146397, within(5e-11));
    }

    /** Every row of the unstratified comparison stands beside the stratified ones, to the last digit. */
    @Test
    void theUnstratifiedResultStandsBeside() {
        for (String outcome : List.of("employed_1978", "earnings_1978")) {
            String[] options = {
                "--control", "control", "--outcome", outcome, "--format", "csv", "--resamples", "99", "--by", "married"
            };
            List<String> without = rows(compare(SUPPORTED_WORK, options));
            List<String> with = new ArrayList<>(List.of(options));
            with.addAll(List.of("--stratify", "ethnicity,degree"));
            assertThat(rows(compare(SUPPORTED_WORK, with.toArray(String[]::new))))
                    .containsSubsequence(without);
        }
    }

    @Test
    void permutationStandsOnceForEverybodyAndOnceWithinStrata() {
        Run run = compare(
                SUPPORTED_WORK,
                "--control",
                "control",
                "--outcome",
                "earnings_1978",
                "--stratify",
                "degree",
                "--method",
                "test:permutation",
                "--resamples",
                "99",
                "--format",
                "csv",
                "--multiplicity",
                "holm");
        assertThat(run.out()).contains(",strata=degree,test,permutation,statistic,");
        assertThat(run.out()).contains(",,test,permutation,statistic,");
        assertThat(run.out()).contains(",strata=degree,test,permutation+holm,p.adjusted,");
    }

    @Test
    void eachLevelOfByHasStrataOfItsOwn() {
        Run all = employed("--stratify", "degree", "--by", "married", "--format", "csv");
        Run married = employed("--stratify", "degree", "--where", "married=yes", "--format", "csv");
        assertThat(all.value("married=yes", "strata=degree", "risk-difference", "estimate"))
                .isEqualTo(married.value("strata=degree", "risk-difference", "estimate"));
    }

    @Test
    void neitherRowsNorThreadsMatter() throws IOException {
        List<String> lines = Files.readAllLines(SUPPORTED_WORK);
        List<String> body = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(body, new Random(1));
        Path shuffled = file("shuffled.csv", lines.get(0) + "\n" + String.join("\n", body) + "\n");
        String[] options = {
            "--control", "control", "--outcome", "employed_1978,earnings_1978", "--stratify", "degree,ethnicity",
            "--method", "welch,van-elteren,permutation,stratified-miettinen-nurminen-iv,stratified-newcombe,tarone",
                    "--resamples", "199", "--format", "csv"
        };
        List<String> one = new ArrayList<>(List.of(options));
        one.addAll(List.of("--threads", "3"));
        assertThat(compare(shuffled, one.toArray(String[]::new)).out())
                .isEqualTo(compare(SUPPORTED_WORK, options).out());
    }

    @Test
    void strataThatTellLittleAreListed() throws IOException {
        Path data = file("small.csv", SMALL);
        Run run = compare(data, "--control", "SAU", "--outcome", "known", "--stratify", "site");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("rows without a value in column 'site': 1; they are in no stratum")
                .contains(
                        "outcome 'known', IPS vs SAU: nobody of an arm is assessed in 1 of 5 strata (site: C); they add"
                                + " nothing to the combined results and count in the others; merge strata if the plan allows it"
                                + " [W011]");
        assertThat(run.out())
                .contains("Stratified by site (5 strata)")
                .contains("Add nothing here, because nobody in the reference is assessed: site: C.")
                .contains("\neither arm had the event: site: D.")
                .contains("\neverybody in both arms had the event: site: E.")
                .contains("site: C  1 of 2  0 of 0");
        Run failing =
                compare(data, "--control", "SAU", "--outcome", "known", "--stratify", "site", "--fail-on", "warning");
        assertThat(failing.exit()).isEqualTo(ExitCode.CHECK_FAILED);

        Run amounts = compare(
                data,
                "--control",
                "SAU",
                "--outcome",
                "hours",
                "--kind",
                "amount",
                "--stratify",
                "site",
                "--resamples",
                "99");
        assertThat(amounts.out())
                .contains("van Elteren's test (Mann-Whitney within strata)")
                .contains("Only the test is stratified")
                .contains("Add nothing to the tests, because all amounts are equal: site: D; site: E.");
    }

    /** Who has no stratum is in none, as {@code --by} has it, and counts in the unstratified result. */
    @Test
    void whoHasNoStratumCountsAmongEverybodyAlone() throws IOException {
        Path data = file("small.csv", SMALL);
        Run run = compare(data, "--control", "SAU", "--outcome", "known", "--stratify", "site", "--format", "csv");
        assertThat(run.out()).contains(",SAU,,,,count,,assessed,7,count,,");
        long inStrata = run.out()
                .lines()
                .filter(line -> line.contains(",SAU,,,site=") && line.contains(",stratum-count,,assessed,"))
                .mapToLong(line -> Long.parseLong(line.split(",")[12]))
                .sum();
        assertThat(inStrata).isEqualTo(6);
    }

    @Test
    void whatIsCombinedIsHiddenWhereAStratumIsSmall() throws IOException {
        Path data = file("small.csv", SMALL);
        Run run = compare(
                data,
                "--control",
                "SAU",
                "--outcome",
                "known",
                "--stratify",
                "site",
                "--min-cell",
                "3",
                "--format",
                "csv");
        assertThat(run.err()).doesNotContain("W011").doesNotContain("site: C");
        assertThat(run.out().lines().filter(line -> line.contains("strata=") || line.contains("stratum-count")))
                .isNotEmpty()
                .allMatch(line -> line.contains(",suppressed") || line.contains(",conf.level,"))
                .noneMatch(line -> line.contains(",IPS,SAU,,site="));

        Run wide = employed("--stratify", "degree", "--min-cell", "5", "--format", "csv");
        assertThat(wide.value("strata=degree", "risk-difference", "estimate")).isNotEmpty();
        Run crossed = employed("--stratify", "degree,ethnicity", "--min-cell", "5", "--format", "csv");
        assertThat(crossed.out())
                .contains(",risk-difference,mantel-haenszel-sato,estimate,,proportion-difference,,suppressed")
                .contains(",test,cochran-mantel-haenszel,p.value,,p,,suppressed")
                .doesNotContain(",test,cochran-mantel-haenszel,statistic,")
                .contains(",risk-difference,miettinen-nurminen,estimate,0.11");
    }

    /** A formula that gives a variance of 0 says that nothing is known of it, not everything. */
    @Test
    void whereNothingVariesThereAreNoLimits() throws IOException {
        StringBuilder none = new StringBuilder("id,arm,site,y,z\n");
        for (int i = 0; i < 24; i++) {
            none.append(i).append(i % 2 == 0 ? ",IPS," : ",SAU,").append(i < 12 ? "A,0,1\n" : "B,0,1\n");
        }
        Path data = file("none.csv", none.toString());
        String[] options = {"--control", "SAU", "--outcome", "y,z", "--kind", "binary", "--stratify", "site"};
        List<String> csv = new ArrayList<>(List.of(options));
        csv.addAll(List.of("--format", "csv"));
        Run run = compare(data, csv.toArray(String[]::new));
        assertThat(run.exit()).isZero();
        for (String statistic : List.of("std.error", "conf.low", "conf.high")) {
            assertThat(run.out())
                    .contains("y,,IPS,SAU,,strata=site,risk-difference,mantel-haenszel-sato," + statistic
                            + ",,proportion-difference,,no-variance")
                    .contains("z,,IPS,SAU,,strata=site,risk-difference,mantel-haenszel-sato," + statistic
                            + ",,proportion-difference,,no-variance");
        }
        assertThat(run.out())
                .contains(
                        "strata=site,risk-difference,mantel-haenszel-sato,estimate,0,proportion-difference,,no-events-in-either-arm")
                .contains("z,,IPS,SAU,,strata=site,risk-ratio,mantel-haenszel,conf.high,,ratio,,no-variance")
                .contains("number-needed-to-treat,mantel-haenszel-sato,conf.low,,people,,no-variance");
        assertThat(compare(data, options).out())
                .contains("0.0 percentage points                   not estimable: no variance");
        csv.addAll(List.of("--method", "mantel-haenszel-sato"));
        assertThat(compare(data, csv.toArray(String[]::new)).exit()).isEqualTo(ExitCode.NOT_ESTIMABLE);
    }

    @Test
    void refusesWhatHasNoStrata() {
        assertThat(Run.of(
                                "compare",
                                "--counts",
                                "IPS=1/2",
                                "--counts",
                                "SAU=1/3",
                                "--control",
                                "SAU",
                                "--stratify",
                                "site")
                        .err())
                .isEqualTo(
                        "ipstrial: --stratify and --counts are both given; published counts have no strata; leave one of"
                                + " them out; see  ipstrial --help [E001]\n");
        assertThat(employed("--method", "risk-difference:stratified-newcombe").err())
                .isEqualTo(
                        "ipstrial: --method risk-difference:stratified-newcombe combines strata; give --stratify with the"
                                + " columns of the strata, or leave it out; see  ipstrial --help [E001]\n");
        assertThat(employed("--stratify", "arm").err())
                .isEqualTo("ipstrial: --stratify names arm, the column of arms; wanted strata that hold people of both"
                        + " arms; see  ipstrial --help [E001]\n");
        assertThat(employed("--stratify", "id").err())
                .isEqualTo(
                        "ipstrial: --stratify names id, the column of ids; ids are never shown; name another column, or"
                                + " the ids with --id [E018]\n");
        assertThat(Run.of("rates", SUPPORTED_WORK.toString(), "--outcome", "employed_1978", "--stratify", "degree")
                        .err())
                .isEqualTo("ipstrial: --stratify is for a comparison; this command compares nothing; leave it out; see "
                        + " ipstrial --help [E001]\n");
        Run absent = employed("--stratify", "town");
        assertThat(absent.exit()).isEqualTo(3);
        assertThat(absent.err()).contains("no column 'town'");
    }

    private static final String PLAN = """
            trial: Supported work
            participants:
              file: participants.csv
              arm: {column: arm, control: control}
            outcomes:
              employed: {column: employed_1978, kind: binary}
            analyses:
              - id: primary
                compare: employed
                %s
            """;

    private Run planned(String line) throws IOException {
        Files.copy(
                SUPPORTED_WORK, folder.resolve("participants.csv"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return compare(file("plan.yaml", PLAN.formatted(line)), "--format", "csv");
    }

    @Test
    void aPlanAndTheOptionGiveTheSame() throws IOException {
        Run plan = planned("stratify: [degree, ethnicity]");
        assertThat(plan.err()).isEmpty();
        Path csv = folder.resolve("participants.csv");
        Run option = compare(
                csv,
                "--control",
                "control",
                "--outcome",
                "employed_1978",
                "--stratify",
                "degree,ethnicity",
                "--format",
                "csv");
        assertThat(plan.out()
                        .replace("primary,all-randomised", "compare,all-rows")
                        .replace(",employed,", ",employed_1978,"))
                .isEqualTo(option.out());
        assertThat(compare(folder.resolve("plan.yaml"), "--format", "json").out())
                .contains("\"analysis.primary.does\": \"compare employed; stratify degree,ethnicity\"");
        assertThat(compare(folder.resolve("plan.yaml"), "--stratify", "married").out())
                .contains("Stratified by married (2 strata)")
                .contains("Not as planned: --stratify married (plan: degree,ethnicity).");
    }

    @Test
    void aPlanIsRefusedAtItsLine() throws IOException {
        assertThat(planned("methods: {risk-difference: mantel-haenszel-sato}").err())
                .contains(
                        "plan.yaml:10: analyses[1].methods (14): risk-difference:mantel-haenszel-sato combines strata; wanted 'stratify' with the"
                                + " columns of them; write it in, or take the method out [E426]");
        assertThat(planned("stratify: arm").err())
                .contains(
                        "plan.yaml:10: analyses[1].stratify (15): 'arm' is the column of arms; wanted strata that hold people of both arms; name"
                                + " another column [E426]");
        assertThat(planned("stratify: id").err()).contains("plan.yaml:10:").contains("[E428]");
        assertThat(planned("stratify: town").err())
                .contains("no column 'town'")
                .contains("correct the plan on line 10");
        Path rates =
                file("plan.yaml", PLAN.formatted("stratify: degree").replace("compare: employed", "rates: employed"));
        assertThat(Run.of("rates", rates.toString()).err())
                .contains(
                        "plan.yaml:10: analyses[1].stratify (15): 'stratify' does not go with rates; wanted it only where it means something; leave"
                                + " it out [E425]");
    }
}
