package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code screening}: counts of small files worked by hand, the file of classes, refusals that show no id. */
class ScreeningTest {

    private static final String HEADER = "id,date,scale,item,score\n";

    @TempDir
    private Path folder;

    private static String answers(String id, String date, ScreeningScale scale, String scores) {
        StringBuilder rows = new StringBuilder();
        String[] each = scores.split(" ");
        for (int i = 0; i < each.length; i++) {
            String question = scale.questions().get(i);
            String score = each[i].equals("-") ? "" : each[i];
            rows.append(String.join(",", id, date, scale.id(), question, score)).append('\n');
        }
        return rows.toString();
    }

    private Run run(String rows, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.csv"), HEADER + rows);
        List<String> args = new ArrayList<>(List.of("screening", file.toString()));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private static final String TWENTY = "4 4 4 3 3 2 0 0 0 0 0 0";

    @Test
    void theSetOfBandsMustBeChosenAndDecides() throws IOException {
        String rows = answers("secret1", "2014-05-01", ScreeningScale.MDI, TWENTY);
        Run none = run(rows);
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err())
                .contains("--mdi-bands is not given, and the file holds MDI; wanted 20-25-30 or 21-26-31");
        String low = run(rows, "--mdi-bands", "20-25-30", "--format", "csv").out();
        String high = run(rows, "--mdi-bands", "21-26-31", "--format", "csv").out();
        assertThat(low)
                .contains(",MDI,,,,,band=mild,count,,events,1,", "eligibility,,,,,verdict=eligible,count,,events,1,")
                .contains("other-class-by=21-26-31,count,,events,1,");
        assertThat(high)
                .contains(",MDI,,,,,band=none,count,,events,1,", "eligibility,,,,,verdict=below,count,,events,1,")
                .contains("other-class-by=20-25-30,count,,events,1,");
        // Without anybody's MDI nothing is asked for.
        assertThat(run(answers("secret1", "2014-05-01", ScreeningScale.GAD_7, "1 1 1 1 1 0 0"))
                        .exit())
                .isZero();
    }

    @Test
    void missingAnswersAreNeverFilledAndCountWhereTheyDecide() throws IOException {
        String rows = answers("secret1", "2014-05-01", ScreeningScale.GAD_7, "0 0 0 0 0 0 -")
                + answers("secret2", "2014-05-01", ScreeningScale.GAD_7, "2 2 0 0 0 0 -")
                + answers("secret3", "2014-05-01", ScreeningScale.GAD_7, "3 3 3 3 3 3 -");
        String out = run(rows, "--format", "csv").out();
        // 0 to 3 is minimal and 18 to 21 severe whatever is missing; 4 to 7 is not decided.
        assertThat(out)
                .contains(",GAD-7,,,,,,count,,assessed,2,", ",GAD-7,,,,,,count,,missing,1,")
                .contains("band=none,count,,events,1,", "band=mild,count,,events,0,", "band=severe,count,,events,1,")
                .contains("verdict=below,count,,events,1,", "verdict=refer-on,count,,events,1,")
                .contains(",eligibility,,,,,,count,,missing,1,");
    }

    @Test
    void theLatestScreeningCountsAndItIsSaid() throws IOException {
        String rows = answers("secret1", "2014-05-01", ScreeningScale.GAD_7, "3 3 3 3 3 3 3")
                + answers("secret1", "2014-02-01", ScreeningScale.GAD_7, "0 0 0 0 0 0 0");
        Run run = run(rows, "--format", "csv");
        assertThat(run.out()).contains("band=severe,count,,events,1,");
        assertThat(run.err())
                .contains(
                        "1 earlier screenings by GAD-7 are passed over; wanted one of each person, of which the latest counts")
                .contains("[W531]");
        // A count of people is not told where small counts are hidden.
        assertThat(run(rows, "--min-cell", "5").err()).isEmpty();
    }

