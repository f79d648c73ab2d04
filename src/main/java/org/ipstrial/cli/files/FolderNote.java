package org.ipstrial.cli.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.digest.Sha256;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/**
 * The note in a folder that says what a run wrote there: a title, what else is to be told, and a line for each file with its
 * rows and its hash. While the files are being put in their places it has the lines of those that stood there too, so that
 * the next run knows every file as its own even if this one is killed.
 */
public final class FolderNote {

    private static final Pattern FILE = Pattern.compile("(.+)  rows [0-9]+  sha256 ([0-9a-f]{64})");
    private static final String UNFINISHED =
            "unfinished: a run is putting these files in their places, or was cut short; run it again";

    private FolderNote() {}

    /**
     * The files that a note names.
     *
     * @param note its text
     */
    public static List<String> names(String note) {
        return note.lines()
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .distinct()
                .toList();
    }

    /**
     * The lines of the files that stand as the note says, by the file's name; of none where there is no note.
     *
     * @param title the note's first line
     * @param work  what wrote it, as messages name it
     * @throws RefusedException if the note is of something else, or a file cannot be read
     */
    static Map<String, String> standing(Path note, String title, String work) {
        Map<String, String> standing = new LinkedHashMap<>();
        if (!Files.exists(note)) {
            return standing;
        }
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(note), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw unreadable(note, e);
        }
        if (lines.isEmpty() || !lines.get(0).equals(title)) {
            throw RefusedException.of(FindingCode.E029, Location.COMMAND_LINE, note, work);
        }
        Path folder = note.toAbsolutePath().normalize().getParent();
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                Path path = folder.resolve(file.group(1)).normalize();
                if (path.startsWith(folder) && hash(path).equals(file.group(2))) {
                    standing.put(file.group(1), line);
                }
            }
        }
        return standing;
    }

    /** The line of a file. */
    static String line(String name, long rows, MessageDigest digest) {
        return name + "  rows " + rows + "  sha256 " + Sha256.end(digest);
    }

    /** What the note says while files are being put in their places. */
    static Content begun(String title, Collection<String> standing, Collection<String> written) {
        return text(List.of(List.of(title, UNFINISHED, ""), standing, written));
    }

    /** What it says when all are there. */
    static Content done(String title, List<String> head, Collection<String> written) {
        return text(List.of(List.of(title), head, written));
    }

    /** Told when it is written: the lines of the files are known only when these are prepared. */
    private static Content text(List<Collection<String>> parts) {
        return out -> {
            for (Collection<String> lines : parts) {
                for (String line : lines) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            return 0;
        };
    }

    private static String hash(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RefusedException unreadable(Path file, IOException e) {
        return AtomicFile.refused(file, AtomicFile.reason(e), "name another folder");
    }
}
