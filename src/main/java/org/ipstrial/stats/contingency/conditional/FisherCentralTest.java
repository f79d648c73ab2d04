package org.ipstrial.stats.contingency.conditional;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Fisher's exact test of the two by two table, two-sided by doubling: the test that the central exact interval of the
 * odds ratio inverts.
 *
 * <p>Given the sizes of the arms and the events of both together, the events {@code X} of the group, who had {@code x},
 * are hypergeometric, and
 * <pre>
 *   p = min(1, 2 P(X &ge; x), 2 P(X &le; x))
 * </pre>
 * One-sided it is {@code P(X &ge; x)} against more events in the group, {@code P(X &le; x)} against fewer.
 *
 * <p>Edges: without any events, or with events only, there is one possible table and p is 1. A p-value that is too small
 * for a double is given as the smallest double.
 *
 * <p>Source: Fisher RA (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98:39-82; the
 * doubling: Fay MP (2010), Confidence intervals that match Fisher's exact or Blaker's exact tests, Biostatistics
 * 11:373-374.
 */
public final class FisherCentralTest {

    private FisherCentralTest() {}

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        EventsGivenTotal.Parts parts = new EventsGivenTotal(table).parts(1);
        return TestResult.exact(
                NormalTest.atLeastSmallest(Math.min(1, alternative.pValue(parts.atLeast(), parts.atMost()))));
    }
}
