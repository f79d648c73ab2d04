package org.ipstrial.ard;

/** Which number of a measure, in the words of R's broom and cards. */
public enum Statistic {
    /** The point estimate. */
    ESTIMATE("estimate"),
    /** Its standard error. */
    STD_ERROR("std.error"),
    /** Lower confidence limit. */
    CONF_LOW("conf.low"),
    /** Upper confidence limit. */
    CONF_HIGH("conf.high"),
    /** Lower limit of the second part of an interval in two parts. */
    CONF_LOW_2("conf.low.2"),
    /** Upper limit of the second part of an interval in two parts. */
    CONF_HIGH_2("conf.high.2"),
    /** Confidence level as a fraction. */
    CONF_LEVEL("conf.level"),
    /** Test statistic. */
    STATISTIC("statistic"),
    /** Degrees of freedom. */
    DF("df"),
    /** Degrees of freedom of the numerator of an F test. */
    DF1("df1"),
    /** Degrees of freedom of the denominator of an F test. */
    DF2("df2"),
    /** P-value, two-sided unless the settings name an alternative. */
    P_VALUE("p.value"),
    /** P-value adjusted for testing more than once. */
    P_ADJUSTED("p.adjusted"),
    /** The part of the level of a family at which one of its hypotheses is tested. */
    LOCAL_LEVEL("local.level"),
    /** Rows of the data: people randomised. */
    RANDOMISED("randomised"),
    /** People with a known outcome. */
    ASSESSED("assessed"),
    /** People with a missing outcome. */
    MISSING("missing"),
    /** People with the event. */
    EVENTS("events"),
    /** Mean. */
    MEAN("mean"),
    /** Standard deviation, with n - 1. */
    SD("sd"),
    /** Median. */
    MEDIAN("median"),
    /** First quartile. */
    P25("p25"),
    /** Third quartile. */
    P75("p75"),
    /** Smallest value. */
    MIN("min"),
    /** Largest value. */
    MAX("max"),
    /** Sum. */
    SUM("sum"),
    /** How many are exactly zero. */
    ZEROS("zeros"),
    /** How many solutions a printed claim has. */
    FITS("fits"),
    /** How many studies are pooled. */
    STUDIES("studies");

    private final String id;

    Statistic(String id) {
        this.id = id;
    }

    /** The name that results use. */
    public String id() {
        return id;
    }
}
