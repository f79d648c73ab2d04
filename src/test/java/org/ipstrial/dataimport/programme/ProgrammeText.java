package org.ipstrial.dataimport.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.RefusedException;

/** Texts of files of a programme, and what is told where one is refused. */
final class ProgrammeText {

    private ProgrammeText() {}

    /** A file called {@code data.csv}, which may be read more than once. */
    static DataSource source(String text) {
        return new DataSource() {
            @Override
            public String name() {
                return "data.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    static List<String> refused(ThrowingCallable reading) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, reading);
        assertThat(refused).isNotNull();
        return refused.findings().inReadingOrder().stream().map(Finding::line).toList();
    }

    /** The same up to what was wanted, without the name of the file. */
    static List<String> refusedShortly(ThrowingCallable reading) {
        return refused(reading).stream()
                .map(line -> line.substring("data.csv:".length(), line.indexOf(';')))
                .toList();
    }

    static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }
}
