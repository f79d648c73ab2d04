package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and numbers are made up; the telephone numbers are of ranges that nobody has. */
class PersonalTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.dk", "first.last@sub.example.org", "a@b.c"})
    void knowsAddresses(String text) {
        assertThat(Personal.isEmail(text)).isTrue();
        assertThat(Personal.isPersonal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@b.dk", "a@.dk", "a@bdk", "a.b@dk", "a b@c.dk", "a.b", ""})
    void knowsWhatIsNoAddress(String text) {
        assertThat(Personal.isEmail(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+451234567", "+45 12345678", "0045-12345678", "12 34 56 78", "+46 701 23 45 67"})
    void knowsTelephoneNumbers(String text) {
        assertThat(Personal.isPhone(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678", "+45123456", "12 34 56 7", "12 34 56 78 90", "45 12345678", "+4512345678901234567"})
    void knowsWhatIsNoTelephoneNumber(String text) {
        assertThat(Personal.isPhone(text)).isFalse();
    }

    @Test
    void fiveWordsAreWrittenFreelyAndFourAreNot() {
        assertThat(Personal.isFreeText("moved to another town")).isFalse();
        assertThat(Personal.isFreeText("he moved to another town")).isTrue();
        assertThat(Personal.isFreeText("a  b   c d")).as("blanks together").isFalse();
        assertThat(Personal.isFreeText(" a b c d")).isFalse();
        assertThat(Personal.isFreeText("a b c d ")).isFalse();
        assertThat(Personal.isFreeText("")).isFalse();
    }

    @Test
    void moreThanFortyCharactersAreWrittenFreely() {
        assertThat(Personal.isFreeText("x".repeat(40))).isFalse();
        assertThat(Personal.isFreeText("x".repeat(41))).isTrue();
    }

    @Test
    void aPersonalNumberIsPersonalAndAWordIsNot() {
        assertThat(Personal.isPersonal("010190-1234")).isTrue();
        assertThat(Personal.isPersonal("site")).isFalse();
    }
}
