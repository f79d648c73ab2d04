package org.ipstrial.catalogue.times;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.hazards.HazardMethod;
import org.ipstrial.stats.survival.hazards.HazardRatio;

/** The methods for the hazard ratio of two arms, with covariates in the model or without. */
public final class HazardMethods {

    /** The robust method, which alone looks at clusters. */
    public static final String ROBUST = "cox-efron-robust";

    /** The method that estimates where an arm has no events. */
    public static final String FIRTH = "cox-firth";

    private static final String COX =
            "HR = exp(b), b the maximum of l(b) = sum over events of x_i b - sum over times of log" + " of\n";
    private static final String EFRON_TIES =
            "S (S - D / d) ... (S - (d - 1) D / d), D: sum of exp(x b) over those with the event.\n";
    private static final String RISK =
            "S: sum of exp(x b) over all at risk, x 1 in the group and 0 in the reference; d events at the time.\n";
    private static final String WALD = RISK
            + "Limits exp(b -+ z se), se from the second derivative of l, z the standard normal quantile at\n"
            + "(1 + level) / 2. Strata have risk sets of their own. With covariates x b is x' b, one model of all arms.";
    private static final String COX_1972 =
            "Cox DR (1972), Journal of the Royal Statistical Society, Series B 34:187-220";
    private static final String EFRON =
            "ties: Efron B (1977), Journal of the American Statistical Association 72:557-565";
    private static final String CROSSING =
            "Curves that cross, or effects that come late: the ratio is then an average that"
                    + " hangs on follow-up; look at proportional-hazards-km and at rmst-difference. Not estimable, rather than"
                    + " huge, where an arm has no events: cox-firth is. With covariates it is that of people alike in them,"
                    + " which lies further from 1 than that of all people even where covariates are balanced.";
    private static final String PENALTY =
            "HR = exp(b), b the maximum of m(b) = l(b) + log det I(b) / 2; l: logarithm of the"
                    + " partial\nlikelihood with %s handling of ties, I: its information. Limits: exp of the c with\n"
                    + "2 (m(b) - m(c)) = z^2, m(c) the largest m with b held at c and the whole of I in the penalty.";
    private static final String HEINZE =
            "Firth D (1993), Biometrika 80:27-38; Heinze G, Schemper M (2001), Biometrics" + " 57:114-119";
    private static final String SHRINKS =
            "Questions that were settled before a look at the data by cox-efron: it is for"
                    + " arms or levels with few events or none, and draws the ratio towards 1.";

    /** Hazard in the group over that in the reference. */
    static final Family<HazardMethod> FAMILY = new Family<>(
            Measure.HAZARD_RATIO,
            Family.Input.TIMES,
            1,
            List.of(
                    new Method<>(
                            "cox-efron",
                            "Cox model, Efron's handling of ties, Wald limits",
                            HazardRatio.wald(Ties.EFRON),
                            COX + EFRON_TIES + WALD,
                            COX_1972 + "; " + EFRON,
                            CROSSING + " SAS and Stata break ties by Breslow unless told not to."),
                    new Method<>(
                            "cox-breslow",
                            "Cox model, Breslow's handling of ties, Wald limits",
                            HazardRatio.wald(Ties.BRESLOW),
                            COX + "S^d. " + WALD,
                            COX_1972 + "; ties: Breslow NE (1974), Biometrics 30:89-99",
                            CROSSING + " With many ties it is too near 1: prefer cox-efron."),
                    new Method<>(
                            ROBUST,
                            "Cox model, Efron's handling of ties, robust limits",
                            HazardRatio.robust(Ties.EFRON),
                            COX
                                    + EFRON_TIES
                                    + RISK
                                    + "Limits exp(b -+ z se), se^2 from I^-1 R I^-1, I: information, R: sum of r r' over people, or\n"
                                    + "over clusters, r: the score residual of the one, or the sum of those of the other.",
                            "Lin DY, Wei LJ (1989), Journal of the American Statistical Association 84:1074-1078; clusters:"
                                    + " Lee EW, Wei LJ, Amato DA (1992), in Klein JP, Goel PK, Survival Analysis: State of the"
                                    + " Art, Kluwer, 237-247; as R's coxph(cluster = )",
                            "Fewer than some forty clusters: its limits are then too narrow. The ratio is that of cox-efron: no"
                                    + " variance mends curves that cross."),
                    new Method<>(
                            "cox-efron-profile",
                            "Cox model, Efron's handling of ties, limits of the profile likelihood",
                            HazardRatio.profile(Ties.EFRON),
                            COX
                                    + EFRON_TIES
                                    + RISK
                                    + "Limits: exp of the c with 2 (l(b) - l(c)) = z^2, l(c) the largest l with b held at c.",
                            COX_1972 + "; " + EFRON
                                    + "; limits: Venzon DJ, Moolgavkar SH (1988), Applied Statistics 37:87-94",
                            CROSSING + " It holds better than Wald's limits where an arm has few events."),
                    new Method<>(
                            FIRTH,
                            "Cox model with Firth's penalty, Efron's handling of ties, limits of the penalised profile",
                            HazardRatio.penalised(Ties.EFRON),
                            String.format(PENALTY, "Efron's"),
                            HEINZE,
                            SHRINKS + " R's coxphf and SAS break ties by Breslow: cox-firth-breslow is theirs."),
                    new Method<>(
                            "cox-firth-breslow",
                            "Cox model with Firth's penalty, Breslow's handling of ties, limits of the penalised profile",
                            HazardRatio.penalised(Ties.BRESLOW),
                            String.format(PENALTY, "Breslow's"),
                            HEINZE,
                            SHRINKS + " With many ties it is nearer to 1 still: prefer cox-firth."),
                    new Method<>(
                            "cox-exact",
                            "Cox model, exact likelihood of tied events (discrete logistic), Wald limits",
                            HazardRatio.exact(),
                            "HR = exp(b), b the maximum of l(b) = sum over events of x_i b - sum over times of log B(d),\n"
                                    + "B(d): sum over all sets of d of those at risk of the product of their exp(x b), d events at\n"
                                    + "the time, by the recursion B(k, i) = B(k, i - 1) + exp(x_i b) B(k - 1, i - 1).\n"
                                    + "Limits exp(b -+ z se), se from the second derivative of l.",
                            COX_1972 + ", section 6; recursion: Gail MH, Lubin JH, Rubinstein LV (1981), Biometrika"
                                    + " 68:703-707; as R's coxph(ties = \"exact\") and SAS's TIES=DISCRETE",
                            "Times that are tied because they were rounded: it takes time for steps, and is then a ratio of"
                                    + " odds, further from 1 than that of hazards, for which cox-efron is. Not computed with more"
                                    + " than 500 events at one time, or where people at risk times events at tied times exceed"
                                    + " 100 million.")),
            (method, input, level) ->
                    Evaluation.numbers(method.of(TimesInput.of(input).model(), 0, 1, level)));

    private HazardMethods() {}
}
