package org.ipstrial.catalogue.subgroups;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.StratifiedInput;
import org.ipstrial.catalogue.StratifiedMethods;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.HomogeneityTest;
import org.ipstrial.stats.interaction.CochranQ;
import org.ipstrial.stats.interaction.LinearWald;
import org.ipstrial.stats.interaction.LogBinomialLikelihoodRatio;
import org.ipstrial.stats.interaction.LogisticLikelihoodRatio;
import org.ipstrial.stats.interaction.LogisticWald;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/** The tests that an effect is the same at all levels of a column, by the scale of the effect. */
public final class InteractionMethods {

    /** A test that the difference of means is the same at all levels. */
    @FunctionalInterface
    public interface MeansTest {

        /** The test of some levels. */
        TestResult of(StratifiedSamples levels);
    }

    private static final String LEVEL = "In each level x1 events among n1 in the group, x2 among n2 in the reference. ";
    private static final String Q = "sum w (d - m)^2 with K - 1 degrees of freedom, m = sum w d / sum w, w = 1/v";
    private static final String LIKELIHOOD =
            "statistic = 2 sum [x log(x/e) + (n - x) log((n - x)/(n - e))] over both arms of all levels, e the events"
                    + " fitted\nby the model without product, with K - 1 degrees of freedom";
    private static final String WILKS = "Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; ";
    private static final String COCHRAN = "Cochran WG (1954), Biometrics 10:101-129";
    private static final String FEW =
            " That it does not reject is no proof that the effect is the same: the test has far"
                    + " less power than that of the effect itself.";

    /** That the risk difference is the same. */
    public static final Family<HomogeneityTest> RISK_DIFFERENCE = tables(
            Measure.RISK_DIFFERENCE,
            List.of(new Method<>(
                    "cochran-q",
                    "Cochran's Q test that the risk difference is the same in all subgroups",
                    CochranQ::of,
                    LEVEL + "K levels.\nd = x1/n1 - x2/n2, v = x1 (n1 - x1)/n1^3 + x2 (n2 - x2)/n2^3\nstatistic = " + Q,
                    COCHRAN,
                    "Few people or rare events in a level: the variances are then too uncertain to weigh by. Levels without"
                            + " events, or with events only, add nothing." + FEW)));

    /** That the risk ratio is the same. */
    public static final Family<HomogeneityTest> RISK_RATIO = tables(
            Measure.RISK_RATIO,
            List.of(new Method<>(
                    "log-binomial-likelihood-ratio",
                    "Likelihood-ratio test of the product of arm and column in a log-binomial regression",
                    LogBinomialLikelihoodRatio::of,
                    "log P(event) = a(level) + d [group], against one with d(level). K levels.\n" + LIKELIHOOD,
                    WILKS + "Wacholder S (1986), American Journal of Epidemiology 123:174-184",
                    "Where all or almost all have the event: a risk ratio cannot be the same at every level then, and the"
                            + " chi-squared distribution is rough. Levels without events add nothing." + FEW)));

    /** That the odds ratio is the same. */
    public static final Family<HomogeneityTest> ODDS_RATIO = tables(
            Measure.ODDS_RATIO,
            Stream.concat(
                            Stream.of(
                                    new Method<HomogeneityTest>(
                                            "logistic-likelihood-ratio",
                                            "Likelihood-ratio test of the product of arm and column in a logistic regression",
                                            LogisticLikelihoodRatio::of,
                                            "logit P(event) = a(level) + d [group], against one with d(level). K levels.\n"
                                                    + LIKELIHOOD,
                                            WILKS
                                                    + "McCullagh P, Nelder JA (1989), Generalized Linear Models, 2nd edition,"
                                                    + " Chapman and Hall, section 4.4",
                                            "A question about differences: odds ratios may be alike where differences are not."
                                                    + " Levels without events, or with events only, add nothing; R counts them"
                                                    + " in the degrees of freedom." + FEW),
                                    new Method<HomogeneityTest>(
                                            "logistic-wald",
                                            "Wald test of the product of arm and column in a logistic regression",
                                            LogisticWald::of,
                                            LEVEL
                                                    + "K levels.\nd = log[x1 (n2 - x2)/(x2 (n1 - x1))], v = 1/x1 + 1/(n1 - x1) +"
                                                    + " 1/x2 + 1/(n2 - x2)\nstatistic = " + Q,
                                            "Wald A (1943), Transactions of the American Mathematical Society 54:426-482",
                                            "A zero cell leaves no test; logistic-likelihood-ratio takes it. Strong effects in"
                                                    + " small levels make it too small." + FEW)),
                            StratifiedMethods.HOMOGENEITY.methods().stream())
                    .toList());

    /** That the difference of means is the same. */
    public static final Family<MeansTest> MEAN_DIFFERENCE = new Family<>(
            Measure.INTERACTION_TEST,
            Input.SUBGROUPS_AMOUNT,
            1,
            List.of(
                    new Method<>(
                            "linear-wald",
                            "Wald test of the product of arm and column in a linear regression, variances by HC3",
                            LinearWald::of,
                            "In each level means m1 and m2, variances s1^2 and s2^2 of n1 and n2 people. K levels, N people."
                                    + "\nd = m1 - m2, v = s1^2/(n1 - 1) + s2^2/(n2 - 1)\nstatistic = sum w (d - m)^2 / (K -"
                                    + " 1) with K - 1 and N - 2 K degrees of freedom, m = sum w d / sum w, w = 1/v",
                            "MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; Long JS, Ervin LH (2000),"
                                    + " The American Statistician 54:217-224",
                            "Levels of a few people. Those with one person in an arm, or one amount throughout, add"
                                    + " nothing." + FEW),
                    new Method<>(
                            "cochran-q",
                            "Cochran's Q test that the difference of means is the same in all subgroups",
                            CochranQ::of,
                            "In each level means m1 and m2, variances s1^2 and s2^2 of n1 and n2 people. K levels.\n"
                                    + "d = m1 - m2, v = s1^2/n1 + s2^2/n2\nstatistic = " + Q,
                            COCHRAN,
                            "Levels of a few people: it takes the variances for known, and rejects too often. Those with"
                                    + " one person in an arm, or one amount throughout, add nothing." + FEW)),
            (test, input, level) -> Evaluation.numbers(test.of(StratifiedInput.samples(levels(input)))),
            Optional.of(Measure.MEAN_DIFFERENCE));

    private InteractionMethods() {}

    private static Family<HomogeneityTest> tables(Measure scale, List<Method<HomogeneityTest>> methods) {
        return new Family<>(
                Measure.INTERACTION_TEST,
                Input.SUBGROUPS_BINARY,
                1,
                methods,
                InteractionMethods::numbers,
                Optional.of(scale));
    }

    private static Map<Statistic, Quantity> numbers(HomogeneityTest test, String input, double level) {
        return Evaluation.numbers(test.of(StratifiedInput.tables(levels(input))));
    }

    /** The levels of the input of a reference value, {@code subgroups 3/8 1/4 & 2/9 8/11}. */
    private static String levels(String input) {
        return input.substring(input.indexOf(' ') + 1);
    }
}
