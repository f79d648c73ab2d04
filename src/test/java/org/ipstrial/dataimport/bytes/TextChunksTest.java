package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.digest.Sha256;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;

class TextChunksTest {

    private static final int PIECE = 4 << 20;

    private final List<Long> linesBefore = new ArrayList<>();

    private static DataSource source(InputStream in) {
        return new DataSource() {
            @Override
            public String name() {
                return "f.csv";
            }

            @Override
            public InputStream open() {
                return in;
            }
        };
    }

    /** The pieces, which together are the text. */
    private List<String> pieces(byte[] file, byte[] unpacked) {
        List<String> pieces = new ArrayList<>();
        Findings findings = new Findings();
        try (TextChunks chunks = new TextChunks(source(new ByteArrayInputStream(file)), Optional.empty())) {
            for (Optional<String> piece = chunks.next(findings); piece.isPresent(); piece = chunks.next(findings)) {
                pieces.add(piece.get());
                linesBefore.add(chunks.linesBefore());
            }
            assertThat(chunks.sha256()).isEqualTo(Sha256.of(file));
        }
        assertThat(findings.isEmpty()).isTrue();
        assertThat(String.join("", pieces)).isEqualTo(new String(unpacked, StandardCharsets.UTF_8));
        return pieces;
    }

    private List<String> pieces(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return pieces(bytes, bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aSmallFileIsOnePiece() {
        assertThat(pieces("id,arm\n1,K\u00f8ge\n")).hasSize(1);
        assertThat(pieces("id,arm\n1,no line end")).hasSize(1);
        assertThat(pieces("\u001f,arm\n")).as("begins as an archive does").hasSize(1);
        assertThat(pieces("")).isEmpty();
    }

    @Test
    void piecesEndWithALineAndLinesAreCounted() {
        String line = "1,2,3,4\n";
        int lines = PIECE / line.length() + 10;
        List<String> pieces = pieces(("x" + line).repeat(lines));

        assertThat(pieces).hasSize(2).allMatch(piece -> piece.endsWith("\n"));
        assertThat(pieces.get(0)).hasSizeLessThanOrEqualTo(PIECE);
        assertThat(linesBefore).containsExactly(0L, pieces.get(0).lines().count());
    }

    @Test
    void aLineEndWithinQuotesEndsNoPiece() {
        String quoted = "\"" + "a\n".repeat(PIECE / 4) + "\"\n";
        List<String> pieces = pieces("id\n" + quoted + quoted + "last\n");

        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0)).isEqualTo("id\n" + quoted);
        assertThat(pieces.get(1)).isEqualTo(quoted + "last\n");
    }

    @Test
    void aLineLongerThanAPieceIsReadWhole() {
        String line = "x".repeat(PIECE + 5) + "\n";

        assertThat(pieces(line + "y\n")).hasSize(1);
        linesBefore.clear();
        List<String> pieces = pieces(line + ("y".repeat(99) + "\n").repeat(60_000));
        assertThat(pieces.get(0)).startsWith(line);
        assertThat(linesBefore.get(1)).isEqualTo(pieces.get(0).lines().count());
    }

    /** Reads in pieces of at most so many bytes, lines of 32 and a file of 100. */
    private static List<String> small(byte[] file, int size) {
        return small(file, size, Optional.empty());
    }

