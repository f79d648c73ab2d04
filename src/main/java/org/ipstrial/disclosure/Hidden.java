package org.ipstrial.disclosure;

import java.util.List;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;

/**
 * What was hidden of a result, and why; no values.
 *
 * @param key        the result
 * @param statistics its numbers that are hidden
 * @param why        the rule
 */
public record Hidden(ResultKey key, List<Statistic> statistics, Why why) {

    /** Copies the list. */
    public Hidden {
        statistics = List.copyOf(statistics);
    }

    /** The rules by which numbers are hidden. None tells which of several hidden groups is the small one. */
    public enum Why {
        /** The group is small in something, or what is small elsewhere could be worked out from it. */
        GROUP("group"),
        /** It compares with such a group. */
        COMPARED("compared-with-hidden-group"),
        /** It combines strata of which one has something small. */
        STRATA("over-strata"),
        /** A model takes levels of a covariate, of which one has something small. */
        COVARIATES("of-model"),
        /** Few left in an interval of time. */
        TIMES("over-time"),
        /** It is about all levels of a column of which one is hidden. */
        LEVELS("over-levels"),
        /** It goes over several arms of which one is hidden. */
        ARMS("over-arms"),
        /** It is the amount of one person, or close to it. */
        ONE_PERSON("one-person");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /** The name that the audit file uses. */
        public String id() {
            return id;
        }
    }

    /**
     * What is left out of every table in which small cells are hidden, whether there was any of it or not: that there was
     * some would tell already.
     */
    public static final List<String> NEVER_SHOWN = List.of(
            "covariate: columns that a model could not use",
            "covariate-count: people at levels of covariates",
            "missing-of: who the missing are",
            "missing patterns, where several analyses tell them",
            "trimming-bound",
            "tipping-point, tipping-shift and grids of hidden contrasts",
            "effects at amounts of a hidden model",
            "series of hazard trends and of imputation traces");
}
