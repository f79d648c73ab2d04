package org.ipstrial.cli.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/**
 * A folder of files with a note beside them that holds the hash of each. Only a file that has the hash that the note says
 * may be replaced, so that nothing but the work of an earlier run ever is.
 *
 * @param folder the folder
 * @param note   the note's name
 * @param title  the note's first line
 * @param work   what wrote it, as messages name it: {@code simulation}
 * @param owner  whether the files are readable to their owner alone
 */
public record NotedFolder(Path folder, String note, String title, String work, boolean owner) {

    private static final Pattern FILE = Pattern.compile("(.+)  rows [0-9]+  sha256 ([0-9a-f]{64})");

    /**
     * Writes the files and the note, all or none; then removes what an earlier run wrote and this one does not.
     *
     * @param files by name, with {@code /} between folders
     * @param head  what the note says between its title and the list of files
     * @return the rows of each file by name
     * @throws RefusedException if a file is there that no earlier run wrote, or the folder cannot be written
     */
    public Map<String, Long> write(Map<String, Content> files, List<String> head) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw AtomicFile.refused(folder, "it is no folder", "name a folder");
        }
        Map<String, String> earlier = noted();
        Map<String, Long> rows = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(title).append('\n');
        head.forEach(line -> text.append(line).append('\n'));
        Map<Path, Content> targets = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            Path target = folder.resolve(name);
            if (Files.exists(target) && !sha256(target).equals(earlier.get(name))) {
                throw RefusedException.of(FindingCode.E029, Location.COMMAND_LINE, target, work);
            }
            targets.put(target, out -> {
                DigestOutputStream hashed = new DigestOutputStream(out, sha256());
                long count = content.writeTo(hashed);
                rows.put(name, count);
                text.append(name).append("  rows ").append(count);
                text.append("  sha256 ").append(hex(hashed.getMessageDigest())).append('\n');
                return count;
            });
        });
        // Last, so that it never vouches for a file that is not there yet.
        targets.put(folder.resolve(note), out -> {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            return 0;
        });
        AtomicFiles.write(targets, owner);
        earlier.forEach((name, hash) -> {
            Path file = folder.resolve(name).normalize();
            if (!files.containsKey(name) && file.startsWith(folder.normalize())) {
                removeAsWritten(file, hash);
            }
        });
        return rows;
    }

    /** Removes what an earlier run wrote and this one does not, unless somebody has changed it since. */
    private static void removeAsWritten(Path file, String hash) {
        if (sha256(file).equals(hash)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
    }

    /** The hashes of the files that the note names, by name. */
    private Map<String, String> noted() {
        Path path = folder.resolve(note);
        Map<String, String> hashes = new HashMap<>();
        if (!Files.exists(path)) {
            return hashes;
        }
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (lines.isEmpty() || !lines.get(0).equals(title)) {
            throw RefusedException.of(FindingCode.E029, Location.COMMAND_LINE, path, work);
        }
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                hashes.put(file.group(1), file.group(2));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        MessageDigest digest = sha256();
        try (OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, hashed);
            return hex(digest);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RefusedException unreadable(Path file, IOException e) {
        return AtomicFile.refused(file, AtomicFile.reason(e), "name another folder");
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
