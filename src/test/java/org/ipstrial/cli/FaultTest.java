package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every step on files that a command makes, or as many as time allows, fails in its turn: the disk is full, a read does not
 * come back. Each time the run must end with 5 and a finding, with no id in it, every file as it was or all as they should
 * be, and nothing temporary left. Cut off for good where a file is put in its place, it leaves no file half-written, and the
 * next run writes all.
 */
@Tag("fault")
class FaultTest {

    /** Steps that fail in each command; the seed chooses them where there are more. */
    private static final long MOST = Long.getLong("fault.most", 120);

    private static final long SEED = Long.getLong("fault.seed", 20120101);

    @TempDir
    private Path folder;

    @Test
    void whateverStepFailsNothingIsHalfWrittenAndNothingIsKeptQuiet() throws Exception {
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.nio.file.spi.DefaultFileSystemProvider=org.ipstrial.fault.FaultyProvider",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ipstrial.cli.FaultyRuns",
                folder.toRealPath().resolve("work").toString(),
                Long.toString(MOST),
                Long.toString(SEED));
        process.redirectOutput(printed.toFile());
        process.redirectErrorStream(true);
        Process started = process.start();
        assertThat(started.waitFor(20, TimeUnit.MINUTES)).isTrue();
        List<String> lines = Files.readAllLines(printed);
        assertThat(lines.stream().filter(line -> !line.startsWith("good ") && !line.startsWith("steps ")))
                .isEmpty();
        assertThat(started.exitValue()).isZero();
        assertThat(lines.stream().filter(line -> line.startsWith("steps ")))
                .hasSize(FaultyRuns.COMMANDS.size())
                .allMatch(line -> Long.parseLong(line.replaceAll(".*: ", "")) >= 5);
        for (String kind : List.of("(open)", "(read)", "(write)", "(write to the disk)", "(write move)")) {
            assertThat(lines).as("runs in which this failed").anyMatch(line -> line.contains(kind));
        }
        for (String name : FaultyRuns.COMMANDS.keySet()) {
            assertThat(lines).anyMatch(line -> line.startsWith("good " + name + ", cut off at step "));
        }
    }
}
