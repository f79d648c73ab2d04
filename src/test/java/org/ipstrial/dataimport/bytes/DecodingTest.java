package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;

class DecodingTest {

    private static final String TEXT = "id,sted\n1,K\u00f8ge\n2,\u00c5rhus\n3,\ud83d\ude00\n";

    private final Findings findings = new Findings();

    @Test
    void readsUtf8AndBothUtf16WithTheirMarks() {
        assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TEXT);
        assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(TEXT);
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void readsWhatItIsTold() {
        for (String name : List.of("windows-1252", "IBM850", "ISO-8859-1", "UTF-16LE", "UTF-16BE")) {
            Charset charset = Charset.forName(name);
            String text = "id,sted\n1,K\u00f8ge\n";
            assertThat(decode(text.getBytes(charset), charset)).as(name).isEqualTo(text);
        }
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void namesTheByteItsLineAndWhatItWouldBe() {
        decode("id,sted\r\n1,x\r\n2,K\u00f8ge \u00e6\n3,\u00c5\n".getBytes(Charset.forName("windows-1252")));

        assertThat(lines())
                .containsExactly(
                        "f.csv:3: byte 0xF8 is not UTF-8 (in windows-1252 it is '\u00f8'); wanted UTF-8 throughout; save as"
                                + " CSV UTF-8, or give --encoding windows-1252 [E103]",
                        "f.csv:4: byte 0xC5 is not UTF-8 (in windows-1252 it is '\u00c5'); wanted UTF-8 throughout; save as"
                                + " CSV UTF-8, or give --encoding windows-1252 [E103]");
    }

    @Test
    void refusesAnEncodingThatTheMarkContradicts() {
        decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

        assertThat(lines())
                .containsExactly(
                        "f.csv: the file begins with the mark of UTF-8 but --encoding says windows-1252; wanted"
                                + " the two to agree; leave --encoding out [E113]");
    }

    @Test
    void refusesBytesThatTheEncodingLacks() {
        decode(new byte[] {'i', 'd', '\n', 'x', (byte) 0x81, '\n'}, Charset.forName("windows-1252"));

        assertThat(lines())
                .containsExactly("f.csv:2: byte 5 of the file (0x81) means nothing in windows-1252; wanted text in"
                        + " windows-1252; give --encoding with the encoding it was saved in [E114]");
    }

    @Test
    void countsEachLineOnceHoweverItEnds() {
        decode(new byte[] {'a', '\r', 'b', '\r', '\n', 'c', '\n', '\n', (byte) 0xe6, '\n', 'x', 0, 0, 'y'});

        assertThat(lines())
                .containsExactly(
                        "f.csv:6: NUL at byte 12 of the file; wanted text, which holds none; the file is damaged"
                                + " or was cut short, so export it again [E102]");
    }

    @Test
    void anyBytesAreRefusedOrReadWithoutLoss() {
        Random random = new Random(20120101);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int part = random.nextInt(6); part >= 0; part--) {
                byte[] more = random.nextInt(4) == 0
                        ? new byte[] {(byte) random.nextInt(256)}
                        : new String(Character.toChars(32 + random.nextInt(0xd7ff))).getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(more);
            }
            Findings found = new Findings();
            String text = Decoding.decode("f.csv", bytes.toByteArray(), Optional.empty(), found);
            if (!found.refuse() && bytes.toByteArray()[0] != (byte) 0xff && bytes.toByteArray()[0] != (byte) 0xfe) {
                read++;
                assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes.toByteArray());
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    private String decode(byte[] bytes) {
        return Decoding.decode("f.csv", bytes, Optional.empty(), findings);
    }

    private String decode(byte[] bytes, Charset charset) {
        return Decoding.decode("f.csv", bytes, Optional.of(charset), findings);
    }

    private List<String> lines() {
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }
}
