package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Habits that reports are better without, told of, and accepted with a reason that the report prints. */
class LintTest {

    private static final String REASON = "it was <asked for> by the board & stands in the protocol";

    private static final String PEOPLE = """
            id,arm,site,hours,worked
            1,IPS,A,10,1
            2,IPS,A,0,0
            3,SAU,A,3,1
            4,SAU,B,0,0
            5,IPS,B,7,1
            6,IPS,B,2,0
            7,SAU,B,0,0
            8,SAU,A,4,1
            """;

    private static final String PLAN = """
            trial: Lint
            participants: {file: in.csv, arm: {column: arm, control: SAU}, columns: {site: {codes: {B: Beta, A: Alpha}}}}
            outcomes:
              worked: {column: worked, kind: binary}
            analyses:
              - {id: within, compare: worked, by: [site]}
            """;

    @TempDir
    private Path folder;

    private static Run compare(String... more) {
        List<String> args = new ArrayList<>(
                List.of("compare", SUPPORTED_WORK.toString(), "--control", "control", "--resamples", "99"));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private Path plan(String text) throws IOException {
        Files.writeString(folder.resolve("in.csv"), PEOPLE);
        return Files.writeString(folder.resolve("trial.yaml"), text);
    }

    @Test
    void adjustingForAnOutcomeIsToldOf() {
        Run run = compare("--outcome", "earnings_1978,earnings_1975", "--adjust", "earnings_1975");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        SUPPORTED_WORK + ": adjusted for 'earnings_1975', which is an outcome and came about after the"
                                + " randomisation; wanted what was known before anybody had an arm; leave it out, or accept it with"
                                + " --allow L301 --because and the reason [L301]\n");
    }

    @Test
    void whatIsAcceptedIsPrintedWithItsReasonInEveryForm() {
        String[] asked = {
            "--outcome",
            "earnings_1978,earnings_1975",
            "--adjust",
            "earnings_1975",
            "--allow",
            "L301",
            "--because",
            REASON
        };
        Run text = compare(asked);
        assertThat(text.exit()).isZero();
        assertThat(text.err()).isEmpty();
        assertThat(text.out()).endsWith("\nAccepted by the user: L301, because: " + REASON + "\n");
        List<String> more = new ArrayList<>(List.of(asked));
        more.addAll(List.of("--format", "json"));
        assertThat(compare(more.toArray(String[]::new)).out())
                .contains("\"allowed\": \"L301\", \"allowed-because\": \"" + REASON + "\"")
                .contains("{\"code\": \"L301\", ");
        more.set(more.size() - 1, "html");
        assertThat(compare(more.toArray(String[]::new)).out())
                .contains(
                        "Accepted by the user: L301, because: it was &lt;asked for&gt; by the board &amp; stands in the"
                                + " protocol");
        more.set(more.size() - 1, "csv");
        assertThat(compare(more.toArray(String[]::new)).exit()).isZero();
    }

    @Test
    void nothingIsAcceptedWithoutAReasonAndNoUnknownCode() {
        String[] asked = {"--outcome", "employed_1978", "--adjust", "age", "--allow"};
        assertThat(refused(asked, "L301"))
                .contains("--allow L301 cannot be accepted; no reason is given; add --because with the reason [E011]");
        assertThat(refused(asked, "L301", "--because", "  "))
                .contains("no reason is given")
                .contains("[E011]");
        assertThat(refused(asked, "L399", "--because", "so"))
                .contains("--allow L399 cannot be accepted; there is no such code; give the code in brackets [E011]");
        assertThat(refused(asked, "E143", "--because", "so")).contains("going on after it would not be sound");
    }

