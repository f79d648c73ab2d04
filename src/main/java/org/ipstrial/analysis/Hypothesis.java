package org.ipstrial.analysis;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.Alternative;

/**
 * What is tested of a yes/no outcome: on which side, and against which margin.
 *
 * @param alternative what is set against the null value
 * @param margin      a null value other than no difference, on the scale of one measure
 */
public record Hypothesis(Alternative alternative, Optional<Margin> margin) {

    /** No difference, on both sides. */
    public static final Hypothesis NO_DIFFERENCE = new Hypothesis(Alternative.TWO_SIDED, Optional.empty());

    /**
     * A null value of one measure.
     *
     * @param measure the measure
     * @param value   a difference strictly between -1 and 1, or a ratio above 0
     */
    public record Margin(Measure measure, double value) {

        /** Refuses a margin that lies outside the scale of its measure. */
        public Margin {
            boolean difference = measure == Measure.RISK_DIFFERENCE;
            if (!(difference ? Math.abs(value) < 1 : value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the margin of " + measure.id() + " lies outside its scale, got " + value);
            }
        }
    }

    /** Checks that nothing is null. */
    public Hypothesis {
        Objects.requireNonNull(alternative, "alternative");
        Objects.requireNonNull(margin, "margin");
    }

    /** Whether the effects carry a p-value of their own: the user asked for more than the test of no difference. */
    public boolean ofEffects() {
        return alternative != Alternative.TWO_SIDED || margin.isPresent();
    }

    /** The value of an effect that is tested. */
    double nullValue(Measure measure) {
        return margin.filter(given -> given.measure() == measure)
                .map(Margin::value)
                .orElse(measure == Measure.RISK_DIFFERENCE ? 0.0 : 1.0);
    }

    /** Adds what was asked for to the settings as results state them. */
    void state(Map<String, Object> settings) {
        if (alternative != Alternative.TWO_SIDED) {
            settings.put("alternative", alternative.id());
        }
        margin.ifPresent(given -> {
            settings.put("margin", given.value());
            settings.put("margin-measure", given.measure().id());
        });
    }
}
