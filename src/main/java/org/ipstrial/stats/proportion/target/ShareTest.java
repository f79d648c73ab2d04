package org.ipstrial.stats.proportion.target;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;

/** A test that the probability of the event is a stated one. */
@FunctionalInterface
public interface ShareTest {

    /**
     * The test of one group.
     *
     * @param count       events among those assessed
     * @param target      the stated share, strictly between 0 and 1
     * @param alternative greater: the probability is above the stated share
     * @throws IllegalArgumentException if the stated share does not lie strictly between 0 and 1
     */
    TestResult of(BinomialCount count, double target, Alternative alternative);
}
