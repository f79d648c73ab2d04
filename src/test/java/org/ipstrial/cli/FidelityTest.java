package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** {@code fidelity}: totals and bands at every cut point, missing items, changes, refusals with their lines. */
class FidelityTest {

    private static final String HEADER = "team,date,scale,item,score\n";

    @TempDir
    private Path folder;

    /** A review whose items sum to a total, the first so many not rated. */
    private static String review(String team, String date, String scale, int items, int total, int notRated) {
        StringBuilder rows = new StringBuilder();
        int left = total;
        for (int item = 1; item <= items; item++) {
            boolean rated = item > notRated;
            int score = Math.min(5, left - Math.max(0, items - item));
            left -= rated ? score : 0;
            rows.append(String.join(",", team, date, scale, item + "", rated ? score + "" : ""))
                    .append('\n');
        }
        return rows.toString();
    }

    private Run run(String rows, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), HEADER + rows);
        List<String> args = new ArrayList<>(List.of("fidelity", file.toString()));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    @ParameterizedTest
    @CsvSource({
        "IPS-25,25,125,exemplary",
        "IPS-25,25,115,exemplary",
        "IPS-25,25,114,good",
        "IPS-25,25,100,good",
        "IPS-25,25,99,fair",
        "IPS-25,25,74,fair",
        "IPS-25,25,73,not-supported-employment",
        "IPS-25,25,25,not-supported-employment",
        "IPS-15,15,75,good",
        "IPS-15,15,66,good",
        "IPS-15,15,65,fair",
        "IPS-15,15,56,fair",
        "IPS-15,15,55,not-supported-employment",
        "IPS-15,15,15,not-supported-employment"
    })
    void everyEdgeOfABand(String scale, int items, int total, String band) throws IOException {
        String out = run(review("A", "2014-01-01", scale, items, total, 0), "--format", "csv")
                .out();
        assertThat(out)
                .contains("part=total,fidelity-score,,estimate," + total + ",score,,\n")
                .containsPattern("part=total,fidelity-band,,min,\\d+,score,," + band + "\n");
    }

    @Test
    void missingItemsGiveARangeAndABandOnlyWhereBothEndsAgree() throws IOException {
        // 23 items of 5 and two not rated: 117 to 125, exemplary whatever they are.
        String sure = "A,2014-01-01,IPS-25,%d,5\n";
        StringBuilder rows = new StringBuilder();
        for (int item = 3; item <= 25; item++) {
            rows.append(String.format(Locale.ROOT, sure, item));
        }
        String out = run(rows.toString(), "--format", "csv").out();
        assertThat(out)
                .contains("part=total,fidelity-score,,estimate,,score,,items-missing\n")
                .contains("part=total,fidelity-score,,missing,2,count,,\n")
                .contains("part=total,fidelity-score,,min,117,score,,\n")
                .contains("part=total,fidelity-score,,max,125,score,,\n")
                .contains("part=total,fidelity-band,,min,115,score,,exemplary\n")
                .contains("part=Staffing,fidelity-score,,min,7,score,,\n")
                .contains("item=1,fidelity-score,,estimate,,score,,not-rated\n");
        // 112 to 120 holds a cut point.
        String undecided = run(rows.toString().replace("IPS-25,25,5", "IPS-25,25,1"), "--format", "csv")
                .out();
        assertThat(undecided).contains("part=total,fidelity-band,,min,,score,,undecided\n");
        assertThat(run(rows.toString()).out()).contains("117 to 125", "exemplary");
    }

    @Test
    void theChangeIsFromTheReviewBefore() throws IOException {
        String rows = review("A", "2014-06-01", "IPS-25", 25, 90, 0) + review("A", "2014-01-01", "IPS-25", 25, 100, 0);
        String out = run(rows, "--format", "csv").out();
        assertThat(out)
                .contains("IPS-25,2014-06-01,A,,,since=2014-01-01,fidelity-change,,estimate,-10,score,,\n")
                .doesNotContain("since=2014-06-01");
    }

    @Test
    void theOrderOfTheRowsChangesNothing() throws IOException {
        Path sample = Path.of("sample-data/programme/fidelity.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(sample));
        Run before = run(String.join("\n", lines.subList(1, lines.size())) + "\n", "--format", "csv");
        Collections.reverse(lines.subList(1, lines.size()));
        assertThat(run(String.join("\n", lines.subList(1, lines.size())) + "\n", "--format", "csv"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A,2014-01-01,IPS-Y,1,3|3|'IPS-Y' stands here; wanted one of IPS-25, IPS-15; other scales have other bands",
                "A,2014-01-01,IPS-15,16,3|4|'16' stands here; wanted the number of an item of IPS-15, from 1 to 15",
                "A,2014-01-01,IPS-25,26,3|4|'26' stands here; wanted the number of an item of IPS-25, from 1 to 25",
                "A,2014-01-01,IPS-25,2,6|5|'6' stands here; wanted a whole score from 1 to 5",
                "A,2014-01-01,IPS-25,2,0|5|'0' stands here; wanted a whole score from 1 to 5",
                "A,2014-01-01,IPS-25,2,3.5|5|'3.5' stands here; wanted a whole score from 1 to 5",
                "A,2014-01-01,IPS-25,,3|4|an empty cell stands here; wanted the number of an item",
                ",2014-01-01,IPS-25,2,3|1|an empty cell stands here; wanted the name of the team",
                "A,,IPS-25,2,3|2|an empty cell stands here; wanted a day",
                "A,2014-01-01,IPS-25,1,4|4|item 1 of this team, date and scale stands on line 2 already"
            })
    void refusesWithTheLine(String row, int column, String message) throws IOException {
        Run run = run("A,2014-01-01,IPS-25,1,3\n" + row + "\n");
        String name = List.of("team", "date", "scale", "item", "score").get(column - 1);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(folder.resolve("scores.csv") + ":3: " + name + " (" + column + "): " + message)
                .hasLineCount(1);
    }

    @Test
    void withRatesTheOrdersAreHeldAgainstEachOther() throws IOException {
        String rows = review("A", "2014-01-01", "IPS-25", 25, 80, 0)
                + review("B", "2014-01-01", "IPS-25", 25, 90, 0)
                + review("C", "2014-01-01", "IPS-25", 25, 100, 0)
                + review("D", "2014-01-01", "IPS-25", 25, 110, 0)
                + review("E", "2014-01-01", "IPS-25", 25, 110, 2);
        Path rates = Files.writeString(
                folder.resolve("rates.csv"), "team,events,n\nA,10,50\nB,12,50\nC,20,50\nD,30,50\nE,9,20\nF,1,2\n");
        Run run = run(rows, "--rates", rates.toString());
        assertThat(run.exit()).isZero();
        // All four in one order: 2 of 24 orders are as far.
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Over 4 teams", "is 1.00, p = 0.083 (exact, over all orders)", "Nobody was randomised");
        assertThat(run.err())
                .contains(
                        "team E is left out of the association by IPS-25, since no review has every item rated; wanted")
                .contains(
                        "team F is left out of the association by IPS-25, since it has no review by this scale; wanted");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "team,events,n\nA,60,50\nA,1,2\nB,,5\n");
        Run refused = run(rows, "--rates", wrong.toString());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains(":2: events (2): '60' stands here; wanted a number of people, at most that under n")
                .contains(":3: team (1): this team stands on line 2 already")
                .contains(":4: events (2): an empty cell stands here");
    }

    @Test
    void aSmallTeamsPeopleAreHiddenAndItsScoresAreNot() throws IOException {
        String rows = review("A", "2014-01-01", "IPS-25", 25, 80, 0) + review("B", "2014-01-01", "IPS-25", 25, 90, 0);
        Path rates = Files.writeString(folder.resolve("rates.csv"), "team,events,n\nA,2,9\nB,20,50\n");
        Run run = run(rows, "--rates", rates.toString(), "--min-cell", "5");
        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll(" +", " "))
                .contains("A 2014-01-01 80 fair", "A 2014-01-01 80 hidden hidden hidden hidden")
                .contains("B 2014-01-01 90 20 50 40.0%");
    }

    @Test
    void withoutAFileItSaysSo() {
        assertThat(Run.of("fidelity").err()).contains("FILE, the item scores, is not given; it is required");
        assertThat(Run.of("fidelity").exit()).isEqualTo(2);
    }
}
