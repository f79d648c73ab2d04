package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.Require;

/**
 * An amount in both arms of a study.
 *
 * @param group     the compared arm
 * @param reference the reference arm
 */
public record ArmMeans(Arm group, Arm reference) {

    /**
     * An amount in one arm. People need not be whole: a control arm that several studies share may be split between them.
     *
     * @param mean   its mean
     * @param sd     its standard deviation, with n - 1
     * @param people how many are assessed
     */
    public record Arm(double mean, double sd, double people) {

        /** Refuses what is not a number, a spread below 0 and an arm of nobody. */
        public Arm {
            Require.amounts("mean and sd", new double[] {mean, sd});
            if (!(sd >= 0 && people > 0 && people < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "sd must be at least 0 and people above 0, got " + sd + " and " + people);
            }
        }

        /** The variance of the mean. */
        double varianceOfMean() {
            return sd * sd / people;
        }

        /** Two arms as one: the mean and spread of everybody. */
        public Arm with(Arm other) {
            double all = people + other.people;
            double mean1 = (people * mean + other.people * other.mean) / all;
            double apart = mean - other.mean;
            double squares = (people - 1) * sd * sd
                    + (other.people - 1) * other.sd * other.sd
                    + people / all * other.people * apart * apart;
            return new Arm(mean1, Math.sqrt(squares / (all - 1)), all);
        }
    }

    /** The same with the reference arm split into so many: of the same mean and spread, of fewer people. */
    public ArmMeans splitReference(int parts) {
        return new ArmMeans(group, new Arm(reference.mean(), reference.sd(), reference.people() / parts));
    }
}
