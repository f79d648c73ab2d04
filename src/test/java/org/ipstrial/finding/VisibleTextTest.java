package org.ipstrial.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal or a build server would obey comes out as text. */
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31m",
                "\u009b31m",
                "\r",
                "\n",
                "\u007f",
                "\u2028",
                "\u2029",
                "\u202e",
                "\u2066",
                "\u200b",
                "\u2061",
                "\ufeff",
                "\ufffe",
                "\uffff",
                "\ud800",
                "\udc00",
                "\ud800x",
                "\ufdd5",
                "\ud83f\udfff",
                "\udb40\udc41"
            })
    void writesOutWhatCannotBeSeen(String text) {
        assertThat(VisibleText.of("a" + text + "b")).startsWith("a\\u").doesNotContain(text);
        assertThat(VisibleText.isVisible("a" + text + "b")).isFalse();
    }

    /** What pages mark numbers and days with until they are finished is no text from outside, and is refused at each door. */
    @ParameterizedTest
    @ValueSource(strings = {"\ufdd0", "\ufdd1", "\ufdd2"})
    void marksOfPagesStandOnPagesAlone(String mark) {
        assertThat(VisibleText.of("1" + mark + "5")).isEqualTo("1" + mark + "5");
        assertThat(VisibleText.isVisible("1" + mark + "5")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\u00c6r\u00f8", "\u65e5\u672c", "\ud83d\ude00", "\ud842\udfb7", "a\u00a0b", ""})
    void leavesWhatCanBeSeen(String text) {
        assertThat(VisibleText.of(text)).isSameAs(text);
        assertThat(VisibleText.isVisible(text)).isTrue();
        assertThat(VisibleText.line(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "::error::x,\\u003a:error::x",
        "'  ::set-output name=a::b','  \\u003a:set-output name=a::b'",
        "a ::error::x,a ::error::x",
        "##[error]x,\\u0023#[error]x",
        "a ##vso[task.x]y,a \\u0023#vso[task.x]y",
        "##teamcity[x],\\u0023#teamcity[x]",
        "###[x],#\\u0023#[x]",
        "## heading,## heading"
    })
    void aLineIsNoCommandToABuildServer(String text, String line) {
        assertThat(VisibleText.line(text)).isEqualTo(line);
    }
}
