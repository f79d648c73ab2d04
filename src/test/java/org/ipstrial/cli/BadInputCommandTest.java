package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad-input fixture through the real program: exit code, messages, and nothing written where it is refused. */
class BadInputCommandTest {

    private static final Path FIXTURES = Path.of("src/test/resources/bad-input");
    private static final String PLANTED = "Z9QK";
    private static final Pattern CODE = Pattern.compile("\\[([EWL][0-9]{3})]$", Pattern.MULTILINE);
    private static final ObjectMapper JSON = new ObjectMapper();

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
    void endsAsExpectedAndWritesNothingWhenRefused(Path fixture) throws IOException {
        JsonNode expected = JSON.readTree(fixture.resolve("expect.json").toFile());
        Path target = Files.writeString(folder.resolve("results.txt"), "old");
        List<String> args = new ArrayList<>(Files.readAllLines(fixture.resolve("args"), StandardCharsets.UTF_8));
        args.replaceAll(arg -> arg.equals("in.csv") ? fixture.resolve("in.csv").toString() : arg);
        if (args.contains("--allow") && !args.contains("--because")) {
            args.addAll(List.of("--because", "a test"));
        }
        Run shown = Run.of(args);
        // A dotless i, a decimal comma and other digits must change nothing.
        for (String locale : List.of("tr-TR", "da-DK", "ar-EG")) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(Run.of(args)).isEqualTo(shown);
        }
        args.addAll(List.of("-o", target.toString()));
        Run written = Run.of(args);

        int exit = expected.get("exit").asInt();
        assertThat(shown.exit()).as(shown.err()).isEqualTo(exit);
        assertThat(written.exit()).isEqualTo(exit);
        assertThat(codes(shown.err())).isEqualTo(codes(expected));
        assertThat(shown.out() + shown.err() + Files.readString(target)).doesNotContain(PLANTED);
        if (exit == 0) {
            assertThat(Files.readString(target)).isEqualTo(shown.out()).isNotEmpty();
        } else {
            assertThat(shown.out()).isEmpty();
            assertThat(Files.readString(target)).isEqualTo("old");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    private static TreeSet<String> codes(String messages) {
        TreeSet<String> codes = new TreeSet<>();
        Matcher matcher = CODE.matcher(messages);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    private static TreeSet<String> codes(JsonNode expected) {
        TreeSet<String> codes = new TreeSet<>();
        expected.get("findings")
                .forEach(finding -> codes.add(finding.get("code").asText()));
        return codes;
    }
}
