package org.ipstrial.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private static final int ENDED = 143;

    @TempDir
    private Path folder;

    @Test
    void whileItIsHeldNobodyElseHasIt() throws IOException {
        FolderLock lock = FolderLock.of(folder);
        assertThat(catchThrowableOfType(RefusedException.class, () -> FolderLock.of(folder))
                        .findings()
                        .inReadingOrder()
                        .get(0)
                        .message())
                .contains("another run is writing there");
        assertThat(names()).containsExactly(".ipstrial.lock.tmp");
        lock.close();
        assertThat(names()).isEmpty();
        FolderLock.of(folder).close();
    }

    @Test
    void whatAKilledRunLeftKeepsNobodyOut() throws IOException {
        Files.writeString(
                folder.resolve(".ipstrial.lock.tmp"), "what another run wrote, longer than what this one will");
        FolderLock.of(folder).close();
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsMadeAndWhatIsNoneIsRefused() throws IOException {
        FolderLock.of(folder.resolve("new/folder")).close();
        assertThat(folder.resolve("new/folder")).isEmptyDirectory();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(catchThrowableOfType(RefusedException.class, () -> FolderLock.of(file)))
                .isNotNull();
    }

    /** The moments between making the file and knowing of it are short: the program does nothing else until it is ended. */
    @Test
    void toldToEndWhileItIsTakenItIsGone() throws Exception {
        Random random = new Random(20120101);
        for (int i = 0; i < 10; i++) {
            Process process = loop(Long.MAX_VALUE, false);
            begun(process);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ENDED);
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void ofTwoThatTakeItOverAndOverNeverBothHaveIt() throws Exception {
        Process one = loop(20_000, true);
        Process other = loop(20_000, true);
        begun(one);
        begun(other);
        assertThat(one.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(List.of(one.exitValue(), other.exitValue())).containsOnly(0);
        assertThat(names()).isEmpty();
    }

    private Process loop(long rounds, boolean inside) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderLockLoop.class.getName(),
                        folder.toString(),
                        Long.toString(rounds),
                        Boolean.toString(inside))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void begun(Process process) throws IOException {
        BufferedReader printed = process.inputReader(StandardCharsets.UTF_8);
        assertThat(printed.readLine()).isEqualTo("begun");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
