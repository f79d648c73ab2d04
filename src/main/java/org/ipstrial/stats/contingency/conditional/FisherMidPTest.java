package org.ipstrial.stats.contingency.conditional;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Fisher's test with the mid-p value, two-sided by minimum likelihood: as {@link FisherExactTest}, with tables that are
 * as likely as the observed one counted half.
 *
 * <p>Given the sizes of the arms and the events of both together, {@code f(k)} is the hypergeometric probability of
 * {@code k} events in the group, who had {@code x}:
 * <pre>
 *   p = sum of f(k) over all k with f(k) &lt; f(x), and half that over all k with f(k) = f(x)
 * </pre>
 * where equal means equal up to 1e-7 of its size. One-sided it is {@code P(X &gt; x) + f(x) / 2} against more events in
 * the group and {@code P(X &lt; x) + f(x) / 2} against fewer.
 *
 * <p>Edges: without any events, or with events only, there is one possible table and p is one half; two-sided, where
 * nothing speaks against the hypothesis, it is 1.
 *
 * <p>Source: Lancaster HO (1961), Significance tests in discrete distributions, Journal of the American Statistical
 * Association 56:223-234; Lydersen S, Fagerland MW, Laake P (2009), Recommended tests for association in 2 x 2 tables,
 * Statistics in Medicine 28:1159-1175.
 */
public final class FisherMidPTest {

    private FisherMidPTest() {}

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        EventsGivenTotal events = new EventsGivenTotal(table);
        double p;
        if (alternative == Alternative.TWO_SIDED) {
            p = events.fewest() && events.most() ? 1 : events.asUnlikely(0.5);
        } else {
            EventsGivenTotal.Parts parts = events.parts(1);
            p = alternative.pValue(parts.midUpper(), parts.midLower());
        }
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, p)));
    }
}
