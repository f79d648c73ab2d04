package org.ipstrial.catalogue.missing;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.score.MiettinenNurminenDifference;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.missing.LeeBounds;
import org.ipstrial.stats.missing.MeanShift;

/** The methods for what missing outcomes could do to a comparison. */
public final class MissingMethods {

    /** A method for a difference of means at two shifts. */
    @FunctionalInterface
    public interface ShiftMethod {
        /** The difference with its distribution. */
        TApproximation of(MeanShift arms, double ofGroup, double ofReference);
    }

    /** A method of bounds for those who have an amount in either arm. */
    @FunctionalInterface
    public interface TrimmingMethod {
        /** The bounds. */
        LeeBounds.Bounds of(LeeBounds.Selected group, LeeBounds.Selected reference, double level);
    }

    /** How many of the missing must have had the event for the interval to exclude no difference. */
    public static final Family<TwoByTwoEffect> TIPPING_POINT = new Family<>(
            Measure.TIPPING_POINT,
            Input.TIPPING,
            1,
            List.of(new Method<>(
                    "miettinen-nurminen",
                    "exact tipping grid with the Miettinen-Nurminen interval of the risk difference",
                    TwoByTwoEffect.of(MiettinenNurminenDifference::of, MiettinenNurminenDifference::test),
                    """
                    x1 events among n1 assessed and m1 missing in the group; x0, n0, m0 in the reference.
                    cell (i, j): the interval of x1 + i of n1 + m1 against x0 + j of n0 + m0, for all i and j
                    above at j: the least i such that the cells (i, j), ..., (m1, j) all lie above no difference
                    below at j: the largest i such that the cells (0, j), ..., (i, j) all lie below it""",
                    "Hollis S (2002), Statistics in Medicine 21:3823-3834",
                    "Each cell takes what the missing had as known, so that its interval is narrower than"
                            + " what is known. The grid says what would overturn a result, not how likely that is. Any other"
                            + " method of the risk difference but exact-score on many missing can take the place of this"
                            + " one; a Wald interval can come and go near the border, and the number is then the cautious"
                            + " one.")),
            TippingInput::frontier);

    /** At which mean of the missing the interval of a mean difference changes sides. */
    public static final Family<ShiftMethod> TIPPING_SHIFT = new Family<>(
            Measure.TIPPING_SHIFT,
            Input.SHIFT,
            1,
            List.of(new Method<>(
                    "mean-score",
                    "mean of the missing shifted from that of those assessed, by the mean score method",
                    MeanShift::at,
                    """
                    y, s^2, n: mean, variance and number of those assessed of an arm; m missing, w = m/(n + m).
                    mean = y + w delta; v = s^2/n + delta^2 w (1 - w)/(n + m); se = sqrt(v1 + v0)
                    df = (v1 + v0)^2 / (v1^2/(n1 - 1) + v0^2/(n0 - 1)); limits by Student's t
                    tipping shift: the least delta of one arm, the other's being 0, at which the limits change sides""",
                    "White IR, Carpenter J, Horton NJ (2018), Statistica Sinica 28:1985-2007",
                    "The shift is taken as known, so that the interval is narrower than what is known."
                            + " The shift at which a result tips says nothing of how likely it is: that takes knowledge of why"
                            + " people are missing.")),
            ShiftInput::limits);

    /** What the effect among those who have an amount in either arm can be. */
    public static final Family<TrimmingMethod> TRIMMING_BOUND = new Family<>(
            Measure.TRIMMING_BOUND,
            Input.SELECTED,
            1,
            List.of(
                    new Method<>(
                            "lee",
                            "Lee's trimming bounds among those who have the amount in either arm",
                            LeeBounds::of,
                            """
                    Of n1 people of the group s1 have the amount, of n0 of the reference s0; q = s/n; p = (q1 - q0)/q1 >= 0.
                    upper = mean of the largest (1 - p) s1 amounts of the group - mean of the reference
                    lower = mean of the smallest (1 - p) s1 amounts of the group - mean of the reference
                    b, v: mean and variance of those kept; c: the amount at the cut; v0: variance of the reference
                    se^2 = [v + (c - b)^2 p]/(s1 (1 - p)) + (c - b)^2 [(1 - q1)/s1 + (1 - q0)/s0] + v0/s0
                    limits = lower - z se, upper + z se, with Phi(z + (upper - lower)/max se) - Phi(-z) = level""",
                            "Lee DS (2009), Review of Economic Studies 76:1071-1102; limits: Imbens GW, Manski CF (2004),"
                                    + " Econometrica 72:1845-1857",
                            "Where offering help could keep somebody from work who would have found it without:"
                                    + " it rests on monotonicity, which no data can show. Wide where many more work in one arm.")),
            SelectedInput::bounds);

    private MissingMethods() {}
}
