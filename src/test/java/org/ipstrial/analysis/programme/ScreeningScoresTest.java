package org.ipstrial.analysis.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.dataset.programme.Screening;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.ipstrial.dataset.programme.Screenings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of GAD-7 and MDI at every edge of a band, the algorithms cell by cell, missing answers by trying them all. */
class ScreeningScoresTest {

    private static final LocalDate DAY = LocalDate.of(2014, 5, 1);

    /** The questions of the MDI in order, -1 for no answer. */
    private static Screening mdi(int... scores) {
        return screening(ScreeningScale.MDI, scores);
    }

    private static Screening screening(ScreeningScale scale, int... scores) {
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= 0) {
                answers.put(scale.questions().get(i), scores[i]);
            }
        }
        return new Screening("secret1", DAY, scale, answers);
    }

    /** GAD-7: Spitzer RL et al. (2006), Archives of Internal Medicine 166:1092-1097: cut points 5, 10 and 15, to 21. */
    @ParameterizedTest
    @CsvSource({"0,NONE", "4,NONE", "5,MILD", "9,MILD", "10,MODERATE", "14,MODERATE", "15,SEVERE", "21,SEVERE"})
    void bandsOfGad7(int total, Severity severity) {
        assertThat(SeverityBands.GAD_7.of(total)).isEqualTo(severity);
    }

    /** Calculators of the MDI: below 20 none, 20 to 24 mild, 25 to 29 moderate, from 30 severe. */
    @ParameterizedTest
    @CsvSource({"0,NONE", "19,NONE", "20,MILD", "24,MILD", "25,MODERATE", "29,MODERATE", "30,SEVERE", "50,SEVERE"})
    void bandsOfTheMdiFrom20(int total, Severity severity) {
        assertThat(SeverityBands.MDI_20.of(total)).isEqualTo(severity);
    }

    /** As quoted from Bech (2015): 0 to 20 none or doubtful, 21 to 25 mild, 26 to 30 moderate, 31 to 50 severe. */
    @ParameterizedTest
    @CsvSource({"0,NONE", "20,NONE", "21,MILD", "25,MILD", "26,MODERATE", "30,MODERATE", "31,SEVERE", "50,SEVERE"})
    void bandsOfTheMdiFrom21(int total, Severity severity) {
        assertThat(SeverityBands.MDI_21.of(total)).isEqualTo(severity);
    }

    @Test
    void exactlyThreeTotalsChangeClassBetweenTheTwoSets() {
        List<Integer> changed = new ArrayList<>();
        for (int total = 0; total <= 50; total++) {
            if (SeverityBands.MDI_20.of(total) != SeverityBands.MDI_21.of(total)) {
                changed.add(total);
            }
        }
        assertThat(changed).containsExactly(20, 25, 30);
        assertThat(SeverityBands.MDI_20.other()).isEqualTo(SeverityBands.MDI_21);
    }

    @Test
    void itemsEightAndTenTakeTheHigherOfTwoAnswersAndTheTotalIsAtMostFifty() {
        assertThat(new MdiItems(mdi(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)).total())
                .isEqualTo(new ScoreRange(50, 50, 0));
        assertThat(new MdiItems(mdi(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).total())
                .isEqualTo(new ScoreRange(0, 0, 0));
        Screening mixed = mdi(0, 0, 0, 0, 0, 0, 0, 1, 4, 0, 5, 2);
        assertThat(new MdiItems(mixed).item(8)).isEqualTo(new ScoreRange(4, 4, 0));
        assertThat(new MdiItems(mixed).item(10)).isEqualTo(new ScoreRange(5, 5, 0));
        assertThat(new MdiItems(mixed).total()).isEqualTo(new ScoreRange(9, 9, 0));
        // The other half of a pair cannot take away from a highest answer, and can add to a lower one.
        assertThat(new MdiItems(mdi(0, 0, 0, 0, 0, 0, 0, 5, -1, 0, 0, 0)).item(8))
                .isEqualTo(new ScoreRange(5, 5, 0));
        assertThat(new MdiItems(mdi(0, 0, 0, 0, 0, 0, 0, 2, -1, 0, 0, 0)).item(8))
                .isEqualTo(new ScoreRange(2, 5, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MdiItems(screening(ScreeningScale.GAD_7, 1)))
                .withMessage("wanted a screening by MDI, got GAD-7");
    }

    /** The cells that the printed rule has, as quoted from Bech P et al. (2001), J Affect Disord 66:159-164. */
    @ParameterizedTest
    @CsvSource({"2,2,MILD", "2,3,MILD", "2,4,MODERATE", "3,4,MODERATE", "3,5,SEVERE", "3,6,SEVERE", "3,7,SEVERE"})
    void icd10AsPrinted(int core, int other, Severity severity) {
        assertThat(MdiIcd10.of(core, other)).isEqualTo(severity);
        assertThat(MdiIcd10.isPrinted(core, other)).isTrue();
    }

    /** The cells of which the printed rule says nothing go by the number of symptoms: 4, 6 and 8. */
    @ParameterizedTest
    @CsvSource({"2,5,MODERATE", "2,6,MODERATE", "2,7,MODERATE", "3,1,MILD", "3,2,MILD", "3,3,MODERATE"})
    void icd10WhereTheRuleIsSilent(int core, int other, Severity severity) {
        assertThat(MdiIcd10.of(core, other)).isEqualTo(severity);
        assertThat(MdiIcd10.isPrinted(core, other)).isFalse();
    }

    @Test
    void everyOtherCellIsNoDepressionAndMoreSymptomsAreNeverLess() {
        for (int core = 0; core <= 3; core++) {
            for (int other = 0; other <= 7; other++) {
                if (core < 2 || core + other < 4) {
                    assertThat(MdiIcd10.of(core, other)).as(core + "+" + other).isEqualTo(Severity.NONE);
                }
                if (core > 0) {
                    assertThat(MdiIcd10.of(core, other)).isGreaterThanOrEqualTo(MdiIcd10.of(core - 1, other));
                }
                if (other > 0) {
                    assertThat(MdiIcd10.of(core, other)).isGreaterThanOrEqualTo(MdiIcd10.of(core, other - 1));
                }
            }
        }
    }

    @Test
    void aCoreSymptomIsFourAndAnotherIsThree() {
        assertThat(MdiIcd10.of(mdi(4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2)).classes())
                .containsExactly(Severity.MILD);
        assertThat(MdiIcd10.of(mdi(4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3)).classes())
                .containsExactly(Severity.NONE);
        assertThat(MdiIcd10.of(mdi(4, 4, 4, 3, 3, 3, 3, 3, 0, 0, 0, 0)).classes())
                .containsExactly(Severity.SEVERE);
    }

    /** Five of nine, items 4 and 5 being one, and item 1 or 2 among them. */
    @Test
    void dsm4() {
        assertThat(MdiDsm4.of(mdi(4, 4, 4, 3, 0, 3, 0, 0, 0, 0, 0, 0))).contains(true);
        assertThat(MdiDsm4.of(mdi(4, 4, 4, 3, 3, 0, 0, 0, 0, 0, 0, 0))).contains(false);
        assertThat(MdiDsm4.of(mdi(4, 4, 4, 2, 3, 3, 0, 0, 0, 0, 0, 0))).contains(true);
        assertThat(MdiDsm4.of(mdi(3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3))).contains(false);
        assertThat(MdiDsm4.of(mdi(0, 4, 0, 0, 3, 3, 3, 3, 0, 0, 0, 0))).contains(true);
        assertThat(MdiDsm4.of(mdi(0, 4, 0, 0, 3, 3, 3, 2, 2, 0, 0, 0))).contains(false);
    }

    /** Every way to fill the missing answers, tried one by one. */
    @Test
    void missingAnswersLeaveExactlyWhatSomeFillingGives() {
        int[][] cases = {
            {4, 4, -1, 3, 3, 0, 0, 2, 0, 0, 0, -1},
            {5, -1, 4, 3, -1, 3, 3, 0, 0, 0, 0, 0},
            {-1, 4, 4, -1, 3, 3, 3, 3, -1, 0, 0, 0},
            {0, 0, 0, -1, 5, 5, 5, 5, 5, 5, 5, -1},
            {4, 4, 4, 3, 3, 3, 3, 3, -1, 3, 3, -1},
        };
        for (int[] scores : cases) {
            Set<Severity> classes = EnumSet.noneOf(Severity.class);
            Set<Severity> bands = EnumSet.noneOf(Severity.class);
            Set<Boolean> major = new LinkedHashSet<>();
            int[] totals = {Integer.MAX_VALUE, Integer.MIN_VALUE};
            fill(scores.clone(), 0, filled -> {
                classes.addAll(MdiIcd10.of(filled).classes());
                major.add(MdiDsm4.of(filled).orElseThrow());
                int total = new MdiItems(filled).total().exact().orElseThrow();
                bands.add(SeverityBands.MDI_21.of(total));
                totals[0] = Math.min(totals[0], total);
                totals[1] = Math.max(totals[1], total);
            });
            Screening screening = mdi(scores);
            assertThat(MdiIcd10.of(screening).classes()).isEqualTo(classes);
            ScoreRange total = new MdiItems(screening).total();
            assertThat(new int[] {total.least(), total.most()}).isEqualTo(totals);
            assertThat(SeverityBands.MDI_21.of(total)).isEqualTo(bands);
            assertThat(MdiDsm4.of(screening))
                    .isEqualTo(major.size() == 1 ? Optional.of(major.iterator().next()) : Optional.empty());
        }
    }

    private interface Filled {
        void with(Screening screening);
    }

    private static void fill(int[] scores, int from, Filled each) {
        for (int i = from; i < scores.length; i++) {
            if (scores[i] < 0) {
                for (int score = 0; score <= 5; score++) {
                    scores[i] = score;
                    fill(scores, i + 1, each);
                }
                scores[i] = -1;
                return;
            }
        }
        each.with(mdi(scores));
    }

    @Test
    void theRuleOfEligibility() {
        EligibilityRule rule = new EligibilityRule(true, 15, 24);
        Set<Severity> none = EnumSet.of(Severity.NONE);
        Set<Severity> mild = EnumSet.of(Severity.MILD);
        Set<Severity> moderate = EnumSet.of(Severity.MODERATE);
        Set<Severity> severe = EnumSet.of(Severity.SEVERE);
        Set<Severity> any = EnumSet.allOf(Severity.class);
        Set<Severity> unclear = EnumSet.of(Severity.NONE, Severity.MILD);
        assertThat(rule.of(List.of(none, mild), person(15, false))).contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThat(rule.of(List.of(moderate, none), person(24, false))).contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThat(rule.of(List.of(mild, none), person(14, false))).contains(EligibilityRule.Verdict.OUTSIDE_AGE);
        assertThat(rule.of(List.of(mild, none), person(25, false))).contains(EligibilityRule.Verdict.OUTSIDE_AGE);
        assertThat(rule.of(List.of(mild, none), person(20, true))).contains(EligibilityRule.Verdict.OCCUPIED);
        assertThat(rule.of(List.of(none, none), person(20, false))).contains(EligibilityRule.Verdict.BELOW);
        // Severe by either is referred on whatever else holds, even where the other was not answered.
        assertThat(rule.of(List.of(severe, any), person(40, true))).contains(EligibilityRule.Verdict.REFER_ON);
        // What is missing decides.
        assertThat(rule.of(List.of(mild, any), person(20, false))).isEmpty();
        assertThat(rule.of(List.of(none, unclear), person(20, false))).isEmpty();
        assertThat(rule.of(List.of(mild, unclear), person(20, false))).contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThat(rule.of(List.of(mild), new Screenings.Person(Optional.empty(), Optional.of(false))))
                .isEmpty();
        assertThat(rule.of(List.of(mild), new Screenings.Person(Optional.of(20), Optional.empty())))
                .isEmpty();
        assertThat(new EligibilityRule(false, 15, 24)
                        .of(List.of(mild), new Screenings.Person(Optional.empty(), Optional.empty())))
                .contains(EligibilityRule.Verdict.ELIGIBLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EligibilityRule(true, 25, 24))
                .withMessage("minAge must not be above maxAge (24), got 25");
    }

    private static Screenings.Person person(int age, boolean occupied) {
        return new Screenings.Person(Optional.of(age), Optional.of(occupied));
    }

    @Test
    void anAnswerThatCannotBeIsRefusedAndNoIdIsShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> screening(ScreeningScale.GAD_7, 4))
                .withMessage("question must be one of [1, 2, 3, 4, 5, 6, 7] and its score from 0 to 3, got 1 and 4");
        assertThat(mdi(1, 2).toString()).isEqualTo("MDI screening of 2014-05-01");
    }
}
