package org.ipstrial.dataimport.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First bytes as the formats' own descriptions give them. */
class FileFormatTest {

    private static List<String> check(byte[] bytes) {
        Findings findings = new Findings();
        FileFormat.check("f.csv", bytes, findings);
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1f8b08,a gzip archive",
        "504b0304,a zip archive or an Excel workbook (xlsx)",
        "d0cf11e0a1b11ae1,an Excel workbook (xls)",
        "24464c3240,an SPSS file (sav)",
        "3c73746174615f6474613e,a Stata file (dta)",
        "7202,a Stata file (dta)",
        "52445833,an R file (RData)",
        "50415231,a Parquet file",
        "fd377a585a00,an xz archive",
        "53514c69746520666f726d6174203300,an SQLite database"
    })
    void knowsWhatIsNotText(String hex, String what) {
        assertThat(check(HexFormat.of().parseHex(hex)))
                .singleElement()
                .asString()
                .startsWith("f.csv: this is " + what + "; wanted CSV text; ")
                .endsWith(" [E111]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "%PDF-1.7#a PDF document; wanted CSV text; export the table itself",
                "<!DOCTYPE html>#HTML, perhaps a login page; wanted CSV text; download the file again",
                "<HTML lang=en>#HTML, perhaps a login page; wanted CSV text; download the file again",
                "<?xml version=\"1.0\"?>#XML; wanted CSV text; open it and save as CSV UTF-8",
                "{\\rtf1\\ansi#a word processor's document (rtf); wanted CSV text; open it and save as CSV UTF-8",
                "{\"id\":1}#JSON; wanted CSV text; write it as CSV first",
                "[{\"id\":1}]#JSON; wanted CSV text; write it as CSV first"
            })
    void knowsTextThatIsNoTable(String start, String says) {
        for (String before : List.of("", "\ufeff", " \n\t")) {
            assertThat(check((before + start).getBytes(StandardCharsets.UTF_8)))
                    .containsExactly("f.csv: this is " + says + " [E112]");
        }
    }

    @Test
    void knowsJsonThatBeginsWithALine() {
        assertThat(check("{\n \"id\": 1}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("f.csv: this is JSON; wanted CSV text; write it as CSV first [E112]");
    }

    @Test
    void tablesAreTables() {
        for (String text : List.of("", "id,arm\n", "{id},arm\n", "[id],arm\n", "<id>,arm\n", "%,arm\n", "PK,arm\n")) {
            assertThat(check(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
        }
        assertThat(check(new byte[] {0x1f}))
                .as("the first byte of a gzip archive alone")
                .isEmpty();
    }
}
