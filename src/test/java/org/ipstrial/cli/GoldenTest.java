package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every byte of what the program prints, compared with what it printed when a person last read it. Each folder under
 * {@code golden} holds {@code args}, one argument a line, and {@code expected}. {@code -Dgolden.update=true} writes them
 * anew, but not where {@code CI} is set.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreCasesOfEveryCommandAndFormat() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(12);
        StringBuilder all = new StringBuilder();
        for (String name : cases()) {
            all.append(Files.readString(GOLDEN.resolve(name).resolve("args")));
        }
        for (Commands command : Commands.values()) {
            assertThat(all).as("a golden file of " + command.id()).contains(command.id() + "\n");
        }
        for (String format : List.of("markdown", "html", "latex", "csv", "json")) {
            assertThat(all).as("a golden file of " + format).contains("--format\n" + format);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsTheSameBytes(String name) throws IOException {
        Path folder = GOLDEN.resolve(name);
        Run run = Run.of(Files.readAllLines(folder.resolve("args"), StandardCharsets.UTF_8));
        assertThat(run.err()).isEmpty();
        // A check that fails by design says so in a file of its own.
        Path exit = folder.resolve("exit");
        assertThat(run.exit())
                .isEqualTo(
                        Files.exists(exit)
                                ? Integer.parseInt(Files.readString(exit).strip())
                                : 0);
        if (Boolean.getBoolean("golden.update")) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not remade under CI")
                    .isNull();
            Files.writeString(folder.resolve("expected"), run.out());
        }
        assertThat(run.out()).isEqualTo(Files.readString(folder.resolve("expected")));
    }
}
