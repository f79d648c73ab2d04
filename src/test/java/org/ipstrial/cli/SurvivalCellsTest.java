package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small groups of times to an event, as somebody would look for them who knows how they are hidden: every way in which a few
 * people of an arm can have left is put in, and whatever gives the same output cannot be told apart.
 */
class SurvivalCellsTest {

    private static final int LEAST = 3;
    private static final int[] TIMES = {1, 2, 3, 4, 5};
    private static final String GRID = "2,4";

    @TempDir
    private Path folder;

    /** Every way in which people can be dealt to cells: in turn left at each time by the event and censored. */
    private static void ways(int[] cells, int at, int left, List<int[]> all) {
        if (at == cells.length - 1) {
            cells[at] = left;
            all.add(cells.clone());
            return;
        }
        for (int n = 0; n <= left; n++) {
            cells[at] = n;
            ways(cells, at + 1, left - n, all);
        }
    }

    /** Events by 2, censored by 2, events in 3 and 4, censored in 3 and 4 or still there. */
    private static List<Integer> groups(int[] way) {
        return List.of(way[0] + way[2], way[1] + way[3], way[4] + way[6], way[5] + way[7] + way[8] + way[9]);
    }

    private static boolean small(List<Integer> groups) {
        return groups.stream().anyMatch(n -> n > 0 && n < LEAST);
    }

