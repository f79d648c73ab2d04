package org.ipstrial.dataimport.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;

class LexicalCheckTest {

    private static final Dialect COMMA = new Dialect(',', Optional.of('"'), 0, 1);

    /** A record as it should be read. */
    private record Expected(long line, List<String> cells) {}

    @Test
    void saysWhereAQuoteOpensAndNotWhereTheFileEnds() {
        assertThat(check("id,note\n1,x\n2,\"y\n3,z\n"))
                .containsExactly(
                        "f.csv:3: a quote that opens here is not closed by the end of the file; wanted a closing"
                                + " quote; close it, or give --quote none if quotes are part of the text [E126]");
    }

    @Test
    void saysWhatFollowsAQuote() {
        assertThat(check("id,note\n1,\"a\"b\n"))
                .containsExactly(
                        "f.csv:2: text follows a closing quote in field 2; wanted a delimiter or the line's end;"
                                + " double the quotes that belong to the text [E127]");
        assertThat(check("id,note\n1,\"a\" \n2,\"b\"  ,\n")).isEmpty();
    }

    @Test
    void tellsABareQuoteFromAnEscapedOne() {
        assertThat(check("1,5\" pipe\n2,5\\\" pipe\n"))
                .containsExactly(
                        "f.csv:1: a quote inside field 2, which is not quoted; wanted the field in quotes with its own"
                                + " quotes doubled; export it so, or give --quote none if quotes are part of the text"
                                + " [E128]",
                        "f.csv:2: a quote after a backslash in field 2; wanted quotes inside a field doubled, not escaped;"
                                + " export with doubled quotes [E129]");
    }

    @Test
    void aBackslashAtTheEndOfAFieldIsText() {
        assertThat(check("1,\"C:\\\",x\n")).isEmpty();
    }

    @Test
    void anEscapedQuoteBeforeTheClosingOneIsToldOfAsEscaped() {
        assertThat(check("1,\"a \\\"b\\\"\",x\n2,y,z\n")).hasSize(2).allMatch(line -> line.endsWith("[E129]"));
    }

    @Test
    void withoutQuotesEveryCharacterIsText() {
        Findings findings = new Findings();
        LexicalCheck.check("f.csv", "1,\"a\n2,b\"c\uffff\n", new Dialect(',', Optional.empty(), 0, 1), findings);

        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void whateverIsWrittenByTheRuleIsReadBackWithItsLines() {
        Random random = new Random(20120101);
        for (int i = 0; i < 3_000; i++) {
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            StringBuilder text = new StringBuilder();
            List<Expected> expected = new ArrayList<>();
            long line = 1;
            for (int row = random.nextInt(5); row >= 0; row--) {
                List<String> cells = new ArrayList<>();
                for (int column = 1 + random.nextInt(3); column >= 0; column--) {
                    cells.add(cell(random, end));
                }
                expected.add(new Expected(line, cells));
                String written = String.join(
                                ",",
                                cells.stream().map(LexicalCheckTest::quoted).toList())
                        + end;
                text.append(written);
                line += lineEnds(written, end);
            }
            assertThat(check(text.toString())).as(text.toString()).isEmpty();
            assertThat(read(text.toString())).isEqualTo(expected);
        }
    }

    @Test
    void whateverPassesIsReadWithoutFailing() {
        Random random = new Random(20120101);
        String alphabet = "ab,,\"\"\n\r\\ \u201c";
        int passed = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Findings findings = new Findings();
            LexicalCheck.check("f.csv", text.toString(), COMMA, findings);
            if (!findings.refuse()) {
                passed++;
                long last = 0;
                for (Expected record : read(text.toString())) {
                    assertThat(record.line()).as(text.toString()).isGreaterThan(last);
                    last = record.line();
                }
                assertThat(last)
                        .isLessThanOrEqualTo(1
                                + text.chars()
                                        .filter(c -> c == '\n' || c == '\r')
                                        .count());
            }
        }
        assertThat(passed).isGreaterThan(5_000);
    }

    @Test
    void aRecordMayHaveTenThousandFields() {
        assertThat(check("x" + ",x".repeat(9_999) + "\n")).isEmpty();
        assertThat(check("id\nx" + ",x".repeat(10_000) + "\n"))
                .containsExactly(
                        "f.csv:2: more than 10000 fields; wanted a table of at most so many columns; see whether"
                                + " the line ends were lost [E135]");
    }

    @Test
    void aFieldMayHaveAMebiCharacter() {
        String longest = "x".repeat(1 << 20);

        assertThat(check("id," + longest + ",b\n")).isEmpty();
        assertThat(check("id\n" + "id,".repeat(2) + longest + "x,b\n"))
                .containsExactly("f.csv:2: field 3 is longer than 1048576 characters; wanted a cell of a table; see"
                        + " whether a quote or a delimiter is missing [E136]");
    }

    @Test
    void aQuotedFieldMayHaveAHundredLines() {
        String before = "id\n".repeat(60);

        assertThat(check(before + "1,\"" + "x\n".repeat(99) + "x\"\n")).isEmpty();
        assertThat(check(before + "1,\"" + "x\n".repeat(100) + "x\"\n"))
                .containsExactly("f.csv:61: a quote that opens here is not closed within 100 lines; wanted a closing"
                        + " quote; close it, or give --quote none if quotes are part of the text [E126]");
    }

    @Test
    void fieldsBetweenTypographicQuotesAreTold() {
        String told =
                "; wanted straight quotes; export again, or --allow E130 --because TEXT if they are part of the text"
                        + " [E130]";

        assertThat(check("1,\u201ea\u201c\n"))
                .containsExactly("f.csv:1: field 2 stands in typographic quotes (U+201C)" + told);
        assertThat(check("1,x,\u201ca,b\u201d,\u201cc\u201d\n"))
                .as("once for a record, at the field where they open")
                .containsExactly("f.csv:1: field 3 stands in typographic quotes (U+201D)" + told);
        assertThat(check("1,8\u201d\n1,\u201ca\n1,x\u201d\n"))
                .as("inches, and one that opens only")
                .isEmpty();
    }

    @Test
    void tellsOfMixedLineEndsOnce() {
        Findings findings = new Findings();
        LexicalCheck.check("f.csv", "a\nb\r\nc\rd\n", COMMA, findings);

        assertThat(findings.count(FindingCode.W147)).isEqualTo(1);
        assertThat(findings.inReadingOrder().get(0).line())
                .isEqualTo(
                        "f.csv:2: lines end in more than one way (CR, CR LF, LF); all were read; see whether two files"
                                + " were joined [W147]");
    }

    private static String cell(Random random, String end) {
        String alphabet = "xyz,;\" \u00e6";
        StringBuilder cell = new StringBuilder("c");
        for (int length = random.nextInt(5); length > 0; length--) {
            int pick = random.nextInt(alphabet.length() + 1);
            cell.append(pick == alphabet.length() ? end : String.valueOf(alphabet.charAt(pick)));
        }
        return cell.toString();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == ';');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static long lineEnds(String text, String end) {
        return (text.length() - text.replace(end, "").length()) / end.length();
    }

    private static List<Expected> read(String text) {
        List<Expected> records = new ArrayList<>();
        RecordReader reader = new RecordReader(text, COMMA);
        while (reader.hasNext()) {
            RecordReader.Line line = reader.next();
            records.add(new Expected(line.number(), List.of(line.cells())));
        }
        return records;
    }

    private static List<String> check(String text) {
        Findings findings = new Findings();
        LexicalCheck.check("f.csv", text, COMMA, findings);
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }
}
