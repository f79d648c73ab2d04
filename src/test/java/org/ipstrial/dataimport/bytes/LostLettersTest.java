package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;

class LostLettersTest {

    /** The two bytes of UTF-8 for o with a stroke, each read as a letter of Windows-1252. */
    private static final String TWICE = "\u00c3\u00b8";

    /** The three bytes of the typographic apostrophe, so read. */
    private static final String QUOTE = "\u00e2\u20ac\u2122";

    private static List<String> check(String text) {
        Findings findings = new Findings();
        LostLetters.check("f.csv", text, 0, findings);
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }

    private static String twice(int line, String letters, String lines) {
        return "f.csv:" + line + ": '" + letters + "' looks like a letter that was encoded twice, here and on " + lines
                + " in all; wanted the letter itself; export again as CSV UTF-8 [W105]";
    }

    private static String lost(int line, String lines) {
        return "f.csv:" + line + ": U+FFFD stands where a letter was lost before the export, here and on " + lines
                + " in all; wanted the letters; export again from the source [W106]";
    }

    @Test
    void lettersEncodedTwiceAreCountedByLine() {
        assertThat(check(TWICE)).as("at the very start").containsExactly(twice(1, TWICE, "1 line"));
        assertThat(check("K" + TWICE + "ge, R" + TWICE + "nne\n"))
                .as("two on a line")
                .containsExactly(twice(1, TWICE, "1 line"));
        assertThat(check("id\r\nK" + TWICE + "ge\r\n" + TWICE + "\rx\nsaid" + QUOTE + "\n"))
                .containsExactly(twice(2, TWICE, "3 lines"));
        assertThat(check(QUOTE + "\n" + QUOTE)).containsExactly(twice(1, QUOTE, "2 lines"));
    }

    @Test
    void lettersOfPortugueseAndFrenchAreLetters() {
        assertThat(check("S\u00c3O\nch\u00e2teau\n\u00c3")).isEmpty();
    }

    @Test
    void lettersThatWereLostAreCountedByLine() {
        assertThat(check("\ufffd")).as("at the very start").containsExactly(lost(1, "1 line"));
        assertThat(check("K\ufffdge \ufffd")).containsExactly(lost(1, "1 line"));
        assertThat(check("id\n\rK\ufffdge\r\n\ufffd\n\nx\n\ufffd\n")).containsExactly(lost(3, "3 lines"));
        assertThat(check("id\nx\n")).isEmpty();
    }

    @Test
    void bothAreSaid() {
        assertThat(check("x\n\ufffd\n" + TWICE + "\n")).containsExactly(lost(2, "1 line"), twice(3, TWICE, "1 line"));
    }
}
