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

/** One model goes into every adjusted contrast: all of them are hidden with one small level of a covariate. */
class SmallCovariatesTest {

    private static final int THRESHOLD = 5;
    private static final String SITE = Names.pair("covariate", "site");

    private static SmallCovariates of(List<Result> results) {
        return of(results, Set.of());
    }

    private static SmallCovariates of(List<Result> results, Set<Place> hidden) {
        return new SmallCovariates(Rows.table("compare", results, List.of()), THRESHOLD, hidden);
    }

    private static Result level(ResultKey place, String term, int assessed, int events) {
        return Rows.counts(place.withTerm(term).of(Measure.COVARIATE_COUNT, ""), assessed, 0, events);
    }

    private static ResultKey arm(String analysis, String outcome) {
        return Rows.key(analysis, outcome, "A");
    }

    private static Result adjusted(String analysis, String outcome, String stratum) {
        return Rows.number(Rows.within(analysis, outcome, "A", stratum)
                .ofContrast("A", "B")
                .withTerm(Names.adjusted(List.of("site")))
                .of(Measure.RISK_DIFFERENCE, "g-computation"));
    }

    @Test
    void aSmallLevelHidesEveryAdjustedResultOfItsOutcomeAndNoOther() {
        for (int[] small : new int[][] {{4, 0}, {40, 4}, {40, 36}}) {
            SmallCovariates covariates = of(List.of(
                    level(arm("compare", "employed"), SITE + ";level=north", small[0], small[1]),
                    level(arm("compare", "hours"), SITE + ";level=north", 40, 20)));

            assertThat(covariates.hides(adjusted("compare", "employed", ""))).isTrue();
            assertThat(covariates.hides(adjusted("compare", "employed", "sex=female")))
                    .isTrue();
            assertThat(covariates.hides(adjusted("compare", "hours", ""))).isFalse();
            assertThat(covariates.hides(adjusted("other", "employed", ""))).isFalse();
            assertThat(covariates.hides(Rows.number(arm("compare", "employed").of(Measure.PROPORTION, ""))))
                    .as("a result without covariates")
                    .isFalse();
        }
    }

    @Test
    void theCountsThemselvesAreNeverShown() {
        Result counts = level(arm("compare", "employed"), SITE, 40, 20);

        assertThat(of(List.of(counts)).hides(counts)).isTrue();
    }

    @Test
    void whatIsHiddenOfAnOutcomeHidesItsModels() {
        Set<Place> hidden = Set.of(new Place("compare", "employed", "", "B", "sex=female"));
        SmallCovariates covariates = of(List.of(), hidden);

        assertThat(covariates.hides(adjusted("compare", "employed", ""))).isTrue();
        assertThat(covariates.hides(adjusted("compare", "hours", ""))).isFalse();
    }

    /** 40 in all, 20 women and 17 men: three have no sex. */
    @Test
    void whomTheLevelsOfAnotherColumnLeaveAreLookedAt() {
        List<Result> results = new ArrayList<>(List.of(
                level(arm("compare", "employed"), SITE, 40, 20),
                level(Rows.within("compare", "employed", "A", "sex=female"), SITE, 20, 10)));
        assertThat(of(results).hides(adjusted("compare", "employed", ""))).isFalse();

        results.add(level(Rows.within("compare", "employed", "A", "sex=male"), SITE, 17, 10));
        assertThat(of(results).hides(adjusted("compare", "employed", ""))).isTrue();
    }

    /** A level of one column is no level of another: 20 women and 17 in the north share nobody known. */
    @Test
    void levelsOfTwoColumnsAreNotAddedUp() {
        List<Result> results = List.of(
                level(arm("compare", "employed"), SITE, 40, 20),
                level(Rows.within("compare", "employed", "A", "sex=female"), SITE, 20, 10),
                level(Rows.within("compare", "employed", "A", "area=north"), SITE, 17, 10));

        assertThat(of(results).hides(adjusted("compare", "employed", ""))).isFalse();
    }

    @Test
    void levelsOfWhichTheWholeIsNotCountedAreHeldAgainstNothing() {
        List<Result> results = List.of(
                level(Rows.within("compare", "employed", "A", "sex=female"), SITE, 20, 10),
                level(arm("compare", "employed"), Names.pair("covariate", "age"), 21, 10));

        assertThat(of(results).hides(adjusted("compare", "employed", ""))).isFalse();
    }

