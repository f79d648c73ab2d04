package org.ipstrial.dataset.claims;

import java.util.Optional;

/**
 * An effect as a report states it.
 *
 * @param report    the report
 * @param outcome   the outcome, or empty
 * @param arm       the arm that is compared, or empty where nothing is known of the arms
 * @param reference the arm that it is compared with
 * @param kind      which effect
 * @param estimate  the estimate
 * @param low       the lower confidence limit
 * @param high      the upper confidence limit
 * @param p         the p-value
 */
public record EffectClaim(
        String report,
        String outcome,
        String arm,
        String reference,
        EffectKind kind,
        Optional<Printed> estimate,
        Optional<Printed> low,
        Optional<Printed> high,
        Optional<Printed> p) {}
