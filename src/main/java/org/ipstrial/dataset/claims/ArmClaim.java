package org.ipstrial.dataset.claims;

import java.util.Optional;

/**
 * What a report says of one arm, or of all arms together.
 *
 * @param report     the report
 * @param outcome    the outcome, or empty
 * @param arm        the arm; empty for all arms together
 * @param randomised people randomised
 * @param n          people whom the numbers are of
 * @param events     people with the event
 * @param percent    the percentage with the event
 * @param mean       a mean
 * @param sd         what is printed as its standard deviation
 * @param items      of how many whole-number items a person's value is the mean; none where it need not be whole
 */
public record ArmClaim(
        String report,
        String outcome,
        String arm,
        Optional<Long> randomised,
        Optional<Long> n,
        Optional<Long> events,
        Optional<Printed> percent,
        Optional<Printed> mean,
        Optional<Printed> sd,
        Optional<Long> items) {

    /** Whether it says anything. */
    public boolean saysAnything() {
        return randomised.isPresent()
                || n.isPresent()
                || events.isPresent()
                || percent.isPresent()
                || mean.isPresent()
                || sd.isPresent();
    }
}
