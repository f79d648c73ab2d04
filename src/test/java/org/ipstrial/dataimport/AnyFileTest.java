package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;

/** What holds for every file, sound or not: it is read or refused, and the order of its rows does not matter. */
class AnyFileTest {

    private static final String PLANTED = "Z9QK";
    private static final List<String> ODDITIES = List.of(
            "",
            "NA",
            "NULL",
            "\"",
            "\"a\"\"b\"",
            ",",
            "\n",
            "\r",
            ";",
            "\u00a0",
            "1.234",
            "12,5",
            "37 %",
            "#N/A",
            "\u2212",
            "\u202e",
            "\u00c3\u00b8",
            "\ufffd",
            "\u001b",
            "999",
            "-9",
            "1e400",
            "IPS ",
            "ips",
            "=A1",
            "01-feb",
            "\\",
            "\u201c",
            "yes",
            "0",
            "\ufeff");

    @Test
    void isReadOrRefusedAndNothingElse() {
        Random random = new Random(20120101);
        int read = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = damaged(table(random), random).getBytes(StandardCharsets.UTF_8);
            if (i % 4 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read += accepted(bytes) ? 1 : 0;
        }

        // Both ends of the road are walked.
        assertThat(read).isBetween(100, 3_900);
    }

    @Test
    void showsNoIdWhateverStandsInTheOtherCells() {
        Random random = new Random(20120101);
        for (int i = 0; i < 4_000; i++) {
            List<String> rows = new ArrayList<>(Arrays.asList(table(random).split("\n")));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int row = 1 + random.nextInt(rows.size() - 1);
                String[] cells = rows.get(row).split(",", -1);
                int cell = random.nextInt(cells.length);
                // What is put into an id stays in the id; a delimiter would move it to another column.
                String oddity = cell == 0 ? PLANTED + "\u00a0x" : oddity(random);
                cells[cell] = oddity;
                rows.set(row, String.join(",", cells));
            }
            for (Finding finding : findings(String.join("\n", rows).getBytes(StandardCharsets.UTF_8))
                    .inReadingOrder()) {
                assertThat(finding.line()).doesNotContain(PLANTED);
            }
        }
    }

    @Test
    void theOrderOfRowsChangesNeitherPeopleNorFindings() {
        Random random = new Random(20120101);
        for (int i = 0; i < 500; i++) {
            List<String> rows = new ArrayList<>(Arrays.asList(table(random).split("\n")));
            int row = 1 + random.nextInt(rows.size() - 1);
            rows.set(
                    row,
                    rows.get(row)
                            .replaceFirst(
                                    ",[^,]*$",
                                    "," + List.of("7", "12.5", "x", "", "NULL").get(i % 5)));
            String before = told(rows);
            Collections.shuffle(rows.subList(1, rows.size()), random);

            assertThat(told(rows)).isEqualTo(before);
        }
    }

    private static String table(Random random) {
        StringBuilder text = new StringBuilder("id,arm,site,work,hours\n");
        for (int row = 4 + random.nextInt(8); row > 0; row--) {
            text.append(PLANTED).append(row).append(row % 2 == 0 ? ",IPS,north," : ",control,south,");
            text.append(random.nextBoolean() ? "yes," : "no,")
                    .append(random.nextInt(160))
                    .append(".5\n");
        }
        return text.toString();
    }

    private static String damaged(String table, Random random) {
        StringBuilder text = new StringBuilder(table);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, ODDITIES.get(random.nextInt(ODDITIES.size())));
        }
        return text.toString();
    }

    private static String oddity(Random random) {
        String oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
        return oddity.matches("[,;\n\r\"]|12,5") ? "odd" : oddity;
    }

    private static String told(List<String> rows) {
        byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
        try {
            ImportedParticipants imported = read(bytes);
            StringBuilder told = new StringBuilder(imported.outcomes().toString());
            for (String arm : imported.participants().everybody().levels("arm")) {
                Cohort cohort = imported.participants().everybody().at("arm", arm);
                told.append(arm)
                        .append(cohort.levels("site"))
                        .append(cohort.events("work"))
                        .append(Arrays.toString(cohort.amounts("hours").values()));
            }
            return told.append(counts(imported.warnings())).toString();
        } catch (RefusedException e) {
            return counts(e.findings()).toString();
        }
    }

    private static Map<FindingCode, Long> counts(Findings findings) {
        Map<FindingCode, Long> counts = new TreeMap<>();
        findings.codes().forEach(code -> counts.put(code, findings.count(code)));
        return counts;
    }

    private static boolean accepted(byte[] bytes) {
        return !findings(bytes).refuse();
    }

    private static Findings findings(byte[] bytes) {
        try {
            return read(bytes).warnings();
        } catch (RefusedException e) {
            assertThat(e.findings().refuse()).isTrue();
            return e.findings();
        }
    }

    private static ImportedParticipants read(byte[] bytes) {
        List<OutcomeRequest> outcomes = List.of(
                new OutcomeRequest("work", Optional.empty(), Optional.empty()),
                new OutcomeRequest("hours", Optional.empty(), Optional.empty()));
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(bytes)),
                ReadOptions.defaults(),
                new ParticipantsRequest("id", "arm", List.of("site"), outcomes, Set.of()));
    }
}
