package org.ipstrial.catalogue;

import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.TwoByTwoTest;
import org.ipstrial.stats.proportion.ProportionInterval;
import org.ipstrial.stats.proportion.target.ShareTest;

/** The methods for a yes/no outcome: one arm, two arms, and the tests of two arms. */
public final class BinaryMethods {

    /** The share with the event, in one arm. */
    public static final Family<ProportionInterval> PROPORTION = ProportionMethods.FAMILY;

    /** Tests of the share in one group against a stated one. */
    public static final Family<ShareTest> TARGET_TEST = TargetTests.FAMILY;

    /** Share in the group minus share in the reference. */
    public static final Family<TwoByTwoEffect> RISK_DIFFERENCE = DifferenceMethods.FAMILY;

    /** Share in the group over share in the reference. */
    public static final Family<TwoByTwoEffect> RISK_RATIO = RatioMethods.FAMILY;

    /** Odds in the group over odds in the reference. */
    public static final Family<TwoByTwoEffect> ODDS_RATIO = OddsRatioMethods.FAMILY;

    /** Tests that two arms have the same probability of the event. */
    public static final Family<TwoByTwoTest> TEST = BinaryTests.FAMILY;

    private BinaryMethods() {}
}
