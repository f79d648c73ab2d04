package org.ipstrial.stats.arms;

import org.ipstrial.stats.TestResult;

/** A test that amounts in all arms do not differ. It has no side: any two arms may differ. */
@FunctionalInterface
public interface SamplesTest {

    /** The test of all arms. */
    TestResult of(SeveralSamples samples);
}
