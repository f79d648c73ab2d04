package org.ipstrial.dataimport.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.digest.Sha256;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/**
 * A file's bytes, read once, so that what is hashed is what is analysed.
 *
 * @param bytes  all of them; not to be changed
 * @param sha256 their SHA-256 in hexadecimal
 */
public record RawBytes(byte[] bytes, String sha256) {

    /** The longest stretch without a line end that is read, in bytes; ends an endless source. */
    public static final int MAX_LINE = 64 << 20;

    /** The largest file that is read, in bytes: what fits an array together with its text. */
    public static final int MAX_FILE = 1 << 30;

    /**
     * Reads a source to its end.
     *
     * @throws RefusedException if it cannot be read, or is larger than the limits
     */
    public static RawBytes read(DataSource source) {
        return read(source, MAX_LINE, MAX_FILE);
    }

    /** Within limits of its own. */
    static RawBytes read(DataSource source, int maxLine, int maxFile) {
        Location where = Location.file(source.name());
        ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 16);
        byte[] chunk = new byte[1 << 16];
        int sinceLineEnd = 0;
        try (InputStream in = source.open()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                all.write(chunk, 0, count);
                int afterLineEnd = afterLastLineEnd(chunk, count);
                sinceLineEnd = afterLineEnd < 0 ? sinceLineEnd + count : count - afterLineEnd;
                if (sinceLineEnd > maxLine) {
                    throw RefusedException.of(FindingCode.E137, where, maxLine);
                }
                if (all.size() > maxFile) {
                    throw RefusedException.of(FindingCode.E147, where, maxFile);
                }
            }
        } catch (IOException e) {
            throw RefusedException.of(
                    FindingCode.E152,
                    where,
                    source.name(),
                    String.valueOf(e.getMessage()),
                    "try again, or copy it first");
        }
        byte[] bytes = all.toByteArray();
        return new RawBytes(bytes, Sha256.of(bytes));
    }

    private static int afterLastLineEnd(byte[] chunk, int count) {
        for (int i = count - 1; i >= 0; i--) {
            if (chunk[i] == '\n' || chunk[i] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }
}
