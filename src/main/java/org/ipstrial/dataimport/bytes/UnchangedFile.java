package org.ipstrial.dataimport.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * The bytes of a file, whose end is reached only if the file has the size and the time of its last change that it had at the
 * start: what is read while another program writes may be half of the old and half of the new.
 */
final class UnchangedFile extends FilterInputStream {

    private final Path path;
    private final long size;
    private final FileTime changed;
    private long count;

    UnchangedFile(Path path) throws IOException {
        super(Files.newInputStream(path));
        this.path = path;
        try {
            BasicFileAttributes start = Files.readAttributes(path, BasicFileAttributes.class);
            this.size = start.size();
            this.changed = start.lastModifiedTime();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return counted(read, read < 0 ? read : 1);
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = super.read(to, from, length);
        return counted(read, read);
    }

    private int counted(int read, int bytes) throws IOException {
        count += Math.max(bytes, 0);
        if (read < 0) {
            BasicFileAttributes end = Files.readAttributes(path, BasicFileAttributes.class);
            if (count != size || end.size() != size || !end.lastModifiedTime().equals(changed)) {
                throw new IOException("it changed while it was read");
            }
        }
        return read;
    }
}
