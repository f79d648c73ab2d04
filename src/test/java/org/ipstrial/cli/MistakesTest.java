package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Common mistakes: what is printed, in full, and that nothing else is. */
class MistakesTest {

    private static final String FILE = SUPPORTED_WORK.toString();

    @TempDir
    private Path folder;

    @Test
    void noControl() {
        refused(2, """
                ipstrial: no control arm is named; the reference arm is never guessed; give --control with one of: \
                control, supported work [E003]
                """, "compare", FILE, "--outcome", "employed_1978");
    }

    @Test
    void aControlThatIsNoArm() {
        refused(2, """
                ipstrial: --control contrl is not an arm; the arms are control, supported work; did you mean control? \
                [E004]
                """, "compare", FILE, "--outcome", "employed_1978", "--control", "contrl");
    }

    @Test
    void levelsThatAreWords() {
        refused(3, """
                sample-data/supported-work/participants.csv: ethnicity (5): the levels are text: 'black' (371), 'hispanic' (39), \
                'other' (35); wanted whole numbers in the order of the levels; number them in the file, or name them, \
                lowest first, under 'levels' of the outcome in a plan [E292]
                """, "compare", FILE, "--control", "control", "--outcome", "ethnicity", "--kind", "ordinal");
    }

    @Test
    void aMeanOfLevels() {
        refused(
                2,
                """
                ipstrial: --method welch is not for ordered levels; wanted one of brant, brunner-munzel, general-association, kruskal-wallis, \
                mann-whitney, mann-whitney-exact, proportional-odds, row-mean-scores, van-elteren; name one of them, or read the outcome with \
                --kind amount [E296]
                """,
                "compare",
                FILE,
                "--control",
                "control",
                "--outcome",
                "education_years",
                "--kind",
                "ordinal",
                "--method",
                "welch");
    }

    @Test
    void ninetyFiveForAFraction() {
        refused(2, """
                ipstrial: --level 95 is not a fraction; wanted a number strictly between 0 and 1; for 95 % give \
                --level 0.95 [E005]
                """, "rates", FILE, "--outcome", "employed_1978", "--level", "95");
    }

    @Test
    void caseloadsWithoutADataDate() {
        refused(2, """
                ipstrial: --until is not given; wanted the last day of which the files know, since today's date is never \
                taken; see  ipstrial --help [E001]
                """, "caseload", "sample-data/programme/caseload.csv");
    }

    @Test
    void aBarePercentage() {
        refused(2, """
                ipstrial: --counts IPS=58% is a bare percentage; wanted LABEL=EVENTS/N; a confidence interval needs the \
                numbers behind the percentage [E007]
                ipstrial: --counts SAU=21% is a bare percentage; wanted LABEL=EVENTS/N; a confidence interval needs the \
                numbers behind the percentage [E007]
                """, "compare", "--counts", "IPS=58%", "--counts", "SAU=21%", "--control", "SAU");
    }

    @Test
    void countsOfWhichNobodySaysHowManyWereRandomised() {
        refused(2, """
                ipstrial: --counts is given without --randomised; wanted how many were randomised to each arm, such as \
                --randomised IPS=243,SAU=239; see  ipstrial --help [E001]
                """, "missing", "--counts", "IPS=112/187", "--counts", "SAU=79/170", "--control", "SAU");
    }

    @Test
    void aMistypedCommandAndOption() {
        refused(
                2,
                "ipstrial: there is no command 'compre'; did you mean compare or reconcile or report?; see  ipstrial --help [E001]\n",
                "compre");
        refused(2, """
                ipstrial: there is no option --contrl; did you mean --control or --contrasts or --color?; see  ipstrial \
                compare --help [E001]
                """, "compare", "--contrl", "x");
    }

    @Test
    void anAmountWhereAYesOrNoIsWanted() {
        refused(2, """
                ipstrial: outcome earnings_1978 is an amount; rates takes yes/no outcomes and ordered levels; use 'ipstrial \
                hours', or say how to read the column with --kind [E015]
                """, "rates", FILE, "--outcome", "earnings_1978");
    }

    /** Within an arm there is no other to compare it with. */
    @Test
    void comparedWithinTheArms() {
        String wanted = "ipstrial: --by names arm, the column of arms; wanted a column whose levels hold people of both"
                + " arms; see  ipstrial --help [E001]\n";
        for (String command : List.of("compare", "missing")) {
            refused(
                    2,
                    wanted,
                    command,
                    FILE,
                    "--control",
                    "control",
                    "--outcome",
                    "employed_1978",
                    "--by",
                    "degree,arm");
        }
        refused(
                2,
                wanted,
                "survival",
                FILE,
                "--control",
                "control",
                "--time",
                "age",
                "--event",
                "employed_1978",
                "--by",
                "arm");
    }

