package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of bad input that nothing is found about: what is made of them in the results. */
class JoinedFilesTest {

    private static final Path FIXTURES = Path.of("src/test/resources");

    @TempDir
    private Path folder;

    private String plan(String fixture) throws IOException {
        for (String from : List.of("bad-history/base", fixture)) {
            try (Stream<Path> files = Files.list(FIXTURES.resolve(from))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder.resolve("plan.yaml").toString();
    }

    private static String outcomes(String plan, Path copy) throws IOException {
        Run run = Run.of("import", plan, "-o", copy.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return Files.readString(copy.resolve("outcomes.csv"));
    }

    /** Case 56: somebody without a spell did nothing, is counted, and lacks nothing. */
    @Test
    void peopleWithoutASpellAreCountedAndHaveZero() throws IOException {
        String plan = plan("bad-history/056-without-a-spell");
        Run check = Run.of("import", plan, "--check");
        assertThat(check.out())
                .contains("file           people with a row  without\n")
                .contains("spells.csv                     1        3\n")
                .contains("follow-up.csv                  4        0\n");
        assertThat(Run.of("import", plan, "--check", "--format", "csv").out())
                .contains("import,all-randomised,,file=spells.csv,,,,,,count,,missing,3,count,,\n");
        assertThat(Run.of("import", plan, "--check", "--min-cell", "3", "--format", "csv")
                        .out())
                .contains("file=spells.csv,,,,,,count,,missing,,count,,suppressed\n")
                .doesNotContain("missing,3,");
        assertThat(outcomes(plan, folder.resolve("copy")))
                .contains("Z9QK01,IPS,2014-01-01,0,0\n", "Z9QK04,SAU,2014-03-01,0,0\n");
    }

    /** Case 73: the arm that a site lacks is there with nobody in it, and nothing is made of the other alone. */
    @Test
    void aSiteInOneArmOnlyHasNoContrast() {
        String file = FIXTURES.resolve("bad-input/073-site-in-one-arm/in.csv").toString();
        Run run = Run.of("compare", file, "--control", "control", "--outcome", "employed", "--by", "site");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("no difference can be estimated (not estimable: nobody assessed in the reference)")
                .contains("no difference can be estimated (not estimable: nobody assessed in the compared arm)");
        String csv = Run.of(
                        "compare",
                        file,
                        "--control",
                        "control",
                        "--outcome",
                        "employed",
                        "--by",
                        "site",
                        "--format",
                        "csv")
                .out();
        assertThat(csv)
                .contains("IPS,control,site=south,,risk-difference,miettinen-nurminen,estimate,,proportion-difference,,"
                        + "nobody-assessed-in-reference\n");
    }

    /** Case 116: an end that is left empty is the data cut, or the day on which the person was last seen. */
    @Test
    void anOpenEndIsTheDataCut() throws IOException {
        String open = outcomes(plan("bad-history/116-open-end-declared"), folder.resolve("open"));
        Path spells = folder.resolve("spells.csv");
        String text = Files.readString(spells);
        Files.writeString(spells, text.replace("2014-07-01,,", "2014-07-01,2014-12-31,"));
        assertThat(Files.readString(spells)).isNotEqualTo(text);

        assertThat(open).isEqualTo(outcomes(folder.resolve("plan.yaml").toString(), folder.resolve("closed")));
        // From 1 July to 31 July, the last day of six months from 1 February: 31 days of 37.5 hours a week.
        assertThat(open).contains("Z9QK03,IPS,2014-02-01,1,166.07142857142858");
    }

    /** Case 123: twelve months from 29 February end with 27 February, since 28 February stands for the 29th. */
    @Test
    void theYearOfALeapDayEndsBeforeTheLastDayOfFebruary() throws IOException {
        // One day of each spell is in the window, or none: 35 hours a week are 5 a day.
        assertThat(outcomes(plan("bad-history/123-leap-day"), folder.resolve("copy")))
                .endsWith("""
                        Z9QK01,IPS,2016-02-29,1,5
                        Z9QK02,SAU,2016-02-29,0,0
                        Z9QK03,IPS,2016-01-31,1,1
                        Z9QK04,SAU,2015-02-28,0,0
                        """);
    }
}
