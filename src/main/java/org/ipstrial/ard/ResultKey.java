package org.ipstrial.ard;

import java.util.Objects;

/**
 * What a result is about. No two results of a table have the same key.
 *
 * @param analysis    the command, or the plan's analysis
 * @param analysisSet the population
 * @param missingRule what was done about missing outcomes
 * @param outcome     outcome or variable
 * @param timepoint   when, or empty
 * @param group       the arm that the number is about, or {@link #ALL_ARMS}
 * @param reference   the reference arm of a contrast, or empty
 * @param stratum     {@code column=level}, joined by {@code ;}, or empty
 * @param term        what else the result is about, or empty
 * @param measure     what is measured
 * @param method      how, or empty
 */
public record ResultKey(
        String analysis,
        String analysisSet,
        String missingRule,
        String outcome,
        String timepoint,
        String group,
        String reference,
        String stratum,
        String term,
        Measure measure,
        String method) {

    /** The group of results about all arms together, such as the whole of a trial at the start. */
    public static final String ALL_ARMS = "";

    /** Checks that nothing is null. */
    public ResultKey {
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(analysisSet, "analysisSet");
        Objects.requireNonNull(missingRule, "missingRule");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(timepoint, "timepoint");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(method, "method");
    }

    /** Written out, because the one that the language makes is linked anew at every start of the program. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ResultKey key
                && measure == key.measure
                && method.equals(key.method)
                && group.equals(key.group)
                && reference.equals(key.reference)
                && outcome.equals(key.outcome)
                && stratum.equals(key.stratum)
                && term.equals(key.term)
                && timepoint.equals(key.timepoint)
                && missingRule.equals(key.missingRule)
                && analysisSet.equals(key.analysisSet)
                && analysis.equals(key.analysis);
    }

    @Override
    public int hashCode() {
        int hash = 31 * analysis.hashCode() + analysisSet.hashCode();
        hash = 31 * hash + missingRule.hashCode();
        hash = 31 * hash + outcome.hashCode();
        hash = 31 * hash + timepoint.hashCode();
        hash = 31 * hash + group.hashCode();
        hash = 31 * hash + reference.hashCode();
        hash = 31 * hash + stratum.hashCode();
        hash = 31 * hash + term.hashCode();
        hash = 31 * hash + measure.ordinal();
        return 31 * hash + method.hashCode();
    }

    /** The same key of another analysis. */
    public ResultKey ofAnalysis(String name) {
        return new ResultKey(
                name, analysisSet, missingRule, outcome, timepoint, group, reference, stratum, term, measure, method);
    }

    /** The same key of another population. */
    public ResultKey withAnalysisSet(String set) {
        return new ResultKey(
                analysis, set, missingRule, outcome, timepoint, group, reference, stratum, term, measure, method);
    }

    /** The same key of another outcome or variable. */
    public ResultKey of(String variable) {
        return new ResultKey(
                analysis,
                analysisSet,
                missingRule,
                variable,
                timepoint,
                group,
                reference,
                stratum,
                term,
                measure,
                method);
    }

    /** The same key under another rule for missing outcomes. */
    public ResultKey withMissingRule(String rule) {
        return new ResultKey(
                analysis, analysisSet, rule, outcome, timepoint, group, reference, stratum, term, measure, method);
    }

    /** The same key at a time. */
    public ResultKey withTimepoint(String when) {
        return new ResultKey(
                analysis, analysisSet, missingRule, outcome, when, group, reference, stratum, term, measure, method);
    }

    /** The same key of one arm. */
    public ResultKey ofArm(String arm) {
        return ofContrast(arm, "");
    }

    /** The same key of a contrast. */
    public ResultKey ofContrast(String compared, String with) {
        return new ResultKey(
                analysis, analysisSet, missingRule, outcome, timepoint, compared, with, stratum, term, measure, method);
    }

    /** The same key about something more. */
    public ResultKey withTerm(String about) {
        return new ResultKey(
                analysis,
                analysisSet,
                missingRule,
                outcome,
                timepoint,
                group,
                reference,
                stratum,
                about,
                measure,
                method);
    }

    /** The same key of another measure and method. */
    public ResultKey of(Measure what, String how) {
        return new ResultKey(
                analysis, analysisSet, missingRule, outcome, timepoint, group, reference, stratum, term, what, how);
    }
}
