package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.junit.jupiter.api.Test;

/** What an outcome's cells are read as, with the user's word and without. */
class OutcomeColumnTest {

    private static final Optional<OutcomeKind> UNSAID = Optional.empty();
    private static final Optional<OutcomeKind> BINARY = Optional.of(OutcomeKind.BINARY);
    private static final Optional<OutcomeKind> ORDINAL = Optional.of(OutcomeKind.ORDINAL);

    private final Findings findings = new Findings();

    private Optional<ReadOutcome> read(Optional<OutcomeKind> kind, String event, List<String> levels, String... cells) {
        OutcomeRequest request =
                new OutcomeRequest("work", "work", kind, Optional.of(event).filter(any -> !any.isEmpty()), levels);
        return OutcomeColumn.read(Columns.column("work", cells), request, Optional.empty(), Columns.USUAL, findings);
    }

    private Optional<ReadOutcome> read(Optional<OutcomeKind> kind, String... cells) {
        return read(kind, "", List.of(), cells);
    }

    private String refusal() {
        assertThat(findings.refuse()).isTrue();
        return Columns.lines(findings).toString();
    }

    /** Values that are all different, and so too many to be collected. */
    private static String[] different(int count, String... more) {
        return Stream.concat(
                        IntStream.range(0, count).mapToObj(i -> "w" + (char) ('a' + i / 26) + (char) ('a' + i % 26)),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void valuesThatAreNumbersInHalfOfTheCellsAreMeantAsNumbers() {
        assertThat(read(UNSAID, "7", "8", "much", "little", "").orElseThrow().amounts())
                .containsExactly(7, 8, Double.NaN, Double.NaN, Double.NaN);
        assertThat(Columns.lines(findings))
                .hasSize(2)
                .allMatch(line -> line.endsWith("[E241]"))
                .first()
                .asString()
                .startsWith("f.csv:4: work (2): 'much' is not a number;");
    }

    @Test
    void withMoreWordsThanNumbersItIsText() {
        assertThat(read(UNSAID, "7", "much", "little", "")).isEmpty();
        assertThat(refusal())
                .isEqualTo("[f.csv: work (2): the outcome is text: '7' (1), 'little' (1), 'much' (1); wanted numbers or"
                        + " yes/no; give --kind binary --event-value V with the value that is the event [E240]]");
    }

    @Test
    void levelsThatAreNumbersInHalfOfTheCellsAreNumbered() {
        assertThat(read(ORDINAL, "2", "1", "mild", "3.5", "severe", "often", "")
                        .orElseThrow()
                        .amounts())
                .containsExactly(1, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(findings.codes()).extracting(Enum::name).containsExactly("E241", "E293");
    }

    @Test
    void levelsOfMoreWordsThanNumbersMustBeNamed() {
        assertThat(read(ORDINAL, "2", "mild", "severe", "")).isEmpty();
        assertThat(refusal())
                .startsWith("[f.csv: work (2): the levels are text: '2' (1), 'mild' (1), 'severe' (1); wanted whole"
                        + " numbers in the order of the levels;");
    }

    /** Numbers are told apart by what they are worth, words by how they are written. */
    @Test
    void namedLevelsAreWordsAsTheyStandAndNumbersByTheirWorth() {
        ReadOutcome read = read(ORDINAL, "", List.of("10", "2", "no work"), "2.0", "10", "no work", "", "2")
                .orElseThrow();

        assertThat(findings.isEmpty()).isTrue();
        assertThat(read.amounts()).containsExactly(1, 0, 2, Double.NaN, 1);
        assertThat(read.definition()).isEqualTo(OutcomeDefinition.ofLevels("work", List.of("10", "2", "no work")));
        assertThat(read(ORDINAL, "", List.of("Mild", "severe"), "mild", "Mild")
                        .orElseThrow()
                        .amounts())
                .containsExactly(Double.NaN, 0);
        assertThat(refusal())
                .isEqualTo("[f.csv:2: work (2): 'mild' is no level of the outcome; wanted one of Mild, severe; did you"
                        + " mean Mild? [E295]]");
    }

    @Test
    void ofNumberedLevelsThePlacesCountAndNotTheNumbers() {
        ReadOutcome read = read(ORDINAL, "7", "-1", "30", "7.0", "").orElseThrow();

        assertThat(read.amounts()).containsExactly(1, 0, 2, 1, Double.NaN);
        assertThat(read.definition().levels()).containsExactly("-1", "7", "30");
    }

    @Test
    void twentyLevelsAreTheMost() {
        String[] twenty =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toArray(String[]::new);
        assertThat(read(ORDINAL, twenty).orElseThrow().definition().levels()).containsExactly(twenty);
        assertThat(read(
                        ORDINAL,
                        IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).toArray(String[]::new)))
                .isEmpty();
        assertThat(refusal()).contains("21 different values; wanted at most 20 ordered levels;");
    }

    @Test
    void whereNoRowHasTheEventAndAllHaveOneValueNobodyHadIt() {
        ReadOutcome read =
                read(BINARY, "yes", List.of(), "no", "", "no", "NA", "no").orElseThrow();

        assertThat(read.events()).containsExactly(false, null, false, null, false);
        assertThat(Columns.lines(findings))
                .containsExactly(
                        "f.csv: work (2): no row has the event value 'yes', all 3 known values are 'no'; read as"
                                + " no events; see that it is so [W244]");
    }

    @Test
    void whereNoRowHasTheEventAndValuesDifferItIsRefused() {
        assertThat(read(BINARY, "yes", List.of(), "no", "", "yess", "no")).isEmpty();
        assertThat(refusal())
                .isEqualTo(
                        "[f.csv: work (2): no row has the event value 'yes'; the values are 'no' (2), 'yess' (1); the"
                                + " nearest is 'yess' [E244]]");
    }

    /** Only the first fifty values are collected; the event may come after them. */
    @Test
    void anEventAmongManyValuesIsFoundWhereverItStands() {
        ReadOutcome read =
                read(BINARY, "job", List.of(), different(50, "", "job")).orElseThrow();

        assertThat(read.events().subList(49, 52)).containsExactly(false, null, true);
        assertThat(refusal())
                .startsWith("[f.csv: work (2): more than 50 values: 'waa' (1), ")
                .contains(" and 40 more and others; wanted the event ('job') and one other;");
        assertThat(read(BINARY, "job", List.of(), different(51, ""))).isEmpty();
        assertThat(refusal()).contains("no row has the event value 'job'; ");
    }

    @Test
    void threeValuesAreCounted() {
        assertThat(read(BINARY, "1", "0", "2").orElseThrow().events()).containsExactly(true, false, false);
        assertThat(refusal())
                .isEqualTo(
                        "[f.csv: work (2): 3 values: '0' (1), '1' (1), '2' (1); wanted the event ('1') and one other;"
                                + " put the others right, or --allow E243 --because TEXT if all of them mean no event [E243]]");
    }

    @Test
    void whatIsMissingThroughoutIsToldOnceAndErrorsOfSpreadsheetsByThemselves() {
        assertThat(read(UNSAID, "", "NA", ".")).isEmpty();
        assertThat(refusal())
                .isEqualTo(
                        "[f.csv: work (2): all 3 values are missing; wanted some that are known; see whether it is the"
                                + " right column [E235]]");
        Findings errors = new Findings();
        OutcomeColumn.read(
                Columns.column("work", "#N/A", ""),
                new OutcomeRequest("work", UNSAID, Optional.empty()),
                Optional.empty(),
                Columns.USUAL,
                errors);
        assertThat(errors.codes()).extracting(Enum::name).containsExactly("E228");
    }

    @Test
    void twoNumbersThatMayBeCodesAreNoAmountUntilTheUserSaysSo() {
        assertThat(read(UNSAID, "1", "2", "2")).isEmpty();
        assertThat(refusal()).endsWith("[E234]]");
        assertThat(read(Optional.of(OutcomeKind.AMOUNT), "1", "2", "2")
                        .orElseThrow()
                        .amounts())
                .containsExactly(1, 2, 2);
    }
}
