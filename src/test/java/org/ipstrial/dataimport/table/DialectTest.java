package org.ipstrial.dataimport.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.Quote;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;

class DialectTest {

    private final Findings findings = new Findings();

    @Test
    void beginsAfterTheLinesThatAreSkippedAndExcelsOwn() {
        assertThat(of("title\r\n\r\nsep=;\r\nid;arm\r\n", 2)).isEqualTo(new Dialect(';', Optional.of('"'), 16, 4));
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void refusesToSkipTheWholeFile() {
        of("id,arm\n1,a", 2);

        assertThat(findings.inReadingOrder().get(0).line())
                .isEqualTo("f.csv: --skip 2 leaves nothing of the file; it has 2 lines; give a lower number [E148]");
    }

    @Test
    void excelsOwnLineMayStandAlone() {
        assertThat(of("sep=;", 0)).isEqualTo(new Dialect(';', Optional.of('"'), 5, 2));
    }

    @Test
    void whatTheUserSaysComesBeforeExcelsLine() {
        ReadOptions options = new ReadOptions(
                Optional.of('|'), Optional.empty(), Optional.empty(), Quote.DOUBLE, Set.of("NA"), 0, 100);

        assertThat(Dialect.of("f.csv", "sep=;\nid;arm\n", options, findings))
                .isEqualTo(new Dialect('|', Optional.of('"'), 6, 2));
    }

    private Dialect of(String text, int skip) {
        ReadOptions options = new ReadOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Quote.DOUBLE, Set.of("NA"), skip, 100);
        return Dialect.of("f.csv", text, options, findings);
    }
}
