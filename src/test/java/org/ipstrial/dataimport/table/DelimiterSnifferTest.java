package org.ipstrial.dataimport.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.junit.jupiter.api.Test;

class DelimiterSnifferTest {

    private final Findings findings = new Findings();

    @Test
    void takesTheOneThatCutsAllRecordsAlike() {
        assertThat(sniff("id;arm;hours\n1;a;2,5\n2;b;0\n")).isEqualTo(';');
        assertThat(sniff("id\tarm\n1\ta, b\n")).isEqualTo('\t');
        assertThat(sniff("id|arm\n1|a\n")).isEqualTo('|');
        assertThat(sniff("id,arm,note\n1,a,\"x;y\nz;w\"\n2,b,\"\"\"q\"\" | ;\"\n"))
                .isEqualTo(',');
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void takesTheHeadersOwnWhereRowsAreRagged() {
        assertThat(sniff("id,arm,hours\n1,a,12,5\n2,b,0\n")).isEqualTo(',');
        assertThat(sniff("id,arm,hours\n1,\"a,12\n2,b,0\n")).isEqualTo(',');
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void takesTheUsualOneWhereLinesStandAboveTheHeader() {
        assertThat(sniff("Report\n\nid;arm\n1;a\n2;b\n")).isEqualTo(';');
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void refusesOneOfTwo() {
        assertThat(sniff("id;arm,x\n1;a,2\n")).isEqualTo(',');

        assertThat(findings.inReadingOrder().get(0).line())
                .isEqualTo("f.csv: the delimiter cannot be told (it could be comma, semicolon); wanted one that cuts"
                        + " every line into as many fields; give --delimiter [E133]");
    }

    @Test
    void looksOnlyAtTheFirstRecords() {
        String hundred = "id;arm,x\n" + "1;a,2\n".repeat(DelimiterSniffer.RECORDS - 2) + "1;a\n";

        assertThat(sniff(hundred + "2,b\n")).as("the last of them tells").isEqualTo(';');
        assertThat(sniff(hundred + "2,b")).as("what comes after does not").isEqualTo(';');
        assertThat(findings.isEmpty()).isTrue();
        sniff("x,y;z\n" + hundred);
        assertThat(findings.isEmpty()).as("the one that tells is beyond them").isFalse();
    }

    @Test
    void takesTheOneThatCutsAllAlikeThoughTheHeaderHoldsTwo() {
        assertThat(sniff("id;arm,x\n1;a\n2;b\n")).isEqualTo(';');
        assertThat(sniff("id;arm,x\n1;a")).as("the last line may have no end").isEqualTo(';');
        assertThat(sniff("id,no;te\n1,\"a\"\"b;c\"\n")).as("quotes are doubled").isEqualTo(',');
        assertThat(sniff("id;x,y\n1;\"a\n2;b\n")).as("a quote is not closed").isEqualTo(';');
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void theUsualOneCutsMoreThanHalfOfTheRecordsIntoAsMany() {
        assertThat(sniff("Title\na;b|c\nd|e;f;g\nh;i;j;k|l\n")).isEqualTo('|');
        assertThat(sniff("Title\nSecond\n1;a\n2;b\n")).as("half of them").isEqualTo(',');
        assertThat(sniff("Title\nSecond\n1;a\n2;b\n3;c\n")).isEqualTo(';');
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void oneColumnNeedsNone() {
        assertThat(sniff("id\n1\n")).isEqualTo(',');
        assertThat(sniff("")).isEqualTo(',');
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void findsTheDelimiterOfEveryTableWhoseCellsHoldNone() {
        Random random = new Random(20120101);
        for (int i = 0; i < 2_000; i++) {
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            int width = 2 + random.nextInt(5);
            StringBuilder text = new StringBuilder();
            for (int row = 1 + random.nextInt(6); row >= 0; row--) {
                for (int column = 0; column < width; column++) {
                    text.append(column == 0 ? "" : delimiter).append(random.nextInt(4) == 0 ? "\"a,;\t|\n\"" : "x y");
                }
                text.append(random.nextBoolean() ? "\r\n" : "\n");
            }
            assertThat(sniff(text.toString())).as(text.toString()).isEqualTo(delimiter);
        }
        assertThat(findings.isEmpty()).isTrue();
    }

    private char sniff(String text) {
        return DelimiterSniffer.sniff(Location.file("f.csv"), text, 0, Optional.of('"'), findings);
    }
}
