package org.ipstrial.cli.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ipstrial.finding.RefusedException;

/**
 * Keeps other runs from writing into a folder for as long as it is held, so that two of them never mix their files. The system
 * gives it back when the run ends, however it ends: the hidden file that a killed run leaves keeps nobody out.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = ".ipstrial.lock.tmp";
    private static final int ATTEMPTS = 10;

    private final Temporaries temporaries;
    private final FileChannel channel;

    private FolderLock(Temporaries temporaries, FileChannel channel) {
        this.temporaries = temporaries;
        this.channel = channel;
    }

    /**
     * Takes it; a folder that is not there is made. Where the file system knows no locks, nobody is kept out.
     *
     * @throws RefusedException if another run holds it, or the folder cannot be written
     */
    static FolderLock of(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!isFree(channel)) {
                    channel.close();
                    throw AtomicFile.refused(
                            folder, "another run is writing there", "wait until it has ended, or name another folder");
                }
                // Else the run that held it has just deleted it: what was locked is no longer the folder's.
                if (Files.exists(file)) {
                    return new FolderLock(Temporaries.of(file), channel);
                }
                channel.close();
            }
            throw new IOException("other runs keep writing there");
        } catch (IOException e) {
            throw AtomicFile.refused(folder, AtomicFile.reason(e), "free some room or name another place");
        }
    }

    private static boolean isFree(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        temporaries.close();
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written to it, and the system gives the lock back when the run ends.
            return;
        }
    }
}
