package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ipstrial survival --entry}: 90 invented people of whom most come under observation late, against R. */
class SurvivalEntryTest {

    private static final Path DATA = Path.of("src/test/resources/survival/first-job.csv");

    @TempDir
    Path folder;

    private Path late;

    /** Entries that anybody can work out again: 20 for each day over a whole week, where that comes before the time. */
    @BeforeEach
    void write() throws IOException {
        late = Files.write(folder.resolve("late.csv"), rows());
    }

    private static List<String> rows() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(DATA)) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("id")) {
                lines.add(line + ",since");
            } else {
                int days = Integer.parseInt(cells[3]);
                lines.add(line + "," + (days % 7 * 20 < days ? days % 7 * 20 : 0));
            }
        }
        return lines;
    }

    /**
     * R 4.2.2 survival 3.5-3 of the arms IPS and SAU: survfit(conf.type = log-log) and coxph of Surv(since, days, job); cox.zph;
     * the log-rank test, which survdiff does not give of such times, by its sums over the times of events.
     */
    @ParameterizedTest
    @CsvSource({
        "IPS, '', 180, survival, kaplan-meier, estimate, 0.682417582418",
        "IPS, '', 180, survival, kaplan-meier, std.error, 0.100558610941",
        "IPS, '', 180, survival, kaplan-meier, conf.low, 0.443230616874",
        "IPS, '', 180, survival, kaplan-meier, conf.high, 0.835731231373",
        "IPS, '', 365, survival, kaplan-meier, estimate, 0.318461538462",
        "IPS, '', 365, survival, kaplan-meier, std.error, 0.090556785780",
        "SAU, '', 365, survival, kaplan-meier, estimate, 0.833333333333",
        "IPS, '', 180, at-risk, kaplan-meier, estimate, 22",
        "IPS, '', 365, at-risk, kaplan-meier, estimate, 8",
        "IPS, '', '', median-time, kaplan-meier, estimate, 224",
        "IPS, '', '', median-time, kaplan-meier, conf.low, 89",
        "IPS, '', '', median-time, kaplan-meier, conf.high, 365",
        "IPS, '', 365, rmst, '', estimate, 231.025604396",
        "IPS, '', 365, rmst, '', std.error, 28.57475545391",
        "SAU, '', 365, rmst, '', estimate, 346.866666667",
        "IPS, SAU, '', hazard-ratio, cox-efron, estimate, 3.75232658935",
        "IPS, SAU, '', hazard-ratio, cox-efron, conf.low, 1.73846178564",
        "IPS, SAU, '', hazard-ratio, cox-efron, conf.high, 8.09908791178",
        "IPS, SAU, '', hazard-ratio, cox-breslow, estimate, 3.73379137355",
        "IPS, SAU, '', hazard-ratio, cox-efron-robust, conf.low, 1.79683239453",
        "IPS, SAU, '', hazard-ratio, cox-efron-robust, conf.high, 7.83598674868",
        "IPS, SAU, '', test, log-rank, statistic, 12.8016624624",
        "IPS, SAU, '', test, proportional-hazards-km, statistic, 2.31018073525",
    })
    void agreesWithR(
            String group,
            String reference,
            String timepoint,
            String measure,
            String method,
            String statistic,
            double value)
            throws IOException {
        Run run = run(
                late,
                "--at",
                "180,365",
                "--tau",
                "365",
                "--method",
                "hazard-ratio:cox-efron",
                "--method",
                "hazard-ratio:cox-breslow",
                "--method",
                "hazard-ratio:cox-efron-robust",
                "--method",
                "test:log-rank",
                "--method",
                "test:proportional-hazards-km");

        assertThat(run.err()).isEmpty();
        String term = method.startsWith("proportional") ? "arm" : "";
        assertThat(number(run, timepoint, group, reference, term, measure, method, statistic))
                .isCloseTo(value, within(2e-11 * Math.max(1, value)));
    }

    /** With strata, the hazard ratio of coxph(~ arm + strata(site)). */
    @Test
    void worksWithinStrata() throws IOException {
        Run run = run(late, "--stratify", "site");
        assertThat(number(run, "", "IPS", "SAU", "stratified-by=site", "hazard-ratio", "cox-efron", "estimate"))
                .isCloseTo(3.25760867378, within(1e-10));
    }

    /** A column of nothing but 0 is nobody who enters late: the same numbers as without it. */
    @Test
    void anEntryOfZeroIsNone() throws IOException {
        Path zero = Files.write(
                folder.resolve("zero.csv"),
                rows().stream().map(line -> line.replaceAll(",\\d+$", ",0")).toList());
        Run with = run(zero, "--at", "0,90,365", "--tau", "365", "--stratify", "site");
        Run plain = Run.of(arguments(DATA, "--at", "0,90,365", "--tau", "365", "--stratify", "site"));
        assertThat(with.err()).isEmpty();
        assertThat(with.out()).isEqualTo(plain.out());
    }

    @Test
    void theOrderOfTheRowsChangesNothing() throws IOException {
        List<String> lines = rows();
        Collections.shuffle(lines.subList(1, lines.size()), new Random(8));
        Path other = Files.write(folder.resolve("other.csv"), lines);
        String[] options = {"--at", "180", "--tau", "300", "--stratify", "site"};
        assertThat(run(other, options).out()).isEqualTo(run(late, options).out());
    }

    @Test
    void saysWhatAnEntryIsInItsReport() throws IOException {
        Run run = Run.of(Stream.of(arguments(late, "--at", "180", "--entry", "since"))
                .map(word -> word.equals("csv") ? "text" : word)
                .toArray(String[]::new));
        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("People come under observation at the time in column since: each counts as at risk from just"
                        + " after it");
    }

    @Test
    void refusesEntriesThatAreNone() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), """
                id,arm,site,days,job,since
                a,IPS,n,10,1,0
                b,IPS,n,12,0,12
                c,SAU,n,8,0,-1
                d,SAU,n,30,0,
                e,SAU,n,4,0,2
                """);
        Run run = run(bad);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.contains("[E36")))
                .containsExactly(
                        bad
                                + ":3: since (6): the entry '12' is not before the time of the same person; wanted somebody to be"
                                + " under observation from just after the entry to the time; correct one of the two, or leave"
                                + " the row out and say how many those are [E367]",
                        bad
                                + ":4: since (6): '-1' is an entry before the start; wanted a time of zero or more, counted from"
                                + " where the times are counted; write 0 for whoever was under observation from the start"
                                + " [E366]",
                        bad
                                + ":5: since (6): the entry is missing; wanted when this person came under observation; write 0"
                                + " if that was the start [E365]");
    }

    /** A is at risk from 0 to 10 and has the event: the curve is 0 from there on, whoever enters later. */
    @Test
    void warnsOfStretchesInWhichNobodyIsAtRisk() throws IOException {
        Path gap = Files.writeString(folder.resolve("gap.csv"), """
                id,arm,site,days,job,since
                a,IPS,n,10,1,0
                b,IPS,n,42,0,20
                c,SAU,n,8,0,3
                d,SAU,n,30,1,4
                """);
        Run run = run(gap, "--at", "25");
        assertThat(run.exit()).isZero();
        assertThat(run.err().lines().filter(line -> line.contains("[W365]")))
                .containsExactly(
                        gap
                                + ": nobody of IPS is under observation after 10 and up to 20, when somebody enters; wanted times"
                                + " that somebody was at risk of: the curve stands still there, or is 0 for good; begin the"
                                + " times later, or do not rest a conclusion on it [W365]",
                        gap
                                + ": nobody of SAU is under observation after 0 and up to 3, when somebody enters; wanted times"
                                + " that somebody was at risk of: the curve stands still there, or is 0 for good; begin the"
                                + " times later, or do not rest a conclusion on it [W365]");
        assertThat(number(run, "25", "IPS", "", "", "survival", "kaplan-meier", "estimate"))
                .isZero();
    }

    @Test
    void refusesWhatIsNotMadeForEntries() throws IOException {
        assertThat(run(late, "--cause", "reason").err())
                .isEqualTo("ipstrial: --entry and --cause are both given; incidences of people who enter late are not"
                        + " supported; leave one of them out; see  ipstrial --help [E001]\n");
        assertThat(run(late, "--method", "gray").err())
                .isEqualTo(
                        "ipstrial: --entry is given with --method gray; that test is not made for people who enter late;"
                                + " leave one of them out; see  ipstrial --help [E001]\n");
        assertThat(run(late, "--method", "all").out())
                .contains(",test,log-rank,", ",test,cox-score,")
                .doesNotContain(",gray,");
        assertThat(run(late, "--min-cell", "5", "--at", "365").err())
                .isEqualTo(
                        "ipstrial: --min-cell of survival with --by, --stratify, --adjust, --cluster or --entry is not"
                                + " supported yet; everybody as one is; leave it out [E002]\n");
        assertThat(Run.of("survival", "trial.yaml", "--entry", "since").err())
                .contains("--entry is given with a plan; wanted it of a CSV only");
        assertThat(Run.of(arguments(late, "--entry", "days")).err())
                .contains("one column is given as two of --time, --event, --cause and --entry");
    }

    private Run run(Path file, String... options) throws IOException {
        return Run.of(Stream.concat(Arrays.stream(arguments(file, options)), Stream.of("--entry", "since"))
                .toArray(String[]::new));
    }

    private static String[] arguments(Path file, String... options) {
        return Stream.concat(
                        Stream.of(
                                "survival",
                                file.toString(),
                                "--time",
                                "days",
                                "--event",
                                "job",
                                "--control",
                                "SAU",
                                "--format",
                                "csv"),
                        Arrays.stream(options))
                .toArray(String[]::new);
    }

    private static double number(
            Run run,
            String timepoint,
            String group,
            String reference,
            String term,
            String measure,
            String method,
            String statistic) {
        String wanted = String.join(",", timepoint, group, reference, "", term, measure, method, statistic) + ",";
        return run.out()
                .lines()
                .filter(line -> line.contains("," + wanted))
                .map(line -> line.substring(line.indexOf("," + wanted) + wanted.length() + 1))
                .mapToDouble(rest -> Double.parseDouble(rest.split(",")[0]))
                .findFirst()
                .orElseThrow();
    }
}
