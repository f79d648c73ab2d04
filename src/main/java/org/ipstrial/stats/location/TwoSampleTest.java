package org.ipstrial.stats.location;

import org.ipstrial.stats.TestResult;

/** A two-sided test that two arms do not differ. */
@FunctionalInterface
public interface TwoSampleTest {

    /** The test of two samples. */
    TestResult of(TwoSamples samples);
}
