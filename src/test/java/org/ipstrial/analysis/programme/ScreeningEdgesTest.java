package org.ipstrial.analysis.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.dataset.programme.Screening;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.ipstrial.dataset.programme.Screenings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each item of GAD-7 and MDI by itself, at its own threshold; and the rule of eligibility with other bands than the usual. */
class ScreeningEdgesTest {

    private static final LocalDate DAY = LocalDate.of(2014, 5, 1);

    private static Screening of(ScreeningScale scale, Map<String, Integer> answers) {
        return new Screening("secret1", DAY, scale, answers);
    }

    private static Map<String, Integer> all(ScreeningScale scale, int score) {
        Map<String, Integer> answers = new HashMap<>();
        scale.questions().forEach(question -> answers.put(question, score));
        return answers;
    }

    private static PersonClasses classes(Screening screening) {
        return PersonClasses.of(
                new Screenings(List.of(screening), Map.of()),
                "secret1",
                screening.scale() == ScreeningScale.MDI ? Optional.of(SeverityBands.MDI_21) : Optional.empty(),
                new EligibilityRule(false, 15, 24));
    }

    private static List<String> gadQuestions() {
        return ScreeningScale.GAD_7.questions();
    }

    /**
     * GAD-7, Spitzer RL et al. (2006), Archives of Internal Medicine 166:1092-1097: each of seven items adds 0 to 3. From
     * totals of 4, 9 and 14 without it, one point of any item reaches the next band.
     */
    @ParameterizedTest
    @MethodSource("gadQuestions")
    void everyItemOfGad7AddsItsPoint(String question) {
        int[] without = {4, 9, 14};
        Severity[] below = {Severity.NONE, Severity.MILD, Severity.MODERATE};
        Severity[] reached = {Severity.MILD, Severity.MODERATE, Severity.SEVERE};
        for (int edge = 0; edge < without.length; edge++) {
            Map<String, Integer> answers = all(ScreeningScale.GAD_7, 0);
            int rest = without[edge];
            for (String other : gadQuestions()) {
                if (!other.equals(question)) {
                    answers.put(other, Math.min(3, rest));
                    rest -= Math.min(3, rest);
                }
            }
            assertThat(severity(answers)).containsExactly(below[edge]);
            answers.put(question, 1);
            assertThat(severity(answers)).containsExactly(reached[edge]);
            // Without an answer to it both are possible, and nothing is guessed.
            answers.remove(question);
            assertThat(severity(answers)).contains(below[edge], reached[edge]);
        }
    }

    private static Set<Severity> severity(Map<String, Integer> answers) {
        return classes(of(ScreeningScale.GAD_7, answers)).severities().get(ScreeningScale.GAD_7);
    }

    private static Stream<String> mdiQuestions() {
        return ScreeningScale.MDI.questions().stream();
    }

    /** MDI, Bech P et al. (2001), J Affect Disord 66:159-164: ten items of 0 to 5, of 8 and 10 the higher of two answers. */
    @ParameterizedTest
    @MethodSource("mdiQuestions")
    void everyQuestionOfTheMdiAddsItsPointsOnceAnItem(String question) {
        for (int score = 0; score <= 5; score++) {
            Map<String, Integer> answers = all(ScreeningScale.MDI, 0);
            answers.put(question, score);
            assertThat(new MdiItems(of(ScreeningScale.MDI, answers)).total())
                    .isEqualTo(new ScoreRange(score, score, 0));
            // Beside a higher other half it adds nothing.
            if (question.length() > 1 && !question.equals("10")) {
                String half = question.substring(0, question.length() - 1) + (question.endsWith("a") ? "b" : "a");
                answers.put(half, 5);
                assertThat(new MdiItems(of(ScreeningScale.MDI, answers)).total())
                        .isEqualTo(new ScoreRange(5, 5, 0));
            }
        }
    }

    /**
     * ICD-10, as quoted from Bech et al. (2001): items 1 to 3 are symptoms from 4, items 4 to 10 from 3. With all other
     * items at their thresholds but this one just below its own, one symptom is missing.
     */
    @ParameterizedTest
    @MethodSource("mdiQuestions")
    void everyItemCountsFromItsOwnThresholdByIcd10(String question) {
        Map<String, Integer> answers = thresholds();
        // 3 core and 7 other symptoms: severe.
        assertThat(icd10(answers)).containsExactly(Severity.SEVERE);
        boolean core = List.of("1", "2", "3").contains(question);
        below(answers, question, core ? 3 : 2);
        // 2 core and 7 others are 9 symptoms of which the rule wants all three core ones; 3 and 6 are still severe.
        assertThat(icd10(answers)).containsExactly(core ? Severity.MODERATE : Severity.SEVERE);
        // With two others left, the missing one decides between 4 and 3 other symptoms with two core ones.
        Map<String, Integer> few = thresholds();
        below(few, core ? question : "3", core ? 3 : 3);
        List<String> kept = core ? List.of("4", "5", "6", "7") : fourWith(question);
        for (String other : List.of("4", "5", "6", "7", "8a", "9", "10a")) {
            if (!kept.contains(other)) {
                below(few, other, 2);
            }
        }
        assertThat(icd10(few)).containsExactly(Severity.MODERATE);
        below(few, core ? "4" : question, 2);
        assertThat(icd10(few)).containsExactly(Severity.MILD);
    }

