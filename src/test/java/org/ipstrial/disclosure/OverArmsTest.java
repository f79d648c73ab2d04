package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.junit.jupiter.api.Test;

/** What goes over several arms is hidden with any of them, and with nothing else. */
class OverArmsTest {

    private static final ResultKey A = Rows.key("compare", "hours", "").ofContrast("A", "C");
    private static final ResultKey B = A.ofContrast("B", "C");
    private static final ResultKey ALL = Rows.key("compare", "hours", "").of(Measure.TEST, "kruskal-wallis");
    private static final Place HIDDEN = new Place("compare", "hours", "", "A", "");

    private static OverArms of(Result alone, Result... others) {
        List<Result> results = new ArrayList<>(List.of(others));
        results.add(alone);
        return new OverArms(results, Set.of(), result -> result.equals(alone));
    }

    private static Result number(ResultKey key, Measure measure, String method) {
        return Rows.number(key.of(measure, method));
    }

    @Test
    void anAdjustedPValueGoesWithAnyOfItsFamily() {
        Result one = number(A, Measure.TEST, "welch+holm");
        OverArms over = of(one, number(B, Measure.TEST, "welch+holm"));

        assertThat(over.hides(number(B, Measure.TEST, "welch+holm"))).isTrue();
        for (Result other : List.of(
                number(B, Measure.TEST, "welch+hochberg"),
                number(B, Measure.TEST, "welch"),
                number(B.of("wage"), Measure.TEST, "welch+holm"),
                number(B.ofAnalysis("other"), Measure.TEST, "welch+holm"),
                number(B.withTimepoint("12 months"), Measure.TEST, "welch+holm"),
                number(B.withTerm("by=sex"), Measure.TEST, "welch+holm"),
                number(B, Measure.PROBABILISTIC_INDEX, "welch+holm"),
                Rows.number(Rows.within("compare", "hours", "B", "sex=male").of(Measure.TEST, "welch+holm")))) {
            assertThat(over.hides(other)).as(other.key().toString()).isFalse();
        }
    }

    @Test
    void limitsWithOneVarianceGoWithAnyOfTheirFamily() {
        Result one = number(A, Measure.MEAN_DIFFERENCE, "student+dunnett");
        OverArms over = of(one);

        assertThat(over.hides(number(B, Measure.MEAN_DIFFERENCE, "student+dunnett")))
                .isTrue();
        assertThat(over.hides(number(B, Measure.MEAN_DIFFERENCE, "student"))).isFalse();
    }

    @Test
    void whatIsNotAdjustedHidesNoOther() {
        OverArms over = of(number(A, Measure.TEST, "welch"));

        assertThat(over.hides(number(B, Measure.TEST, "welch"))).isFalse();
    }

    @Test
    void aTestOfAllArmsGoesWithAnyPlaceOfItsOwn() {
        OverArms over = new OverArms(List.of(), Set.of(HIDDEN), result -> false);

        assertThat(over.hides(Rows.number(ALL))).isTrue();
        for (ResultKey other : List.of(
                ALL.of("wage"),
                ALL.ofAnalysis("other"),
                ALL.withTimepoint("12 months"),
                ALL.ofArm("B"),
                B.of(Measure.TEST, "kruskal-wallis"),
                ALL.of(Measure.MEAN_DIFFERENCE, "kruskal-wallis"),
                Rows.within("compare", "hours", "", "sex=male").of(Measure.TEST, "kruskal-wallis"))) {
            assertThat(over.hides(Rows.number(other))).as(other.toString()).isFalse();
        }
    }

    private static Result hypothesis(int number, ResultKey contrast) {
        return number(contrast.withTerm(Names.hypothesis(number)), Measure.TEST, "welch+fixed-sequence");
    }

    /** Verdicts tell of each other: all go as soon as what one of them is about does. */
    @Test
    void hypothesesGoWithWhatOneOfThemIsAbout() {
        OverArms over = of(number(A, Measure.TEST, "welch"), hypothesis(1, A), hypothesis(2, B.of("wage")));

        assertThat(over.hides(hypothesis(1, A))).isTrue();
        assertThat(over.hides(hypothesis(2, B.of("wage")))).isTrue();
        assertThat(over.hides(number(B, Measure.TEST, "welch"))).isFalse();
    }

    @Test
    void hypothesesStayWhereWhatIsHiddenIsNotWhatTheyAreAbout() {
        for (Result other : List.of(
                number(A.ofAnalysis("other"), Measure.TEST, "welch"),
                number(A.of("wage"), Measure.TEST, "welch"),
                number(A.withTimepoint("12 months"), Measure.TEST, "welch"),
                number(A.ofContrast("B", "C"), Measure.TEST, "welch"),
                number(A.ofContrast("A", "B"), Measure.TEST, "welch"),
                number(A, Measure.MEAN_DIFFERENCE, "welch"),
                number(A, Measure.TEST, "student"),
                Rows.number(Rows.within("compare", "hours", "", "sex=male")
                        .ofContrast("A", "C")
                        .of(Measure.TEST, "welch")))) {
            assertThat(of(other, hypothesis(1, A)).hides(hypothesis(1, A)))
                    .as(other.key().toString())
                    .isFalse();
        }
        assertThat(of(number(B, Measure.TEST, "welch"), number(A, Measure.TEST, "welch"), hypothesis(1, A))
                        .hides(hypothesis(1, A)))
                .as("the base is there and is shown")
                .isFalse();
    }

    /** A hypothesis about all arms is a test of all arms. */
    @Test
    void aHypothesisAboutAllArmsGoesWithAnyOfThem() {
        Result hypothesis = Rows.number(ALL.withTerm(Names.hypothesis(1)));
        OverArms over = new OverArms(List.of(hypothesis), Set.of(HIDDEN), result -> false);

        assertThat(over.hides(hypothesis)).isTrue();
        assertThat(new OverArms(List.of(hypothesis), Set.of(), result -> false).hides(hypothesis))
                .isFalse();
    }
}
