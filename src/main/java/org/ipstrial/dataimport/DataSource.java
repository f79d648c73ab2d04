package org.ipstrial.dataimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.ipstrial.dataimport.bytes.FileSource;
import org.ipstrial.finding.RefusedException;

/** Where a file's bytes come from. */
public interface DataSource {

    /** The name that messages use: the path as the user typed it, or {@code standard input}. */
    String name();

    /**
     * Opens the bytes; once only.
     *
     * @throws IOException      if they cannot be read
     * @throws RefusedException if there is no such file or it is not one that can be read as data
     */
    InputStream open() throws IOException;

    /** A file. */
    static DataSource file(Path path) {
        return new FileSource(path);
    }

    /** Standard input. */
    static DataSource standardInput(InputStream input) {
        return new DataSource() {
            @Override
            public String name() {
                return "standard input";
            }

            @Override
            public InputStream open() {
                return input;
            }
        };
    }
}
