package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.target.BinomialCentralTest;
import org.ipstrial.stats.proportion.target.BinomialExactTest;
import org.ipstrial.stats.proportion.target.BlakerShareTest;
import org.ipstrial.stats.proportion.target.ScoreShareTest;
import org.ipstrial.stats.proportion.target.ShareTest;

/** The tests of the share in one group against a stated one. */
final class TargetTests {

    private static final String NO_EFFECT =
            " A stated share is no reference arm: the test says nothing of what a programme did.";

    static final Family<ShareTest> FAMILY = new Family<>(
            Measure.TARGET_TEST,
            Input.TARGET,
            2,
            List.of(
                    new Method<>(
                            "score",
                            "score test against a stated share",
                            ScoreShareTest::of,
                            """
                            x events among n, p the stated share.
                            statistic = (x - n p) / sqrt(n p (1 - p)), standard normal""",
                            "Wilson EB (1927), Journal of the American Statistical Association 22:209-212; Fleiss JL,"
                                    + " Levin B, Paik MC (2003), Statistical Methods for Rates and Proportions, 3rd"
                                    + " edition, Wiley, section 2.3",
                            "Large-sample: where fewer than about 5 events, or non-events, are expected, use"
                                    + " binomial-exact. The wilson interval excludes the stated share exactly when it"
                                    + " rejects." + NO_EFFECT),
                    new Method<>(
                            "binomial-exact",
                            "exact binomial test, two-sided by minimum likelihood",
                            BinomialExactTest::of,
                            """
                            f(k) is the binomial probability of k events among n if the share is the stated one; x were
                            observed.
                            p = sum of f(k) over all k with f(k) <= f(x) (1 + 1e-7)""",
                            "Conover WJ (1971), Practical Nonparametric Statistics, Wiley, pages 97 to 104; the two-sided"
                                    + " rule: Irwin JO (1935), Metron 12:83-94",
                            "Never rejects more often than it says, hence mostly less often. What R's binom.test gives;"
                                    + " the interval that it prints, clopper-pearson, belongs to"
                                    + " binomial-exact-central, and the two may disagree." + NO_EFFECT),
                    new Method<>(
                            "binomial-exact-central",
                            "exact binomial test, two-sided by doubling",
                            BinomialCentralTest::of,
                            """
                            X is binomial with the stated share; x events were observed.
                            p = min(1, 2 P(X >= x), 2 P(X <= x))""",
                            "Clopper CJ, Pearson ES (1934), Biometrika 26:404-413",
                            "The clopper-pearson interval excludes the stated share exactly when it rejects; both are"
                                    + " cautious." + NO_EFFECT),
                    new Method<>(
                            "binomial-blaker",
                            "Blaker's exact binomial test",
                            BlakerShareTest::of,
                            """
                            X is binomial with the stated share; x events were observed.
                            p = the smaller of P(X >= x) and P(X <= x), plus the largest opposite tail that is no larger""",
                            "Blaker H (2000), Canadian Journal of Statistics 28:783-798; corrigendum (2001) 29:681",
                            "Where the blaker interval excludes the stated share, it rejects; within the interval it may"
                                    + " reject too." + NO_EFFECT)),
            (test, input, level) -> Evaluation.numbers(of(test, input)));

    private static final String AGAINST = " against ";

    private TargetTests() {}

    private static TestResult of(ShareTest test, String input) {
        int at = input.indexOf(AGAINST);
        return test.of(
                BinaryInput.count(input.substring(0, at)),
                Double.parseDouble(input.substring(at + AGAINST.length())),
                Alternative.TWO_SIDED);
    }
}
