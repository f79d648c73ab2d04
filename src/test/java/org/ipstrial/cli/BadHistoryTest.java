package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipstrial.finding.FindingCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code bad-history} through the real program: what is found and where, and that no id is shown. */
class BadHistoryTest {

    private static final Path FIXTURES = Path.of("src/test/resources/bad-history");
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
            return entries
                    .filter(Files::isDirectory)
                    .filter(entry -> !entry.endsWith("base"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatIsExpected(Path fixture) throws IOException {
        JsonNode expected = JSON.readTree(fixture.resolve("expect.json").toFile());
        String plan = filesOf(fixture).resolve("plan.yaml").toString();
        for (String locale : LOCALES) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            Run run = Run.of("plan", "check", plan, "--messages", "json");

            assertThat(run.exit()).as(run.err()).isEqualTo(expected.get("exit").asInt());
            assertThat(found(run.err())).isEqualTo(wanted(expected));
            assertThat(run.out() + run.err()).doesNotContain(PLANTED);
        }
        Locale.setDefault(BEFORE);
        Run text = Run.of("compare", plan, "--resamples", "99");
        for (String locale : LOCALES) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(Run.of("compare", plan, "--resamples", "99")).isEqualTo(text);
        }
        assertThat(text.exit()).as(text.err()).isEqualTo(expected.get("exit").asInt());
        assertThat(text.err()).contains(expected.path("says").asText());
        assertThat(text.out() + text.err()).doesNotContain(PLANTED);
    }

    @Test
    void everyCodeOfDatesSpellsAndFollowUpHasAFixture() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path fixture : fixtures().toList()) {
            JSON.readTree(fixture.resolve("expect.json").toFile())
                    .get("findings")
                    .forEach(finding -> codes.add(finding.get("code").asText()));
        }
        for (FindingCode code : FindingCode.values()) {
            if (code.id().matches("[EW](25|26|27|231|232).?")) {
                assertThat(codes).contains(code.id());
            }
        }
        assertThat(fixtures()).hasSizeGreaterThanOrEqualTo(49);
    }

    private Path filesOf(Path fixture) throws IOException {
        for (Path from : List.of(FIXTURES.resolve("base"), fixture)) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }

    private static TreeMap<String, Integer> found(String messages) throws IOException {
        TreeMap<String, Integer> found = new TreeMap<>();
        for (String line : messages.lines().toList()) {
            JsonNode finding = JSON.readTree(line);
            Path file = Path.of(finding.path("file").asText());
            count(found, finding, file.getFileName().toString());
        }
        return found;
    }

    private static TreeMap<String, Integer> wanted(JsonNode expected) {
        TreeMap<String, Integer> wanted = new TreeMap<>();
        expected.get("findings")
                .forEach(finding -> count(wanted, finding, finding.get("file").asText()));
        return wanted;
    }

    private static void count(TreeMap<String, Integer> counts, JsonNode finding, String file) {
        String place = file + ":" + finding.path("line").asInt(0);
        counts.merge(place + " " + finding.get("code").asText(), 1, Integer::sum);
    }
}
