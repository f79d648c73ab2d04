package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumeralsTest {

    /** A blank that does not break is drawn as a tilde here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.05 | 0.05 | 0,05",
                "-3.2 | -3.2 | -3,2",
                "1234.5 | 1234.5 | 1234,5",
                "9999 | 9999 | 9999",
                "10000 | 10000 | 10~000",
                "-10000.25 | -10000.25 | -10~000,25",
                "-1234 | -1234 | -1234",
                "1234567 | 1234567 | 1~234~567",
                "0.123456 | 0.123456 | 0,123456"
            })
    void numbersAreWrittenAsTheLanguageWritesThem(String plain, String english, String others) {
        String number = Numerals.number(plain);
        assertThat(Language.EN.written(number)).isEqualTo(english);
        for (Language language : new Language[] {Language.DA, Language.SV, Language.NB}) {
            assertThat(language.written(number)).isEqualTo(others.replace('~', '\u00a0'));
        }
        assertThat(Numerals.length(number)).isEqualTo(english.length());
    }

    @Test
    void daysAreWrittenAsTheLanguageWritesThem() {
        String text = "(" + Numerals.day("2026-03-01") + ")";
        assertThat(Language.EN.written(text)).isEqualTo("(2026-03-01)");
        assertThat(Language.SV.written(text)).isEqualTo("(2026-03-01)");
        assertThat(Language.DA.written(text)).isEqualTo("(1.3.2026)");
        assertThat(Language.NB.written(text)).isEqualTo("(1.3.2026)");
        assertThat(Numerals.day(LocalDate.of(2026, 12, 24))).isEqualTo(Numerals.day("2026-12-24"));
        // What is no day stays.
        assertThat(Numerals.day("12 weeks")).isEqualTo("12 weeks");
        assertThat(Numerals.day("2026-02-30")).isEqualTo("2026-02-30");
        // A mark from outside does no harm.
        assertThat(Language.DA.written("\ufdd2ab")).isEqualTo("ab");
        assertThat(Language.DA.written("\ufdd2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLocaleOfTheMachineChangesNothing(Language language) {
        String here = all(language);
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"ar-EG-u-nu-arab", "tr-TR", "de-CH", "th-TH-u-ca-buddhist"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(all(language)).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String all(Language language) {
        return language.written(String.join(
                " ",
                Rounding.decimals(12345.678, 2),
                Rounding.p(0.01234),
                Rounding.ratio(0.0123),
                Rounding.exact(0.025),
                Rounding.shortPercent(0.975),
                Numerals.day("2026-03-01"),
                Words.of(language).percent(0.1234)));
    }

    @Test
    void wordsTakeNumbersThatNobodyRounded() {
        assertThat(Language.DA.written(Words.of(Language.DA).get("methods.resamples", 10000L)))
                .isEqualTo("10\u00a0000 resamplinger");
        assertThat(Language.DA.written(Words.of(Language.DA).get("why.at-most", "p", 0.025)))
                .isEqualTo("p er højst 0,025");
    }

    @Test
    void aFinishedReportIsWrittenInItsLanguage() {
        Report report = new Report(java.util.List.of(
                        new Block.Paragraph("p " + Rounding.p(0.2)),
                        new Block.Table(
                                java.util.List.of("n"),
                                java.util.List.of(Block.Align.RIGHT),
                                java.util.List.of(java.util.List.of(Rounding.decimals(20000, 0))))))
                .in(Language.DA);
        assertThat(report.language()).isEqualTo(Language.DA);
        assertThat(((Block.Paragraph) report.blocks().get(0)).text()).isEqualTo("p = 0,20");
        assertThat(((Block.Table) report.blocks().get(1)).rows().get(0)).containsExactly("20\u00a0000");
    }
}
