package org.ipstrial.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run, and what becomes of it in a cell. */
class SheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-HYPERLINK(\"x\")",
                "-2+3+cmd|' /C calc'!A0",
                "+LOG10 (A1)",
                "-'[other.xlsx]Sheet1'!A1",
                "\uff1dSUM(A1)",
                "\uff20SUM(A1)",
                "\uff0bSUM(A1)",
                "\uff0d2\uff5ccmd"
            })
    void knowsFormulas(String text) {
        assertThat(SheetText.isFormula(text)).isTrue();
        assertThat(SheetText.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+65", "-9", "-", "=", "+ extra", "-none", "a=b", "me@work", "-5 to 0", "-1 (low)", ""})
    void knowsWhatIsNoFormula(String text) {
        assertThat(SheetText.isFormula(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "+65,+65",
                "-6.5,-6.5",
                "-none,'-none",
                "-5 to 0,'-5 to 0",
                "IPS,IPS",
                "a=b,a=b",
                "\uff0bx,'\uff0bx"
            })
    void aCellThatBeginsWithASignAndIsNoNumberGetsAnApostrophe(String text, String cell) {
        assertThat(SheetText.cell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tx", "\rx", "\nx", "-", "="})
    void soDoesABareSignOrTab(String text) {
        assertThat(SheetText.cell(text)).isEqualTo("'" + text);
    }
}
