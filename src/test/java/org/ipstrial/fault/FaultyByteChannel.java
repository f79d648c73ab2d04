package org.ipstrial.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A channel of which any read or write can fail. */
record FaultyByteChannel(Path path, SeekableByteChannel real) implements SeekableByteChannel {

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        Faults.step("read", path);
        return real.read(bytes);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        Faults.step("write", path);
        return real.write(bytes);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
        real.position(to);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
