package org.ipstrial.cli.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.digest.Sha256;
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

    /**
     * Writes the files and the note, and removes what an earlier run wrote and this one does not, all or nothing.
     *
     * @param files by name, with {@code /} between folders
     * @param head  what the note says between its title and the list of files
     * @return the rows of each file by name
     * @throws RefusedException if a file is there that no earlier run wrote, another run is writing there, or the folder
     *     cannot be written
     */
    public Map<String, Long> write(Map<String, Content> files, List<String> head) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw AtomicFile.refused(folder, "it is no folder", "name a folder");
        }
        FolderLock lock = FolderLock.of(folder);
        try {
            return writeLocked(files, head);
        } finally {
            lock.close();
        }
    }

    private Map<String, Long> writeLocked(Map<String, Content> files, List<String> head) {
        Path path = folder.resolve(note);
        Map<String, String> standing = FolderNote.standing(path, title, work);
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        Map<Path, Content> targets = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            Path target = folder.resolve(name);
            if (Files.exists(target) && !standing.containsKey(name)) {
                throw RefusedException.of(FindingCode.E029, Location.COMMAND_LINE, target, work);
            }
            targets.put(target, out -> {
                DigestOutputStream hashed = new DigestOutputStream(out, Sha256.begin());
                long count = content.writeTo(hashed);
                rows.put(name, count);
                written.put(name, FolderNote.line(name, count, hashed.getMessageDigest()));
                return count;
            });
        });
        List<Path> gone = standing.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .map(folder::resolve)
                .toList();
        AtomicFiles.Note about = new AtomicFiles.Note(
                path,
                FolderNote.begun(title, standing.values(), written.values()),
                FolderNote.done(title, head, written.values()));
        AtomicFiles.write(targets, gone, about, owner);
        return rows;
    }
}
