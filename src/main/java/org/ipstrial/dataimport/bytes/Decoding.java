package org.ipstrial.dataimport.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/**
 * Bytes to text, strictly: Java's own constructors put U+FFFD for what they cannot read and say nothing. Without word
 * from the user a file is UTF-8, or UTF-16 with its mark.
 */
public final class Decoding {

    private static final int BAD_BYTES_LOOKED_AT = 10_000;

    private final Piece piece;
    private final String file;
    private final byte[] bytes;
    private final Findings findings;

    private Decoding(Piece piece, Findings findings) {
        this.piece = piece;
        this.file = piece.file();
        this.bytes = piece.bytes();
        this.findings = findings;
    }

    /**
     * The text without its mark. Where something is found that refuses, the text is not to be used.
     *
     * @param file     the name for messages
     * @param bytes    the whole file
     * @param encoding what the user says
     * @param findings what is found
     */
    public static String decode(String file, byte[] bytes, Optional<Charset> encoding, Findings findings) {
        return decode(Piece.whole(file, bytes), encoding, findings);
    }

    /** The text of a file's first piece, as of a whole file. */
    static String decode(Piece first, Optional<Charset> encoding, Findings findings) {
        return new Decoding(first, findings).decode(encoding);
    }

    /**
     * The text of a later piece, which has neither mark nor beginning.
     *
     * @param charset as {@link #charset} gives it of the first
     */
    static String decodeMore(Piece later, Charset charset, Findings findings) {
        return new Decoding(later, findings).decode(charset, 0, true);
    }

    /** How a file that begins with some bytes is written: as its mark says, or the user, or as UTF-8. */
    static Charset charset(byte[] start, Optional<Charset> encoding) {
        return new Decoding(Piece.whole("", start), new Findings())
                .mark()
                .or(() -> encoding)
                .orElse(StandardCharsets.UTF_8);
    }

    private String decode(Optional<Charset> encoding) {
        FileFormat.check(file, bytes, findings);
        if (findings.refuse()) {
            return "";
        }
        Optional<Charset> mark = mark();
        if (mark.isPresent() && encoding.isPresent() && !agree(mark.get(), encoding.get())) {
            findings.add(
                    FindingCode.E113,
                    Location.file(file),
                    mark.get().name(),
                    encoding.get().name());
            return "";
        }
        int start = mark.isEmpty() ? 0 : mark.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
        return decode(charset(bytes, encoding), start, encoding.isPresent());
    }

    private String decode(Charset charset, int start, boolean told) {
        if (!isWide(charset) && hasNul(told)) {
            return "";
        }
        String text = strictly(charset, start);
        int nul = isWide(charset) ? text.indexOf('\0') : -1;
        if (nul >= 0) {
            findings.add(FindingCode.E102, Location.file(file), piece.number(start + bytesBefore(nul, text, charset)));
        }
        LostLetters.check(file, text, piece.linesBefore(), findings);
        return text;
    }

    private Optional<Charset> mark() {
        if (at(0) == 0xef && at(1) == 0xbb && at(2) == 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (at(0) == 0xff && at(1) == 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return at(0) == 0xfe && at(1) == 0xff ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }

    private static boolean agree(Charset mark, Charset said) {
        return mark.equals(said) || (isWide(mark) && said.equals(StandardCharsets.UTF_16));
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static long bytesBefore(int position, String text, Charset wide) {
        return wide.name().startsWith("UTF-32") ? 4L * text.codePointCount(0, position) : 2L * position;
    }

    /** Finds NUL bytes; where every second byte is one the file is UTF-16 without its mark. */
    private boolean hasNul(boolean told) {
        int looked = Math.min(bytes.length, 1000) & ~1;
        int[] nuls = new int[2];
        for (int i = 0; i < looked; i++) {
            nuls[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int most = Math.max(nuls[0], nuls[1]);
        if (!told && most * 10 > looked * 2 && Math.min(nuls[0], nuls[1]) * 10 < most) {
            findings.add(FindingCode.E101, Location.file(file), nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE");
            return true;
        }
        boolean found = false;
        Lines lines = piece.lines();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                findings.add(FindingCode.E102, piece.at(lines.lineOf(i)), piece.number(i));
                found = true;
                while (i + 1 < bytes.length && bytes[i + 1] == 0) {
                    i++;
                }
            }
        }
        return found;
    }

    private String strictly(Charset charset, int start) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out =
                CharBuffer.allocate((int) Math.ceil((bytes.length - start) * (double) decoder.maxCharsPerByte()) + 1);
        ForeignBytes foreign = new ForeignBytes(piece);
        Lines lines = piece.lines();
        int bad = 0;
        long lastBadLine = 0;
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError() && bad < BAD_BYTES_LOOKED_AT;
                result = decoder.decode(in, out, true)) {
            int position = in.position();
            long line = lines.lineOf(position);
            if (charset.equals(StandardCharsets.UTF_8)) {
                foreign.add(position, line);
            } else if (line != lastBadLine) {
                findings.add(
                        FindingCode.E114,
                        piece.at(line),
                        piece.number(position),
                        CellText.hex(bytes[position] & 0xff).substring(2),
                        charset.name());
            }
            lastBadLine = line;
            in.position(Math.min(in.limit(), position + Math.max(1, result.length())));
            bad++;
        }
        foreign.report(findings);
        return out.flip().toString();
    }
}
