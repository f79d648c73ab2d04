package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans with spells and follow-up through the real program; the numbers of the eight made-up people are by hand. */
class HistoryTest {

    private static final String PARTICIPANTS = """
            id,arm,randomised_on,started
            a1,IPS,2014-01-01,yes
            a2,IPS,2014-01-31,yes
            a3,IPS,2014-02-01,no
            a4,IPS,2014-03-01,yes
            b1,SAU,2014-01-01,yes
            b2,SAU,2014-01-15,yes
            b3,SAU,2014-02-01,yes
            b4,SAU,2014-03-01,
            """;
    private static final String SPELLS = """
            id,activity,start,end,hours_per_week
            a1,competitive_employment,2014-02-01,2014-02-28,35
            a1,competitive_employment,2014-02-15,2014-03-31,10
            a2,education,2014-03-01,,20
            a3,competitive_employment,2014-07-01,,37.5
            b1,competitive_employment,2014-06-30,2014-07-30,7
            b2,education,2014-04-01,2014-04-30,30
            """;
    private static final String FOLLOW_UP = """
            id,last_seen,reason
            a1,2014-12-31,completed
            a2,2014-04-01,withdrew
            a3,2014-12-31,completed
            a4,2014-05-01,died
            b1,2014-12-31,completed
            b2,2014-12-31,completed
            b3,2014-05-01,lost
            b4,2014-12-31,completed
            """;
    private static final String PLAN = """
            trial: A made-up trial
            participants:
              file: participants.csv
              randomised_on: randomised_on
              started: started
              arm: {control: SAU}
            horizon: 6 months
            data_cut: 2014-12-31
            spells: {file: spells.csv, overlap: sum}
            follow_up: {file: follow-up.csv, after: {died: no-activity}}
            outcomes:
              either: {derive: ever, of: [competitive_employment, education], label: Work or education}
              hours: {derive: hours, of: competitive_employment}
              early: {derive: ever, of: competitive_employment, within: 3 months}
            """;

    @TempDir
    private Path folder;

    private Path plan;

    @BeforeEach
    void writeTheTrial() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), PARTICIPANTS);
        Files.writeString(folder.resolve("spells.csv"), SPELLS);
        Files.writeString(folder.resolve("follow-up.csv"), FOLLOW_UP);
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
    }

    @Test
    void aCompositeNeverStandsWithoutItsComponents() {
        Map<String, String> rates = rows("rates", plan.toString());

        assertThat(rates)
                .containsEntry("either|6 months|IPS|events", "3")
                .containsEntry("either|6 months|IPS|assessed", "4")
                .containsEntry("either|6 months|SAU|assessed", "3")
                .containsEntry("either/competitive_employment|6 months|IPS|events", "2")
                .containsEntry("either/competitive_employment|6 months|IPS|assessed", "3")
                .containsEntry("either/education|6 months|IPS|events", "1")
                .containsEntry("early|3 months|IPS|events", "1")
                .containsEntry("early|3 months|SAU|events", "0")
                .containsEntry("early|3 months|SAU|assessed", "4");
        Run compare = Run.of("compare", plan.toString(), "--outcome", "either");
        assertThat(compare.out())
                .contains("Work or education, 6 months", "Work or education: competitive employment, 6 months");
    }

    @Test
    void amountsOfThoseNotFollowedAreMissingAndNoPartialSums() {
        Map<String, String> hours = rows("hours", plan.toString());

        assertThat(hours)
                .containsEntry("hours|6 months|IPS|assessed", "3")
                .containsEntry("hours|6 months|IPS|max", "204.285714285714")
                .containsEntry("hours|6 months|SAU|sum", "1");
    }

    @Test
    void theFlowTellsWhereEverybodyWent() {
        Map<String, String> flow = new TreeMap<>();
        Run.of("flow", plan.toString(), "--format", "csv").out().lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            flow.put(cells[5] + "|" + cells[3] + "|" + cells[8] + "|" + cells[11], cells[12]);
        });

        assertThat(flow)
                .containsEntry("IPS|||randomised", "4")
                .containsEntry("IPS||started=yes|randomised", "3")
                .containsEntry("IPS||started=no|randomised", "1")
                .containsEntry("SAU||started=unknown|randomised", "1")
                .containsEntry("IPS||follow-up=followed|randomised", "2")
                .containsEntry("IPS||follow-up=withdrew|randomised", "1")
                .containsEntry("IPS||follow-up=died|randomised", "1")
                .containsEntry("IPS||follow-up=emigrated|randomised", "0")
                .containsEntry("SAU||follow-up=lost|randomised", "1")
                .containsEntry("SAU|either||assessed", "3")
                .containsEntry("SAU|either||missing", "1");
        for (String arm : List.of("IPS", "SAU")) {
            assertThat(flow.entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith(arm + "||follow-up="))
                            .mapToInt(entry -> Integer.parseInt(entry.getValue()))
                            .sum())
                    .isEqualTo(4);
        }
    }

    @Test
    void theOrderOfRowsInAnyFileChangesNoNumber() throws IOException {
        Map<String, String> before = rows("compare", plan.toString());
        Random random = new Random(7);
        for (String file : List.of("participants.csv", "spells.csv", "follow-up.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
            List<String> people = new ArrayList<>(lines.subList(1, lines.size()));
            Collections.shuffle(people, random);
            people.add(0, lines.get(0));
            Files.writeString(folder.resolve(file), String.join("\n", people) + "\n");
        }

        assertThat(rows("compare", plan.toString())).isEqualTo(before).hasSizeGreaterThan(50);
    }

    @Test
    void noFileOfDataIsWrittenOver() throws IOException {
        for (String file : List.of("participants.csv", "spells.csv", "follow-up.csv")) {
            Run run =
                    Run.of("rates", plan.toString(), "-o", folder.resolve(file).toString());

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("[E010]");
        }
        assertThat(Files.readString(folder.resolve("spells.csv"))).isEqualTo(SPELLS);
    }

    @Test
    void everyFileIsOnRecordWithItsHash() {
        String json = Run.of("rates", plan.toString(), "--format", "json").out();

        assertThat(json).contains("\"trial.yaml\"", "\"participants.csv\"", "\"spells.csv\"", "\"follow-up.csv\"");
    }

    @Test
    void whereCellsAreHiddenNoMessageCountsPeople() {
        assertThat(Run.of("rates", plan.toString()).err()).contains("[W271]");
        assertThat(Run.of("rates", plan.toString(), "--min-cell", "3").err()).isEmpty();
    }

    /** Outcome, timepoint, arm and statistic to value. */
    private static Map<String, String> rows(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--format", "csv", "--resamples", "99"));
        Map<String, String> rows = new TreeMap<>();
        Run.of(all).out().lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            String contrast =
                    cells[6].isEmpty() ? cells[5] : cells[5] + " vs " + cells[6] + cells[9] + cells[10] + cells[2];
            rows.putIfAbsent(String.join("|", cells[3], cells[4], contrast, cells[11]), cells[12]);
        });
        return rows;
    }
}
