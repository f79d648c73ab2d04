package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.CovariateRequest.Kind;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.plan.codes.CodeMap;
import org.junit.jupiter.api.Test;

/** What was known at the start: amounts and categories, told by the values where nobody says it. */
class CovariateColumnTest {

    private final Findings findings = new Findings();

    private Optional<ReadCovariate> read(Optional<Kind> kind, Optional<CodeMap> codes, List<String> cells) {
        return CovariateColumn.read(
                Columns.column("x", cells),
                new CovariateRequest("x", "x", kind, codes),
                Optional.empty(),
                Optional.empty(),
                Columns.USUAL,
                findings);
    }

    private Optional<ReadCovariate> untold(String... cells) {
        return read(Optional.empty(), Optional.empty(), List.of(cells));
    }

    private boolean isAmountOfMany(Stream<String> cells) {
        Optional<ReadCovariate> read = read(Optional.of(Kind.AMOUNT_OF_MANY), Optional.empty(), cells.toList());
        assertThat(findings.isEmpty()).as("it is read as labels elsewhere").isTrue();
        return read.map(found -> found.definition().isAmount()).orElse(false);
    }

    /** Numbers from 1 on, each so many times. */
    private static Stream<String> numbers(int different, int times) {
        return IntStream.range(0, different * times).mapToObj(i -> Integer.toString(1 + i % different));
    }

    @Test
    void numbersOfManyValuesAreAnAmount() {
        assertThat(isAmountOfMany(numbers(10, 2))).isTrue();
        assertThat(isAmountOfMany(Stream.concat(numbers(10, 2), Stream.of("", "NA"))))
                .isTrue();
        assertThat(isAmountOfMany(numbers(9, 1))).as("nobody shares one").isTrue();
        assertThat(isAmountOfMany(Stream.of("1.5", "2.5", "1.5", "3.5", "2.5", "3.5")))
                .isTrue();
    }

    @Test
    void whatMayBeCodesOrLabelsIsNoAmount() {
        assertThat(isAmountOfMany(numbers(9, 2))).isFalse();
        assertThat(isAmountOfMany(numbers(2, 1))).isFalse();
        assertThat(isAmountOfMany(Stream.of("0", "1", "1"))).isFalse();
        assertThat(isAmountOfMany(Stream.of("yes", "no"))).isFalse();
        assertThat(isAmountOfMany(Stream.concat(numbers(10, 2), Stream.of("many"))))
                .isFalse();
        assertThat(isAmountOfMany(Stream.of("", "NA"))).isFalse();
    }

    @Test
    void numbersInHalfOfTheCellsAreMeantAsNumbers() {
        assertThat(untold("7.5", "8.5", "much", "little", "").orElseThrow().amounts())
                .containsExactly(7.5, 8.5, Double.NaN, Double.NaN, Double.NaN);
        assertThat(Columns.lines(findings)).hasSize(2).allMatch(line -> line.endsWith("[E241]"));
    }

    @Test
    void moreWordsThanNumbersAreACategory() {
        ReadCovariate read = untold("7.5", "much", "little", "").orElseThrow();

        assertThat(findings.isEmpty()).isTrue();
        assertThat(read.definition()).isEqualTo(new Covariate("x", List.of("7.5", "little", "much"), ""));
        assertThat(read.labels()).containsExactly("7.5", "much", "little", null);
    }

    private static List<String> labels(int different, int times) {
        return IntStream.range(0, different * times)
                .mapToObj(i -> "level " + (char) ('a' + i % different / 26) + (char) ('a' + i % different % 26))
                .toList();
    }

    @Test
    void labelsThatPeopleDoNotShareAreToldWithTheirNumber() {
        read(Optional.of(Kind.CATEGORY), Optional.empty(), labels(13, 1));
        assertThat(Columns.lines(findings))
                .containsExactly("f.csv: x (2): 13 different labels of 13 people; wanted a category whose levels people"
                        + " share; map them to fewer under codes in a plan, or leave the column out [E291]");
    }

    @Test
    void moreLabelsThanAreCollectedAreToldAsMore() {
        read(Optional.of(Kind.CATEGORY), Optional.empty(), labels(51, 3));
        assertThat(Columns.lines(findings))
                .singleElement()
                .asString()
                .startsWith("f.csv: x (2): more than 50 different labels of 153 people; ");
    }

    private Covariate coded(String... labels) {
        return read(
                        Optional.of(Kind.CATEGORY),
                        Optional.of(CodeMap.ofLabels(List.of(labels))),
                        List.of(labels[0], labels[1]))
                .orElseThrow()
                .definition();
    }

    /** The plan's levels in its order; two of them that mean yes and no to everybody are a category of yes and no. */
    @Test
    void theLevelsOfAPlanMayBeYesAndNo() {
        assertThat(coded("no", "yes")).isEqualTo(new Covariate("x", List.of("no", "yes"), "yes"));
        assertThat(coded("Ja", "Nej")).isEqualTo(new Covariate("x", List.of("Ja", "Nej"), "Ja"));
        assertThat(coded("1", "0")).isEqualTo(new Covariate("x", List.of("1", "0"), "1"));
        assertThat(coded("yes", "unknown")).isEqualTo(new Covariate("x", List.of("yes", "unknown"), ""));
        assertThat(coded("mild", "severe")).isEqualTo(new Covariate("x", List.of("mild", "severe"), ""));
        assertThat(coded("no", "yes", "unknown")).isEqualTo(new Covariate("x", List.of("no", "yes", "unknown"), ""));
        assertThat(findings.isEmpty()).isTrue();
    }
}
