package org.ipstrial.stats.imputation.engine;

/**
 * How far donors were from those whose values were taken from them, in what a linear model predicts of both.
 *
 * <pre>
 *   pull = sum over those drawn of (the donor's prediction - their own)
 * </pre>
 *
 * <p>Divided by the people of an arm, drawn or not, it is how far the mean of the arm is expected to be off: where the model
 * holds, a donor's value is his prediction and noise, so that what matching adds to what the model says is this distance.
 *
 * <p>Unit: that of the amount; above 0 if the donors are higher.
 *
 * <p>Source: the bias of matching on what is not equal, Abadie A, Imbens GW (2006), Econometrica 74:235-267, section 3.1.
 *
 * @param pull   the sum of the distances
 * @param beyond how many of those drawn are predicted above, or below, all donors
 */
public record DonorReach(double pull, double beyond) {

    /** Two together. */
    public DonorReach and(DonorReach other) {
        return new DonorReach(pull + other.pull, beyond + other.beyond);
    }

    /** A share of it. */
    public DonorReach over(int count) {
        return new DonorReach(pull / count, beyond / count);
    }
}
