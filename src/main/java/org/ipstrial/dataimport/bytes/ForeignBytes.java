package org.ipstrial.dataimport.bytes;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Bytes that are not UTF-8, and which encoding of western Europe they would make sense in. */
final class ForeignBytes {

    private record Place(int position, long line) {}

    private static final String DOS = "IBM850";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String LETTERS = "\u00e6\u00f8\u00e5\u00c6\u00d8\u00c5\u00e4\u00f6\u00c4\u00d6\u00e9\u00fc";

    private final Piece piece;
    private final byte[] bytes;
    private final List<Place> firstOnLine = new ArrayList<>();
    private int windowsLetters;
    private int dosLetters;
    private int undefinedInWindows;

    ForeignBytes(Piece piece) {
        this.piece = piece;
        this.bytes = piece.bytes();
    }

    void add(int position, long line) {
        if (firstOnLine.isEmpty() || firstOnLine.get(firstOnLine.size() - 1).line() != line) {
            firstOnLine.add(new Place(position, line));
        }
        String windows = in(WINDOWS, position);
        windowsLetters += LETTERS.contains(windows) ? 1 : 0;
        undefinedInWindows += windows.equals("\ufffd") ? 1 : 0;
        if (Charset.isSupported(DOS)) {
            dosLetters += LETTERS.contains(in(Charset.forName(DOS), position)) ? 1 : 0;
        }
    }

    /** One finding for each line. */
    void report(Findings findings) {
        boolean dos = dosLetters > windowsLetters;
        for (Place place : firstOnLine) {
            String hex = CellText.hex(bytes[place.position()] & 0xff).substring(2);
            Location where = piece.at(place.line());
            if (isHalfCharacter(place.position())) {
                String half = " (half of a character beyond U+FFFF)";
                findings.add(FindingCode.E103, where, hex, half, "export again as CSV UTF-8");
            } else if (dos) {
                findings.add(FindingCode.E104, where, hex, in(Charset.forName(DOS), place.position()));
            } else if (undefinedInWindows > 0) {
                findings.add(FindingCode.E103, where, hex, "", "save as CSV UTF-8, or give --encoding as it was saved");
            } else {
                String meaning = " (in windows-1252 it is '" + in(WINDOWS, place.position()) + "')";
                findings.add(FindingCode.E103, where, hex, meaning, windowsAdvice());
            }
        }
    }

    /** A surrogate that was written as three bytes (CESU-8). */
    private boolean isHalfCharacter(int position) {
        return (bytes[position] & 0xff) == 0xed && position + 1 < bytes.length && (bytes[position + 1] & 0xe0) == 0xa0;
    }

    /** Naming one encoding would spoil the letters that are UTF-8. */
    private String windowsAdvice() {
        long mixed = firstLineOfUtf8();
        return mixed > 0
                ? "line " + mixed + " is UTF-8, so two encodings were joined; convert the parts and join them again"
                : "save as CSV UTF-8, or give --encoding windows-1252";
    }

    private long firstLineOfUtf8() {
        Lines lines = piece.lines();
        for (int i = 0; i + 1 < bytes.length; i++) {
            // A two-byte letter of Latin-1: C3 and a byte that cannot stand alone.
            if ((bytes[i] & 0xff) == 0xc3 && (bytes[i + 1] & 0xc0) == 0x80) {
                return lines.lineOf(i);
            }
        }
        return 0;
    }

    private String in(Charset charset, int position) {
        return new String(bytes, position, 1, charset);
    }
}
