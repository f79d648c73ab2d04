package org.ipstrial.dataimport.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.Quote;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.studies.Study;
import org.ipstrial.dataset.studies.StudyNumbers;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudiesImportTest {

    private static final String MEANS =
            "study,treatment_mean,treatment_sd,treatment_n,control_mean,control_sd,control_n\n";
    private static final String LIMITS = "study,estimate,conf_low,conf_high,conf_level\n";

    private static ImportedStudies read(StudyForm form, String text, char decimal, String... moderators) {
        ReadOptions usual = ReadOptions.defaults();
        ReadOptions options = new ReadOptions(
                Optional.of(decimal == ',' ? ';' : ','),
                Optional.empty(),
                Optional.of(decimal),
                Quote.DOUBLE,
                usual.missing(),
                0,
                100);
        return StudiesImport.read(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                options,
                new StudiesRequest(form, Optional.empty(), List.of(moderators)),
                Set.of());
    }

    private static List<StudyNumbers> numbers(StudyForm form, String text) {
        return read(form, text, '.').studies().studies().stream()
                .map(Study::numbers)
                .toList();
    }

    private static void refused(StudyForm form, String text, String... lines) {
        assertThatThrownBy(() -> read(form, text, '.'))
                .asInstanceOf(type(RefusedException.class))
                .extracting(refused -> refused.findings().inReadingOrder().stream()
                        .map(Finding::line)
                        .toList())
                .asInstanceOf(LIST)
                .containsExactly((Object[]) lines);
    }

    @Test
    void readsMeans() {
        assertThat(numbers(StudyForm.MEANS, MEANS + "One,10.5,2,30,-1e1,0,2\n"))
                .containsExactly(
                        new StudyNumbers.Means(new StudyNumbers.Arm(10.5, 2, 30), new StudyNumbers.Arm(-10, 0, 2)));
    }

    @Test
    void refusesASpreadBelowZeroAndAnArmOfOne() {
        refused(
                StudyForm.MEANS,
                MEANS + "One,10,-2,30,10,1,1\n",
                "standard input:2: treatment_sd (3): '-2' stands here; wanted a standard deviation, not below 0;"
                        + " correct the cell [E500]",
                "standard input:2: control_n (7): '1' stands here; wanted a whole number of people of at least 2"
                        + " and at most nine digits; correct the cell [E500]");
    }

    @Test
    void refusesEveryCellOfAMeanThatIsNone() {
        refused(
                StudyForm.MEANS,
                MEANS + "One,x,2,30,10,,1.5\n",
                "standard input:2: treatment_mean (2): 'x' stands here; wanted a number; correct the cell [E500]",
                "standard input:2: control_sd (6): an empty cell stands here; wanted a standard deviation, not below"
                        + " 0; correct the cell [E500]",
                "standard input:2: control_n (7): '1.5' stands here; wanted a whole number of people of at least 2"
                        + " and at most nine digits; correct the cell [E500]");
    }

    @Test
    void refusesMoreEventsThanPeople() {
        String head = "study,treatment_events,treatment_n,control_events,control_n\n";
        refused(
                StudyForm.COUNTS,
                head + "One,31,30,0,1\nTwo,,0,1000000000,4\n",
                "standard input:2: treatment_events (2): 31 events among 30 people; wanted no more events than"
                        + " people; correct the row [E504]",
                "standard input:3: treatment_events (2): an empty cell stands here; wanted a whole number of people"
                        + " of at least 0 and at most nine digits; correct the cell [E500]",
                "standard input:3: treatment_n (3): '0' stands here; wanted a whole number of people of at least 1"
                        + " and at most nine digits; correct the cell [E500]",
                "standard input:3: control_events (4): '1000000000' stands here; wanted a whole number of people of"
                        + " at least 0 and at most nine digits; correct the cell [E500]");
        assertThat(numbers(StudyForm.COUNTS, head + "One,30,30,0,1\n"))
                .containsExactly(new StudyNumbers.Counts(30, 30, 0, 1));
    }

    @Test
    void readsStandardErrorsAndLimits() {
        assertThat(numbers(
                        StudyForm.DIFFERENCES, "study,estimate,std_error,conf_low,conf_high\nA,-1,0.5,,\nB,2,,1,3\n"))
                .containsExactly(new StudyNumbers.WithError(-1, 0.5), new StudyNumbers.WithLimits(2, 1, 3, 0.95));
        assertThat(numbers(StudyForm.DIFFERENCES, LIMITS + "A,2,1,3,0.9\n"))
                .containsExactly(new StudyNumbers.WithLimits(2, 1, 3, 0.9));
    }

    /** The logarithm of the limits 1/4 and 4 of a ratio of 1; its standard error is one of the logarithm already. */
    @Test
    void ratiosAreReadOnTheirLogarithm() {
        double log4 = StrictMath.log(4);
        assertThat(numbers(StudyForm.RATIOS, "study,estimate,std_error,conf_low,conf_high\nA,4,0.5,,\nB,1,,0.25,4\n"))
                .containsExactly(
                        new StudyNumbers.WithError(log4, 0.5), new StudyNumbers.WithLimits(0, -log4, log4, 0.95));
    }

    @Test
    void refusesWhatIsNoEffect() {
        refused(
                StudyForm.RATIOS,
                "study,estimate,std_error,conf_low,conf_high\nA,0,0.5,,\nB,2,0,,\nC,2,-1,,\nD,2,,,3\nE,2,,1,\nF,2,,-1,3\n"
                        + "G,2,x,,\nH,2,,x,3\nI,2,,1,x\n",
                at(2, 2, "estimate", "'0'", "a ratio above 0"),
                at(3, 3, "std_error", "'0'", "a standard error above 0"),
                at(4, 3, "std_error", "'-1'", "a standard error above 0"),
                neither(5),
                neither(6),
                at(7, 4, "conf_low", "'-1'", "a ratio above 0"),
                at(8, 3, "std_error", "'x'", "a standard error above 0"),
                at(9, 4, "conf_low", "'x'", "a ratio above 0"),
                at(10, 5, "conf_high", "'x'", "a ratio above 0"));
    }

    private static String at(int line, int number, String column, String cell, String wanted) {
        return "standard input:" + line + ": " + column + " (" + number + "): " + cell + " stands here; wanted "
                + wanted + "; correct the cell [E500]";
    }

    private static String neither(int line) {
        return "standard input:" + line + ": estimate (2): the effect has neither a standard error nor both limits;"
                + " wanted std_error, or conf_low and conf_high; fill them in, or take the study out [E501]";
    }

    @ParameterizedTest
    @CsvSource({"2,3,1", "2,2,2", "0.9,1,3", "3.1,1,3"})
    void refusesAnEffectOutsideItsLimits(String estimate, String low, String high) {
        refused(
                StudyForm.DIFFERENCES,
                LIMITS + "A," + estimate + "," + low + "," + high + ",\n",
                "standard input:2: estimate (2): the effect does not lie between its limits, or they are the wrong"
                        + " way round; wanted conf_low below conf_high and the effect between; correct the row [E502]");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "95", "-0.5", "x"})
    void refusesALevelThatIsNoFraction(String level) {
        refused(
                StudyForm.DIFFERENCES,
                LIMITS + "A,2,1,3," + level + "\n",
                at(2, 5, "conf_level", "'" + level + "'", "a fraction such as 0.95"));
    }

    /** Limits lie 1 to either side; 15% of that off the middle is allowed, and no more. */
    @Test
    void warnsWhereLimitsAreNotOfThisScale() {
        for (StudyForm form : List.of(StudyForm.DIFFERENCES, StudyForm.RATIOS)) {
            ImportedStudies studies = read(form, LIMITS + "A,1.5,1,3,\n", '.');

            assertThat(studies.warnings().codes()).containsExactly(FindingCode.W500);
            assertThat(studies.warnings().inReadingOrder().get(0).line())
                    .contains(form == StudyForm.RATIOS ? "ratios" : "differences");
        }
        assertThat(read(StudyForm.DIFFERENCES, LIMITS + "A,2.125,1,3,\n", '.')
                        .warnings()
                        .isEmpty())
                .isTrue();
        assertThat(read(StudyForm.DIFFERENCES, LIMITS + "A,2.1875,1,3,\n", '.')
                        .warnings()
                        .isEmpty())
                .isFalse();
    }

    @Test
    void numbersOfTheOtherMarkAreRefusedWithTheAdviceThatMendsThem() {
        refused(
                StudyForm.DIFFERENCES,
                "study,estimate,std_error\nA,\"1,5\",0.5\nB,1e101,0.5\nC,\"1,234\",0.5\n",
                "standard input:2: estimate (2): '1,5' stands here; wanted a number; give --decimal , if the file is"
                        + " written so [E500]",
                "standard input:3: estimate (2): '1e101' stands here; wanted a number; correct the cell [E500]",
                "standard input:4: estimate (2): '1,234' stands here; wanted a number; give --decimal , if the file"
                        + " is written so [E500]");
        assertThat(read(StudyForm.DIFFERENCES, "study;estimate;std_error\nA;1,5;0,500\nB;2;1\n", ',')
                        .studies()
                        .studies())
                .extracting(Study::numbers)
                .containsExactly(new StudyNumbers.WithError(1.5, 0.5), new StudyNumbers.WithError(2, 1));
        assertThatThrownBy(() -> read(StudyForm.DIFFERENCES, "study;estimate;std_error\nA;1.5;1.234\n", ','))
                .asInstanceOf(type(RefusedException.class))
                .extracting(refused -> refused.findings().count(FindingCode.E500))
                .isEqualTo(2L);
    }

    @Test
    void everyStudyHasAValueOfAModeratorAndAllAreNumbersOrNone() {
        String head = "study,estimate,std_error,fidelity\n";
        assertThat(read(StudyForm.DIFFERENCES, head + "A,1,1,60\nB,1,1,71.5\n", '.', "fidelity")
                        .studies()
                        .numbered())
                .containsExactly("fidelity");
        assertThat(read(StudyForm.DIFFERENCES, head + "A,1,1,high\nB,1,1,low\n", '.', "fidelity")
                        .studies()
                        .numbered())
                .isEmpty();
        assertThatThrownBy(() -> read(StudyForm.DIFFERENCES, head + "A,1,1,60\nB,1,1,high\nC,1,1,\n", '.', "fidelity"))
                .asInstanceOf(type(RefusedException.class))
                .extracting(refused -> refused.findings().inReadingOrder().stream()
                        .map(Finding::line)
                        .toList())
                .isEqualTo(List.of(
                        "standard input:3: fidelity (4): 1 studies have a number in this column and 2 have words;"
                                + " wanted one or the other; correct the column [E506]",
                        "standard input:4: fidelity (4): an empty cell stands here; wanted a value for every study;"
                                + " correct the cell [E500]"));
    }

    @Test
    void refusesNamesThatAreNoneOrTwice() {
        refused(
                StudyForm.DIFFERENCES,
                "study,estimate,std_error,year,same_people\n,1,1,,\npooled,1,1,,\nA,1,1,97,\nA,1,1,1997,\n=B,1,1,,m\nC,1,1,,m\n",
                "standard input:2: study (1): an empty cell stands here; wanted the name of the study; correct the"
                        + " cell [E500]",
                "standard input:3: study (1): 'pooled' stands here; wanted the name of the study, which pooled is not"
                        + " in results; correct the cell [E500]",
                "standard input:4: year (4): '97' stands here; wanted a year of four digits; correct the cell [E500]",
                "standard input:5: study (1): the same study as on line 4; wanted a name of its own for each row;"
                        + " where a study has several arms, name the arm too and mark the rows under shared_control [E503]",
                "standard input:6: study (1): '=B' is a spreadsheet formula (1 cell); wanted text that no spreadsheet runs; correct it,"
                        + " or --allow E237 --because TEXT to keep it as text [E237]",
                "standard input:6: same_people (5): these studies are of the same people: =B, C; wanted each person"
                        + " once, since studies are pooled as if they were independent; keep one of the rows [E505]");
    }

    @Test
    void yearsAndSharedControlsAreKept() {
        List<Study> studies = read(
                        StudyForm.DIFFERENCES,
                        "study,estimate,std_error,year,shared_control,same_people\nA,1,1,1997,k,\nB,1,1,,,m\n",
                        '.')
                .studies()
                .studies();

        assertThat(studies).extracting(Study::year).containsExactly(Optional.of(1997), Optional.empty());
        assertThat(studies).extracting(Study::sharedControl).containsExactly("k", "");
    }
}
