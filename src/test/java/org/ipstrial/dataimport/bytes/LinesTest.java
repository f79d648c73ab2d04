package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final byte[] BYTES = "a\rb\r\nc\n\n\rd".getBytes(StandardCharsets.US_ASCII);

    /** A line end, and both bytes of CR LF, stand on the line that they end. */
    private static final int[] LINES = {1, 1, 2, 2, 2, 3, 3, 4, 5, 6};

    @Test
    void everyByteStandsOnItsLine() {
        Lines asked = new Lines(BYTES, 0);
        for (int i = 0; i < BYTES.length; i++) {
            assertThat(asked.lineOf(i)).as("byte %d, asked in order", i).isEqualTo(LINES[i]);
            assertThat(asked.lineOf(i)).as("byte %d, asked twice", i).isEqualTo(LINES[i]);
            assertThat(new Lines(BYTES, 0).lineOf(i)).as("byte %d alone", i).isEqualTo(LINES[i]);
        }
    }

    @Test
    void aFileMayEndInALineEnd() {
        byte[] bytes = {'a', '\n', 'b', '\r'};

        assertThat(new Lines(bytes, 0).lineOf(3)).isEqualTo(2);
    }
}
