package org.ipstrial.ard;

import java.util.Objects;

/**
 * A file that the results come from.
 *
 * @param file   its name, without folders
 * @param sha256 hash of its bytes, in hexadecimal
 * @param rows   number of data rows
 */
public record InputFile(String file, String sha256, long rows) {

    /** Checks that nothing is null. */
    public InputFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
    }
}
