package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rates --target}: what was observed beside what was expected, each group by itself. */
class TargetTest {

    @TempDir
    private Path folder;

    /** Sixty people of one group, of whom 33 got work; 60% were expected. */
    private String oneGroup(int events, int people) throws IOException {
        StringBuilder text = new StringBuilder("id,arm,employed\n");
        for (int i = 0; i < people; i++) {
            text.append("P").append(i).append(",IPS,").append(i < events ? "yes\n" : "no\n");
        }
        return Files.writeString(folder.resolve("people.csv"), text).toString();
    }

    @Test
    void sixtyPercentExpectedAndThirtyThreeOfSixtyObserved() throws IOException {
        Run run = Run.of("rates", oneGroup(33, 60), "--outcome", "employed", "--target", "0.6");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                employed
                ========

                     rows  assessed  missing  events  percent        95% CI
                IPS    60        60        0      33    55.0%  42.5 to 66.9

                IPS: 60% expected; 33 of 60 observed (55.0%); p = 0.43 (score), p = 0.43 (binomial-exact).

                A share of one group beside a stated one is not an effect: nobody was randomised to the stated
                share, and who was enrolled, when and where may explain the distance. What a programme does is the
                difference between randomised arms.

                Methods: Proportion: Wilson score interval; Test against the stated share: score test against a
                stated share and exact binomial test, two-sided by minimum likelihood; confidence level 95%; seed
                20120101.
                """);
    }

    @Test
    void theAlternativeIsHonouredByTestsAndInterval() throws IOException {
        String file = oneGroup(45, 60);
        Run run = Run.of(
                "rates",
                file,
                "--outcome",
                "employed",
                "--target",
                "0.6",
                "--alternative",
                "greater",
                "--method",
                "clopper-pearson,binomial-exact",
                "--format",
                "csv");
        assertThat(run.exit()).isZero();
        // R 4.2.2: binom.test(45, 60, 0.6, alternative = "greater").
        assertThat(run.out())
                .contains("target=0.6,target-test,binomial-exact,p.value,0.010948230401")
                .contains("proportion,clopper-pearson,conf.low,0.641460205595")
                .contains("proportion,clopper-pearson,conf.high,1,");
        assertThat(Run.of("rates", file, "--outcome", "employed", "--target", "0.6", "--alternative", "less")
                        .out())
                .contains("one-sided 95% CI", "one-sided p", "for fewer than were expected");
    }

    @Test
    void refusals() throws IOException {
        String file = oneGroup(3, 6);
        for (String share : new String[] {"60", "0", "1", "-0.1", "60%", "NaN"}) {
            assertThat(Run.of("rates", file, "--outcome", "employed", "--target=" + share))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "ipstrial: --target " + share + " is not a fraction; wanted a share strictly between 0 and"
                                    + " 1, such as 0.6 for 60 %; give it so [E530]\n"));
        }
        assertThat(Run.of("rates", file, "--outcome", "employed", "--target", "0.6", "--margin", "0.1"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ipstrial: --margin is for a comparison; --target compares no arms; leave it out; see  ipstrial"
                                + " --help [E001]\n"));
        assertThat(Run.of("rates", file, "--outcome", "employed", "--method", "binomial-exact")
                        .err())
                .contains("--method binomial-exact is no method of this command", "[E012]");
        assertThat(Run.of("rates", file, "--outcome", "employed", "--alternative", "less")
                        .err())
                .contains("--alternative less is for a comparison; this command tests nothing");
    }

    @Test
    void aHiddenGroupHidesItsTests() throws IOException {
        Run run = Run.of(
                "rates",
                oneGroup(2, 60),
                "--outcome",
                "employed",
                "--target",
                "0.6",
                "--min-cell",
                "5",
                "--format",
                "csv");
        assertThat(run.out().lines().filter(line -> line.contains("target-test")))
                .hasSize(3)
                .allMatch(line -> line.endsWith(",suppressed"));
    }

    @Test
    void nobodyAssessedIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("none.csv"), "id,arm,employed\nP1,IPS,\nP2,SAU,yes\nP3,SAU,no\n");
        Run run = Run.of("rates", file.toString(), "--outcome", "employed", "--target", "0.6");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("IPS: 60% expected; not estimable: nobody assessed");
    }

    /** What a plan checks is what it then does. */
    @Test
    void aPlanTellsTheShareThatItIsTestedAgainst() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "id,arm,employed\nP1,IPS,yes\nP2,SAU,no\nP3,SAU,yes\n");
        Path plan = Files.writeString(folder.resolve("trial.yaml"), """
                trial: A stated share
                participants: {file: people.csv, arm: {control: SAU}}
                outcomes:
                  employed: {kind: binary, event: "yes"}
                analyses:
                  - {id: expected, rates: employed, target: 0.6, alternative: greater}
                """);

        assertThat(Run.of("plan", "check", plan.toString()).out())
                .contains("expected  rates employed; target 0.6; alternative greater");
        assertThat(Run.of("rates", plan.toString(), "--format", "json").out())
                .contains("\"analysis.expected.does\": \"rates employed; target 0.6; alternative greater\"");
    }
}
