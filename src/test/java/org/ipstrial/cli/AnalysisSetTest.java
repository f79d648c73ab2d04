package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses of a plan that are not of everybody randomised. */
class AnalysisSetTest {

    private static final String PLAN = """
            trial: A trial
            participants:
              file: participants.csv
              arm: {control: SAU}
              started: started
            outcomes:
              worked: {kind: binary}
            analysis_sets:
              started: {started: only}
              women: {where: {sex: [f]}}
              women-who-started: {where: {sex: [f]}, started: only}
            analyses:
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheParticipants() throws IOException {
        StringBuilder text = new StringBuilder("id,arm,sex,started,worked\n");
        for (int person = 0; person < 96; person++) {
            text.append("Z9QK").append(100 + person);
            text.append(person % 2 == 0 ? ",IPS" : ",SAU");
            text.append(person % 3 == 0 ? ",f" : ",m");
            text.append(person % 5 == 0 ? ",no" : person % 7 == 0 ? "," : ",yes");
            text.append(person % 11 < 4 ? ",1\n" : ",0\n");
        }
        Files.writeString(folder.resolve("participants.csv"), text);
    }

    private Run run(String command, String analyses, String... more) throws IOException {
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN + analyses);
        List<String> args = new java.util.ArrayList<>(List.of(command, plan.toString()));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private static List<String> numbers(Run run, String analysis) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> line.startsWith(analysis + ","))
                .map(line -> line.split(",", 3)[2])
                .toList();
    }

    @Test
    void aSetIsTheSamePeopleAsTheLevelsThatMakeIt() throws IOException {
        Run run = run("compare", """
                  - {id: of-women, compare: worked, analysis_set: women}
                  - {id: by-levels, compare: worked, where: {sex: [f]}}
                  - {id: all, compare: worked, analysis_set: all-randomised}
                """, "--format", "csv");

        assertThat(numbers(run, "of-women")).isNotEmpty().isEqualTo(numbers(run, "by-levels"));
        assertThat(run.out()).contains("\nof-women,women,").contains("\nby-levels,all-randomised,");
        assertThat(numbers(run, "all"))
                .isEqualTo(numbers(run("compare", "  - {id: all, compare: worked}\n", "--format", "csv"), "all"));
    }

    @Test
    void thoseWhoStartedAreThoseKnownToHaveStarted() throws IOException {
        Run run = run("rates", "  - {id: a, rates: worked, analysis_set: started}\n", "--format", "csv");
        List<String[]> people = Files.readAllLines(folder.resolve("participants.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[3].equals("yes"))
                .toList();
        for (String arm : List.of("IPS", "SAU")) {
            long all = people.stream().filter(cells -> cells[1].equals(arm)).count();
            long events = people.stream()
                    .filter(cells -> cells[1].equals(arm) && cells[4].equals("1"))
                    .count();
            assertThat(run.value("started", arm, "randomised")).isEqualTo(String.valueOf(all));
            assertThat(run.value("started", arm, "events")).isEqualTo(String.valueOf(events));
        }
    }

    @Test
    void aSetOfBothIsWhoIsInBoth() throws IOException {
        Run run = run("rates", "  - {id: a, rates: worked, analysis_set: women-who-started}\n", "--format", "csv");
        long both = Files.readAllLines(folder.resolve("participants.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals("IPS") && cells[2].equals("f") && cells[3].equals("yes"))
                .count();
        assertThat(both).isPositive();
        assertThat(run.value("women-who-started", "IPS", "randomised")).isEqualTo(String.valueOf(both));
    }

    @Test
    void thePageSaysWhoIsAnalysed() throws IOException {
        Run run = run("rates", "  - {id: a, rates: worked, analysis_set: women-who-started}\n");
        assertThat(run.out().replace("\n", " "))
                .startsWith("Analysis set women-who-started: where sex=f; only those who started, which nobody knew at"
                        + " randomisation.");

        Run json = run("rates", "  - {id: a, rates: worked, analysis_set: women}\n", "--format", "json");
        assertThat(json.out())
                .contains("\"analysis-set.women\": \"where sex=f\"")
                .contains("\"analysis_set\": \"women\"");
    }

    @Test
    void aLevelThatNobodyIsAtIsRefusedWithTheLineOfTheSet() throws IOException {
        String plan = PLAN.replace("women: {where: {sex: [f]}}", "women: {where: {sex: [female]}}");
        Files.writeString(folder.resolve("trial.yaml"), plan + "  - {id: a, rates: worked, analysis_set: women}\n");
        Run run = Run.of("rates", folder.resolve("trial.yaml").toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("trial.yaml:10: ").contains("[E430]");
    }
}
