package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;

/** Files beyond all measure: cases 40 to 43 of the catalogue, and a million people, who must not take long. */
class LimitsTest {

    @Test
    void aHeaderOfAMillionColumnsIsRefused() {
        String header = IntStream.range(0, 1_000_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(refused(header + "\n", ReadOptions.MAX_ROWS))
                .containsExactly("standard input:1: more than 10000 fields; wanted a table of at most so many columns;"
                        + " see whether the line ends were lost [E135]");
    }

    @Test
    void aFieldBeyondAMebibyteIsRefused() {
        String field = "x".repeat((1 << 20) + 1);

        assertThat(refused("id,arm,work\nP1,IPS,yes\nP2,control," + field + "\n", ReadOptions.MAX_ROWS))
                .containsExactly(
                        "standard input:3: field 3 is longer than 1048576 characters; wanted a cell of a table;"
                                + " see whether a quote or a delimiter is missing [E136]");
    }

    @Test
    void aSourceWithoutLineEndIsRefusedBeforeItEnds() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };

        assertThatThrownBy(() ->
                        ParticipantsImport.read(DataSource.standardInput(endless), ReadOptions.defaults(), request()))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(lines(e))
                        .containsExactly("standard input: no line end in 67108864 bytes; wanted lines of text; see"
                                + " whether the line ends were lost [E137]"));
    }

    @Test
    void moreRowsThanAcceptedAreRefusedWithAnEstimate() {
        assertThat(refused(people(100), 30))
                .containsExactly(
                        "standard input: more than 30 rows (about 100); wanted at most so many; give --max-rows"
                                + " with a higher limit [E138]");
        assertThat(read(people(30), 30).rows()).isEqualTo(30);
    }

    @Test
    void aHundredThousandFindingsAreCountedAndTwentyKept() {
        String text = people(100_000).replace(",control,", ",,");

        assertThatThrownBy(() -> read(text, ReadOptions.MAX_ROWS)).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.findings().beyondKept().values()).containsExactly(50_000L - 20);
            assertThat(lines(e))
                    .first()
                    .isEqualTo("standard input:3: arm (2): the arm is missing; wanted the arm of everybody"
                            + " randomised, because nobody is left out; write it in [E212]");
        });
    }

    private static String people(int count) {
        StringBuilder text = new StringBuilder("id,arm,work,earnings\n");
        for (int i = 0; i < count; i++) {
            text.append("P").append(i * 7919L % 1_000_003).append(i % 2 == 0 ? ",IPS,yes," : ",control,no,");
            text.append(i % 5000).append('.').append(10 + i % 90).append('\n');
        }
        return text.toString();
    }

    private static List<String> refused(String text, long maxRows) {
        try {
            read(text, maxRows);
        } catch (RefusedException e) {
            return lines(e);
        }
        throw new AssertionError("not refused");
    }

    private static List<String> lines(RefusedException e) {
        return e.findings().inReadingOrder().stream().map(Finding::line).toList();
    }

    private static ImportedParticipants read(String text, long maxRows) {
        ReadOptions defaults = ReadOptions.defaults();
        ReadOptions options = new ReadOptions(
                defaults.delimiter(),
                defaults.encoding(),
                defaults.decimal(),
                defaults.quote(),
                defaults.missing(),
                0,
                maxRows);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ParticipantsImport.read(DataSource.standardInput(new ByteArrayInputStream(bytes)), options, request());
    }

    private static ParticipantsRequest request() {
        List<OutcomeRequest> outcomes = List.of(
                new OutcomeRequest("work", Optional.empty(), Optional.empty()),
                new OutcomeRequest("earnings", Optional.empty(), Optional.empty()));
        return new ParticipantsRequest("id", "arm", List.of(), outcomes, Set.of());
    }
}
