package org.ipstrial.cli.files;

import java.io.IOException;
import java.io.OutputStream;

/** What is to stand in a file, written piece by piece. */
@FunctionalInterface
public interface Content {

    /**
     * Writes it.
     *
     * @return how many rows of data it has
     * @throws IOException if it cannot be written
     */
    long writeTo(OutputStream out) throws IOException;

    /** Some bytes. */
    static Content of(byte[] bytes, long rows) {
        return out -> {
            out.write(bytes);
            return rows;
        };
    }
}
