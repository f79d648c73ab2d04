package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.contingency.FisherExactTest;
import org.ipstrial.stats.contingency.NMinusOneTest;
import org.ipstrial.stats.contingency.PearsonTest;
import org.ipstrial.stats.contingency.TwoByTwoTest;

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
                                    + " number.")),
            (test, input, level) -> Evaluation.numbers(test.of(BinaryInput.table(input))));

    private BinaryTests() {}
}
