package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.contingency.NMinusOneTest;
import org.ipstrial.stats.contingency.PearsonTest;
import org.ipstrial.stats.contingency.TwoByTwoTest;
import org.ipstrial.stats.contingency.conditional.FisherCentralTest;
import org.ipstrial.stats.contingency.conditional.FisherExactTest;
import org.ipstrial.stats.contingency.conditional.FisherMidPTest;
import org.ipstrial.stats.contingency.unconditional.BarnardTest;
import org.ipstrial.stats.contingency.unconditional.BoschlooTest;

/** The tests that two arms have the same probability of the event. */
final class BinaryTests {

    static final Family<TwoByTwoTest> FAMILY = new Family<>(
            Measure.TEST,
            Input.BINARY,
            1,
            List.of(
                    new Method<>(
                            "chi-squared-n-1",
                            "(N - 1) chi-squared test",
                            NMinusOneTest::of,
                            """
                            x1 events among n1, x2 among n2, N = n1 + n2, m = x1 + x2.
                            statistic = (N - 1) (x1 n2 - x2 n1)^2 / (n1 n2 m (N - m)), with 1 degree of freedom""",
                            "Campbell I (2007), Statistics in Medicine 26:3661-3675; Pearson ES (1947), Biometrika"
                                    + " 34:139-167",
                            "Large-sample: where a cell is expected to hold less than about 1, use fisher-exact. No"
                                    + " test where nobody, or everybody, had the event. The miettinen-nurminen"
                                    + " intervals exclude no difference exactly when it rejects."),
                    new Method<>(
                            "chi-squared",
                            "Pearson's chi-squared test, without continuity correction",
                            PearsonTest::of,
                            """
                            x1 events among n1, x2 among n2, N = n1 + n2, m = x1 + x2.
                            statistic = N (x1 n2 - x2 n1)^2 / (n1 n2 m (N - m)), with 1 degree of freedom""",
                            "Pearson K (1900), Philosophical Magazine, series 5, 50:157-175",
                            "Rejects a little too often in small trials; chi-squared-n-1 corrects for that. No test"
                                    + " where nobody, or everybody, had the event. R corrects for continuity unless"
                                    + " told not to, and then gives a larger p-value."),
                    new Method<>(
                            "fisher-exact",
                            "Fisher's exact test, two-sided by minimum likelihood",
                            FisherExactTest::of,
                            """
                            Given the sizes of the arms and the events of both together, f(k) is the hypergeometric
                            probability of k events in the group, who had x.
                            p = sum of f(k) over all k with f(k) <= f(x) (1 + 1e-7)""",
                            "Fisher RA (1935), Journal of the Royal Statistical Society 98:39-82; the two-sided rule:"
                                    + " Irwin JO (1935), Metron 12:83-94",
                            "Never rejects more often than it says, hence mostly less often: it gives away power in"
                                    + " small trials, and its p-value can be above 0.05 beside a score interval that"
                                    + " excludes no difference. Programs that double the smaller tail give another"
                                    + " number."),
                    new Method<>(
                            "fisher-exact-central",
                            "Fisher's exact test, two-sided by doubling",
                            FisherCentralTest::of,
                            """
                            Given the sizes of the arms and the events of both together, X is the events of the group,
                            who had x.
                            p = min(1, 2 P(X >= x), 2 P(X <= x))""",
                            "Fisher RA (1935), Journal of the Royal Statistical Society 98:39-82; the doubling:"
                                    + " Fay MP (2010), Biostatistics 11:373-374",
                            "Agrees with the conditional-exact interval of the odds ratio, and is mostly larger"
                                    + " than fisher-exact. It gives away power in small trials."),
                    new Method<>(
                            "fisher-mid-p",
                            "Fisher's mid-p test, two-sided by minimum likelihood",
                            FisherMidPTest::of,
                            """
                            Given the sizes of the arms and the events of both together, f(k) is the hypergeometric
                            probability of k events in the group, who had x.
                            p = sum of f(k) over all k with f(k) < f(x), and half that over all k with f(k) = f(x)""",
                            "Lancaster HO (1961), Journal of the American Statistical Association 56:223-234;"
                                    + " Lydersen S, Fagerland MW, Laake P (2009), Statistics in Medicine 28:1159-1175",
                            "About as large as an unconditional exact test, but without a guarantee: it can"
                                    + " reject somewhat more often than it says."),
                    new Method<>(
                            "boschloo",
                            "Boschloo's unconditional exact test, two-sided by minimum likelihood",
                            BoschlooTest::of,
                            """
                            F is the p-value of fisher-exact, of every possible table.
                            p = the largest probability, over all p shared by the arms, of the tables whose F is at most
                            the observed one""",
                            "Boschloo RD (1970), Statistica Neerlandica 24:1-35",
                            "Never rejects more often than it says, and never less often than fisher-exact. Up to"
                                    + " 5,000 people in both arms. Programs that double the one-sided p-value, such as"
                                    + " scipy, give another number; this is StatXact's."),
                    new Method<>(
                            "barnard",
                            "Barnard's unconditional exact test, pooled z",
                            BarnardTest::of,
                            """
                            z = (x1 n2 - x2 n1) sqrt(N/(n1 n2 m (N - m))), N = n1 + n2, m = x1 + x2.
                            p = the largest probability, over all p shared by the arms, of the tables whose |z| is at
                            least the observed one; values of z that agree to 1e-12 are equal""",
                            "Barnard GA (1947), Biometrika 34:123-138; with the pooled z: Suissa S, Shuster JJ"
                                    + " (1985), Journal of the Royal Statistical Society, Series A 148:317-327",
                            "Never rejects more often than it says. Up to 5,000 people in both arms. With arms of"
                                    + " very different sizes its worst case may lie at a share that nobody believes in.")),
            (test, input, level) -> Evaluation.numbers(test.of(BinaryInput.table(input))));

    private BinaryTests() {}
}
