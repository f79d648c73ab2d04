package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names that lead to no file, to one that cannot be taken, or to the same one twice. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FileNamesTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void plant() throws IOException {
        data = Files.copy(Run.SUPPORTED_WORK, folder.resolve("data.csv"));
    }

    private static Run rates(String... args) {
        return Run.of(Stream.concat(
                        Stream.of("rates"), Stream.concat(Stream.of(args), Stream.of("--outcome", "employed_1978")))
                .toList());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsNoOutput() throws IOException {
        Files.createSymbolicLink(folder.resolve("broken"), Path.of("gone.txt"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        for (String name : List.of("broken", "loop")) {
            Run run = rates(data.toString(), "-o", folder.resolve(name).toString());

            assertThat(run.exit()).isEqualTo(5);
            assertThat(run.err()).contains("it is a link that leads to no file", "[E020]");
            assertThat(folder.resolve(name)).isSymbolicLink();
        }
        assertThat(files()).containsExactly("broken", "data.csv", "loop");
    }

    @Test
    void theInputIsNeverTheOutputUnderWhateverName() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("data.csv"));
        Path hard = Files.createLink(folder.resolve("hard"), data);
        for (Path name : List.of(link, hard, folder.resolve("./data.csv"))) {
            assertThat(rates(data.toString(), "-o", name.toString()).exit())
                    .as(name.toString())
                    .isEqualTo(2);
        }
        assertThat(data).hasSameBinaryContentAs(Run.SUPPORTED_WORK);
    }

    @Test
    void aFileWhereAFolderIsWantedAndAFolderWhereAFileIs() {
        Run below = rates(data.toString(), "-o", data + "/page.txt");
        assertThat(below.exit()).isEqualTo(5);
        assertThat(below.err()).contains("there is no folder " + data, "[E020]");
        Run itself = rates(data.toString(), "-o", folder.toString());
        assertThat(itself.exit()).isEqualTo(5);
        assertThat(itself.err()).contains("it is a folder", "[E020]");
        Run read = rates(folder.toString());
        assertThat(read.exit()).isEqualTo(5);
        assertThat(read.err()).contains("is a folder", "[E151]");
    }

    /** A name as long as the system takes has a hidden neighbour of a shorter one while it is written. */
    @Test
    void aLongNameIsWrittenAndOneThatIsTooLongIsFive() throws IOException {
        String longest = "\u00e6".repeat(100) + "x".repeat(55);
        assertThat(rates(data.toString(), "-o", folder.resolve(longest).toString())
                        .exit())
                .isZero();
        assertThat(files()).containsExactly("data.csv", longest);
        for (String name : List.of("x" + longest, "x/".repeat(3000))) {
            assertThat(rates(data.toString(), "-o", folder.resolve(name).toString())
                            .exit())
                    .isEqualTo(5);
            assertThat(rates(folder.resolve(name).toString()).exit()).isEqualTo(5);
        }
        assertThat(files()).containsExactly("data.csv", longest);
    }

    @Test
    void blanksLettersSignsAndLineEndsInNamesAreNames() throws IOException {
        String expected = rates(data.toString()).out();
        for (String name :
                List.of("a b.csv", "\u00e6\u00f8\u00e5.csv", "-x.csv", "a\nb.csv", "~.csv", "$(x).csv", "'.csv")) {
            Files.copy(data, folder.resolve(name));
            Run run = rates(folder.resolve(name).toString());
            assertThat(run.exit()).as(name).isZero();
            assertThat(run.out()).isEqualTo(expected);
        }
        assertThat(rates("--", "-x.csv").exit()).isEqualTo(2);
        assertThat(Run.of("rates", "--outcome", "employed_1978", "--", "-none.csv")
                        .err())
                .contains("there is no file", "[E150]");
        assertThat(rates("no\nsuch.csv").err()).doesNotContain("no\nsuch").contains("[E150]");
    }

    /** Each table of a programme has columns of its own, so that one given for another is told by what it lacks. */
    @Test
    void oneFileGivenForTwoIsToldByTheColumnsThatItLacks() {
        String loads = "sample-data/programme/caseload.csv";
        Run run = Run.of("caseload", loads, "--contacts", loads, "--until", "2014-12-31");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(loads + ":1: no column 'enrolled_on'", "[E143]");
    }

    /** Nothing is unpacked, so that neither a bomb nor a torn archive nor a name inside it matters. */
    @Test
    void anArchiveIsRefusedByItsFirstBytesHoweverMuchItHolds() throws IOException {
        Path bomb = folder.resolve("bomb.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] same = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(same);
            }
        }
        byte[] whole = Files.readAllBytes(bomb);
        Path torn = Files.write(folder.resolve("torn.csv"), Arrays.copyOf(whole, whole.length / 2));
        Path several = folder.resolve("several.csv");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(several))) {
            for (String entry : List.of("../data.csv", "more.csv")) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(Files.readAllBytes(data));
            }
        }
        for (Path archive : List.of(bomb, torn, several)) {
            Run run = rates(archive.toString());
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err()).contains("archive", "[E111]");
        }
        assertThat(files()).containsExactly("bomb.csv", "data.csv", "several.csv", "torn.csv");
    }

    /** A wrong clock moves nothing: the date of a lock is the only thing that is asked of it. */
    @Test
    void onlyALockAsksTheClock() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(source -> source.toString().endsWith(".java"))
                            .filter(FileNamesTest::asksTheClock))
                    .extracting(source -> source.getFileName().toString())
                    .containsExactly("PlanLockCommand.java");
        }
    }

    private static boolean asksTheClock(Path source) {
        try {
            return Pattern.compile(
                            "\\b(Clock|Instant|LocalDate|LocalDateTime|ZonedDateTime|Year)\\.(now|system)|currentTimeMillis|new Date\\(")
                    .matcher(Files.readString(source))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report reads its files once for each command, and never mixes two states of one. */
    @Test
    void aReportOfTwoStatesOfAFileIsRefused() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> ReportRun.whole(List.of(table("aa"), table("aa"), table("bb"))));

        assertThat(refused.findings().inReadingOrder())
                .extracting(Finding::line)
                .containsExactly("data.csv: data.csv could not be read (it changed while the report was made); wanted a"
                        + " file that may be read; try again, or copy it first [E152]");
        assertThat(ReportRun.whole(List.of(table("aa"), table("aa"))).inputs()).hasSize(1);
    }

    private static ResultTable table(String hash) {
        return new ResultTable(
                "compare",
                List.of(new InputFile("data.csv", hash, 1)),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