    @Test
    void everybodysClassesGoOnlyToAFileOfTheOwner() throws IOException {
        Path classes = folder.resolve("classes.csv");
        Files.writeString(classes, "open to all");
        Path people = Files.writeString(folder.resolve("people.csv"), "id,age,in_work_or_education\nsecret1,17,no\n");
        String rows = answers("secret1", "2014-05-01", ScreeningScale.MDI, TWENTY)
                + answers("secret1", "2014-05-01", ScreeningScale.GAD_7, "1 1 1 1 - 0 0");
        Run run = run(
                rows,
                "--mdi-bands",
                "20-25-30",
                "--classes",
                classes.toString(),
                "--people",
                people.toString(),
                "-v",
                "--format",
                "json");
        assertThat(run.exit()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("secret1");
        assertThat(Files.readString(classes)).isEqualTo("""
                id,gad7_total_least,gad7_total_most,gad7,mdi_total_least,mdi_total_most,mdi,mdi_icd10,mdi_dsm4,mdi_item_6,eligibility
                secret1,4,7,undetermined,20,20,mild,mild,no,2,eligible
                """);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(classes)))
                    .isEqualTo("rw-------");
        }
        for (String wrong :
                List.of("-", "/dev/stdout", folder.resolve("answers.csv").toString(), people.toString())) {
            Run refused = run(rows, "--mdi-bands", "20-25-30", "--people", people.toString(), "--classes", wrong);
            assertThat(refused.exit()).as(wrong).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
        }
        assertThat(Files.readString(people)).startsWith("id,age");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret1,2014-05-01,PHQ-9,1,1|scale (3): 'PHQ-9' stands here; wanted one of GAD-7, MDI",
                "secret1,2014-05-01,GAD-7,8,1|item (4): '8' stands here; wanted one of the questions of GAD-7",
                "secret1,2014-05-01,MDI,8,1|item (4): '8' stands here; wanted one of the questions of MDI",
                "secret1,2014-05-01,GAD-7,2,4|score (5): '4' stands here; wanted a whole score from 0 to 3",
                "secret1,2014-05-01,MDI,2,6|score (5): '6' stands here; wanted a whole score from 0 to 5",
                "secret1,2014-05-01,GAD-7,1,1|item (4): question 1 of this person, date and scale stands on line 2 already",
                "secret1,,GAD-7,1,1|date (2): an empty cell stands here; wanted a day",
                "=secret1,2014-05-01,GAD-7,2,1|id (1): ",
                ",2014-05-01,GAD-7,2,1|id (1): "
            })
    void refusesWithTheLineAndShowsNoId(String row, String message) throws IOException {
        Run run = run("secret1,2014-05-01,GAD-7,1,3\n" + row + "\n", "--mdi-bands", "20-25-30");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(folder.resolve("answers.csv") + ":3: " + message)
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @Test
    void nationalNumbersAreRefused() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int person = 10; person < 30; person++) {
            rows.append("0101").append(person).append("-1234,2014-05-01,GAD-7,1,1\n");
        }
        Run run = run(rows.toString());
        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.err()).contains("[E300]").doesNotContain("-1234");
    }

    @Test
    void optionsThatDoNotGoTogether() throws IOException {
        String rows = answers("secret1", "2014-05-01", ScreeningScale.GAD_7, "1 1 1 1 1 0 0");
        assertThat(run(rows, "--min-age", "18").err()).contains("--min-age is given without --people");
        assertThat(run(rows, "--min-age", "30").exit()).isEqualTo(2);
        assertThat(run(rows, "--mdi-bands", "20").err()).contains("--mdi-bands 20 is not known");
        assertThat(run(rows, "--people", "-").err()).contains("standard input is for one file");
    }

    @Test
    void lifeNotWorthLivingIsCountedAndToldApart() throws IOException {
        String rows = answers("secret1", "2014-05-01", ScreeningScale.MDI, "0 0 0 0 0 1 0 0 0 0 0 0")
                + answers("secret2", "2014-05-01", ScreeningScale.MDI, "0 0 0 0 0 0 0 0 0 0 0 0")
                + answers("secret3", "2014-05-01", ScreeningScale.MDI, "0 0 0 0 0 - 0 0 0 0 0 0");
        assertThat(run(rows, "--mdi-bands", "21-26-31").out().replaceAll("\\s+", " "))
                .contains("life was not worth living (item 6 above 0): 1 of 2; not answered: 1.");
        String hidden = run(rows, "--mdi-bands", "21-26-31", "--min-cell", "5").out();
        assertThat(hidden).contains("Life not worth living").doesNotContain("1 of 2");
    }
}
