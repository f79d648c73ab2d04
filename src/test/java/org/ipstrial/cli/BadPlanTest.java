package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code bad-plan} through the real program: what is found and where, and that no id is shown. */
class BadPlanTest {

    private static final Path FIXTURES = Path.of("src/test/resources/bad-plan");
    private static final String PLANTED = "Z9QK";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A dotless i, a decimal comma and other digits must change nothing. */
    private static final List<String> LOCALES = List.of("tr-TR", "da-DK", "ar-EG");

    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void backToTheLocaleBefore() {
        Locale.setDefault(BEFORE);
    }

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> entries = Files.list(FIXTURES)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatIsExpected(Path fixture) throws IOException {
        JsonNode expected = JSON.readTree(fixture.resolve("expect.json").toFile());
        String plan = fixture.resolve("plan.yaml").toString();
        for (String locale : LOCALES) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            Run run = Run.of("plan", "check", plan, "--messages", "json");

            assertThat(run.exit()).as(run.err()).isEqualTo(expected.get("exit").asInt());
            assertThat(found(run.err())).isEqualTo(wanted(expected));
            assertThat(run.out().isEmpty()).isEqualTo(run.exit() != 0);
            assertThat(run.out() + run.err()).doesNotContain(PLANTED);
        }
        Locale.setDefault(BEFORE);
        Run text = Run.of("plan", "check", plan);
        for (String locale : LOCALES) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(Run.of("plan", "check", plan)).isEqualTo(text);
        }
        assertThat(text.err()).contains(expected.path("says").asText());
        assertThat(text.out() + text.err()).doesNotContain(PLANTED);
        assertThat(text.err().lines().filter(line -> !line.startsWith("and "))).allSatisfy(line -> assertThat(line)
                .as("what; what was wanted; how to mend it")
                .startsWith(FIXTURES.toString())
                .matches("(?s).*;.*;.*\\[[EW][0-9]{3}]"));
    }

    /** A refused plan is refused by each command alike, and no output is touched. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void endsAlikeInAComparison(Path fixture) throws IOException {
        JsonNode expected = JSON.readTree(fixture.resolve("expect.json").toFile());
        Path target = Files.writeString(folder.resolve("results.csv"), "old");
        Run run = Run.of(
                "compare",
                fixture.resolve("plan.yaml").toString(),
                "--resamples",
                "99",
                "--format",
                "csv",
                "-o",
                target.toString());

        // What only a plan's other columns and analyses are wrong in, a comparison does not meet.
        if (run.exit() != 0 || expected.get("exit").asInt() == 0) {
            assertThat(run.exit()).as(run.err()).isEqualTo(expected.get("exit").asInt());
        } else {
            assertThat(fixture.getFileName().toString()).matches("(091|000-kind).*");
        }
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(target).equals("old")).isEqualTo(run.exit() != 0);
        assertThat(run.err() + Files.readString(target)).doesNotContain(PLANTED);
    }

    @Test
    void everyCodeOfPlansHasAFixture() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path fixture : fixtures().toList()) {
            JSON.readTree(fixture.resolve("expect.json").toFile())
                    .get("findings")
                    .forEach(finding -> codes.add(finding.get("code").asText()));
        }
        for (FindingCode code : FindingCode.values()) {
            // From E450 on they tell of locks, and LockTest has a case of each.
            if (code.id().matches("[EW]4[0-4][0-9]|E21[0578]|E233") && code != FindingCode.E403) {
                assertThat(codes).contains(code.id());
            }
        }
        assertThat(fixtures()).hasSizeGreaterThanOrEqualTo(75);
    }

    @Test
    void aPlanWithTenMistakesGetsTenFindings() throws IOException {
        Run run = Run.of(
                "plan", "check", FIXTURES.resolve("000-ten-mistakes/plan.yaml").toString());

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err().lines()).hasSize(10);
        assertThat(run.err()
                        .lines()
                        .map(line -> line.substring(line.length() - 5, line.length() - 1))
                        .distinct())
                .hasSize(10);
    }

    @Test
    void aPlanThatIsTooLongIsNotParsed() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "trial: " + "x".repeat(1 << 20) + "\n");
        assertThat(Run.of("plan", "check", plan.toString()).err()).contains("longer than 1048576 characters", "[E403]");
        Files.write(plan, new byte[(4 << 20) + 4]);
        assertThat(Run.of("plan", "check", plan.toString()).err()).contains("[E403]");
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret.csv"), "id,arm,employed\n");
        Path inside = Files.createDirectory(folder.resolve("trial"));
        Files.createSymbolicLink(inside.resolve("participants.csv"), outside);
        Path plan = Files.copy(FIXTURES.resolve("157-absent/plan.yaml"), inside.resolve("plan.yaml"));

        Run run = Run.of("plan", "check", plan.toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains(":3: participants.file (9):", "through a link", "[E416]");
    }

    /** Code and line to how often, of the messages as JSON lines. */
    private static TreeMap<String, Integer> found(String messages) throws IOException {
        TreeMap<String, Integer> found = new TreeMap<>();
        for (String line : messages.lines().toList()) {
            JsonNode finding = JSON.readTree(line);
            if (finding.path("message").asText().startsWith("and ") || !finding.has("line")) {
                continue;
            }
            count(found, finding);
        }
        return found;
    }

    private static TreeMap<String, Integer> wanted(JsonNode expected) {
        TreeMap<String, Integer> wanted = new TreeMap<>();
        List<JsonNode> findings = new ArrayList<>();
        expected.get("findings").forEach(findings::add);
        findings.forEach(finding -> count(wanted, finding));
        assertThat(wanted.values()).allMatch(times -> times <= Findings.KEPT);
        return wanted;
    }

    private static void count(TreeMap<String, Integer> counts, JsonNode finding) {
        counts.merge(finding.get("code").asText() + ":" + finding.path("line").asInt(0), 1, Integer::sum);
    }
}
