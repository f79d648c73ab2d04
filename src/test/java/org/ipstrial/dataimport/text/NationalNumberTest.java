package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.util.List;
import java.util.Locale;
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
                "018090-12345",
                "0101901234x",
                "18900101-1234"
            })
    void doesNot(String text) {
        assertThat(NationalNumber.looksLike(text)).isFalse();
    }

    @Test
    void blanksAroundTheSeparatorCountAmongFourteenCharacters() {
        assertThat(NationalNumber.looksLike("010190  - 1234")).isTrue();
        assertThat(NationalNumber.looksLike("010190  -  1234")).isFalse();
    }

    /** The first two digits say the century, the others a day; 60 is added where the number is a coordination number. */
    @Test
    void everyDayOfTheYearIsOneInSweden() {
        for (String century : List.of("19", "20")) {
            for (int month = 0; month <= 99; month++) {
                for (int day = 0; day <= 99; day++) {
                    String text = String.format(Locale.ROOT, "%s99%02d%02d1234", century, month, day);
                    assertThat(NationalNumber.looksLike(text))
                            .as(text)
                            .isEqualTo(isDay(day > 60 ? day - 60 : day, month));
                }
            }
        }
        assertThat(NationalNumber.looksLike("990161-1234")).as("of ten digits").isTrue();
        assertThat(NationalNumber.looksLike("990160-1234")).isFalse();
    }

    /** The Norwegian Tax Administration: D-numbers add 40 to the day, H-numbers 40 and synthetic ones 80 to the month. */
    @Test
    void everyDayOfTheYearIsOneInNorway() {
        for (int month = 0; month <= 99; month++) {
            for (int day = 0; day <= 99; day++) {
                String text = String.format(Locale.ROOT, "%02d%02d9912345", day, month);
                boolean wanted =
                        isDay(day, month) || isDay(day - 40, month) || isDay(day, month - 40) || isDay(day, month - 80);
                assertThat(NationalNumber.looksLike(text)).as(text).isEqualTo(wanted);
            }
        }
    }

    /**
     * The CPR office's table of the seventh digit: 5 to 8 with the years 58 to 99 are the 1800s. Without its separator the last day of a year is
     * neither Swedish nor Finnish.
     */
    @Test
    void nobodyInDenmarkIsBornBefore1900() {
        for (int year = 32; year <= 60; year++) {
            for (int seventh = 0; seventh <= 9; seventh++) {
                String text = String.format(Locale.ROOT, "3112%02d%d234", year, seventh);
                assertThat(NationalNumber.looksLike(text)).as(text).isEqualTo(year < 58 || seventh < 5 || seventh > 8);
            }
        }
    }

    private static boolean isDay(int day, int month) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
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
