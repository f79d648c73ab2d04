package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void eachOfTheThreeEndsEndsOneLine() {
        assertThat(lines("a\nb\r\nc\rd")).containsExactly("a", "b", "c", "d");
        assertThat(lines("\n\r\r\n\n")).containsExactly("", "", "", "", "");
        assertThat(lines("a\r")).containsExactly("a", "");
        assertThat(lines("a")).containsExactly("a");
        assertThat(lines("")).containsExactly("");
    }

    /** The lines that {@code String.lines} finds, and what follows the last line end. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int end = TextLines.lineEnd(text, from);
        while (end < text.length()) {
            lines.add(text.substring(from, end));
            from = TextLines.afterLineEnd(text, end);
            end = TextLines.lineEnd(text, from);
        }
        assertThat(lines.stream().limit(text.lines().count()))
                .isEqualTo(text.lines().limit(lines.size()).toList());
        lines.add(text.substring(from));
        return lines;
    }
}
