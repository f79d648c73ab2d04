package org.ipstrial.catalogue.arms;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.contingency.generalised.CorrelationTest;
import org.ipstrial.stats.contingency.generalised.GeneralAssociationTest;
import org.ipstrial.stats.contingency.generalised.RowMeanScoresTest;
import org.ipstrial.stats.contingency.generalised.StratifiedAmountsTest;
import org.ipstrial.stats.contingency.generalised.StratifiedCountsTest;
import org.ipstrial.stats.contingency.generalised.VanElterenArmsTest;

/** The tests of all arms at once within strata, of three or more: the generalised Cochran-Mantel-Haenszel tests. */
public final class StratifiedArmsTests {

    private static final String NOT_WHICH =
            " It says that arms differ, not which. Differences that go one way in some strata and"
                    + " another way in others, which cancel. Strata with people of one arm alone add nothing; an arm that meets no"
                    + " other in any stratum takes a degree of freedom with it.";

    private static final String MANTEL =
            "Mantel N (1963), Chi-square tests with one degree of freedom: extensions of the"
                    + " Mantel-Haenszel procedure, Journal of the American Statistical Association 58:690-700";

    private static final String LANDIS =
            "Landis JR, Heyman ER, Koch GG (1978), Average partial association in three-way"
                    + " contingency tables: a review and discussion of alternative tests, International Statistical Review 46:237-254";

    /** Tests that in no stratum the arms differ in the probability of the event. */
    public static final Family<StratifiedCountsTest> BINARY = new Family<>(
            Measure.TEST,
            Family.Input.STRATIFIED_BINARY_ARMS,
            1,
            List.of(generalAssociation(GeneralAssociationTest::of), correlation(CorrelationTest::of)),
            (test, input, level) ->
                    Evaluation.numbers(test.of(StratifiedArmsInput.of(input).counts())));

    /** Tests that in no stratum the arms differ in an amount. */
    public static final Family<StratifiedAmountsTest> AMOUNT = new Family<>(
            Measure.TEST,
            Family.Input.STRATIFIED_AMOUNT_ARMS,
            2,
            List.of(
                    new Method<>(
                            "row-mean-scores",
                            "Cochran-Mantel-Haenszel test of row mean scores (the amounts)",
                            RowMeanScoresTest::of,
                            """
                            In each stratum of N people with mean m and standard deviation s (N - 1): m(i), n mean and size of
                            arm i. f = sum over strata of n (m(i) - m) for each arm, V the sum of their covariances
                            s^2 n (d N - n') / N, n' of another arm, d = 1 for an arm with itself, else 0: what allocating the
                            same people anew within strata gives.
                            statistic = f' V^- f, degrees of freedom = rank of V: arms - 1.""",
                            MANTEL + "; " + LANDIS,
                            "Few people with a few very large amounts. Arms of unequal size and spread: it takes the spread"
                                    + " of all arms as one, which is right where no arm does anything." + NOT_WHICH),
                    new Method<>(
                            "van-elteren",
                            "van Elteren's test of several arms (Kruskal-Wallis within strata)",
                            VanElterenArmsTest::of,
                            """
                            As row-mean-scores, with each person's amount put as its modified ridit: its rank in the stratum,
                            equal amounts with their mean rank, over N + 1.
                            statistic = f' V^- f, degrees of freedom = rank of V: arms - 1. Of one stratum it is
                            kruskal-wallis; of two arms the square of van Elteren's z.""",
                            "van Elteren PH (1960), Bulletin of the Institute of International Statistics 37:351-361; of"
                                    + " several arms: " + LANDIS,
                            "A question about means, as for kruskal-wallis. Fewer than about 5 people in each arm in all."
                                    + " kruskal_test of R's coin with a block ranks all strata as one, which is another"
                                    + " test."
                                    + NOT_WHICH),
                    generalAssociation(GeneralAssociationTest::of),
                    correlation(CorrelationTest::of)),
            (test, input, level) ->
                    Evaluation.numbers(test.of(StratifiedArmsInput.of(input).amounts())));

    private StratifiedArmsTests() {}

    /** What both families have in common, a yes/no outcome being one of two levels, or of the amounts 1 and 0. */
    private static <F> Method<F> generalAssociation(F test) {
        return new Method<>(
                "general-association",
                "Cochran-Mantel-Haenszel test of general association",
                test,
                """
                Yes and no are levels, of an amount each distinct one. In each stratum x people of an arm at a level, n in the
                arm, c of N at the level. g = sum over strata of x - n c / N for each arm and level, V the sum of their
                covariances n (d N - n') c (d N - c') / (N^2 (N - 1)), n' of another arm and c' of another level, d = 1 for
                the arm or level with itself, else 0.
                statistic = g' V^- g, degrees of freedom = rank of V: (arms - 1) (levels - 1).
                Of two arms and levels it is cochran-mantel-haenszel, of one stratum Pearson's chi-squared times (N - 1) / N.""",
                "Birch MW (1965), Journal of the Royal Statistical Society, Series B 27:111-124; " + LANDIS,
                "Levels with few people in all strata together, such as few events: chi-squared is rough then. Levels with an"
                        + " order, of which it knows nothing. None with more than "
                        + GeneralAssociationTest.MOST_LEVELS + " distinct amounts." + NOT_WHICH);
    }

    private static <F> Method<F> correlation(F test) {
        return new Method<>(
                "correlation",
                "Cochran-Mantel-Haenszel test of correlation (a trend over the arms in their order)",
                test,
                """
                The outcome y is an amount, or 1 for yes and 0 for no. In each stratum of N people m and s are its mean and
                standard deviation (N - 1); the arms have the scores a = 1, 2, ..., k in their order, n people each, and u is
                the mean of the scores over the N people. c = sum over strata and people of (a - u) (y - m),
                v = sum over strata of s^2 times the sum over arms of n (a - u)^2.
                statistic = c^2 / v, with 1 degree of freedom. Of one stratum it is N - 1 times the square of Pearson's
                correlation.""",
                MANTEL + "; " + LANDIS,
                "Arms without an order: theirs is the order of the plan, else by code point with the control last, in which the"
                        + " page lists them; a trend over arms that have none means nothing. Arms whose steps are not alike. Few people with a"
                        + " few very large amounts, or few events." + NOT_WHICH);
    }
}
