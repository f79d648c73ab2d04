package org.ipstrial.dataset.studies;

/** What a study found, in one of several forms. */
public sealed interface StudyNumbers
        permits StudyNumbers.Counts, StudyNumbers.Means, StudyNumbers.WithError, StudyNumbers.WithLimits {

    /**
     * A yes/no outcome in both arms.
     *
     * @param treatmentEvents with the event in the treatment arm
     * @param treatment       people assessed there
     * @param controlEvents   with the event in the control arm
     * @param control         people assessed there
     */
    record Counts(int treatmentEvents, int treatment, int controlEvents, int control) implements StudyNumbers {
        /** Refuses more events than people, and an arm of nobody. */
        public Counts {
            if (treatment < 1
                    || control < 1
                    || treatmentEvents < 0
                    || controlEvents < 0
                    || treatmentEvents > treatment
                    || controlEvents > control) {
                throw new IllegalArgumentException("events must be from 0 to the people of an arm that has some");
            }
        }

        /** Whether the control arm is the same. */
        public boolean hasControlOf(Counts other) {
            return control == other.control && controlEvents == other.controlEvents;
        }
    }

    /**
     * An amount in one arm.
     *
     * @param mean   mean
     * @param sd     standard deviation
     * @param people people assessed
     */
    record Arm(double mean, double sd, int people) {
        /** Refuses a spread below 0 and an arm of nobody. */
        public Arm {
            if (!(sd >= 0) || people < 1) {
                throw new IllegalArgumentException("sd must be at least 0 and people at least 1");
            }
        }
    }

    /**
     * An amount in both arms.
     *
     * @param treatment the treatment arm
     * @param control   the control arm
     */
    record Means(Arm treatment, Arm control) implements StudyNumbers {}

    /**
     * An effect as printed, on the scale on which effects are pooled: of a ratio its logarithm.
     *
     * @param estimate the effect
     * @param error    its standard error, above 0
     */
    record WithError(double estimate, double error) implements StudyNumbers {}

    /**
     * An effect as printed with its confidence limits, on the scale on which effects are pooled.
     *
     * @param estimate the effect
     * @param low      lower limit
     * @param high     upper limit
     * @param level    their level
     */
    record WithLimits(double estimate, double low, double high, double level) implements StudyNumbers {}
}
