package org.ipstrial.ard;

/** What is measured. */
public enum Measure {
    /** How many people: rows, assessed, missing, events. */
    COUNT("count"),
    /** How many people of an arm are in one stratum of a stratified comparison. */
    STRATUM_COUNT("stratum-count"),
    /** How many of the people of an arm that a model takes are at a level of a covariate, or lack it. */
    COVARIATE_COUNT("covariate-count"),
    /** A column of a covariate that a model could not use, and why. */
    COVARIATE("covariate"),
    /** Mean, spread and quantiles of an amount. */
    SUMMARY("summary"),
    /** The share with the event. */
    PROPORTION("proportion"),
    /** A test that the probability of the event in one group is a stated one; no comparison of arms. */
    TARGET_TEST("target-test"),
    /** Share in the group minus share in the reference. */
    RISK_DIFFERENCE("risk-difference"),
    /** Share in the group over share in the reference. */
    RISK_RATIO("risk-ratio"),
    /** Odds in the group over odds in the reference. */
    ODDS_RATIO("odds-ratio"),
    /** Odds in the group over odds in the reference, of people alike in their covariates or stratum. */
    CONDITIONAL_ODDS_RATIO("conditional-odds-ratio"),
    /** One over the risk difference. */
    NUMBER_NEEDED_TO_TREAT("number-needed-to-treat"),
    /** Mean of the group minus mean of the reference. */
    MEAN_DIFFERENCE("mean-difference"),
    /** Mean of the group over mean of the reference. */
    RATIO_OF_MEANS("ratio-of-means"),
    /** The chance that somebody of the group has more than somebody of the reference, ties one half. */
    PROBABILISTIC_INDEX("probabilistic-index"),
    /** The median of the differences of all pairs of one from either arm, group minus reference. */
    HODGES_LEHMANN("hodges-lehmann"),
    /** Pairs in which the group has more over pairs in which the reference has, ties one half for either. */
    WIN_ODDS("win-odds"),
    /** Mean of the group minus mean of the reference, in standard deviations. */
    STANDARDISED_MEAN_DIFFERENCE("standardised-mean-difference"),
    /** The share that has not had the event by a time. */
    SURVIVAL("survival"),
    /** The time by which half have had the event. */
    MEDIAN_TIME("median-time"),
    /** How many are still observed without the event at a time. */
    AT_RISK("at-risk"),
    /** The mean time without the event within a time. */
    RMST("rmst"),
    /** That of the group minus that of the reference. */
    RMST_DIFFERENCE("rmst-difference"),
    /** That of the group over that of the reference. */
    RMST_RATIO("rmst-ratio"),
    /** The mean time after the event within a time. */
    RMTL("rmtl"),
    /** That of the group minus that of the reference. */
    RMTL_DIFFERENCE("rmtl-difference"),
    /** That of the group over that of the reference. */
    RMTL_RATIO("rmtl-ratio"),
    /** Hazard of the event in the group over that in the reference. */
    HAZARD_RATIO("hazard-ratio"),
    /** Hazard of one cause in the group over that in the reference, those who ended by others counted as still at risk. */
    SUBDISTRIBUTION_HAZARD_RATIO("subdistribution-hazard-ratio"),
    /** The share that has had the event of one cause by a time, where others compete. */
    CUMULATIVE_INCIDENCE("cumulative-incidence"),
    /** The mean number of weeks with something, within some weeks. */
    MEAN_WEEKS("mean-weeks"),
    /** That of the group minus that of the reference. */
    MEAN_WEEKS_DIFFERENCE("mean-weeks-difference"),
    /** How many of the missing must have had the event for an interval to lie on one side of no difference. */
    TIPPING_POINT("tipping-point"),
    /** How far the mean of the missing must lie from that of those assessed for an interval to change sides. */
    TIPPING_SHIFT("tipping-shift"),
    /** What the effect among those who have an amount in either arm can be, the arm with more of them trimmed. */
    TRIMMING_BOUND("trimming-bound"),
    /** How far donors of imputed amounts are from those who take them, in what is predicted of both. */
    DONOR_DISTANCE("donor-distance"),
    /** A test that the arms do not differ. */
    TEST("test"),
    /** The p-value of a hypothesis, adjusted for the others of its family. */
    P_ADJUSTED("p.adjusted"),
    /** How far the order of units by one number goes with that by another. */
    RANK_ASSOCIATION("rank-association"),
    /** Points of a fidelity review: of an item, a section or in all. */
    FIDELITY_SCORE("fidelity-score"),
    /** The lowest and the highest total of the band that a fidelity review is in. */
    FIDELITY_BAND("fidelity-band"),
    /** The total of a fidelity review minus that of the one before. */
    FIDELITY_CHANGE("fidelity-change"),
    /** How many people somebody has at once. */
    CASELOAD("caseload"),
    /** On how many days that is more than a limit. */
    DAYS_OVER_LIMIT("days-over-limit"),
    /** A test that an effect is the same in all strata. */
    INTERACTION_TEST("interaction-test"),
    /** How much an effect changes with one unit more of an amount: a difference of differences, or a ratio of ratios. */
    EFFECT_SLOPE("effect-slope"),
    /** Whether a printed claim can be true: by how many solutions, and with which verdict as its note. */
    CONSISTENCY("consistency"),
    /** The counts that a printed percentage or sum can stand for. */
    FITTING_COUNTS("fitting-counts"),
    /** An effect that studies print, of whichever kind. */
    ESTIMATE("estimate"),
    /** A study's share of the weights of a pooled effect. */
    WEIGHT("weight"),
    /** The variance of effects between studies, on the scale on which they are pooled. */
    TAU_SQUARED("tau-squared"),
    /** The share of the variance of effects that lies between studies. */
    I_SQUARED("i-squared"),
    /** The variance of effects over that within studies. */
    H_SQUARED("h-squared"),
    /** Where the effect of a further study may lie. */
    PREDICTION_INTERVAL("prediction-interval"),
    /** A test that the effects of studies do not differ. */
    HETEROGENEITY_TEST("heterogeneity-test"),
    /** A test that small studies give the same effects as large ones. */
    SMALL_STUDY_TEST("small-study-test"),
    /** How many studies an adjustment fills in that a funnel lacks. */
    FILLED_STUDIES("filled-studies"),
    /** How many studies are significant, or are expected to be. */
    SIGNIFICANT_STUDIES("significant-studies"),
    /** A test that effects do not depend on moderators of the studies. */
    MODERATOR_TEST("moderator-test"),
    /** The share of the variance between studies that moderators explain. */
    VARIANCE_EXPLAINED("variance-explained"),
    /** How much a study pulls on the pooled effect. */
    HAT("hat"),
    /** How far the pooled effect moves without a study, in squared standard errors. */
    COOKS_DISTANCE("cooks-distance"),
    /** The same in standard errors of what is fitted to the study. */
    DFFITS("dffits"),
    /** How far a study lies from what the others say, in standard errors. */
    STUDENTISED_RESIDUAL("studentised-residual");

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** The name that options and results use. */
    public String id() {
        return id;
    }
}