    /** The second analysis is of 38 of the 40 of the first. */
    @Test
    void whatLiesBetweenTwoAnalysesHidesTheModelsOfBoth() {
        SmallCovariates covariates = of(List.of(
                level(arm("first", "employed"), SITE, 40, 20),
                level(arm("second", "employed"), SITE, 38, 18),
                level(arm("third", "employed"), SITE, 20, 10)));

        assertThat(covariates.hides(adjusted("first", "employed", ""))).isTrue();
        assertThat(covariates.hides(adjusted("second", "employed", ""))).isTrue();
        assertThat(covariates.hides(adjusted("third", "employed", ""))).isFalse();
    }

    @Test
    void analysesOfDifferentArmsOutcomesLevelsOrTimesAreNotHeldAgainstEachOther() {
        for (Result other : List.of(
                level(Rows.key("second", "employed", "B"), SITE, 38, 18),
                level(Rows.key("second", "hours", "A"), SITE, 38, 18),
                level(arm("second", "employed"), SITE + ";level=north", 38, 18),
                level(arm("second", "employed").withTimepoint("12 months"), SITE, 38, 18),
                // Of more people, but with fewer events and more without: it may not be of the others.
                level(arm("second", "employed"), SITE, 42, 11))) {
            SmallCovariates covariates = of(List.of(level(arm("first", "employed"), SITE, 40, 20), other));

            assertThat(covariates.hides(adjusted("first", "employed", "")))
                    .as(other.key().toString())
                    .isFalse();
        }
    }

    private static Result along(String column, Measure measure, String method) {
        String term = measure == Measure.INTERACTION_TEST
                ? Names.pair("by", column) + ";" + Names.pair("of", "amount")
                : Names.along(column, "12.5");
        return Rows.number(
                arm("compare", "employed").ofContrast("A", "B").withTerm(term).of(measure, method));
    }

    /** An effect along an amount is of a model of those who have it. */
    @Test
    void effectsAlongAnAmountGoWithItsModel() {
        List<Result> small = List.of(level(arm("compare", "employed"), Names.pair("covariate", "age"), 40, 3));
        Result effect = along("age", Measure.RISK_DIFFERENCE, "logistic");
        Result other = along("income", Measure.RISK_DIFFERENCE, "logistic");

        assertThat(of(small).hides(effect)).isTrue();
        assertThat(of(small).tellsAnAmount(effect)).isTrue();
        assertThat(of(small).hides(other)).isFalse();
        assertThat(of(small).tellsAnAmount(other)).isFalse();
        assertThat(of(List.of(level(arm("compare", "employed"), Names.pair("covariate", "age"), 40, 20)))
                        .hides(effect))
                .as("nothing small")
                .isFalse();
    }

    @Test
    void aTestIsHiddenAndTellsNoAmount() {
        List<Result> small = List.of(level(arm("compare", "employed"), Names.pair("covariate", "age"), 40, 3));
        Result test = along("age", Measure.INTERACTION_TEST, "likelihood-ratio");

        assertThat(of(small).hides(test)).isTrue();
        assertThat(of(small).tellsAnAmount(test)).isFalse();
    }

    /** Holm's p-value of one column may be that of another. */
    @Test
    void aPValueAdjustedOverColumnsGoesWithAnyOfThem() {
        List<Result> small = List.of(level(arm("compare", "employed"), Names.pair("covariate", "age"), 40, 3));

        assertThat(of(small).hides(along("income", Measure.INTERACTION_TEST, "wald+holm")))
                .isTrue();
        assertThat(of(small).hides(along("income", Measure.INTERACTION_TEST, "wald")))
                .isFalse();
        assertThat(of(small).hides(along("income", Measure.RISK_DIFFERENCE, "wald+holm")))
                .isFalse();
    }

    @Test
    void aTermOfFourPartsThatIsNotByAColumnIsNone() {
        List<Result> small = List.of(level(arm("compare", "employed"), Names.pair("covariate", "age"), 40, 3));
        Result other =
                Rows.number(arm("compare", "employed").withTerm("of=age;at=3").of(Measure.RISK_DIFFERENCE, "logistic"));
        Result two = Rows.number(arm("compare", "employed").withTerm("by=age").of(Measure.RISK_DIFFERENCE, "logistic"));

        assertThat(of(small).hides(other)).isFalse();
        assertThat(of(small).hides(two)).isFalse();
    }

    @Test
    void thatAColumnIsUnlikeOthersIsLeftOut() {
        assertThat(SmallCovariates.isTelling(
                        Rows.number(arm("compare", "employed").of(Measure.COVARIATE, ""))))
                .isTrue();
        assertThat(SmallCovariates.isTelling(Rows.number(arm("compare", "employed"))))
                .isFalse();
    }
}
