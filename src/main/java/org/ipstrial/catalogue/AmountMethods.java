package org.ipstrial.catalogue;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.location.BootstrapBcaDifference;
import org.ipstrial.stats.location.BootstrapBcaRatio;
import org.ipstrial.stats.location.BootstrapPercentileDifference;
import org.ipstrial.stats.location.DeltaLogRatio;
import org.ipstrial.stats.location.StudentDifference;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSampleTest;
import org.ipstrial.stats.location.WelchDifference;

/** The methods for an amount in two arms: hours, weeks, earnings. */
public final class AmountMethods {

    private static final String EFRON =
            "Efron B (1987), Better bootstrap confidence intervals, Journal of the American "
                    + "Statistical Association 82:171-185.";
    static final String WELCH = "Welch BL (1947), The generalization of \"Student's\" problem when several "
            + "different population variances are involved, Biometrika 34:28-35; degrees of freedom: Satterthwaite FE "
            + "(1946), Biometrics Bulletin 2:110-114.";
    static final String STUDENT = "Student (1908), The probable error of a mean, Biometrika 6:1-25; for two "
            + "samples: Fisher RA (1925), Applications of \"Student's\" distribution, Metron 5:90-104.";

    /** Mean of the group minus mean of the reference. */
    public static final Family<TwoSampleEffect> MEAN_DIFFERENCE = new Family<>(
            Measure.MEAN_DIFFERENCE,
            Family.Input.AMOUNT,
            2,
            List.of(
                    new Method<>(
                            "welch",
                            "Welch's t interval, each arm with its own variance",
                            TwoSampleEffect.of(WelchDifference::of, WelchDifference::test),
                            "d = m1 - m0; v1 = s1^2 / n1, v0 = s0^2 / n0; se = sqrt(v1 + v0); "
                                    + "df = (v1 + v0)^2 / (v1^2 / (n1 - 1) + v0^2 / (n0 - 1)); limits d -+ t se, t the "
                                    + "quantile of Student's t at (1 + level) / 2. A margin is tested by "
                                    + "T = (d - margin) / se. m, s, n: mean, standard deviation "
                                    + "(n - 1) and size of the group (1) and the reference (0).",
                            WELCH,
                            "Small arms with many zeros and a few very large amounts: the limits are symmetric where "
                                    + "the distribution of the difference is not. Look at bootstrap-bca beside it."),
                    new Method<>(
                            "bootstrap-bca",
                            "bias-corrected and accelerated bootstrap interval",
                            TwoSampleEffect.intervalOnly(BootstrapBcaDifference::of),
                            "d = m1 - m0; d* from resamples of each arm; z0 = Phi^-1(share of d* below d + half the "
                                    + "share equal to it); a = sum u^3 / (6 (sum u^2)^1.5), u the jackknife influence "
                                    + "of each person over the size of their arm; limits are the quantiles (type 2) of "
                                    + "d* at Phi(z0 + (z0 -+ z) / (1 - a (z0 -+ z))), z the normal quantile at "
                                    + "(1 + level) / 2. Limits on one side are these at 2 level - 1; they invert no test, so that "
                                    + "a margin has no p-value and the limit alone tells.",
                            EFRON,
                            "Arms of fewer than about 20 people: resamples of a small sample know nothing of the tail "
                                    + "beyond it, and the interval is too short. Its last digits depend on the seed; "
                                    + "more resamples steady them."),
                    new Method<>(
                            "bootstrap-percentile",
                            "bootstrap percentile interval",
                            TwoSampleEffect.intervalOnly(BootstrapPercentileDifference::of),
                            "d = m1 - m0; d* from resamples of each arm; limits are the quantiles (type 2) of d* at "
                                    + "(1 - level) / 2 and (1 + level) / 2. No p-value of a margin, as for bootstrap-bca.",
                            "Efron B, Tibshirani RJ (1993), An Introduction to the Bootstrap, Chapman and Hall, "
                                    + "chapter 13.",
                            "Skewed amounts: it corrects neither for bias nor for skewness, so that an upper limit of "
                                    + "earnings tends to lie too low. Prefer bootstrap-bca; this one is for comparison "
                                    + "with reports that used it."),
                    new Method<>(
                            "student",
                            "Student's t interval, one variance for both arms",
                            TwoSampleEffect.of(StudentDifference::of, StudentDifference::test),
                            "d = m1 - m0; df = n1 + n0 - 2; se = sqrt(((n1 - 1) s1^2 + (n0 - 1) s0^2) / df "
                                    + "(1 / n1 + 1 / n0)); limits d -+ t se, t the quantile of Student's t at "
                                    + "(1 + level) / 2. A margin is tested by T = (d - margin) / se.",
                            STUDENT,
                            "Arms of unequal size and spread, which is the rule when more people of one arm work at "
                                    + "all: its level is then wrong in either direction. Prefer welch.")),
            AmountEvaluation::effect);

