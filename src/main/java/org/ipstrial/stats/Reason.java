package org.ipstrial.stats;

/** Why a number does not exist. The ids are the note codes of the result table. */
public enum Reason {
    /** A limit that goes on for ever. */
    UNBOUNDED("unbounded"),
    /** A ratio over a reference arm in which nobody had the event. */
    NO_EVENTS_IN_REFERENCE("no-events-in-reference"),
    /** A ratio where nobody in either arm had the event. */
    NO_EVENTS_IN_EITHER_ARM("no-events-in-either-arm"),
    /** An odds ratio where nobody in the compared arm had the event, on a scale that needs it. */
    NO_EVENTS_IN_GROUP("no-events-in-group"),
    /** An odds ratio where everybody in the compared arm had the event. */
    ALL_EVENTS_IN_GROUP("all-events-in-group"),
    /** An odds ratio where everybody in the reference arm had the event. */
    ALL_EVENTS_IN_REFERENCE("all-events-in-reference"),
    /** An odds ratio where everybody in both arms had the event. */
    ALL_EVENTS_IN_BOTH_ARMS("all-events-in-both-arms"),
    /** A number needed to treat where the arms do not differ. */
    NO_DIFFERENCE("no-difference"),
    /** Nobody in the compared arm has a known outcome. */
    NOBODY_ASSESSED_IN_GROUP("nobody-assessed-in-group"),
    /** Nobody in the reference arm has a known outcome. */
    NOBODY_ASSESSED_IN_REFERENCE("nobody-assessed-in-reference"),
    /** Nobody has a known outcome. */
    NOBODY_ASSESSED("nobody-assessed"),
    /** A spread that needs at least two people. */
    FEWER_THAN_TWO("fewer-than-two"),
    /** An association of fewer than two units, such as teams. */
    FEWER_THAN_TWO_UNITS("fewer-than-two-units"),
    /** No stratum has people of both arms whose outcome is known. */
    NO_STRATUM_WITH_BOTH_ARMS("no-stratum-with-both-arms"),
    /** No stratum has people of two arms, of several, whose outcome is known. */
    NO_STRATUM_WITH_TWO_ARMS("no-stratum-with-two-arms"),
    /** An odds ratio where every stratum lacks what one side of it is made of. */
    NO_INFORMATIVE_STRATUM("no-informative-stratum"),
    /** A comparison between strata of which fewer than two tell anything. */
    FEWER_THAN_TWO_STRATA("fewer-than-two-strata"),
    /** A p-value on one side, of a test that has none. */
    NO_SIDE("no-side"),
    /** All values are alike, so that there is no variance to divide by. */
    NO_VARIANCE("no-variance"),
    /** No level of a category occurs in both arms, so that no distance between them is finite. */
    NO_LEVEL_IN_COMMON("no-level-in-common"),
    /** A ratio of means where a mean is not above zero. */
    MEAN_NOT_POSITIVE("mean-not-positive"),
    /** Too few imputations to leave one out. */
    TOO_FEW_IMPUTATIONS("too-few-imputations"),
    /** Too many resamples gave no value. */
    RESAMPLES_NOT_ESTIMABLE("resamples-not-estimable"),
    /** A p-value of an interval that inverts no test. */
    INTERVAL_ONLY("interval-only"),
    /** More people than an exact method takes. */
    TOO_LARGE_FOR_EXACT("too-large-for-exact"),
    /** Nobody in any arm had the event. */
    NO_EVENTS("no-events"),
    /** No event happened while people of the arms that are compared were at risk together. */
    NEVER_AT_RISK_TOGETHER("never-at-risk-together"),
    /** A time that nobody was followed to, after which the curve is not known. */
    BEYOND_FOLLOW_UP("beyond-follow-up"),
    /** A time by which so many had the event, where the curve does not come down so far. */
    NOT_REACHED("not-reached"),
    /** A likelihood that rises as a coefficient goes beyond all bounds. */
    MONOTONE_LIKELIHOOD("monotone-likelihood"),
    /** Covariates of which one is a sum of the others. */
    COLLINEAR_COVARIATES("collinear-covariates"),
    /** A covariate, or several together, separates the outcomes, so that a coefficient has no finite value. */
    SEPARATION("separation"),
    /** A model whose best fit lies where a fitted share would be above 1. */
    ON_BOUNDARY("on-boundary"),
    /** A model whose fitting came to no end. */
    NOT_CONVERGED("not-converged"),
    /** A model with as many coefficients as people, or more. */
    NO_RESIDUAL_DF("no-residual-df"),
    /** A person whom the model fits exactly whatever their outcome, so that a variance that leaves them out does not exist. */
    LEVERAGE_ONE("leverage-one"),
    /** A contrast that one cluster alone tells of, so that nothing is left to see its variance by. */
    ONE_CLUSTER_ALONE("one-cluster-alone"),
    /** A variance between clusters, of which there is one. */
    FEWER_THAN_TWO_CLUSTERS("fewer-than-two-clusters"),
    /** A likeness within clusters of which none holds two people. */
    NO_CLUSTER_OF_TWO("no-cluster-of-two"),
    /** A likeness within clusters that no two people of the largest can have. */
    WORKING_CORRELATION("working-correlation"),
    /** An amount along which an effect may change, where it is the same of everybody in an arm. */
    ONE_VALUE_IN_AN_ARM("one-value-in-an-arm"),
    /** A test of every cut of an outcome with more levels than it takes. */
    TOO_MANY_LEVELS("too-many-levels"),
    /** A comparison between the cuts of an outcome that has one, or none. */
    FEWER_THAN_TWO_CUTS("fewer-than-two-cuts"),
    /** A sum over weeks in one of which nobody was observed. */
    NOBODY_OBSERVED_IN_A_WEEK("nobody-observed-in-a-week"),
    /** A test of all arms where nobody in one of them has a known outcome. */
    NOBODY_ASSESSED_IN_AN_ARM("nobody-assessed-in-an-arm"),
    /** Something about studies, of which there is one. */
    FEWER_THAN_TWO_STUDIES("fewer-than-two-studies"),
    /** A prediction from fewer studies than leave a degree of freedom. */
    FEWER_THAN_THREE_STUDIES("fewer-than-three-studies"),
    /** No study has an effect that can be pooled. */
    NO_STUDY_WITH_AN_EFFECT("no-study-with-an-effect"),
    /** A method of whole people where a control arm was split between studies. */
    SPLIT_COUNTS("split-counts"),
    /** An arm in which nobody or everybody had the event, on a scale that has no such share. */
    NO_SHARE_STRICTLY_BETWEEN("no-share-strictly-between");

    private final String id;

    Reason(String id) {
        this.id = id;
    }

    /** The code that results use. */
    public String id() {
        return id;
    }
}
