package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.ipstrial.dataimport.text.NumberText.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|INTEGER",
                "-17|INTEGER",
                "+3|INTEGER",
                "\u22125|INTEGER",
                "1e5|INTEGER",
                "2E-3|INTEGER",
                "007|INTEGER",
                "37.5|POINT",
                "0.125|POINT",
                "1234.567|POINT",
                "1.234e2|POINT",
                ".5|POINT",
                "-.5|POINT",
                "12.3456|POINT",
                "37,5|COMMA",
                "0,125|COMMA",
                ",5|COMMA",
                "1,25e3|COMMA",
                "1.234|POINT_OR_THOUSANDS",
                "-12.345|POINT_OR_THOUSANDS",
                "123.000|POINT_OR_THOUSANDS",
                "1,234|COMMA_OR_THOUSANDS",
                "1.234.567|GROUPED",
                "1.234,5|GROUPED",
                "1,234.5|GROUPED",
                "1\u00a0234|GROUPED",
                "1\u202f234,5|GROUPED",
                "12 345 678|GROUPED",
                "1\u2019234.5|GROUPED",
                "1d|LITERAL",
                "1.5F|LITERAL",
                "1L|LITERAL",
                "0x1p3|LITERAL",
                "0xFF|LITERAL",
                "NaN|LITERAL",
                "-Infinity|LITERAL",
                "inf|LITERAL",
                "(5)|ODD_MINUS",
                "5-|ODD_MINUS",
                "\u20135|ODD_MINUS",
                "5,5-|ODD_MINUS",
                "\u0663\u0667|FOREIGN_DIGITS",
                "\uff11\uff12|FOREIGN_DIGITS",
                "37%|WITH_UNIT",
                "37 %|WITH_UNIT",
                "37t|WITH_UNIT",
                "37 timer|WITH_UNIT",
                "kr. 37|WITH_UNIT",
                "37 kr.|WITH_UNIT",
                "37:30|WITH_UNIT",
                "\u20ac 5|WITH_UNIT",
                "5,-|WITH_UNIT",
                "40 h/week|WITH_UNIT",
                "5.|WORD",
                "-|WORD",
                "1.2.3|WORD",
                "1.23.456|WORD",
                "12,34.5|WORD",
                "1 23|WORD",
                "e5|WORD",
                "2019-05-01|WORD",
                "1e|WITH_UNIT",
                "1e+|WORD",
                "1e-|WORD",
                "--5|WORD",
                "9 %|WITH_UNIT",
                "0 %|WITH_UNIT",
                "''|WORD",
                "ja|WORD"
            })
    void tellsHowANumberIsWritten(String cell, Form form) {
        assertThat(NumberText.formOf(cell)).isEqualTo(form);
    }

    @Test
    void whatIsLongerThanFortyCharactersIsAWord() {
        assertThat(NumberText.formOf("1" + " 234".repeat(9) + ",50")).isEqualTo(Form.GROUPED);
        assertThat(NumberText.formOf("1" + " 234".repeat(10))).isEqualTo(Form.WORD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "37.5|.|37.5", "37,5|,|37.5", "\u22125|.|-5", "1.234,5|,|1234.5", "1,234.5|.|1234.5", "1.234|,|1234",
                "1.234|.|1.234", "1\u00a0234,5|,|1234.5", "1'234.5|.|1234.5", "1e3|.|1000", ".5|.|0.5", "-0,25|,|-0.25"
            })
    void readsByTheMarkItIsTold(String cell, char decimal, double value) {
        assertThat(NumberText.value(cell, decimal)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1e400,true",
        "-1e400,true",
        "4.9e-325,true",
        "1e-320,true",
        "0,false",
        "0.000,false",
        "0e9,false",
        "1e100,false",
        "-1e100,false",
        "1.0000001e100,true",
        "-1e150,true",
        "9e-320,true",
        "2.2250738585072014E-308,false",
        "2.3e-308,false"
    })
    void knowsWhatCannotBeHeld(String cell, boolean out) {
        assertThat(NumberText.isOutOfRange(cell, NumberText.value(cell, '.'))).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|,|true",
                "1.234,5|.|false",
                "1,234.5|.|true",
                "1.234.567|,|true",
                "1.234.567|.|false",
                "1 234|.|true",
                "1 234|,|true",
                "1 234,5|.|false"
            })
    void readsGroupsOnlyIfTheOtherMarkCutsThem(String cell, char decimal, boolean readable) {
        assertThat(NumberText.isGroupedFor(cell, decimal)).isEqualTo(readable);
    }

    @Test
    void whateverIsWrittenPlainIsReadBackInBothWritings() {
        Random random = new Random(20120101);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(15));
            String point = new BigDecimal(Double.toString(value)).toPlainString();
            String comma = point.replace('.', ',');

            assertThat(NumberText.formOf(point)).isIn(Form.POINT, Form.POINT_OR_THOUSANDS, Form.INTEGER);
            assertThat(NumberText.formOf(comma)).isIn(Form.COMMA, Form.COMMA_OR_THOUSANDS, Form.INTEGER);
            assertThat(NumberText.value(point, '.')).isEqualTo(value);
            assertThat(NumberText.value(comma, ',')).isEqualTo(value);
        }
    }

    @Test
    void noTextMakesItFail() {
        Random random = new Random(20120101);
        String alphabet = "0123456789.,+-e E%x()'\u2212\u00a0\u0663d";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String cell = text.toString();
            switch (NumberText.formOf(cell)) {
                case INTEGER, POINT, COMMA, POINT_OR_THOUSANDS, COMMA_OR_THOUSANDS -> {
                    char decimal = cell.indexOf(',') >= 0 ? ',' : '.';
                    assertThat(NumberText.value(cell, decimal)).as(cell).isNotNaN();
                }
                case GROUPED ->
                    assertThat(NumberText.isGroupedFor(cell, '.') || NumberText.isGroupedFor(cell, ','))
                            .as(cell)
                            .isTrue();
                default -> assertThat(cell).doesNotMatch("[+-]?\\d+([.,]\\d+)?");
            }
        }
    }
}
