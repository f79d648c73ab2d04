package org.ipstrial.dataexport;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows about single persons as a canonical CSV, for a file that its owner alone reads. */
public final class PersonRows {

    private PersonRows() {}

    /** The text of the file. */
    public static String text(List<String> header, List<List<String>> rows) {
        try {
            return new String(CsvForm.CANONICAL.bytes(header, rows), StandardCharsets.UTF_8);
        } catch (UnwritableException e) {
            throw new IllegalStateException("UTF-8 holds every character, and quotes every field", e);
        }
    }
}
