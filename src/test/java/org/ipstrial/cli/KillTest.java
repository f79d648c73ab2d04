package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a process of its own, killed, ended or doubled at moments that a seed chooses. Whatever the moment, a file is
 * one that a whole run wrote, and the next run writes all of them.
 */
@Tag("fault")
class KillTest {

    private static final int KILLS = Integer.getInteger("fault.kills", 200);
    private static final long SEED = Long.getLong("fault.seed", 20120101);
    private static final int ENDED = 143;

    @TempDir
    private Path folder;

    private Path work;
    private Path messages;

    @BeforeEach
    void plant() throws IOException {
        work = Files.createDirectory(folder.toRealPath().resolve("work"));
        messages = folder.resolve("messages.txt");
        for (Map.Entry<String, String> file : PlantedTrial.files().entrySet()) {
            Files.writeString(work.resolve(file.getKey()), file.getValue());
        }
    }

    private Process start(String line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ipstrial.cli.Main"));
        for (String word : line.split(" ")) {
            command.add(word.equals("PLAN") ? work.resolve("trial.yaml").toString() : word.replace("OUT", out()));
        }
        ProcessBuilder process = new ProcessBuilder(command);
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.redirectError(messages.toFile());
        return process.start();
    }

    private String out() {
        return work.resolve("out").toString();
    }

    /** Runs it to its end, and says how long that took in milliseconds. */
    private long whole(String line) throws Exception {
        long begin = System.nanoTime();
        Process process = start(line);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(messages)).isZero();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(Path.of(out()))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        Path.of(out()).relativize(path).toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private void assertWhole(Map<String, String> before, Map<String, String> after) throws IOException {
        files().forEach((name, text) -> {
            if (!name.endsWith(".tmp") && !text.startsWith("REPORT\nunfinished: ")) {
                assertThat(text).as(name).isIn(before.getOrDefault(name, text), after.get(name));
                assertThat(after).containsKey(name);
            }
        });
    }

    private void deleteTemporaries() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(out()))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (path.toString().endsWith(".tmp")) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Killed outright, it can leave a hidden temporary file, and nothing else that is not whole. */
    @Test
    void killedAtAnyMomentItLeavesOnlyWholeFilesAndTheNextRunWritesAll() throws Exception {
        whole("report PLAN -o OUT/report --language da");
        Map<String, String> before = files();
        long time = whole("report PLAN -o OUT/report");
        Map<String, String> after = files();
        assertThat(before.keySet()).isEqualTo(after.keySet());
        Random random = new Random(SEED);
        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            boolean danish = kill % 2 == 0;
            long begin = System.nanoTime();
            Process process = start("report PLAN -o OUT/report" + (danish ? " --language da" : ""));
            // Most of the time goes into the start: three moments of four are in the second half.
            double moment = kill % 4 == 0 ? random.nextDouble() : 0.5 + 0.6 * random.nextDouble();
            if (!process.waitFor((long) (moment * time), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                killed++;
            } else {
                // The machine has become faster than it was: moments are shares of what a run takes now.
                time = (System.nanoTime() - begin) / 1_000_000;
            }
            assertWhole(before, after);
        }
        assertThat(killed).as("runs that were killed before their end").isGreaterThan(KILLS / 4);
        whole("report PLAN -o OUT/report");
        deleteTemporaries();
        assertThat(files()).isEqualTo(after);
    }

    /** Two at once on one folder: one of them writes all of it, and the other says why it does not, or comes after it. */
    @Test
    void twoRunsThatWriteOneFolderNeverMixTheirFiles() throws Exception {
        whole("report PLAN -o OUT/report --language da");
        Map<String, String> danish = files();
        whole("report PLAN -o OUT/report");
        Map<String, String> english = files();
        for (int i = 0; i < KILLS / 20; i++) {
            Process one = start("report PLAN -o OUT/report");
            Process other = start("report PLAN -o OUT/report --language da");
            assertThat(one.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
            List<Integer> exits = List.of(one.exitValue(), other.exitValue());
            assertThat(exits).contains(0).isSubsetOf(0, ExitCode.FILE);
            if (exits.contains(ExitCode.FILE)) {
                assertThat(Files.readString(messages)).contains("another run is writing there");
            }
            assertThat(files()).isIn(danish, english);
        }
    }

    /** Told to end, it cleans up behind itself. */
    @Test
    void toldToEndAtAnyMomentItLeavesNothingTemporary() throws Exception {
        long time = whole("import PLAN -o OUT/copy");
        Map<String, String> after = files();
        Random random = new Random(SEED);
        int ended = 0;
        for (int i = 0; i < KILLS / 5; i++) {
            Process process = start("import PLAN -o OUT/copy");
            if (!process.waitFor((long) ((0.4 + 0.7 * random.nextDouble()) * time), TimeUnit.MILLISECONDS)) {
                process.destroy();
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isIn(0, ENDED);
                ended += process.exitValue() == ENDED ? 1 : 0;
            }
            assertThat(files()).isEqualTo(after);
            assertThat(Files.readString(messages)).doesNotContain(PlantedTrial.IDS);
        }
        assertThat(ended).as("runs that were ended before their end").isPositive();
    }

    /** Two at once on one file: the file is one run's, whole. */
    @Test
    void twoRunsThatWriteOneFileLeaveTheWholeFileOfOne() throws Exception {
        Files.createDirectory(Path.of(out()));
        whole("rates PLAN -o OUT/page.txt");
        String rates = files().get("page.txt");
        whole("baseline PLAN -o OUT/page.txt");
        String baseline = files().get("page.txt");
        assertThat(rates).isNotEqualTo(baseline);
        for (int i = 0; i < KILLS / 20; i++) {
            Process one = start("rates PLAN -o OUT/page.txt");
            Process other = start("baseline PLAN -o OUT/page.txt");
            assertThat(one.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(one.exitValue() + other.exitValue()).isZero();
            assertThat(files()).containsOnlyKeys("page.txt");
            assertThat(files().get("page.txt")).isIn(rates, baseline);
        }
    }
}