    /**
     * Each way of an arm of six beside an arm that stays: where any group is small, all ways give the same bytes, so that
     * nothing but that is told; where none is, the bytes tell the groups and not one thing more.
     */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "html"})
    void theOutputTellsNoGroupThatIsSmall(String format) throws IOException {
        Map<String, Set<List<Integer>>> told = new HashMap<>();
        Map<List<Integer>, Set<String>> printed =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        // One way of each of the 84 groupings of six people, and all whose people left in no more than two ways.
        List<int[]> tried = new ArrayList<>();
        ways(new int[4], 0, 6, tried);
        tried.replaceAll(groups -> new int[] {groups[0], groups[1], 0, 0, groups[2], groups[3], 0, 0, 0, 0});
        List<int[]> all = new ArrayList<>();
        ways(new int[2 * TIMES.length], 0, 6, all);
        all.stream()
                .filter(way -> Arrays.stream(way).filter(n -> n > 0).count() <= 2)
                .filter(way -> format.equals("csv") || way[3] + way[9] > 0)
                .forEach(tried::add);
        for (int[] way : tried) {
            String out = release(way, format);
            told.computeIfAbsent(out, any -> new HashSet<>()).add(groups(way));
            printed.computeIfAbsent(groups(way), any -> new HashSet<>()).add(out);
        }
        Set<String> hidden = new HashSet<>();
        printed.forEach((groups, outputs) -> {
            // Whatever is finer than the groups moves no byte.
            assertThat(outputs).as(groups.toString()).hasSize(1);
            if (small(groups)) {
                hidden.addAll(outputs);
            }
        });
        assertThat(hidden).as("all that is hidden looks alike").hasSize(1);
        told.forEach((out, groups) -> {
            if (hidden.contains(out)) {
                assertThat(groups).allMatch(SurvivalCellsTest::small);
            } else {
                assertThat(groups).hasSize(1).noneMatch(SurvivalCellsTest::small);
            }
        });
        // Of a hidden group anything from none to all six is possible, as far as the output goes.
        for (int cell = 0; cell < 4; cell++) {
            int at = cell;
            Set<Integer> possible = new HashSet<>();
            told.get(hidden.iterator().next()).forEach(groups -> possible.add(groups.get(at)));
            assertThat(possible).contains(0, 1, 2, 3, 4, 5);
        }
    }

    private String release(int[] way, String format) throws IOException {
        StringBuilder text = new StringBuilder("id,arm,t,job\n");
        int id = 100;
        for (int cell = 0; cell < way.length; cell++) {
            for (int n = 0; n < way[cell]; n++) {
                text.append(id++).append(",IPS,").append(TIMES[cell / 2]).append(cell % 2 == 0 ? ",1\n" : ",0\n");
            }
        }
        for (int n = 0; n < 8; n++) {
            text.append(id++).append(",SAU,").append(n < 4 ? "1,1\n" : "5,0\n");
        }
        Path file = Files.writeString(folder.resolve("times.csv"), text);
        // Of the residuals of the test of proportional hazards each is of one event: no form may have them.
        Run run = survival(
                file,
                "--at",
                GRID,
                "--tau",
                "4",
                "--min-cell",
                "3",
                "--method",
                "test:log-rank,test:proportional-hazards-km",
                "--format",
                format);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("hazard-trend").doesNotContain("Smoothed hazard");
        // The hash of the file tells of the file, not of the results.
        return run.out().replaceAll("\"sha256\":\\s*\"[0-9a-f]*\"", "");
    }

    private static Run survival(Path file, String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "survival", file.toString(), "--time", "t", "--event", "job", "--control", "SAU", "-q"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** The curve of grouped times is the product of the shares that stay, group by group. */
    @Test
    void whatIsShownIsOfTheGroups() throws IOException {
        // By 2: 4 events; in 3 and 4: 3 events and 3 censored; still there: 5, who count as censored at 4.
        String out = release(new int[] {3, 0, 1, 0, 0, 3, 3, 0, 1, 4}, "csv");

        assertThat(out)
                .contains(",2,IPS,,,,at-risk,kaplan-meier,estimate,15,")
                .contains(",4,IPS,,,,at-risk,kaplan-meier,estimate,11,")
                .contains(",2,IPS,,,,survival,kaplan-meier,estimate,0.733333333333333,")
                .contains(",4,IPS,,,,survival,kaplan-meier,estimate,0.533333333333333,")
                .contains(",,IPS,,,,count,,events,7,")
                .doesNotContain("suppressed");
        assertThat(release(new int[] {3, 0, 1, 0, 0, 3, 3, 0, 1, 4}, "json"))
                .contains("left;arm=IPS")
                .contains("\"times\": \"grouped\"");
        assertThat(release(new int[] {3, 0, 1, 0, 0, 3, 3, 0, 1, 4}, "text").replaceAll("\\s+", " "))
                .contains("all numbers and curves are of grouped times");
    }

    @Test
    void asksForTimesToGroupBy() throws IOException {
        Path file = Files.writeString(folder.resolve("times.csv"), "id,arm,site,t,job\n1,A,N,1,1\n2,SAU,N,3,0\n");

        assertThat(survival(file, "--min-cell", "3").err())
                .isEqualTo("ipstrial: --min-cell 3 of survival groups times, and no time is given; wanted --at with the"
                        + " times at which to group them; give some that leave many people between them, such as --at"
                        + " 90,180,365 [E352]\n");
        assertThat(survival(file, "--min-cell", "3", "--at", "0").err()).contains("[E352]");
        assertThat(survival(file, "--min-cell", "3", "--at", "2", "--tau", "3").err())
                .isEqualTo(
                        "ipstrial: --tau 3 is out of range; wanted at most 2, the last of --at where --min-cell groups"
                                + " times; give another number [E013]\n");
        assertThat(survival(file, "--min-cell", "3", "--at", "2", "--by", "site")
                        .err())
                .contains(
                        "--min-cell of survival with --by, --stratify, --adjust, --cluster or --entry is not supported yet");
        // Where an arm ends is not told by a refusal or an exit code either.
        assertThat(survival(file, "--min-cell", "3", "--at", "2", "--tau", "2").exit())
                .isZero();
    }

    /** Of a plan one outcome at a time, since two of the same people tell more than either; its rare ends are one. */
    @Test
    void aPlanTellsOfOneTimeToAnEvent() {
        String plan = "sample-data/ips-three-arm/trial.yaml";
        assertThat(Run.of("survival", plan, "-q", "--min-cell", "5", "--at", "547")
                        .err())
                .contains("--min-cell of survival for")
                .contains("[E002]");
        assertThat(Run.of("survival", plan, "-q", "--min-cell", "5", "--at", "13", "--outcome", "work_by_week")
                        .err())
                .contains("--min-cell of survival for a course over weeks is not supported yet");
        Run run = Run.of(
                "survival",
                plan,
                "-q",
                "--min-cell",
                "5",
                "--at",
                "547",
                "--outcome",
                "time_to_job",
                "--format",
                "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("cause=event,count,,events,113")
                .contains("cause=other,count,,events,9")
                .doesNotContain("death")
                .doesNotContain("pension")
                .doesNotContain("suppressed");
    }

    /** Every series and every row of an arm that is hidden is gone or empty, of whatever measure. */
    @Test
    void nothingOfAHiddenArmIsLeft() throws IOException {
        String out = release(new int[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 9}, "json");

        assertThat(out).doesNotContain("arm=IPS\"").contains("arm=SAU\"");
        String csv = release(new int[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 9}, "csv");
        assertThat(csv.lines()
                        .filter(line -> line.contains(",IPS,") || line.contains(",test,"))
                        .filter(line -> !line.contains(",conf.level,")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",suppressed"));
    }
}
