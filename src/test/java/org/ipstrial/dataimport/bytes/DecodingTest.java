package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {

    private static final String TEXT = "id,sted\n1,K\u00f8ge\n2,\u00c5rhus\n3,\ud83d\ude00\n";

    private static final String NUL =
            " of the file; wanted text, which holds none; the file is damaged or was cut short, so export it again [E102]";

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
    void theMarkSaysWhichUtf16WasMeant() {
        byte[] little = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE);

        assertThat(decode(little, StandardCharsets.UTF_16)).isEqualTo(TEXT);
        assertThat(decode(little, StandardCharsets.UTF_16LE)).isEqualTo(TEXT);
        assertThat(decode(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
        assertThat(findings.isEmpty()).isTrue();

        assertThat(decode(little, StandardCharsets.UTF_16BE)).isEmpty();
        assertThat(lines())
                .containsExactly("f.csv: the file begins with the mark of UTF-16LE but --encoding says UTF-16BE; wanted"
                        + " the two to agree; leave --encoding out [E113]");
    }

    @Test
    void theMarkOfUtf8IsNoneOfUtf16() {
        byte[] bytes = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(decode(bytes, StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(decode(bytes, StandardCharsets.UTF_16)).isEmpty();
        assertThat(lines())
                .containsExactly("f.csv: the file begins with the mark of UTF-8 but --encoding says UTF-16; wanted the"
                        + " two to agree; leave --encoding out [E113]");
    }

    /** A NUL is one unit of the encoding, and a smiley two of UTF-16 and one of UTF-32. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE,false,1,9", "UTF-16LE,true,3,11", "UTF-16BE,true,3,11", "UTF-32LE,false,1,13"})
    void saysAtWhichByteANulStandsInWideText(Charset charset, boolean marked, int first, int later) {
        String mark = marked ? "\ufeff" : "";
        Optional<Charset> told = marked ? Optional.empty() : Optional.of(charset);

        Findings laterFindings = new Findings();
        Decoding.decode("f.csv", (mark + "\0id\n").getBytes(charset), told, findings);
        Decoding.decode("f.csv", (mark + "i\ud83d\ude00\n\0\n").getBytes(charset), told, laterFindings);

        assertThat(lines()).containsExactly("f.csv: NUL at byte " + first + NUL);
        assertThat(laterFindings.inReadingOrder())
                .extracting(Finding::line)
                .containsExactly("f.csv: NUL at byte " + later + NUL);
    }

    /** UTF-16: more than a fifth of the bytes NUL, more than ten at the one place for each at the other. */
    @ParameterizedTest
    @CsvSource({
        "2,0,10,",
        "3,0,10,UTF-16BE",
        "0,2,10,",
        "0,3,10,UTF-16LE",
        "2,0,11,",
        "10,1,22,",
        "1,10,22,",
        "11,1,24,UTF-16BE",
        "1,11,24,UTF-16LE",
        "5,5,10,"
    })
    void knowsUtf16WithoutItsMark(int atEven, int atOdd, int length, String meant) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'a');
        for (int i = 0; i < atEven; i++) {
            bytes[2 * i] = 0;
        }
        for (int i = 0; i < atOdd; i++) {
            bytes[2 * i + 1] = 0;
        }

        assertThat(decode(bytes)).as("nothing is to be read from it").isEmpty();
        assertThat(findings.inReadingOrder().get(0).code())
                .isEqualTo(meant == null ? FindingCode.E102 : FindingCode.E101);
        if (meant != null) {
            assertThat(lines()).singleElement().asString().contains(meant);
        }
    }

    @Test
    void theFirstThousandBytesTellAboutUtf16() {
        String latin = "x".repeat(1000);

        decode((latin + "\0x".repeat(900)).getBytes(StandardCharsets.US_ASCII));

        assertThat(findings.inReadingOrder().get(0).code()).isEqualTo(FindingCode.E102);
    }

    @Test
    void whoeverTellsAnEncodingIsNotToldAnother() {
        decode("id,arm\n".getBytes(StandardCharsets.UTF_16LE), Charset.forName("windows-1252"));

        assertThat(findings.inReadingOrder().get(0).line()).isEqualTo("f.csv:1: NUL at byte 2" + NUL);
    }

    @Test
    void everyRunOfNulsIsFoundAndTheLastMayEndTheFile() {
        decode("id,arm,work\n1,a\0\0\0,1\n2,a,1\n3,\0b,1\n4,b,1\n\0".getBytes(StandardCharsets.US_ASCII));

        assertThat(lines())
                .containsExactly(
                        "f.csv:2: NUL at byte 16" + NUL,
                        "f.csv:4: NUL at byte 30" + NUL,
                        "f.csv:6: NUL at byte 41" + NUL);
    }

    @Test
    void tenThousandBadBytesAreLookedAt() {
        byte[] bytes = "\u00f8\n".repeat(10_003).getBytes(StandardCharsets.ISO_8859_1);

        decode(bytes);

        assertThat(findings.inReadingOrder().size()
                        + findings.beyondKept().values().stream()
                                .mapToLong(n -> n)
                                .sum())
                .isEqualTo(10_000);
    }

    @Test
    void aByteWithoutMeaningInWindowsMakesNoAdvice() {
        decode("id\nK\u00f8ge\n\u0081\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(lines())
                .containsExactly(
                        "f.csv:2: byte 0xF8 is not UTF-8; wanted UTF-8 throughout; save as CSV UTF-8, or give"
                                + " --encoding as it was saved [E103]",
                        "f.csv:3: byte 0x81 is not UTF-8; wanted UTF-8 throughout; save as CSV UTF-8, or give"
                                + " --encoding as it was saved [E103]");
    }

    @Test
    void asManyLettersOfWindowsAsOfDosAreWindows() {
        // 0xE6 is the letter ae of Windows-1252 and 0x91 that of code page 850; neither is a letter in the other.
        decode(new byte[] {(byte) 0xe6, '\n', (byte) 0x91, '\n'});

        assertThat(lines())
                .allMatch(line -> line.endsWith("or give --encoding windows-1252 [E103]"))
                .hasSize(2);
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
