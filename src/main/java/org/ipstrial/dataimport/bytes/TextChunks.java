package org.ipstrial.dataimport.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.digest.Sha256;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/**
 * The text of a large file in pieces of whole lines, so that never more than a few megabytes of it are held. Gzip is
 * unpacked on the way, within limits.
 */
public final class TextChunks implements AutoCloseable {

    /** Bytes of a piece, unless a line is longer. */
    private static final int SIZE = 4 << 20;

    /** The most bytes of an unpacked file. */
    private static final long MAX_UNPACKED = 8L << 30;

    private static final int GZIP_BUFFER = 1 << 16;

    private final DataSource source;
    private final Optional<Charset> encoding;
    private final MessageDigest digest;
    private final InputStream packed;
    private final InputStream in;
    private byte[] buffer = new byte[SIZE];
    private int held;
    private int given;
    private long unpacked;
    private long linesBefore;
    private long linesOfLast;
    private boolean ended;

    /**
     * Opens a file.
     *
     * @throws RefusedException if it cannot be read
     */
    public TextChunks(DataSource source, Optional<Charset> encoding) {
        this.source = source;
        this.encoding = encoding;
        this.digest = Sha256.begin();
        try {
            this.packed = new BufferedInputStream(new DigestInputStream(source.open(), digest), GZIP_BUFFER);
            packed.mark(2);
            boolean gzip = packed.read() == 0x1f && packed.read() == 0x8b;
            packed.reset();
            this.in = gzip ? new GZIPInputStream(packed, GZIP_BUFFER) : packed;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The next piece; nothing at the end.
     *
     * @param findings what is found in decoding, with lines counted from the piece's own first
     * @throws RefusedException if it cannot be read, or is larger than the limits
     */
    public Optional<String> next(Findings findings) {
        System.arraycopy(buffer, given, buffer, 0, held - given);
        held -= given;
        given = 0;
        linesBefore += linesOfLast;
        linesOfLast = 0;
        int end = wholeLines();
        while (end == 0 && !ended) {
            fill();
            end = wholeLines();
        }
        if (held == 0) {
            return Optional.empty();
        }
        given = ended && end == 0 ? held : end;
        for (int i = 0; i < given; i++) {
            linesOfLast += buffer[i] == '\n' ? 1 : 0;
        }
        return Optional.of(Decoding.decode(source.name(), Arrays.copyOf(buffer, given), encoding, findings));
    }

    /** How many lines stood before the piece that was given last. */
    public long linesBefore() {
        return linesBefore;
    }

    /** The SHA-256 of the file as it is, in hexadecimal; only at the end. */
    public String sha256() {
        return Sha256.end(digest);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // Everything wanted was read.
            return;
        }
    }

    /** Where the last line ends that is not inside quotes; 0 where more must be read first. */
    private int wholeLines() {
        if (held < buffer.length && !ended) {
            return 0;
        }
        int end = 0;
        boolean quoted = false;
        for (int i = 0; i < held; i++) {
            if (buffer[i] == '"') {
                quoted = !quoted;
            } else if (buffer[i] == '\n' && !quoted) {
                end = i + 1;
            }
        }
        return ended ? held : end;
    }

    private void fill() {
        if (held == buffer.length) {
            if (buffer.length >= RawBytes.MAX_LINE) {
                throw RefusedException.of(FindingCode.E137, Location.file(source.name()), RawBytes.MAX_LINE);
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int count = in.readNBytes(buffer, held, buffer.length - held);
            held += count;
            unpacked += count;
            ended = held < buffer.length;
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (unpacked > MAX_UNPACKED) {
            throw RefusedException.of(FindingCode.E147, Location.file(source.name()), MAX_UNPACKED);
        }
    }

    private RefusedException unreadable(IOException e) {
        return RefusedException.of(
                FindingCode.E152,
                Location.file(source.name()),
                source.name(),
                String.valueOf(e.getMessage()),
                "try again, or copy it first");
    }
}