    @Test
    void subgroupsAdjustedForTheArms() {
        refused(
                2,
                """
                ipstrial: --adjust names arm, the column of arms; wanted what was known before anybody had an arm; see  \
                ipstrial --help [E001]
                """,
                "subgroups",
                FILE,
                "--control",
                "control",
                "--outcome",
                "employed_1978",
                "--by",
                "married",
                "--adjust",
                "arm");
    }

    @Test
    void whatIsForLaterIsSaid() {
        refused(2, """
                ipstrial: --format ard of methods is not supported yet; text, markdown, html and latex are; leave it out \
                [E002]
                """, "methods", "--format", "ard");
    }

    @Test
    void idsAreNoLevelsAndNoArms() {
        for (String option : new String[] {"--by", "--arm"}) {
            refused(
                    2,
                    "ipstrial: " + option + " names id, the column of ids; ids are never shown; name another column, or"
                            + " the ids with --id [E018]\n",
                    "rates",
                    FILE,
                    "--outcome",
                    "employed_1978",
                    option,
                    "id");
        }
        assertThat(Run.of("rates", FILE, "--outcome", "id").exit()).isEqualTo(2);
        assertThat(Run.of("rates", FILE, "--outcome", "employed_1978", "--where", "id=NSW001")
                        .err())
                .contains("[E018]")
                .doesNotContain("NSW001");
    }

    @Test
    void helpOnACommandThatIsNone() {
        Run run = Run.of("help", "nothing");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("[E001]");
    }

    @Test
    void tooManyRowsIsAllThatIsSaidOfThem() {
        refused(
                3,
                FILE + ": more than 10 rows (about 445); wanted at most so many; give --max-rows with a higher limit"
                        + " [E138]\n",
                "rates",
                FILE,
                "--outcome",
                "employed_1978",
                "--max-rows",
                "10");
    }

    @Test
    void aLevelThatDoesNotOccur() {
        refused(2, """
                ipstrial: --where ethnicity=hispanc names the level hispanc, which column ethnicity does not have; its \
                levels are black, hispanic, other; did you mean hispanic? [E014]
                """, "rates", FILE, "--outcome", "employed_1978", "--where", "ethnicity=hispanc");
    }

    @Test
    void aMethodOfAnotherCommand() {
        refused(2, """
                ipstrial: --method newcombe is no method of this command; wanted one of agresti-coull, \
                blaker, clopper-pearson, jeffreys, likelihood-ratio, mid-p, wald, wald-cc, wilson, wilson-cc; leave it \
                out or mend it [E012]
                """, "rates", FILE, "--outcome", "employed_1978", "--method", "newcombe");
    }

    @Test
    void everythingWrongWithAFileIsToldAtOnceAndNoIdIsEver() throws IOException {
        Path file = folder.resolve("trial.csv");
        Files.writeString(file, """
                id,arm,employed,hours
                secret1,IPS,yes,"12,5"
                secret2,IPS,maybe,7
                secret2,SAU,no,8
                secret3,,no,9
                secret4,SAU,no
                """);
        Run run = Run.of("compare", file.toString(), "--control", "SAU", "--outcome", "employed,hours");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[E131]", "[E212]").doesNotContain("secret");
        assertThat(run.err().lines().count()).isGreaterThanOrEqualTo(4);
        assertThat(run.err().lines()).allSatisfy(line -> assertThat(line).startsWith(file + ":"));
    }

    @Test
    void windows1252IsRefusedAndThenRead() throws IOException {
        Path file = folder.resolve("trial.csv");
        String text = "id,arm,employed\n1,Støtte,ja\n2,Støtte,nej\n3,Kontrol,ja\n4,Kontrol,nej\n";
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));

        Run refused = Run.of("rates", file.toString(), "--outcome", "employed");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains(":2:", "0xF8", "--encoding windows-1252");

        Run read = Run.of("rates", file.toString(), "--outcome", "employed", "--encoding", "windows-1252");
        assertThat(read.exit()).isZero();
        assertThat(read.out()).contains("Støtte");
    }

    private static void refused(int exit, String message, String... args) {
        assertThat(Run.of(args)).isEqualTo(new Run(exit, "", message));
    }
}
