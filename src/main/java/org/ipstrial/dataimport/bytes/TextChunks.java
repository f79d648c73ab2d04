package org.ipstrial.dataimport.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

    private static final int LONGEST_MARK = 3;
    private static final int GZIP_BUFFER = 1 << 16;

    private final DataSource source;
    private final Optional<Charset> encoding;
    private final int maxLine;
    private final long maxUnpacked;
    private final MessageDigest digest;
    private final InputStream packed;
    private final InputStream in;
    private byte[] buffer;
    /** Known once the first bytes are. */
    private Charset charset;

    private byte lineEnd;
    private byte quote;
    /** How many bytes a character has, and which of them is not 0 in a line end or a quote. */
    private int width = 1;

    private int place;
    private int held;
    private int given;
    private long unpacked;
    private long bytesBefore;
    private long linesBefore;
    private long linesOfLast;
    private boolean ended;

    /**
     * Opens a file.
     *
     * @throws RefusedException if it cannot be read
     */
    public TextChunks(DataSource source, Optional<Charset> encoding) {
        this(source, encoding, SIZE, RawBytes.MAX_LINE, MAX_UNPACKED);
    }

    /** With limits of its own, all in bytes: of a piece, of the longest line and of the unpacked file. */
    TextChunks(DataSource source, Optional<Charset> encoding, int size, int maxLine, long maxUnpacked) {
        this.source = source;
        this.encoding = encoding;
        this.maxLine = maxLine;
        this.maxUnpacked = maxUnpacked;
        this.buffer = new byte[size];
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
     * @param findings what is found in decoding, with lines counted from the file's first
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
        given = end;
        for (int i = 0; i + width <= given; i += width) {
            linesOfLast += stands(lineEnd, i) ? 1 : 0;
        }
        Piece piece = new Piece(source.name(), Arrays.copyOf(buffer, given), bytesBefore, linesBefore);
        bytesBefore += given;
        return Optional.of(
                piece.bytesBefore() == 0
                        ? Decoding.decode(piece, encoding, findings)
                        : Decoding.decodeMore(piece, charset, findings));
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
        int end = 0;
        boolean quoted = false;
        for (int i = 0; charset != null && i + width <= held; i += width) {
            if (stands(quote, i)) {
                quoted = !quoted;
            } else if (!quoted && stands(lineEnd, i)) {
                end = i + width;
            }
        }
        return ended ? held : end;
    }

    /** Whether a character stands at a place, which is a multiple of its length. */
    private boolean stands(byte sign, int at) {
        return buffer[at + place] == sign && (width == 1 || isAloneIn(at));
    }

    private boolean isAloneIn(int at) {
        for (int i = 0; i < width; i++) {
            if (i != place && buffer[at + i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** What ends lines and stands around fields: of UTF-16 each has two bytes, and other characters hold one of them. */
    private void begin() {
        charset = Decoding.charset(Arrays.copyOf(buffer, Math.min(held, LONGEST_MARK)), encoding);
        // Java writes a mark in front of everything in UTF-16, and cannot write what it only guesses.
        Charset plain = charset.equals(StandardCharsets.UTF_16)
                ? StandardCharsets.UTF_16BE
                : charset.canEncode() ? charset : StandardCharsets.US_ASCII;
        byte[] end = "\n".getBytes(plain);
        width = end.length;
        place = end[0] == 0 ? width - 1 : 0;
        lineEnd = end[place];
        quote = "\"".getBytes(plain)[place];
    }

    private void fill() {
        if (held == buffer.length) {
            if (buffer.length >= maxLine) {
                throw RefusedException.of(FindingCode.E137, Location.file(source.name()), maxLine);
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int count = in.readNBytes(buffer, held, buffer.length - held);
            held += count;
            unpacked += count;
            ended = held < buffer.length;
            if (charset == null) {
                begin();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (unpacked > maxUnpacked) {
            throw RefusedException.of(FindingCode.E147, Location.file(source.name()), maxUnpacked);
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
