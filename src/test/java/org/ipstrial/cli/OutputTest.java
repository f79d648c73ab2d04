package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Results are written whole or not at all, and a failure to write is never exit code 0. */
class OutputTest {

    private static final String FILE = SUPPORTED_WORK.toString();

    @TempDir
    private Path folder;

    @Test
    void writesTheSameToAFileAsToStandardOutputAndLeavesNothingElse() throws IOException {
        Path target = folder.resolve("results.json");
        Run run = Run.of("rates", FILE, "--outcome", "employed_1978", "--format", "json", "-o", target.toString());

        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(target))
                .isEqualTo(Run.of("rates", FILE, "--outcome", "employed_1978", "--format", "json")
                        .out());
        assertThat(files()).containsExactly("results.json");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void replacesAFileThroughALinkAndKeepsItsPermissions() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

        assertThat(Run.of("rates", FILE, "--outcome", "employed_1978", "-o", link.toString())
                        .exit())
                .isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).contains("75.7%");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        assertThat(files()).containsExactlyInAnyOrder("real.txt", "link.txt");
    }

    @Test
    void aRefusedRunLeavesTheOldFileAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("old.txt"), "old");

        assertThat(Run.of("rates", FILE, "--outcome", "ethnicity", "-o", target.toString())
                        .exit())
                .isEqualTo(3);
        assertThat(Files.readString(target)).isEqualTo("old");
        assertThat(files()).containsExactly("old.txt");
    }

    @Test
    void theInputIsNeverTheOutput() throws IOException {
        Path data = Files.copy(SUPPORTED_WORK, folder.resolve("data.csv"));
        Run run = Run.of("rates", data.toString(), "--outcome", "employed_1978", "-o", folder + "/./data.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("[E010]");
        assertThat(data).hasSameBinaryContentAs(SUPPORTED_WORK);
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeTheDataAreRead() {
        Run run = Run.of("rates", "no-such-file.csv", "--outcome", "x", "-o", folder + "/none/out.txt");

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("there is no folder", "[E020]").doesNotContain("no-such-file");
    }

    @Test
    void aFullDiskBehindStandardOutputIsFive() {
        Broken full = new Broken("No space left on device");
        assertThat(full.run("rates", FILE, "--outcome", "employed_1978")).isEqualTo(5);
        assertThat(full.messages()).contains("standard output cannot be written: No space left on device", "[E021]");
    }

    @Test
    void aReaderThatWentAwayIs141AndNoMessage() {
        Broken pipe = new Broken("Broken pipe");
        assertThat(pipe.run("rates", FILE, "--outcome", "employed_1978")).isEqualTo(141);
        assertThat(pipe.messages()).isEmpty();
    }

    @Test
    void theHelpPageAndTheVersionSeeAFullDiskToo() {
        assertThat(new Broken("No space left on device").run("--version")).isEqualTo(5);
        assertThat(new Broken("No space left on device").run("--help")).isEqualTo(5);
    }

    @Test
    void findingsAsJsonAreOneObjectALine() {
        Run run = Run.of("rates", FILE, "--outcome", "ethnicity", "--messages", "json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("{\"code\":\"E240\",\"severity\":\"error\",\"file\":\"" + FILE + "\",\"line\":null,"
                        + "\"column\":\"ethnicity\",\"message\":\"")
                .endsWith("\"}\n");
    }

    @Test
    void aWarningIsToldAndFailsTheRunOnlyIfAskedTo() throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "id,arm,employed,site\n1,1,1,A\n2,1,0,A\n3,2,1,\n4,2,0,B\n");
        String[] plain = {"rates", data.toString(), "--outcome", "employed", "--by", "site"};

        Run warned = Run.of(plain);
        assertThat(warned.exit()).isZero();
        assertThat(warned.err()).contains("[W216]", "rows without a value in column 'site': 1;", "[W010]");
        assertThat(Run.of(with(plain, "-q")).err()).isEmpty();
        assertThat(Run.of(with(plain, "--fail-on", "warning")).exit()).isEqualTo(1);
        assertThat(Run.of(with(plain, "--fail-on", "warning", "--allow", "W010,W216", "--because", "known"))
                        .exit())
                .isZero();
        Run unexplained = Run.of(with(plain, "--allow", "W010"));
        assertThat(unexplained.exit()).isEqualTo(2);
        assertThat(unexplained.err()).contains("no reason is given", "[E011]");
        assertThat(Run.of(with(plain, "--format", "json", "--allow", "W010", "--because", "known"))
                        .out())
                .contains("\"allowed\": \"W010\"", "\"allowed-because\": \"known\"", "\"code\": \"W010\"");
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A standard output that fails at the first byte. */
    private static final class Broken {

        private final String reason;
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        Broken(String reason) {
            this.reason = reason;
        }

        int run(String... args) {
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException(reason);
                }
            };
            return Main.run(args, new Console(new ByteArrayInputStream(new byte[0]), out, err));
        }

        String messages() {
            return err.toString(StandardCharsets.UTF_8);
        }
    }
}