    private static String refused(String[] asked, String... more) {
        List<String> all = new ArrayList<>(List.of(asked));
        all.addAll(List.of(more));
        Run run = compare(all.toArray(String[]::new));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    @Test
    void aComparisonWithinLevelsWantsATestOfTheInteraction() {
        Run run = compare("--outcome", "employed_1978,earnings_1978", "--by", "married,degree");
        assertThat(run.exit()).isZero();
        assertThat(run.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(
                                "ipstrial: the effect on employed_1978, earnings_1978 is shown within the"
                                        + " levels of 'married' without a test that it differs between them; wanted one test of the"
                                        + " interaction; ask for 'subgroups' by the same column, or accept this with --allow L303")
                        && line.endsWith("[L303]"))
                .anyMatch(line -> line.contains("levels of 'degree'"));
        Run accepted = compare(
                "--outcome", "employed_1978", "--by", "married", "--allow", "L303", "--because", "shown, not claimed");
        assertThat(accepted.err()).isEmpty();
        assertThat(accepted.out()).endsWith("Accepted by the user: L303, because: shown, not claimed\n");
        for (String command : List.of("rates", "subgroups")) {
            Run other = Run.of(
                    command,
                    SUPPORTED_WORK.toString(),
                    "--control",
                    "control",
                    "--outcome",
                    "employed_1978",
                    "--by",
                    "married");
            assertThat(other.err()).as(command).isEmpty();
        }
        // A habit is no warning.
        assertThat(compare("--outcome", "employed_1978", "--by", "married", "--fail-on", "warning")
                        .exit())
                .isZero();
    }

    @Test
    void aPlanThatAlsoTestsTheInteractionIsToldOfNothing() throws IOException {
        Path plan = plan(PLAN);
        for (String[] command : new String[][] {{"compare"}, {"plan", "check"}}) {
            List<String> args = new ArrayList<>(List.of(command));
            args.add(plan.toString());
            Run run = Run.of(args);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.err())
                    .contains("trial.yaml:6: ")
                    .contains("the effect on worked is shown within the levels of 'site'")
                    .contains("[L303]");
        }
        plan(PLAN + "  - {id: differs, subgroups: worked, by: [site]}\n");
        assertThat(Run.of("compare", plan.toString()).err()).doesNotContain("L303");
        assertThat(Run.of("compare", plan.toString(), "--outcome", "worked", "--by", "hours")
                        .err())
                .contains("levels of 'hours'")
                .contains("[L303]");
    }

    @Test
    void aPlanAllowsAHabitWithAReason() throws IOException {
        Path plan = plan(PLAN + "allow: {L303: sites are shown on request of the funder}\n");
        Run run = Run.of("compare", plan.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.err()).doesNotContain("L303");
        assertThat(run.out())
                .endsWith("Accepted by the plan: L303, because: sites are shown on request of the funder\n");
        assertThat(Run.of("compare", plan.toString(), "--format", "json").out())
                .contains("\"allowed.L303\": \"sites are shown on request of the funder\"");
        assertThat(Run.of("compare", plan.toString(), "--format", "html").out())
                .contains("Accepted by the plan: L303, because: sites are shown on request of the funder");
        Run check = Run.of("plan", "check", plan.toString());
        assertThat(check.err()).doesNotContain("L303");
        assertThat(check.out()).contains("Accepted by the plan: L303, because: sites are shown");
        for (String[] wrong : new String[][] {
            {"E143: so", "'E143' is nothing that a plan can allow; wanted one of L301, L302, L303; "},
            {"L304: so", "'L304' is nothing that a plan can allow; wanted one of L301, L302, L303; did you mean L30"},
        }) {
            Run refused =
                    Run.of("compare", plan(PLAN + "allow: {" + wrong[0] + "}\n").toString());
            assertThat(refused.exit()).isEqualTo(4);
            assertThat(refused.err()).contains(wrong[1]).contains("[E320]");
        }
        assertThat(Run.of("compare", plan(PLAN + "allow: {L303: }\n").toString())
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void anAmountOfThePlanThatIsCutInTwoIsToldOf() throws IOException {
        String cut = PLAN.replace(
                "  worked: {column: worked, kind: binary}\n",
                "  worked: {column: worked, kind: binary}\n  much: {column: worked, kind: amount}\n");
        Run run = Run.of("compare", plan(cut).toString(), "--outcome", "worked");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains(
                        "outcome 'worked' is column 'worked', an amount of the plan, cut in two: whoever is close to the cut")
                .contains("[L302]");
        assertThat(Run.of("rates", plan(cut).toString(), "--outcome", "worked").err())
                .doesNotContain("L302");
        Run derived = Run.of("compare", "sample-data/ips-three-arm/trial.yaml", "--outcome", "employed_26_weeks");
        assertThat(derived.err())
                .contains("outcome 'employed_26_weeks' is weeks cut at 26: ")
                .contains("[L302]");
        assertThat(Run.of("compare", "sample-data/ips-three-arm/trial.yaml", "--outcome", "employed")
                        .err())
                .doesNotContain("L302");
        Run allowed = Run.of(
                "compare",
                "sample-data/ips-three-arm/trial.yaml",
                "--outcome",
                "employed_26_weeks",
                "--allow",
                "L302",
                "--because",
                "the ministry's definition");
        assertThat(allowed.err()).doesNotContain("L302");
        assertThat(allowed.out()).contains("Accepted by the user: L302, because: the ministry's definition");
    }
}
