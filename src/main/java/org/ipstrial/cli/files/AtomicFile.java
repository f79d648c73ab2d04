package org.ipstrial.cli.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/** Writes a file whole or not at all: a hidden neighbour is written, forced to the disk and put in its place. */
public final class AtomicFile {

    private static final int ATTEMPTS = 100;

    /** So much of a file's name, which the system may not take longer, stands in that of its temporary neighbour. */
    private static final int NAME = 50;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private AtomicFile() {}

    /**
     * Checks, before any work is done, that a file can be put there.
     *
     * @throws RefusedException if its folder does not exist or cannot be written, or the name is a folder
     */
    public static void check(Path target) {
        Path folder = folder(target);
        if (Files.isDirectory(target)) {
            throw refused(target, "it is a folder", "name a file in it");
        }
        leadsSomewhere(target);
        if (!Files.isDirectory(folder)) {
            throw refused(target, "there is no folder " + folder, "make the folder first");
        }
        boolean replaceable = !Files.exists(target) || Files.isRegularFile(target);
        if (replaceable ? !Files.isWritable(folder) : !Files.isWritable(target)) {
            throw refused(target, "it is not writable", "name a file in a folder that you may write");
        }
    }

    /** A link is written through; one that leads to no file would itself be replaced. */
    private static void leadsSomewhere(Path target) {
        if (Files.isSymbolicLink(target) && !Files.exists(target)) {
            throw refused(target, "it is a link that leads to no file", "name the file itself, or remove the link");
        }
    }

    /**
     * Writes text as UTF-8. What is no regular file, such as a device or a pipe, is written directly.
     *
     * @throws RefusedException if it cannot be written; then the file that was there is as it was
     */
    public static void write(Path target, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        leadsSomewhere(target);
        try {
            Path real = Files.exists(target) ? target.toRealPath() : target;
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                try (FileChannel channel = FileChannel.open(real, StandardOpenOption.WRITE)) {
                    writeAll(channel, bytes);
                }
                return;
            }
            replace(real, bytes, false);
        } catch (IOException e) {
            throw refused(target, reason(e), "free some room or name another place");
        }
    }

    /**
     * Writes text as UTF-8 to a file that nobody but its owner may read, where the system knows such a thing, even if others
     * could read the file that was there.
     *
     * @throws RefusedException if it cannot be written, or is no regular file
     */
    public static void writeForOwner(Path target, String text) {
        try {
            Path real = Files.exists(target) ? target.toRealPath() : target;
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                throw refused(target, "it is no regular file", "name a file");
            }
            replace(real, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true);
        } catch (IOException e) {
            throw refused(target, reason(e), "free some room or name another place");
        }
    }

    private static void replace(Path target, ByteBuffer bytes, boolean owner) throws IOException {
        try (Temporaries temporaries = new Temporaries()) {
            Path temporary = temporaries.create(target, owner);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                writeAll(channel, bytes);
                channel.force(true);
            }
            if (!owner) {
                keepPermissions(target, temporary);
            }
            temporaries.place(() -> Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE));
        }
    }

    /**
     * An empty hidden file beside the target, which may not exist.
     *
     * @param owner whether nobody but its owner may read it, where the system knows such a thing
     */
    static Path create(Path target, boolean owner) throws IOException {
        boolean posix = Files.getFileAttributeView(folder(target), PosixFileAttributeView.class) != null;
        FileAttribute<?>[] attributes = owner && posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        long process = ProcessHandle.current().pid();
        String name = target.getFileName().toString();
        String stem =
                name.substring(0, name.offsetByCodePoints(0, Math.min(NAME, name.codePointCount(0, name.length()))));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path temporary = folder(target).resolve("." + stem + "." + process + "-" + attempt + ".tmp");
            try {
                return Files.createFile(temporary, attributes);
            } catch (FileAlreadyExistsException e) {
                // Left by a run that was killed, or another machine's process of the same number: try the next name.
                continue;
            }
        }
        throw new IOException("no name is free for a temporary file");
    }

    /** Gives the file that is to replace a target the permissions of the target, if there is one. */
    static void keepPermissions(Path target, Path temporary) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && Files.exists(target)) {
            Files.setPosixFilePermissions(temporary, view.readAttributes().permissions());
        }
    }

    /** Writes all of the bytes. */
    static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Deletes a temporary file now, or when the program ends. */
    static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            try {
                temporary.toFile().deleteOnExit();
            } catch (IllegalStateException ending) {
                // The program is ending already: there is no later moment.
                return;
            }
        }
    }

    private static Path folder(Path target) {
        return target.toAbsolutePath().getParent() == null
                ? target.toAbsolutePath()
                : target.toAbsolutePath().getParent();
    }

    /** What the system said, without the class name and the path that Java puts before it. */
    public static String reason(IOException e) {
        if (e instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** A file that cannot be written. */
    public static RefusedException refused(Path target, String why, String mend) {
        return RefusedException.of(FindingCode.E020, Location.COMMAND_LINE, target, why, mend);
    }
}
