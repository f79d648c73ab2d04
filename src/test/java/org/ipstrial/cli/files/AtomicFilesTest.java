package org.ipstrial.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files are written, or none is. */
class AtomicFilesTest {

    @TempDir
    private Path folder;

    private Map<Path, Content> files(String... names) {
        Map<Path, Content> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(folder.resolve(name), content("new " + name));
        }
        return files;
    }

    private void write(Map<Path, Content> files, String... gone) {
        AtomicFiles.Note note = new AtomicFiles.Note(folder.resolve("note"), content("begun"), content("done"));
        AtomicFiles.write(files, Stream.of(gone).map(folder::resolve).toList(), note, false);
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private Map<String, String> found() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }

    @Test
    void writesThemAllAndLeavesNothingElse() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Files.writeString(folder.resolve("z"), "old");
        write(files("a", "below/b"), "z");
        assertThat(found()).isEqualTo(Map.of("a", "new a", "below/b", "new below/b", "note", "done"));
    }

    @Test
    void takesBackWhatWasPutInItsPlaceBeforeAMoveFailed() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Files.createDirectories(folder.resolve("c/full"));
        Files.writeString(folder.resolve("c/full/d"), "old");
        Files.writeString(folder.resolve("note"), "old");
        Map<String, String> before = found();

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> write(files("a", "b", "c")));
        assertThat(refused.findings().codes()).extracting(code -> code.id()).containsExactly("E020");
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void takesBackTheFilesAndTheNoteWhereOneCannotBeRemoved() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Map<String, String> before = found();

        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> write(files("a", "b"), "is-not-there"));
        assertThat(refused.findings().codes()).extracting(code -> code.id()).containsExactly("E020");
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void writesNothingWhereOneCannotBePrepared() throws IOException {
        Files.writeString(folder.resolve("file"), "old");
        Map<String, String> before = found();

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> write(files("a", "file/b")));
        assertThat(refused.findings().codes()).extracting(code -> code.id()).containsExactly("E020");
        assertThat(found()).isEqualTo(before);
    }
}
