package org.ipstrial.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file's channel of which any read, write or forcing to the disk can fail. */
final class FaultyFileChannel extends FileChannel {

    private final Path path;
    private final FileChannel real;

    FaultyFileChannel(Path path, FileChannel real) {
        this.path = path;
        this.real = real;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        Faults.step("read", path);
        return real.read(bytes);
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
        Faults.step("read", path);
        return real.read(bytes, offset, length);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        Faults.step("read", path);
        return real.read(bytes, position);
    }

    /** Half of the bytes, as a disk that is nearly full takes them. */
    @Override
    public int write(ByteBuffer bytes) throws IOException {
        Faults.step("write", path);
        int all = bytes.limit();
        bytes.limit(bytes.position() + Math.max(1, bytes.remaining() / 2));
        try {
            return real.write(bytes);
        } finally {
            bytes.limit(all);
        }
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        Faults.step("write", path);
        return real.write(bytes, offset, length);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        Faults.step("write", path);
        return real.write(bytes, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        Faults.step("write to the disk", path);
        // Nothing here is to outlast the machine.
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long to) throws IOException {
        real.position(to);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
