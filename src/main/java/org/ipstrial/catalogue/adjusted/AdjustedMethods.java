package org.ipstrial.catalogue.adjusted;

import java.util.List;
import org.ipstrial.catalogue.Family;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.AdjustedTest;

/** The methods that compare arms with covariates in the model. */
public final class AdjustedMethods {

    /** Share in the group minus share in the reference. */
    public static final Family<AdjustedMethod> RISK_DIFFERENCE = AdjustedShareMethods.RISK_DIFFERENCE;

    /** The same after a randomisation that was balanced within strata. */
    public static final Family<AdjustedMethod> RISK_DIFFERENCE_IN_STRATA =
            AdjustedShareMethods.RISK_DIFFERENCE_IN_STRATA;

    /** Share in the group over share in the reference. */
    public static final Family<AdjustedMethod> RISK_RATIO = AdjustedShareMethods.RISK_RATIO;

    /** Odds in the group over odds in the reference, of the people as a whole. */
    public static final Family<AdjustedMethod> ODDS_RATIO = AdjustedShareMethods.ODDS_RATIO;

    /** Odds in the group over odds in the reference, of people alike in their covariates. */
    public static final Family<AdjustedMethod> CONDITIONAL_ODDS_RATIO = ConditionalOddsMethods.FAMILY;

    /** Odds of being above any level in the group over odds in the reference, of people alike in their covariates. */
    public static final Family<AdjustedMethod> ORDINAL_ODDS_RATIO = ConditionalOddsMethods.ORDINAL;

    /** Whether the odds of being above a level differ alike at all levels. */
    public static final Family<AdjustedTest> PROPORTIONALITY = ProportionalityMethods.FAMILY;

    /** Mean of the group minus mean of the reference. */
    public static final Family<AdjustedMethod> MEAN_DIFFERENCE = AdjustedMeanMethods.MEAN_DIFFERENCE;

    /** Mean of the group over mean of the reference. */
    public static final Family<AdjustedMethod> RATIO_OF_MEANS = AdjustedMeanMethods.RATIO_OF_MEANS;

    /** Share in the group minus share in the reference, of people in clusters. */
    public static final Family<AdjustedMethod> RISK_DIFFERENCE_IN_CLUSTERS = ClusteredMethods.RISK_DIFFERENCE;

    /** Odds in the group over odds in the reference, of people alike in their covariates and in clusters. */
    public static final Family<AdjustedMethod> CONDITIONAL_ODDS_RATIO_IN_CLUSTERS =
            ClusteredMethods.CONDITIONAL_ODDS_RATIO;

    /** Mean of the group minus mean of the reference, of people in clusters. */
    public static final Family<AdjustedMethod> MEAN_DIFFERENCE_IN_CLUSTERS = ClusteredMethods.MEAN_DIFFERENCE;

    /** Share in the group over share in the reference, of people in clusters. */
    public static final Family<AdjustedMethod> RISK_RATIO_IN_CLUSTERS = ClusteredMethods.RISK_RATIO;

    /** Mean of the group over mean of the reference, of people in clusters. */
    public static final Family<AdjustedMethod> RATIO_OF_MEANS_IN_CLUSTERS = ClusteredMethods.RATIO_OF_MEANS;

    /** All that give effects, in the order in which people meet them. */
    public static final List<Family<AdjustedMethod>> FAMILIES = List.of(
            RISK_DIFFERENCE,
            RISK_DIFFERENCE_IN_STRATA,
            RISK_RATIO,
            ODDS_RATIO,
            CONDITIONAL_ODDS_RATIO,
            ORDINAL_ODDS_RATIO,
            MEAN_DIFFERENCE,
            RATIO_OF_MEANS,
            RISK_DIFFERENCE_IN_CLUSTERS,
            RISK_RATIO_IN_CLUSTERS,
            CONDITIONAL_ODDS_RATIO_IN_CLUSTERS,
            MEAN_DIFFERENCE_IN_CLUSTERS,
            RATIO_OF_MEANS_IN_CLUSTERS);

    private AdjustedMethods() {}
}
