package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register of weeks as it comes: long, wide, packed, and longer than what is held at a time. */
class WeeksTest {

    private static final int PEOPLE = 4000;
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2014, 1, 6);
    private static final int WEEKS = 70;
    private static final DateTimeFormatter WEEK =
            DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.forLanguageTag("da-DK"));

    @TempDir
    private Path folder;

    private final String[][] codes = new String[PEOPLE][WEEKS];

    @BeforeEach
    void makeUpATrial() throws IOException {
        Random random = new Random(20120101);
        StringBuilder participants = new StringBuilder("id,arm,randomised_on\n");
        for (int person = 0; person < PEOPLE; person++) {
            participants
                    .append(id(person))
                    .append(person % 2 == 0 ? ",IPS," : ",SAU,")
                    .append("2014-01-06\n");
            for (int week = 0; week < WEEKS; week++) {
                codes[person][week] = List.of("W", "0", "0", "P", "").get(random.nextInt(5));
            }
        }
        Files.writeString(folder.resolve("participants.csv"), participants);
    }

    @Test
    void longWidePackedAndInAnyOrderGiveTheSameNumbers() throws IOException {
        String plan = plan("weeks.csv", "");
        Files.writeString(folder.resolve("weeks.csv"), tall());
        String counted = csv(plan);
        int worked = 0;
        for (int person = 0; person < PEOPLE; person += 2) {
            for (int week = 0; week < 53; week++) {
                worked += codes[person][week].equals("W") ? 1 : 0;
            }
        }
        // The twelve months from Monday 6 January 2014 hold 53 Mondays, the last of them 5 January 2015.
        assertThat(counted).contains(",IPS,,,,summary,,sum," + worked + ",weeks,");

        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("weeks.csv.gz")))) {
            out.write(tall().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(csv(plan("weeks.csv.gz", ""))).isEqualTo(counted);

        Files.writeString(folder.resolve("wide.csv"), wide());
        assertThat(csv(plan("wide.csv", "  layout: wide\n"))).isEqualTo(counted);
    }

    @Test
    void aFindingInALaterPieceHasItsLine() throws IOException {
        String plan = plan("weeks.csv", "");
        StringBuilder text = new StringBuilder(tall());
        long line = text.chars().filter(c -> c == '\n').count() + 1;
        assertThat(text.length()).isGreaterThan(4 << 20);
        text.append(id(7)).append(",2014-W99,W\n");
        Files.writeString(folder.resolve("weeks.csv"), text);

        Run run = Run.of("hours", plan);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("weeks.csv:" + line + ": week (2): '2014-W99' is no week")
                .doesNotContain(id(7));
        assertThat(run.err().lines()).hasSize(1);
    }

    private String plan(String file, String more) throws IOException {
        String text = """
                trial: A register
                participants: {file: participants.csv, randomised_on: randomised_on, arm: {control: SAU}}
                horizon: 12 months
                data_cut: 2015-12-31
                weeks:
                  file: %s
                %s  codes: {W: competitive_employment, "0": none, P: not-eligible}
                  without_row: none
                outcomes:
                  weeks: {derive: weeks, of: competitive_employment}
                  share: {derive: share-of-weeks, of: competitive_employment}
                """;
        return Files.writeString(folder.resolve("trial.yaml"), text.formatted(file, more))
                .toString();
    }

    private static String csv(String plan) {
        Run run = Run.of("hours", plan, "--format", "csv");
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private String tall() {
        StringBuilder text = new StringBuilder("id,week,code\n");
        for (int week = 0; week < WEEKS; week++) {
            for (int person = 0; person < PEOPLE; person++) {
                if (!codes[person][week].isEmpty()) {
                    text.append(id(person))
                            .append(',')
                            .append(week(week))
                            .append(',')
                            .append(codes[person][week])
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private String wide() {
        StringBuilder text = new StringBuilder("id");
        for (int week = 0; week < WEEKS; week++) {
            text.append(',').append(week(week));
        }
        text.append('\n');
        for (int person = PEOPLE - 1; person >= 0; person--) {
            text.append(id(person))
                    .append(',')
                    .append(String.join(",", codes[person]))
                    .append('\n');
        }
        return text.toString();
    }

    private static String id(int person) {
        return "Z9QK" + (10_000 + person);
    }

    private static String week(int week) {
        return FIRST_MONDAY.plusWeeks(week).format(WEEK);
    }
}
