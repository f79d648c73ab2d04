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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.finding.RefusedException;

/**
 * Writes several files, all or none: each is written beside its place and forced to the disk, and only when all are, they
 * are put in their places, one after the other. Where one of these moves fails, those before it are taken back.
 */
public final class AtomicFiles {

    /**
     * A file on its way.
     *
     * @param target    its place
     * @param temporary the hidden neighbour that holds what is to stand there
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
     * Writes files in the order of the map; folders that are missing are made.
     *
     * @param owner whether a file that was not there is readable to its owner alone, where the system knows such a thing
     * @throws RefusedException if one cannot be written; then every file is as it was
     */
    public static void write(Map<Path, Content> files, boolean owner) {
        Path at = files.keySet().iterator().next();
        try (Temporaries temporaries = new Temporaries()) {
            AtomicFiles writing = new AtomicFiles(temporaries, owner);
            List<Move> moves = new ArrayList<>();
            for (Map.Entry<Path, Content> file : new LinkedHashMap<>(files).entrySet()) {
                at = file.getKey();
                moves.add(writing.prepare(at, file.getValue()));
            }
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
        if (!Files.exists(target)) {
            return new Move(target, temporary, null);
        }
        Path before = temporaries.create(target, owner);
        Files.copy(target, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return new Move(target, temporary, before);
    }

    private static void move(List<Move> moves) throws IOException {
        List<Move> done = new ArrayList<>();
        try {
            for (Move move : moves) {
                Files.move(move.temporary(), move.target(), StandardCopyOption.ATOMIC_MOVE);
                done.add(move);
            }
        } catch (IOException e) {
            for (Move move : done) {
                takeBack(move);
            }
            throw e;
        }
    }

    private static void takeBack(Move move) throws IOException {
        if (move.before() == null) {
            Files.delete(move.target());
        } else {
            Files.move(move.before(), move.target(), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
