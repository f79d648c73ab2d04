package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.digest.Sha256;
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
