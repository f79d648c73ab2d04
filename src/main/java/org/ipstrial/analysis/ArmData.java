package org.ipstrial.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.outcome.MissingRule;

/**
 * One outcome in every arm, within everybody or one stratum.
 *
 * @param analysis    the name of the analysis
 * @param analysisSet the population
 * @param outcome     name of the outcome
 * @param timepoint   when it was assessed, or empty
 * @param stratum     {@code column=level}, or empty for everybody
 * @param arms        the data by arm, in the order of the arms
 * @param strata      the same within the strata of a stratified comparison, if it is one
 * @param adjusted    the people with their covariates, of a comparison that is adjusted for some
 * @param <D>         what is known of an arm
 */
public record ArmData<D>(
        String analysis,
        String analysisSet,
        String outcome,
        String timepoint,
        String stratum,
        Map<String, D> arms,
        Strata<D> strata,
        Optional<AdjustedPeople> adjusted) {

    /** Copies the arms. */
    public ArmData {
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    /** The data of arms that are not stratified. */
    public ArmData(
            String analysis,
            String analysisSet,
            String outcome,
            String timepoint,
            String stratum,
            Map<String, D> arms) {
        this(analysis, analysisSet, outcome, timepoint, stratum, arms, Strata.none(), Optional.empty());
    }

    /** The key that the results about this outcome share. */
    ResultKey key(MissingRule rule) {
        return new ResultKey(
                analysis, analysisSet, rule.id(), outcome, timepoint, "", "", stratum, "", Measure.COUNT, "");
    }
}
