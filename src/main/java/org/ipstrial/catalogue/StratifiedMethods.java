package org.ipstrial.catalogue;

import org.ipstrial.stats.contingency.stratified.HomogeneityTest;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTest;
import org.ipstrial.stats.location.stratified.StratifiedSampleTest;

/** The methods for two arms within strata. */
public final class StratifiedMethods {

    /** Share in the group minus share in the reference, common to all strata. */
    public static final Family<StratifiedEffect> RISK_DIFFERENCE = StratifiedDifferences.FAMILY;

    /** Share in the group over share in the reference, common to all strata. */
    public static final Family<StratifiedEffect> RISK_RATIO = StratifiedRatios.RISK;

    /** Odds in the group over odds in the reference, given the stratum. */
    public static final Family<StratifiedEffect> CONDITIONAL_ODDS_RATIO = StratifiedRatios.CONDITIONAL_ODDS;

    /** The test over strata that the arms do not differ, of a yes/no outcome. */
    public static final Family<StratifiedTest> BINARY_TEST = StratifiedTests.BINARY;

    /** The tests over strata that the arms do not differ, of an amount. */
    public static final Family<StratifiedSampleTest> AMOUNT_TEST = StratifiedTests.AMOUNT;

    /** The tests that strata have one odds ratio. */
    public static final Family<HomogeneityTest> HOMOGENEITY = StratifiedTests.HOMOGENEITY;

    private StratifiedMethods() {}
}
