package org.ipstrial.cli.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.ipstrial.finding.RefusedException;

/**
 * Keeps other runs from writing into a folder for as long as it is held, so that two of them never mix their files. The system
 * gives it back when the run ends, however it ends: the hidden file that a killed run leaves keeps nobody out.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = ".ipstrial.lock.tmp";
    private static final int ATTEMPTS = 10;

    private static final long LONGEST = 1 << 16;

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
        try {
            Files.createDirectories(folder);
            Temporaries temporaries = new Temporaries();
            try {
                return new FolderLock(temporaries, channel(temporaries, folder));
            } catch (IOException | RefusedException e) {
                temporaries.close();
                throw e;
            }
        } catch (IOException e) {
            throw AtomicFile.refused(folder, AtomicFile.reason(e), "free some room or name another place");
        }
    }

    private static FileChannel channel(Temporaries temporaries, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileChannel channel = temporaries.take(file, () -> take(file));
            if (channel != null) {
                return channel;
            }
        }
        throw new IOException("other runs keep writing there");
    }

    /** The channel that holds the folder's file, or null where the file that was locked is no longer the folder's. */
    private static FileChannel take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            throw AtomicFile.refused(
                    file.getParent(),
                    "another run is writing there",
                    "wait until it has ended, or name another folder");
        }
        if (isStillThere(file, channel)) {
            return channel;
        }
        channel.close();
        return null;
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

    /**
     * Whether what was locked is what has the name. The run that held it before may have deleted it after it was opened here,
     * and another may have made the next one since: what has the name is then not as long as what this makes of what was
     * locked. It is not opened to look, for a system gives a lock back when its process closes the file a second time.
     */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        long length = ThreadLocalRandom.current().nextLong(LONGEST) + 1;
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(1), length - 1);
            return Files.size(file) == length;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            AtomicFile.delete(file);
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        temporaries.close();
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing hangs on what was written to it, and the system gives the lock back when the run ends.
            return;
        }
    }
}
