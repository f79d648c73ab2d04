package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.codes.CodeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels are kept as they are written, and what may be wrong with them is told. */
class LabelsTest {

    private final Findings findings = new Findings();

    private List<String> arms(boolean one, Optional<CodeMap> codes, List<String> cells) {
        return Labels.arms(Columns.column("arm", cells), codes, one, Columns.USUAL, findings);
    }

    private List<String> arms(String... cells) {
        return arms(false, Optional.empty(), List.of(cells));
    }

    private List<String> read(Optional<CodeMap> codes, String... cells) {
        return Labels.read(Columns.column("site", cells), codes, Columns.USUAL, findings);
    }

    @Test
    void armsThatAreNumbersDoNotSayWhichIsTheControl() {
        assertThat(arms("1", "2", "1")).containsExactly("1", "2", "1");
        assertThat(Columns.lines(findings))
                .containsExactly("f.csv: arm (2): the arms are numbers only ('1' (2), '2' (1)); a number does not say"
                        + " which is the control; write labels [W216]");
    }

    @Test
    void oneArmIsRefusedAndItsNumberIsNothingToTell() {
        arms("1", "1");
        assertThat(Columns.lines(findings))
                .containsExactly("f.csv: arm (2): all 2 rows are in one arm, '1'; wanted at least two; give the whole"
                        + " trial, or --arm [E214]");
    }

    @Test
    void whereOneArmWillDoNothingIsSaid() {
        assertThat(arms(true, Optional.empty(), List.of("1", "1"))).containsExactly("1", "1");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void armsNamedByThePlanMayBeNumbersInTheFile() {
        Optional<CodeMap> codes = Optional.of(CodeMap.ofLabels(List.of("1", "2")));
        assertThat(arms(false, codes, List.of("1", "2"))).containsExactly("1", "2");
        assertThat(arms("1", "IPS")).containsExactly("1", "IPS");
        assertThat(findings.isEmpty()).isTrue();
    }

    /** Case 66 of the catalogue: nobody randomised is dropped, and one arm beside nothing is not one arm. */
    @Test
    void everybodyHasAnArm() {
        assertThat(arms("IPS", "", "NA", "IPS")).containsExactly("IPS", null, null, "IPS");
        assertThat(Columns.lines(findings))
                .containsExactly(
                        "f.csv:3: arm (2): the arm is missing; wanted the arm of everybody randomised, because nobody is"
                                + " left out; write it in [E212]",
                        "f.csv:4: arm (2): the arm is missing; wanted the arm of everybody randomised, because nobody is"
                                + " left out; write it in [E212]");
    }

    @Test
    void aValueThatThePlanDoesNotNameIsRefusedWithTheNearest() {
        Optional<CodeMap> codes = Optional.of(CodeMap.ofLabels(List.of("control", "intervention")));

        assertThat(arms(false, codes, List.of("control", "Intervntion", "zzz"))).containsExactly("control", null, null);
        assertThat(Columns.lines(findings))
                .containsExactly(
                        "f.csv:3: arm (2): 'Intervntion' is no arm of the plan (control, intervention); wanted one of"
                                + " these, the nearest is 'intervention'; correct the cell, or the arm's labels and order in"
                                + " the plan [E210]",
                        "f.csv:4: arm (2): 'zzz' is no arm of the plan (control, intervention); wanted one of these;"
                                + " correct the cell, or the arm's labels and order in the plan [E210]");
    }

    /** The lines of twenty are told, and all are counted. */
    @ParameterizedTest
    @CsvSource({"1", "19", "20", "21", "25", "47"})
    void everyCellIsCounted(int cells) {
        Optional<CodeMap> codes = Optional.of(CodeMap.ofLabels(List.of("west")));
        read(
                codes,
                Stream.concat(Stream.of("west"), Collections.nCopies(cells, "south").stream())
                        .toArray(String[]::new));

        assertThat(findings.count(FindingCode.E233)).isEqualTo(cells);
        assertThat(findings.inReadingOrder())
                .hasSize(Math.min(cells, 20))
                .allMatch(finding -> finding.where().line() >= 3);
        assertThat(findings.inReadingOrder().get(0).line())
                .isEqualTo("f.csv:3: site (2): 'south' is mapped to nothing in the plan, where west are; wanted one of"
                        + " them; correct the cell, or map it under codes in the plan [E233]");
    }

    @Test
    void whatIsInvisibleIsToldWhereItStandsFirst() {
        assertThat(read(Optional.empty(), "north", "no\u00a0rth", "so\u202euth", "no\u00a0rth", "we\u0007st"))
                .containsExactly("north", "no rth", "south", "no rth", "we\u0007st");
        assertThat(Columns.lines(findings))
                .containsExactly(
                        "f.csv: site (2): labels that differ only in case or blanks: 'no rth' (2), 'north' (1); they were"
                                + " kept apart; correct them at the source [W211]",
                        "f.csv:3: site (2): the label holds an invisible character or an odd blank (first: U+00A0), in 2"
                                + " cells; it was read as 'no rth'; clean it at the source to be rid of this warning"
                                + " [W108]",
                        "f.csv:4: site (2): the label holds marks that turn the direction of writing (first: U+202E), in 1"
                                + " cell; they were left out; remove them at the source [W109]",
                        "f.csv:6: site (2): the label holds the control character U+0007; wanted text on one line; remove"
                                + " the character at the source [E110]");
    }

    @Test
    void cleanLabelsAreNotToldOf() {
        assertThat(read(Optional.empty(), "north", " south", "", "\u00d8st"))
                .containsExactly("north", "south", null, "\u00d8st");
        assertThat(findings.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n/a|W238",
                "..|W238",
                "#REF!|E228",
                "1-feb|E236",
                "=A1|E237",
            })
    void labelsThatAreNotMeantAsLabels(String cell, String code) {
        read(Optional.empty(), "north", cell);
        assertThat(Columns.lines(findings))
                .singleElement()
                .asString()
                .startsWith("f.csv:3: site (2): '" + cell + "' ")
                .endsWith("[" + code + "]");
    }
}
