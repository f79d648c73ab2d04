package org.ipstrial.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
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
final class AtomicFiles {

    /**
     * A file on its way.
     *
     * @param target    its place
     * @param temporary the hidden neighbour that holds what is to stand there
     * @param before    a copy of what stood there, or null where nothing did
     */
    private record Move(Path target, Path temporary, Path before) {}

    private final List<Path> hidden = new ArrayList<>();

    private AtomicFiles() {}

    /**
     * Writes files in the order of the map; folders that are missing are made.
     *
     * @throws RefusedException if one cannot be written; then every file is as it was
     */
    static void write(Map<Path, byte[]> files) {
        AtomicFiles writing = new AtomicFiles();
        Thread removal = new Thread(writing::clear);
        Runtime.getRuntime().addShutdownHook(removal);
        Path at = null;
        try {
            List<Move> moves = new ArrayList<>();
            for (Map.Entry<Path, byte[]> file : new LinkedHashMap<>(files).entrySet()) {
                at = file.getKey();
                moves.add(writing.prepare(at, file.getValue()));
            }
            writing.move(moves);
        } catch (IOException e) {
            throw AtomicFile.refused(at, AtomicFile.reason(e), "free some room or name another place");
        } finally {
            writing.clear();
            Runtime.getRuntime().removeShutdownHook(removal);
        }
    }

    private Move prepare(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = hidden(target);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            AtomicFile.writeAll(channel, ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        AtomicFile.keepPermissions(target, temporary);
        if (!Files.exists(target)) {
            return new Move(target, temporary, null);
        }
        Path before = hidden(target);
        Files.copy(target, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return new Move(target, temporary, before);
    }

    private void move(List<Move> moves) throws IOException {
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

    private Path hidden(Path target) throws IOException {
        Path file = AtomicFile.create(target);
        hidden.add(file);
        return file;
    }

    private void clear() {
        hidden.forEach(AtomicFile::delete);
    }
}
