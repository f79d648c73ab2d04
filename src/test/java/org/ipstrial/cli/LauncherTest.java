package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the launcher tells Java; {@code scripts/check-launcher} runs it and crashes it. */
class LauncherTest {

    @Test
    void aCrashLeavesNoDump() throws IOException {
        String launcher = Files.readString(Path.of("scripts/ipstrial"));
        assertThat(launcher)
                .contains(
                        "ulimit -c 0",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:ErrorFile=/dev/null",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-UsePerfData");
        assertThat(launcher.indexOf("$private \\")).isPositive().isLessThan(launcher.lastIndexOf("IPSTRIAL_JAVA_OPTS"));
        assertThat(Files.readString(Path.of("scripts/check-launcher"))).contains("kill -SEGV \"$crashed\"");
    }

    @Test
    void noCrashOnWindowsLeavesADumpEither() throws IOException {
        String launcher = Files.readString(Path.of("src/assembly/ipstrial.cmd"));
        assertThat(launcher)
                .contains(
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:ErrorFile=NUL",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-UsePerfData",
                        "%IPSTRIAL_JAVA_OPTS% -jar \"%~dp0..\\lib\\ipstrial.jar\" %*");
    }

    /** What the first run trains on ships with the release, else a release would start more slowly than a checkout. */
    @Test
    void whatTheFirstRunReadsIsInTheRelease() throws IOException {
        assertThat(Files.readString(Path.of("src/assembly/gather.xml"))).contains("<fileset dir=\"sample-data\"/>");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("scripts/check-launcher\nscripts/check-release\n");
    }
}