    private static List<String> small(byte[] file, int size, Optional<Charset> encoding) {
        List<String> pieces = new ArrayList<>();
        DataSource source = source(new ByteArrayInputStream(file));
        try (TextChunks chunks = new TextChunks(source, encoding, size, 32, 100)) {
            for (Optional<String> piece = chunks.next(new Findings());
                    piece.isPresent();
                    piece = chunks.next(new Findings())) {
                pieces.add(piece.get());
            }
        }
        return pieces;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aPieceIsFilledAndLineEndsWithinQuotesAreNone() {
        assertThat(small(ascii("ab\ncd\nef\ngh\nij"), 8)).containsExactly("ab\ncd\n", "ef\ngh\n", "ij");
        assertThat(small(ascii("ab\ncdef\n"), 8)).as("as long as a piece").containsExactly("ab\ncdef\n");
        assertThat(small(ascii("a\n\"\n\"\nb\nc\n"), 8)).containsExactly("a\n\"\n\"\nb\n", "c\n");
        assertThat(small(ascii("a\n\"b\ncdefgh\"\ni\n"), 8)).containsExactly("a\n", "\"b\ncdefgh\"\ni\n");
        assertThat(small(ascii("abcdefgh\nij\n"), 8)).as("longer than a piece").containsExactly("abcdefgh\nij\n");
    }

    /** U+0A41 and U+2241 hold the byte of a line end and that of a quote, and U+410A and U+4122 hold them behind. */
    @Test
    void aPieceOfTwoOrFourBytesACharacterEndsWithALineAsWell() {
        String text = "ab\n\u0a41\u2241\n\"\n\"\n\u410a\u4122\nc";
        byte[] little = text.getBytes(StandardCharsets.UTF_16LE);
        byte[] big = text.getBytes(StandardCharsets.UTF_16BE);
        List<String> inTwos = List.of("ab\n\u0a41\u2241\n", "\"\n\"\n\u410a\u4122\n", "c");

        assertThat(small(little, 16, Optional.of(StandardCharsets.UTF_16LE))).isEqualTo(inTwos);
        assertThat(small(big, 16, Optional.of(StandardCharsets.UTF_16BE))).isEqualTo(inTwos);
        assertThat(small(big, 16, Optional.of(StandardCharsets.UTF_16))).isEqualTo(inTwos);
        assertThat(small(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), 16))
                .as("the mark tells it")
                .hasSize(3)
                .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(text));
        assertThat(small(text.getBytes(Charset.forName("UTF-32LE")), 32, Optional.of(Charset.forName("UTF-32LE"))))
                .isEqualTo(inTwos);
        assertThat(small(text.getBytes(Charset.forName("UTF-32")), 32, Optional.of(Charset.forName("UTF-32"))))
                .isEqualTo(inTwos);
    }

    /** Java has an encoding that it can only read: it finds out which of three Japanese ones a text is in. */
    @Test
    void anEncodingThatCannotBeWrittenIsReadInPieces() {
        assertThat(small(ascii("ab\ncd\nef\n"), 8, Optional.of(Charset.forName("x-JISAutoDetect"))))
                .containsExactly("ab\ncd\n", "ef\n");
    }

    /** A file begins once: PAR1 is the beginning of a Parquet file, and may be that of somebody's pseudonym. */
    @Test
    void aLaterPieceMayBeginAsFilesOfOtherKindsDo() {
        assertThat(small(ascii("id\nP1\nPAR1\nP3\n"), 8)).containsExactly("id\nP1\n", "PAR1\nP3\n");
    }

    /** What is told of the second of two pieces of at most eight bytes. */
    private static List<String> toldOfTheSecond(byte[] file, Charset... encoding) {
        Findings findings = new Findings();
        DataSource source = source(new ByteArrayInputStream(file));
        try (TextChunks chunks = new TextChunks(source, Stream.of(encoding).findFirst(), 8, 32, 100)) {
            chunks.next(findings);
            assertThat(findings.isEmpty()).isTrue();
            chunks.next(findings);
        }
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }

    private static void assertToldOfTheSecond(String start, byte[] file, Charset... encoding) {
        assertThat(toldOfTheSecond(file, encoding)).singleElement().asString().startsWith(start);
    }

    /** Bytes are counted from the beginning of the file, and so are lines. */
    @Test
    void whatCannotBeReadInALaterPieceIsToldByItsPlaceInTheFile() {
        assertToldOfTheSecond("f.csv:3: NUL at byte 8 of the file;", ascii("id\nP1\nP\u0000\n"));
        assertToldOfTheSecond(
                "f.csv: NUL at byte 11 of the file;",
                "id\n1\n\u0000\n".getBytes(StandardCharsets.UTF_16LE),
                StandardCharsets.UTF_16LE);
        byte[] letter = "id\nP1\n\u00e6bler\n".getBytes(StandardCharsets.ISO_8859_1);
        assertToldOfTheSecond(
                "f.csv:3: byte 7 of the file (0xE6) means nothing in US-ASCII;", letter, StandardCharsets.US_ASCII);
        assertToldOfTheSecond("f.csv:3: byte 0xE6 is not UTF-8 (in windows-1252 it is '\u00e6');", letter);
        assertThat(toldOfTheSecond("id\nP1\n\n\u00c3\u00a9\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .singleElement()
                .asString()
                .startsWith("f.csv:4: ")
                .contains("line 4 is UTF-8, so two encodings were joined");
    }

    @Test
    void lettersLostInALaterPieceAreToldByTheirLineInTheFile() {
        assertToldOfTheSecond("f.csv:4: U+FFFD stands", "id\nP1\n\n\ufffd\n".getBytes(StandardCharsets.UTF_8));
        byte[] twice = "id\nP1\n\n\u00c3\u00a6\n".getBytes(StandardCharsets.UTF_8);
        assertToldOfTheSecond("f.csv:4: '\u00c3\u00a6' looks like a letter that was encoded twice", twice);
    }

    @Test
    void aLineMayBeShorterThanTheLimit() {
        String line = "x".repeat(31) + "\n";

        assertThat(small(ascii(line + line), 8)).containsExactly(line, line);
        assertThat(refusal(() -> small(ascii("x" + line), 8)))
                .isEqualTo("f.csv: no line end in 32 bytes; wanted lines of text; see whether the line ends were lost"
                        + " [E137]");
    }

    @Test
    void anUnpackedFileMayBeAsLargeAsTheLimit() throws IOException {
        String hundred = "123456789\n".repeat(10);

        assertThat(String.join("", small(packed(ascii(hundred)), 16))).isEqualTo(hundred);
        assertThat(refusal(() -> small(packed(ascii(hundred + "\n")), 16)))
                .isEqualTo("f.csv: more than 100 bytes; wanted at most so many; export only the columns that are used"
                        + " [E147]");
    }

    @Test
    void closingClosesTheFile() {
        boolean[] closed = new boolean[1];
        InputStream in = new FilterInputStream(new ByteArrayInputStream(ascii("id\n"))) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        new TextChunks(source(in), Optional.empty()).close();

        assertThat(closed[0]).isTrue();
    }

    @Test
    void archivesAreUnpackedAndHashedAsTheyAre() throws IOException {
        byte[] text = "id,arm\n1,K\u00f8ge\n".getBytes(StandardCharsets.UTF_8);

        assertThat(pieces(packed(text), text)).hasSize(1);
    }

    private static String refusal(ThrowingCallable reading) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, reading);
        assertThat(refused).isNotNull();
        return refused.findings().inReadingOrder().get(0).line();
    }

    @Test
    void refusesAnArchiveThatIsDamaged() throws IOException {
        byte[] archive = packed("id,arm\n1,a\n".getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(archive, archive.length - 9);

        try (TextChunks chunks = new TextChunks(source(new ByteArrayInputStream(cut)), Optional.empty())) {
            assertThat(refusal(() -> chunks.next(new Findings())))
                    .isEqualTo("f.csv: f.csv could not be read (Unexpected end of ZLIB input stream); wanted"
                            + " a file that may be read; try again, or copy it first [E152]");
        }
        byte[] unknown = {0x1f, (byte) 0x8b, 9, 0, 0, 0, 0, 0, 0, 0};
        assertThat(refusal(() -> new TextChunks(source(new ByteArrayInputStream(unknown)), Optional.empty())))
                .contains("Unsupported compression method")
                .endsWith("[E152]");
    }

    @Test
    void refusesADiskThatFailsAndIsClosedAllTheSame() {
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(new byte[10])) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                if (count < 0) {
                    throw new IOException("the disk went away");
                }
                return count;
            }

            @Override
            public void close() throws IOException {
                throw new IOException("gone");
            }
        };

        try (TextChunks chunks = new TextChunks(source(failing), Optional.empty())) {
            assertThat(refusal(() -> chunks.next(new Findings()))).contains("the disk went away");
        }
    }
}
