package org.ipstrial.cli.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.ipstrial.finding.RefusedException;

/**
 * Writes several files with a note about them, all or none: each is written beside its place and forced to the disk, and only
 * when all are, they are put in their places, one after the other. Where one of these moves fails, those before it are taken
 * back. A run that is killed between two of them leaves a note that was there before the first: it knows what stood in each
 * place and what was to stand there.
 */
public final class AtomicFiles {

    /**
     * The note about the files, which is put in its place twice.
     *
     * @param begun what it says from before the first file is in its place
     * @param done  what it says from when the last is
     */
    public record Note(Path path, Content begun, Content done) {}

    /**
     * A file on its way.
     *
     * @param target    its place
     * @param temporary the hidden neighbour that holds what is to stand there, or null where nothing is to
     * @param before    a copy of what stood there, or null where nothing did
     */
    private record Move(Path target, Path temporary, Path before) {}

    private static final int BUFFER = 1 << 16;

    private final Temporaries temporaries;
    private final boolean owner;

    private AtomicFiles(Temporaries temporaries, boolean owner) {
        this.temporaries = temporaries;
        this.owner = owner;
    }

    /**
     * Writes files in the order of the map and removes others; folders that are missing are made.
     *
     * @param gone  files that are there and are removed
     * @param note  told what to say once all files are prepared
     * @param owner whether a file that was not there is readable to its owner alone, where the system knows such a thing
     * @throws RefusedException if one cannot be written or removed; then every file is as it was
     */
    public static void write(Map<Path, Content> files, List<Path> gone, Note note, boolean owner) {
        Path at = note.path();
        try (Temporaries temporaries = new Temporaries()) {
            AtomicFiles writing = new AtomicFiles(temporaries, owner);
            List<Move> moves = new ArrayList<>();
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                at = file.getKey();
                moves.add(writing.prepare(at, file.getValue()));
            }
            for (Path file : gone) {
                at = file;
                moves.add(new Move(at, null, writing.copy(at)));
            }
            at = note.path();
            moves.add(0, writing.prepare(at, note.begun()));
            moves.add(writing.prepare(at, note.done()));
            temporaries.place(() -> move(moves));
        } catch (IOException e) {
            throw AtomicFile.refused(at, AtomicFile.reason(e), "free some room or name another place");
        }
    }

    private Move prepare(Path target, Content content) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = temporaries.create(target, owner);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        AtomicFile.keepPermissions(target, temporary);
        return new Move(target, temporary, Files.exists(target) ? copy(target) : null);
    }

    private Path copy(Path target) throws IOException {
        Path before = temporaries.create(target, owner);
        return Files.copy(target, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void move(List<Move> moves) throws IOException {
        Deque<Move> done = new ArrayDeque<>();
        try {
            for (Move move : moves) {
                if (move.temporary() == null) {
                    Files.delete(move.target());
                } else {
                    Files.move(move.temporary(), move.target(), StandardCopyOption.ATOMIC_MOVE);
                }
                done.push(move);
            }
        } catch (IOException e) {
            // The last first, so that the note that was there before the first goes last.
            done.forEach(AtomicFiles::takeBack);
            throw e;
        }
    }

    private static void takeBack(Move move) {
        try {
            if (move.before() == null) {
                Files.deleteIfExists(move.target());
            } else {
                Files.move(move.before(), move.target(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // What cannot be taken back is known to the note, which is then not taken back either.
            return;
        }
    }
}
