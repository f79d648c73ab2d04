package org.ipstrial.catalogue.arms;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.arms.AnovaTest;
import org.ipstrial.stats.arms.CountsTest;
import org.ipstrial.stats.arms.KruskalWallisTest;
import org.ipstrial.stats.arms.PearsonArmsTest;
import org.ipstrial.stats.arms.SamplesTest;
import org.ipstrial.stats.arms.WelchAnovaTest;

/** The tests of all arms at once, of three or more: whether they differ at all, not which. */
public final class AllArmsTests {

    private static final String NOT_WHICH =
            " It says that arms differ, not which: the contrasts tell that, and a test of"
                    + " all arms before them does not by itself guard them against chance.";

    /** Tests that all arms have the same probability of the event. */
    public static final Family<CountsTest> BINARY = new Family<>(
            Measure.TEST,
            Family.Input.BINARY_ARMS,
            1,
            List.of(new Method<>(
                    "chi-squared",
                    "Pearson's chi-squared test, without continuity correction",
                    PearsonArmsTest::of,
                    """
                    x events among n in each of k arms, m events among N in all of them.
                    statistic = sum over arms of (x N - n m)^2 / (n m (N - m)), with k - 1 degrees of freedom""",
                    "Pearson K (1900), Philosophical Magazine, series 5, 50:157-175; degrees of freedom: Fisher RA (1922),"
                            + " Journal of the Royal Statistical Society 85:87-94",
                    "Large-sample: where some cell is expected to hold less than about 1, its p-value is rough. No test"
                            + " where nobody, or everybody, had the event." + NOT_WHICH)),
            (test, input, level) ->
                    Evaluation.numbers(test.of(ArmsInput.of(input).counts())));

    /** Tests that amounts in all arms do not differ. */
    public static final Family<SamplesTest> AMOUNT = new Family<>(
            Measure.TEST,
            Family.Input.AMOUNT_ARMS,
            2,
            List.of(
                    new Method<>(
                            "welch-anova",
                            "Welch's F test of equal means, each arm with its own variance",
                            WelchAnovaTest::of,
                            """
                            m(i), s(i), n(i): mean, standard deviation (n - 1) and size of arm i of k.
                            w(i) = n(i) / s(i)^2, h(i) = w(i) / sum of w, c = sum of (1 - h(i))^2 / (n(i) - 1),
                            M = sum of h(i) m(i);
                            F = sum of w(i) (m(i) - M)^2 / (k - 1) / (1 + 2 (k - 2) c / (k^2 - 1)),
                            df1 = k - 1, df2 = (k^2 - 1) / (3 c). Of two arms it is Welch's t, squared.""",
                            "Welch BL (1951), On the comparison of several mean values: an alternative approach,"
                                    + " Biometrika 38:330-336",
                            "Small arms with a few very large amounts; an arm of fewer than about 10 people, with which"
                                    + " it rejects too often. None where an arm has one person or no variance."
                                    + NOT_WHICH),
                    new Method<>(
                            "kruskal-wallis",
                            "Kruskal-Wallis rank test, corrected for ties",
                            KruskalWallisTest::of,
                            """
                            R, n: sum of the ranks and size of each of k arms, equal amounts with their mean rank; N in all;
                            t: the numbers of equal amounts.
                            H = (12 / (N (N + 1)) sum of R^2 / n - 3 (N + 1)) / (1 - sum of (t^3 - t) / (N^3 - N)), with
                            k - 1 degrees of freedom. Of two arms it is the Mann-Whitney z without correction, squared.""",
                            "Kruskal WH, Wallis WA (1952), Use of ranks in one-criterion variance analysis, Journal of the"
                                    + " American Statistical Association 47:583-621",
                            "A question about means, or medians: it tests that amounts in all arms come from one"
                                    + " distribution. Arms of fewer than about 5 people, where chi-squared is rough."
                                    + NOT_WHICH),
                    new Method<>(
                            "anova",
                            "analysis of variance: Fisher's F test of equal means, one variance for all arms",
                            AnovaTest::of,
                            """
                            m(i), n(i): mean and size of arm i of k, M: mean of all N amounts, q(i): sum of squared distances
                            from m(i). F = sum of n(i) (m(i) - M)^2 / (k - 1) / (sum of q(i) / (N - k)),
                            df1 = k - 1, df2 = N - k. Of two arms it is Student's t, squared.""",
                            "Fisher RA (1925), Statistical Methods for Research Workers, Oliver and Boyd, chapter VII",
                            "Arms of unequal size and spread. Prefer welch-anova." + NOT_WHICH)),
            (test, input, level) ->
                    Evaluation.numbers(test.of(ArmsInput.of(input).samples())));

    private AllArmsTests() {}
}
