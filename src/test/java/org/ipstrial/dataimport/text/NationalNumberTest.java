package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are made up from dates; none is anybody's. */
class NationalNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010190-1234", "0101901234", "010190 1234", "101901234",
                        "610190-1234", // Danish; zero lost; replacement
                "900101-1234", "19900101-1234", "199001011234", "900161-1234", "900101+1234", // Swedish; coordination
                "01019012345", "010190 12345", "41019012345", "01419012345",
                        "01819012345", // Norwegian; D, H, synthetic
                "010190-123A", "010190A123F" // Finnish
            })
    void looksLikeOne(String text) {
        assertThat(NationalNumber.looksLike(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P0101901",
                "3202901234",
                "9999999999",
                "0113901234",
                "12345678",
                "1234567890123",
                "9930.05",
                "0101605123",
                "300290-1234",
                "01-01-1990",
                "2019-05-01",
                "500000",
                "018090-12345"
            })
    void doesNot(String text) {
        assertThat(NationalNumber.looksLike(text)).isFalse();
    }

    @Test
    void isWrittenAsOneOnlyWithItsSeparator() {
        assertThat(NationalNumber.isWrittenAsOne("010190-1234")).isTrue();
        assertThat(NationalNumber.isWrittenAsOne("0101901234")).isFalse();
        assertThat(NationalNumber.isWrittenAsOne("991390-1234")).isFalse();
    }

    @Test
    void randomDigitsRarelyDo() {
        Random random = new Random(20120101);
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            found += NationalNumber.looksLike(Long.toString(1_000_000_000L + random.nextInt(1_000_000_000))) ? 1 : 0;
        }

        // A column is refused from one half on.
        assertThat(found).isBetween(1_000, 15_000);
    }
}
