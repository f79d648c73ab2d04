package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What only a process of its own meets: closed and full standard streams, signals, limits, names and character sets of the
 * system. Each time the exit code is that of the contract, messages are findings, and no file is left but whole ones.
 */
@EnabledOnOs(OS.LINUX)
class WholeProcessTest {

    private static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ROWS = "id,arm,employed\nZ9QKx01,IPS,1\nZ9QKx02,SAU,0\nZ9QKx03,IPS,1\nZ9QKx04,SAU,\n";
    private static final String RATES = "rates data.csv --outcome employed";

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void plant() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        Files.writeString(work.resolve("data.csv"), ROWS);
    }

    /** The command line of the shell: {@code RUN} stands for the program in the shell's place, {@code JAVA} below it. */
    private ProcessBuilder shell(String line, String... javaOptions) {
        List<String> program =
                new ArrayList<>(List.of(PROGRAM, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        program.addAll(List.of(javaOptions));
        program.addAll(List.of("-cp", "\"$CLASSES\"", "org.ipstrial.cli.Main"));
        String whole = String.join(" ", program);
        ProcessBuilder process = new ProcessBuilder(
                "/bin/sh", "-c", line.replace("RUN", "exec " + whole).replace("JAVA", whole));
        process.environment().put("CLASSES", System.getProperty("java.class.path"));
        process.environment().put("LC_ALL", "C.UTF-8");
        process.directory(work.toFile());
        process.redirectError(folder.resolve("err").toFile());
        return process;
    }

    private Run run(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return ended(process, out);
    }

    private Run ended(Process process, String out) throws Exception {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String err = Files.readString(folder.resolve("err"));
        assertThat(out + err).doesNotContain("Z9QK", "Exception", "\tat ");
        return new Run(process.exitValue(), out, err);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(work)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RATES, "--version", "--help", "methods", "plan init data.csv"})
    void aFullDiskBehindStandardOutputIsFive(String command) throws Exception {
        Run run = run(shell("RUN " + command + " >/dev/full"));

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err())
                .isEqualTo("ipstrial: standard output cannot be written: No space left on device; wanted room for the"
                        + " results; nothing is complete [E021]\n");
    }

    @Test
    void aFolderThatTakesNoFilesIsFive() throws Exception {
        Run run = run(shell("RUN " + RATES + " -q -o /proc/page.txt"));

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("the output /proc/page.txt cannot be written: ", "[E020]");
    }

    @Test
    void aFullDeviceAsOutputIsFive() throws Exception {
        Run run = run(shell("RUN " + RATES + " -q -o /dev/full"));

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("the output /dev/full cannot be written: No space left on device", "[E020]");
    }

    /** As a full disk or a quota would, in the middle of the file. */
    @Test
    void aFileThatMayNotGrowLeavesTheOldOneAsItWas() throws Exception {
        Files.writeString(work.resolve("page.md"), "old");
        Run run = run(shell("ulimit -f 8; RUN methods --format markdown -o page.md"));

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("the output page.md cannot be written: File too large", "[E020]");
        assertThat(Files.readString(work.resolve("page.md"))).isEqualTo("old");
        assertThat(files()).containsExactly("data.csv", "page.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {RATES + " -q", "methods --format markdown", "--help"})
    void aReaderThatWentAwayIs141AndNoWord(String command) throws Exception {
        ProcessBuilder builder = shell("read go; RUN " + command);
        Process process = builder.start();
        process.getInputStream().close();
        process.getOutputStream().write('\n');
        process.getOutputStream().close();

        Run run = ended(process, "");
        assertThat(run.exit()).isEqualTo(141);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void closedStreamsAreNoPlaceForResultsAndTakeNoMessages() throws Exception {
        Run closed = run(shell("RUN " + RATES + " -q >&-"));
        assertThat(closed.exit()).isEqualTo(5);
        assertThat(closed.err()).contains("standard output cannot be written", "[E021]");

        assertThat(run(shell("RUN " + RATES + " -o whole.txt")).exit()).isZero();
        assertThat(run(shell("RUN " + RATES + " -o silent.txt <&- >&- 2>&-")).exit())
                .isZero();
        assertThat(work.resolve("silent.txt")).hasSameBinaryContentAs(work.resolve("whole.txt"));
        assertThat(run(shell("RUN rates none.csv --outcome employed 2>&-")).exit())
                .isEqualTo(5);
        assertThat(files()).containsExactly("data.csv", "silent.txt", "whole.txt");
    }

    /** It waits for the end of standard input when the signal comes. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalEndsItWithNothingWritten(String signal, int exit) throws Exception {
        Files.writeString(work.resolve("page.txt"), "old");
        // Whoever started these tests may have had interrupts ignored.
        Process process = shell("exec env --default-signal=" + signal + " JAVA rates - --outcome employed -o page.txt")
                .start();
        try (BufferedWriter in =
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
            in.write(ROWS);
            in.flush();
            // The process is the program, and has its handlers, once Java has opened the class path.
            for (int i = 0; i < 300 && !reads(process); i++) {
                Thread.sleep(20);
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            Run run = ended(process, "");
            assertThat(run.exit()).isEqualTo(exit);
            assertThat(run.err()).isEmpty();
        } catch (IOException e) {
            // The pipe to a process that has ended cannot be flushed.
            assertThat(process.isAlive()).isFalse();
        }
        assertThat(Files.readString(work.resolve("page.txt"))).isEqualTo("old");
        assertThat(files()).containsExactly("data.csv", "page.txt");
    }

    /** Whether it has taken what was written to its standard input. */
    private static boolean reads(Process process) throws IOException {
        Path wait = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> threads = Files.list(wait)) {
            return threads.anyMatch(thread -> text(thread.resolve("wchan")).contains("pipe")
                    || text(thread.resolve("syscall")).startsWith("0 0x0 "));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void aHeapThatIsTooSmallIsOneLine() throws Exception {
        StringBuilder many = new StringBuilder(ROWS);
        for (int i = 0; i < 400_000; i++) {
            many.append("Z9QK").append(i).append(i % 2 == 0 ? ",IPS,1\n" : ",SAU,0\n");
        }
        Files.writeString(work.resolve("data.csv"), many);
        Run run = run(shell("RUN " + RATES + " -o page.txt", "-Xmx20m"));

        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.err()).startsWith("ipstrial: memory is full, with ").endsWith("nothing is written [E028]\n");
        assertThat(files()).containsExactly("data.csv");
    }

    @Test
    void aNameThatTheLocaleCannotWriteIsFive() throws Exception {
        Files.writeString(work.resolve("l\u00f8n.csv"), ROWS);
        ProcessBuilder builder = shell("RUN rates \"$(printf 'l\\303\\270n.csv')\" --outcome employed");
        assertThat(run(builder).exit()).isZero();
        builder.environment().put("LC_ALL", "C");
        Run run = run(builder);

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .endsWith("cannot be a file's in the characters of this locale; wanted a name that can; set"
                        + " LC_ALL=C.UTF-8, as scripts/ipstrial does [E023]\n");
    }

    /** Java makes names of characters, and this one is of none; the shell can open it. */
    @Test
    void aNameThatIsNoUtf8IsNotThereButCanBePipedIn() throws Exception {
        assertThat(run(shell("cp data.csv \"$(printf 'b\\377.csv')\"; RUN rates \"$(printf 'b\\377.csv')\" --outcome"
                                + " employed"))
                        .exit())
                .isEqualTo(5);
        Run piped = run(shell("RUN rates - --outcome employed <\"$(printf 'b\\377.csv')\""));
        assertThat(piped.exit()).as(piped.err()).isZero();
    }

    @Test
    void textIsUtf8WhateverTheConsoleTakes() throws Exception {
        Files.writeString(work.resolve("data.csv"), ROWS.replace("SAU", "\u00c6r\u00f8"));
        String whole = run(shell("RUN " + RATES)).out();
        assertThat(whole).contains("\u00c6r\u00f8");
        for (String charset : List.of("US-ASCII", "ISO-8859-1", "UTF-8")) {
            ProcessBuilder builder = shell("RUN " + RATES, "-Dfile.encoding=" + charset);
            builder.environment().put("LC_ALL", "C");
            assertThat(run(builder).out()).as(charset).isEqualTo(whole);
        }
    }

    /** It keeps nothing anywhere and asks for nothing: no home, no folder for temporary files, no user by name. */
    @Test
    void itNeedsNoHomeAndFewFiles() throws Exception {
        String whole = run(shell("RUN " + RATES)).out();
        ProcessBuilder bare = shell("RUN " + RATES, "-Djava.io.tmpdir=/nonexistent", "-Duser.home=/nonexistent");
        bare.environment().keySet().retainAll(List.of("CLASSES", "LC_ALL"));
        assertThat(run(bare)).extracting(Run::exit, Run::out).containsExactly(0, whole);
        ProcessBuilder narrow = shell("ulimit -n 64; RUN " + RATES);
        narrow.environment().putAll(Map.of("COLUMNS", "20", "TERM", "dumb", "NO_COLOR", "1"));
        assertThat(run(narrow)).extracting(Run::exit, Run::out).containsExactly(0, whole);
    }

    @ParameterizedTest
    @CsvSource({"000, rw-rw-rw-", "022, rw-r--r--", "077, rw-------"})
    void aNewFileHasThePermissionsThatTheUserWants(String mask, String permissions) throws Exception {
        assertThat(run(shell("umask " + mask + "; RUN " + RATES + " -o page.txt"))
                        .exit())
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("page.txt"))))
                .isEqualTo(permissions);
    }

    @Test
    void whatTheUserMayNotReadOrWriteIsFive() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("nothing is forbidden to root")
                .isNotEqualTo("root");
        Path closed = Files.createDirectory(work.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        assertThat(work.resolve("data.csv").toFile().setReadable(false)).isTrue();
        try {
            Run write = run(shell("RUN " + RATES + " -o closed/page.txt"));
            assertThat(write.exit()).isEqualTo(5);
            assertThat(write.err()).contains("it is not writable", "[E020]").doesNotContain("E152");
            Run read = run(shell("RUN " + RATES));
            assertThat(read.exit()).isEqualTo(5);
            assertThat(read.err()).contains("permission denied", "[E152]");
        } finally {
            assertThat(closed.toFile().setWritable(true)).isTrue();
        }
    }
}
