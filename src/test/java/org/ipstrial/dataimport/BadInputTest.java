package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ipstrial.finding.Domain;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.finding.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code bad-input}: what is found, where, in which words, and that no id is shown. */
class BadInputTest {

    private static final Path FIXTURES = Path.of("src/test/resources/bad-input");
    private static final String PLANTED = "Z9QK";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale BEFORE = Locale.getDefault();

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
        // A dotless i, a decimal comma and other digits must change nothing.
        for (String locale : List.of("tr-TR", "da-DK", "ar-EG")) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            check(fixture, expected);
        }
    }

    private static void check(Path fixture, JsonNode expected) {
        Outcome outcome = run(fixture);

        assertThat(outcome.places()).containsExactlyInAnyOrderElementsOf(expectedPlaces(expected));
        assertThat(outcome.exit())
                .as(outcome.messages().toString())
                .isEqualTo(expected.get("exit").asInt());
        if (expected.has("says")) {
            String fragment = expected.get("says").asText();
            assertThat(outcome.messages())
                    .anySatisfy(message -> assertThat(message).contains(fragment));
        }
        if (expected.has("rows")) {
            assertThat(outcome.rows()).isEqualTo(expected.get("rows").asLong());
        }
        for (String message : outcome.messages()) {
            assertThat(message).doesNotContain(PLANTED);
            expected.path("hidden").forEach(hidden -> assertThat(message).doesNotContain(hidden.asText()));
            assertThat(message).as("what; what was wanted; how to mend it").matches("(?s).*;.*;.*");
        }
    }

    /** Nobody plants an id and forgets to plant it: the check above would then say nothing. */
    @Test
    void mostFixturesHoldAPlantedId() throws IOException {
        long planted = fixtures().filter(BadInputTest::holdsPlantedId).count();

        assertThat(fixtures().count()).isGreaterThanOrEqualTo(150);
        assertThat(planted).isGreaterThanOrEqualTo(130);
    }

    @Test
    void everyRefusalOfDataHasAFixtureOrIsNamedHere() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Path fixture : fixtures().toList()) {
            JSON.readTree(fixture.resolve("expect.json").toFile())
                    .get("findings")
                    .forEach(finding -> expected.add(finding.get("code").asText()));
        }
        List<String> without = Stream.of(FindingCode.values())
                .filter(code -> code.id().matches("[EW][123]\\d\\d"))
                // Those of dates, spells, weeks and follow-up have theirs in BadHistoryTest, those of times to an event
                // (E280 to E284) in SurvivalTest, those of their models (W340 to W342) in SurvivalAdjustTest, and those
                // about options of them (E350 to E353) in CourseOfWorkPlanTest and SurvivalCellsTest;
                // those of what is missing (E360, E361) in MissingTest, of what imputes it (E370 to E375) in
                // ImputationTest and MultipleImputationTest, of sums (E377 to E379) in DerivedImputationTest, of
                // clusters that are compared (W376) in ClusterTest, of
                // several arms and hypotheses (E310, E311, W310) in ManyArmsTest and HypothesesTest,
                // of graphs of hypotheses (E381 to E384) in BadPlanTest.
                .filter(code -> !code.id().matches("[EW](2[5678]\\d|23[12]|3[145678]\\d)"))
                // What a plan allows and who lacks an amount of subgroups are in LintTest and ModeratorsTest, what
                // separates
                // subgroups with covariates in SubgroupsAdjustTest, and ordered levels in OrdinalTest.
                .filter(code -> !code.id().matches("[EW]32[02]|E29[2-7]|W24[78]"))
                .map(FindingCode::id)
                .filter(code -> !expected.contains(code))
                .toList();

        // Limits are tested with files made on the spot, files that cannot be opened in FileSourceTest, two in
        // DialectTest and DecodingTest, and those that need a plan (E210 to E233) in BadPlanTest.
        assertThat(without)
                .containsExactlyInAnyOrder(
                        "E135", "E136", "E137", "E138", "E147", "E150", "E151", "E152", "E153", "E148", "E113", "E210",
                        "E215", "E217", "E218", "E233");
    }

    private record Outcome(int exit, List<String> places, List<String> messages, long rows) {}

    private static Outcome run(Path fixture) {
        Arguments arguments = Arguments.of(fixture.resolve("args"));
        DataSource source = new Fixture(fixture.resolve("in.csv"));
        try {
            ImportedParticipants imported = ParticipantsImport.read(source, arguments.options(), arguments.request());
            return outcome(imported.warnings(), imported.rows());
        } catch (RefusedException e) {
            return outcome(e.findings(), -1);
        }
    }

    private static Outcome outcome(Findings findings, long rows) {
        int exit = 0;
        for (FindingCode code : findings.codes()) {
            if (findings.severity(code) == Severity.REFUSAL) {
                exit = Math.max(exit, exitOf(code.domain()));
            }
        }
        List<Finding> found = findings.inReadingOrder();
        return new Outcome(
                exit,
                found.stream().map(BadInputTest::place).toList(),
                found.stream().map(Finding::line).toList(),
                rows);
    }

    private static int exitOf(Domain domain) {
        return switch (domain) {
            case USAGE -> 2;
            case DATA -> 3;
            case PLAN -> 4;
            case FILE -> 5;
            case PRIVACY -> 7;
        };
    }

    private static String place(Finding finding) {
        return place(
                finding.code().id(), finding.where().line(), finding.where().column());
    }

    private static String place(String code, long line, String column) {
        return code + " line " + line + " column '" + column + "'";
    }

    private static List<String> expectedPlaces(JsonNode expected) {
        List<String> places = new ArrayList<>();
        expected.get("findings")
                .forEach(finding -> places.add(place(
                        finding.get("code").asText(),
                        finding.path("line").asLong(),
                        finding.path("column").asText())));
        return places;
    }

    private static boolean holdsPlantedId(Path fixture) {
        try {
            byte[] bytes = Files.readAllBytes(fixture.resolve("in.csv"));
            return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .replace("\0", "")
                    .contains(PLANTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file under the name that the arguments give it. */
    private record Fixture(Path path) implements DataSource {

        @Override
        public String name() {
            return "in.csv";
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream(Files.readAllBytes(path));
        }
    }
}
