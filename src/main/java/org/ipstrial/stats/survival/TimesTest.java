package org.ipstrial.stats.survival;

import org.ipstrial.stats.TestResult;

/** A two-sided test of times in two or more arms, within strata if they have them. */
@FunctionalInterface
public interface TimesTest {

    /** Tests them. */
    TestResult of(SurvivalTimes times);
}
