package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;

/** A file is decoded, cut and read in steps; the first step that refuses ends it, since the next would only guess. */
class OpenedFileTest {

    private static final ParticipantsRequest REQUEST = new ParticipantsRequest(
            "id", "arm", List.of(), List.of(new OutcomeRequest("work", Optional.empty(), Optional.empty())), Set.of());

    private static List<String> codes(String text, long maxRows) {
        ReadOptions usual = ReadOptions.defaults();
        ReadOptions options = new ReadOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Quote.DOUBLE, usual.missing(), 0, maxRows);
        DataSource source =
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        return catchThrowableOfType(RefusedException.class, () -> ParticipantsImport.read(source, options, REQUEST))
                .findings()
                .inReadingOrder()
                .stream()
                .map(Finding::code)
                .map(Enum::name)
                .toList();
    }

    private static final String UNCLOSED = "P1,a,\"yes\nP2,b,no\n";

    @Test
    void bytesThatAreNoTextAreNotCut() {
        assertThat(codes("id,arm,work\n" + UNCLOSED, 9)).containsExactly("E126");
        assertThat(codes("id,arm,work\nP0,\u00e5,no\n" + UNCLOSED, 9)).containsExactly("E103");
    }

    @Test
    void whereTheDelimiterIsInDoubtNoCellIsLookedAt() {
        assertThat(codes("id;arm,x;work,y\nP1;a,1;\"no\"x,1\nP2;b,1;yes,1\n", 9))
                .containsExactly("E133");
    }

    @Test
    void brokenQuotesEndItBeforeTheHeader() {
        assertThat(codes("nr,arm,work\n" + UNCLOSED, 9)).containsExactly("E126");
    }

    /** The first two rows have one id, and one arm: what a part of the rows holds says nothing of the whole. */
    @Test
    void rowsBeyondTheLimitEndItBeforeTheColumns() {
        String text = "id,arm,work\nP1,a,yes\nP1,a,no\nP3,b,no\n";

        assertThat(codes(text, 2)).containsExactly("E138");
        assertThat(codes(text, 3)).containsExactly("E200");
    }

    @Test
    void aHeaderAloneIsToldAsThat() {
        assertThat(codes("id,arm,work\n", 9)).containsExactly("E121");
    }
}
