package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits, shrunk to a few bytes. */
class RawBytesTest {

    private static final int LINE = 8;
    private static final int FILE = 30;
    private static final String TOO_LONG =
            "standard input: no line end in 8 bytes; wanted lines of text; see whether the line ends were lost [E137]";

    /** The bytes come so many at a time, as from a pipe. */
    private static RawBytes read(String text, int atATime) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, atATime));
            }
        };
        return RawBytes.read(DataSource.standardInput(in), LINE, FILE);
    }

    private static String refused(String text, int atATime) {
        RefusedException e = catchThrowableOfType(RefusedException.class, () -> read(text, atATime));
        assertThat(e).as(text).isNotNull();
        return e.findings().inReadingOrder().get(0).line();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void aLineMayBeAsLongAsTheLimit(int atATime) {
        for (String text : new String[] {"12345678", "1234567\n12345678", "\r12345678\r1234567\n", "1\n2\n1234567\n"}) {
            assertThat(read(text, atATime).bytes())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 9})
    void aLineBeyondTheLimitIsRefused(int atATime) {
        assertThat(refused("123456789", atATime)).isEqualTo(TOO_LONG);
        assertThat(refused("123\n456789abc", atATime)).isEqualTo(TOO_LONG);
        assertThat(refused("123\r456789abc", atATime)).isEqualTo(TOO_LONG);
    }

    @Test
    void whatStandsBeforeALineEndInOneReadIsNoLine() {
        assertThat(read("123456789\n", 100).bytes()).as("the end came with it").hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void aFileMayBeAsLargeAsTheLimit(int atATime) {
        String text = "1234\n".repeat(6);

        assertThat(read(text, atATime).bytes()).hasSize(FILE);
        assertThat(refused(text + "\n", atATime))
                .isEqualTo(
                        "standard input: more than 30 bytes; wanted at most so many; export only the columns that are"
                                + " used [E147]");
    }
}