    /** DSM-IV, as quoted: nine symptoms, items 4 and 5 being one; 1 to 3 from 4, the others from 3; five with 1 or 2. */
    @ParameterizedTest
    @CsvSource({"1,4", "2,4", "3,4", "6,3", "7,3", "8a,3", "8b,3", "9,3", "10a,3", "10b,3", "4,3", "5,3"})
    void everySymptomCountsFromItsOwnThresholdByDsm4(String question, int threshold) {
        // Four symptoms without it, item 1 or 2 among them: the fifth decides.
        Map<String, Integer> answers = all(ScreeningScale.MDI, 0);
        List<String> own = Stream.of("1", "2", "3", "6", "7", "9")
                .filter(other -> !other.equals(question))
                .limit(4)
                .toList();
        own.forEach(other -> answers.put(other, List.of("1", "2", "3").contains(other) ? 4 : 3));
        assertThat(MdiDsm4.of(of(ScreeningScale.MDI, answers))).contains(false);
        answers.put(question, threshold - 1);
        assertThat(MdiDsm4.of(of(ScreeningScale.MDI, answers))).contains(false);
        answers.put(question, threshold);
        assertThat(MdiDsm4.of(of(ScreeningScale.MDI, answers))).contains(true);
        // Without an answer it is not decided.
        answers.remove(question);
        boolean half = List.of("4", "5", "8a", "8b", "10a", "10b").contains(question);
        assertThat(MdiDsm4.of(of(ScreeningScale.MDI, answers)))
                .as("half of a pair: " + half)
                .isEmpty();
    }

    private static Set<Severity> icd10(Map<String, Integer> answers) {
        return MdiIcd10.of(of(ScreeningScale.MDI, answers)).classes();
    }

    private static Map<String, Integer> thresholds() {
        Map<String, Integer> answers = all(ScreeningScale.MDI, 3);
        List.of("1", "2", "3").forEach(core -> answers.put(core, 4));
        return answers;
    }

    /** Both halves of a pair go below, since the higher counts. */
    private static void below(Map<String, Integer> answers, String question, int score) {
        boolean pair = question.startsWith("8") || question.startsWith("10");
        if (pair) {
            String item = question.startsWith("8") ? "8" : "10";
            answers.put(item + "a", score);
            answers.put(item + "b", score);
        } else {
            answers.put(question, score);
        }
    }

    private static List<String> fourWith(String question) {
        String item = question.equals("8b") ? "8a" : question.equals("10b") ? "10a" : question;
        return Stream.concat(Stream.of(item), Stream.of("4", "5", "6", "7").filter(other -> !other.equals(item)))
                .limit(4)
                .toList();
    }

    @Test
    void aRuleWithOtherBands() {
        EligibilityRule upToSevere = new EligibilityRule(
                false, 15, 24, EnumSet.of(Severity.MODERATE, Severity.SEVERE), EnumSet.noneOf(Severity.class), false);
        Screenings.Person person = new Screenings.Person(Optional.of(20), Optional.of(true));
        assertThat(upToSevere.of(List.of(EnumSet.of(Severity.SEVERE)), person))
                .contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThat(upToSevere.of(List.of(EnumSet.of(Severity.MILD)), person)).contains(EligibilityRule.Verdict.BELOW);
        assertThat(upToSevere.of(List.of(EnumSet.of(Severity.MILD, Severity.MODERATE)), person))
                .isEmpty();
        EligibilityRule mildOnly = new EligibilityRule(
                true, 15, 24, EnumSet.of(Severity.MILD), EnumSet.of(Severity.MODERATE, Severity.SEVERE), true);
        assertThat(mildOnly.of(List.of(EnumSet.of(Severity.MODERATE, Severity.SEVERE)), person))
                .contains(EligibilityRule.Verdict.REFER_ON);
        assertThat(mildOnly.of(List.of(EnumSet.of(Severity.MILD, Severity.MODERATE)), person))
                .isEmpty();
        // Included: work and education make no difference, known or not.
        assertThat(mildOnly.of(List.of(EnumSet.of(Severity.MILD)), person)).contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThat(mildOnly.of(
                        List.of(EnumSet.of(Severity.MILD)), new Screenings.Person(Optional.of(20), Optional.empty())))
                .contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThat(mildOnly.isUsual()).isFalse();
        assertThat(new EligibilityRule(true, 15, 24).isUsual()).isTrue();
    }

    @Test
    void aBandWithoutAnAnswerIsRefused() {
        for (List<Set<Severity>> bands : List.<List<Set<Severity>>>of(
                List.of(EnumSet.of(Severity.MILD), EnumSet.of(Severity.SEVERE)),
                List.of(EnumSet.of(Severity.MILD, Severity.SEVERE), EnumSet.of(Severity.MODERATE)),
                List.of(EnumSet.of(Severity.MODERATE), EnumSet.of(Severity.MILD, Severity.SEVERE)),
                List.of(EnumSet.of(Severity.NONE, Severity.MILD), EnumSet.of(Severity.MODERATE, Severity.SEVERE)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EligibilityRule(true, 15, 24, bands.get(0), bands.get(1), false))
                    .withMessageStartingWith("every band from the lowest wanted up must be wanted, or above them be"
                            + " referred on, got ");
        }
    }
}
