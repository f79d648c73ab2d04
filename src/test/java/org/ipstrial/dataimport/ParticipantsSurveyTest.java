package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.dataimport.SurveyedColumn.Use;
import org.ipstrial.finding.Findings;
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
}