    /** Mean of the group over mean of the reference. */
    public static final Family<TwoSampleEffect> RATIO_OF_MEANS = new Family<>(
            Measure.RATIO_OF_MEANS,
            Family.Input.AMOUNT,
            1,
            List.of(
                    new Method<>(
                            "bootstrap-bca",
                            "bias-corrected and accelerated bootstrap interval",
                            TwoSampleEffect.intervalOnly(BootstrapBcaRatio::of),
                            "r = m1 / m0; r* from resamples of each arm; limits as for the mean difference, with the "
                                    + "jackknife influences (x - m1) / m0 of the group and (n0 - 1) (mean of q - q(j)), "
                                    + "q(j) = m1 / m0 without person j, of the reference. A resample whose reference "
                                    + "mean is not above 0 counts as above all others; more than one in a thousand of "
                                    + "them, and there are no limits. No p-value of a margin, as for the mean difference.",
                            EFRON,
                            "Amounts that can be negative, and a reference arm in which hardly anybody has any: the "
                                    + "ratio then rests on a few people. Arms of fewer than about 20 people."),
                    new Method<>(
                            "delta-log",
                            "delta-method interval on the logarithmic scale",
                            TwoSampleEffect.of(DeltaLogRatio::of, DeltaLogRatio::test),
                            "r = m1 / m0; se = sqrt(s1^2 / (n1 m1^2) + s0^2 / (n0 m0^2)); limits exp(log r -+ z se), z "
                                    + "the normal quantile at (1 + level) / 2. A margin is tested by "
                                    + "(log r - log margin) / se. m, s, n: mean, standard deviation "
                                    + "(n - 1) and size of the group (1) and the reference (0).",
                            "Hedges LV, Gurevitch J, Curtis PS (1999), The meta-analysis of response ratios in "
                                    + "experimental ecology, Ecology 80:1150-1156.",
                            "A mean that is less than about three of its standard errors above 0: its logarithm is "
                                    + "then far from normal. Amounts that can be negative.")),
            AmountEvaluation::effect);

    /** The chance that somebody of the group has more than somebody of the reference. */
    public static final Family<TwoSampleEffect> PROBABILISTIC_INDEX = RankMethods.PROBABILISTIC_INDEX;

    /** The median of the differences of all pairs. */
    public static final Family<TwoSampleEffect> HODGES_LEHMANN = RankMethods.HODGES_LEHMANN;

    /** The odds that somebody of the group has more than somebody of the reference. */
    public static final Family<TwoSampleEffect> WIN_ODDS = RankMethods.WIN_ODDS;

    /** Difference of means in standard deviations. */
    public static final Family<TwoSampleEffect> STANDARDISED_MEAN_DIFFERENCE = StandardisedMethods.FAMILY;

    /** Tests that the arms do not differ. */
    public static final Family<TwoSampleTest> TEST = AmountTests.FAMILY;

    private AmountMethods() {}
}
