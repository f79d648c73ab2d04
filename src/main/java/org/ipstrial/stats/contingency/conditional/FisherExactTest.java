package org.ipstrial.stats.contingency.conditional;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Fisher's exact test of the two by two table, two-sided by minimum likelihood.
 *
 * <p>Given {@code n1}, {@code n2} and the events {@code m} of both arms, the events {@code k} of the group are
 * hypergeometric, {@code f(k) = C(n1, k) C(n2, m - k) / C(n1 + n2, m)}, and
 * <pre>
 *   p = sum of f(k) over all k with f(k) &le; f(x1) (1 + 1e-7)
 * </pre>
 * The allowance lets tables that are equally likely count as such in floating point, as in R.
 *
 * One-sided it is the probability of at least as many events in the group, or of at most as many.
 *
 * <p>Edges: without any events, or with events only, there is one possible table and p is exactly 1. A p-value that is
 * too small for a double is given as the smallest double.
 *
 * <p>Source: Fisher RA (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98:39-82;
 * Irwin JO (1935), Tests of significance for differences between percentages based on small numbers, Metron 12:83-94
 * (the two-sided rule).
 */
public final class FisherExactTest {

    private FisherExactTest() {}

    /** The two-sided test of one table. */
    public static TestResult of(TwoByTwo table) {
        return of(table, Alternative.TWO_SIDED);
    }

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        EventsGivenTotal events = new EventsGivenTotal(table);
        if (alternative == Alternative.TWO_SIDED) {
            return TestResult.exact(NormalTest.atLeastSmallest(events.asUnlikely(1)));
        }
        EventsGivenTotal.Parts parts = events.parts(1);
        return TestResult.exact(
                NormalTest.atLeastSmallest(Math.min(1, alternative.pValue(parts.atLeast(), parts.atMost()))));
    }
}
