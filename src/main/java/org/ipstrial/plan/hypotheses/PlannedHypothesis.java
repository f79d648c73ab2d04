package org.ipstrial.plan.hypotheses;

import java.util.Optional;
import org.ipstrial.finding.Location;

/**
 * One hypothesis: that a test of an analysis finds no difference.
 *
 * @param where     where the plan names it
 * @param analysis  the analysis
 * @param outcome   the outcome
 * @param contrast  the arms, where it is not of all arms at once
 * @param measure   the measure of which the p-value is, {@code test} or an effect
 * @param method    the method
 */
public record PlannedHypothesis(
        Location where, String analysis, String outcome, Optional<Arms> contrast, String measure, String method) {

    /**
     * Two arms.
     *
     * @param group     the arm that is compared
     * @param reference the arm that it is compared with
     */
    public record Arms(String group, String reference) {}

    /** Whether it asks the same as another. */
    boolean isSameAs(PlannedHypothesis other) {
        return analysis.equals(other.analysis)
                && outcome.equals(other.outcome)
                && contrast.equals(other.contrast)
                && measure.equals(other.measure)
                && method.equals(other.method);
    }

    /** The hypothesis in words, as settings and reports give it. */
    public String words() {
        String arms =
                contrast.map(two -> two.group() + " vs " + two.reference()).orElse("all arms");
        String test = measure.equals("test") ? method : measure + ":" + method;
        return arms + ": " + outcome + " (" + analysis + ", " + test + ")";
    }
}
