package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.dataimport.SurveyedColumn.Use;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;

/** What may be told of a column that nobody has said anything about yet: of values only labels that are nobody's own. */
class ParticipantsSurveyTest {

    /** A file of twenty people whose column has these values in turn. */
    private static ParticipantsSurvey survey(String name, String... values) {
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> "P" + (i + 10) + ";" + (i < 8 ? "IPS" : "SAU") + ";" + values[i % values.length] + "\n")
                .collect(Collectors.joining());
        byte[] bytes = ("id;arm;" + name + "\n" + rows).getBytes(StandardCharsets.UTF_8);
        ReadOptions usual = ReadOptions.defaults();
        ReadOptions options = new ReadOptions(
                Optional.of(';'), Optional.empty(), Optional.empty(), Quote.DOUBLE, usual.missing(), 0, 100);
        return ParticipantsSurvey.of(
                DataSource.standardInput(new ByteArrayInputStream(bytes)),
                options,
                "id",
                "arm",
                Set.of(),
                new Findings());
    }

    private static Optional<SurveyedColumn> column(String name, String... values) {
        return survey(name, values).columns().stream().findFirst();
    }

    private static Use use(String... values) {
        return column("what", values).orElseThrow().use();
    }

    @Test
    void armsAreCountedAndIdsAreNot() {
        ParticipantsSurvey survey = survey("what", "yes", "no");

        assertThat(survey.rows()).isEqualTo(20);
        assertThat(survey.arms()).isEqualTo(Map.of("IPS", 8L, "SAU", 12L));
        assertThat(survey.columns()).extracting(SurveyedColumn::name).containsExactly("what");
    }

    @Test
    void yesAndNoAmountsAndLabels() {
        assertThat(column("what", "no", "yes", "NA"))
                .contains(new SurveyedColumn("what", Use.BINARY, "yes", List.of()));
        assertThat(column("what", "0", "12.5", "40")).contains(new SurveyedColumn("what", Use.AMOUNT, "", List.of()));
        assertThat(column("what", "south", "north", "", "south"))
                .contains(new SurveyedColumn("what", Use.LABELS, "", List.of("north", "south")));
    }

    @Test
    void nothingIsKnownOfAColumnThatIsEmpty() {
        assertThat(use("", "NA")).isEqualTo(Use.NONE);
    }

    private static String[] labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "site " + (char) ('a' + i))
                .toArray(String[]::new);
    }

    /** Of twenty people ten labels are each of two; eleven are not. Twelve labels are few, and thirteen are many. */
    @Test
    void labelsAreFewAndEachOfTwoOrMore() {
        assertThat(use(labels(10))).isEqualTo(Use.LABELS);
        assertThat(use(labels(11))).isEqualTo(Use.NONE);
        assertThat(use(labels(13))).isEqualTo(Use.NONE);
    }

    @Test
    void valuesThatMayBeSomebodysAreNotShown() {
        for (String own : List.of(
                "a@b.dk",
                "+45 12345678",
                "moved to another town last year",
                "010190-1234",
                "x".repeat(61),
                "=1+1",
                "a\u0007b")) {
            assertThat(use("north", own)).as(own).isEqualTo(Use.NONE);
        }
        assertThat(use("north", "x".repeat(40))).isEqualTo(Use.LABELS);
        assertThat(use("north", "x".repeat(41))).as("written freely").isEqualTo(Use.NONE);
    }

    @Test
    void columnsWhoseNamesMayNotBeShownAreLeftOut() {
        for (String name : List.of("x".repeat(61), "a\u0007b", "=1+1")) {
            assertThat(column(name, "yes", "no")).as(name).isEmpty();
        }
        assertThat(column("x".repeat(60), "yes", "no")).isPresent();
    }

    private static ParticipantsSurvey survey(String text, Findings warnings) {
        return ParticipantsSurvey.of(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults(),
                "id",
                "arm",
                Set.of(),
                warnings);
    }

    private static List<String> refused(String text) {
        return catchThrowableOfType(RefusedException.class, () -> survey(text, new Findings()))
                .findings()
                .inReadingOrder()
                .stream()
                .map(Finding::line)
                .toList();
    }

    /** People by label, so many of each. */
    private static String people(int labels, int each) {
        return "id,arm,site\n"
                + IntStream.range(0, labels * each)
                        .mapToObj(i -> "P" + i + (i % 2 == 0 ? ",IPS,s" : ",SAU,s") + (char) ('a' + i % labels) + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void twelveLabelsAreFew() {
        assertThat(survey(people(12, 2), new Findings()).columns().get(0).use()).isEqualTo(Use.LABELS);
        assertThat(survey(people(13, 3), new Findings()).columns().get(0).use()).isEqualTo(Use.NONE);
    }

    @Test
    void idsAndArmsAreCheckedAsWhereTheyAreRead() {
        assertThat(refused("id,arm,work\nP1,IPS,yes\nP2,,no\nP1,IPS,no\nP3,SAU,no\n"))
                .containsExactly(
                        "standard input:3: arm (2): the arm is missing; wanted the arm of everybody randomised, because"
                                + " nobody is left out; write it in [E212]",
                        "standard input:4: id (1): the same id as on line 2, and the rows differ; wanted one row for each"
                                + " person; see which row is right, and whether rows are visits and not people [E200]");
        assertThat(refused("id,arm\nP1,IPS\nP2,IPS\n"))
                .containsExactly(
                        "standard input: arm (2): all 2 rows are in one arm, 'IPS'; wanted at least two; give the"
                                + " whole trial, or --arm [E214]");
        assertThat(refused("id,arm\n0101901234,IPS\n0202881234,SAU\n"))
                .singleElement()
                .asString()
                .endsWith("[E300]");
    }

    @Test
    void warningsAreHandedOn() {
        Findings warnings = new Findings();
        survey("id,arm\n1.0,IPS\n2.0,SAU\n", warnings);

        assertThat(warnings.codes()).extracting(Enum::name).containsExactly("W205");
    }
}
