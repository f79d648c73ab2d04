package org.ipstrial.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.balance.LevelCounts;
import org.ipstrial.stats.balance.LevelDifference;
import org.ipstrial.stats.balance.YesNoDifference;
import org.ipstrial.stats.contingency.TwoByTwo;

/** The methods for how alike two arms are in a category at the start; those of amounts are among {@link AmountMethods}. */
public final class BalanceMethods {

    /** The one method of every kind of covariate. */
    public static final String AVERAGE_VARIANCE = "average-variance";

    /** Difference of the shares of a yes/no covariate in standard deviations. */
    public static final Family<Function<TwoByTwo, Quantity>> YES_NO = new Family<>(
            Measure.STANDARDISED_MEAN_DIFFERENCE,
            Family.Input.BINARY,
            1,
            List.of(new Method<>(
                    AVERAGE_VARIANCE,
                    "over the root of the mean of both variances, as in baseline tables",
                    YesNoDifference::of,
                    "d = (p1 - p0) / sqrt((p1 (1 - p1) + p0 (1 - p0)) / 2). p: share of yes in the group (1) and\n"
                            + "the reference (0). No limits: at baseline nothing is estimated.",
                    "Austin PC (2009), Balance diagnostics for comparing the distribution of baseline "
                            + "covariates between treatment groups in propensity-score matched samples, "
                            + "Statistics in Medicine 28:3083-3107.",
                    "An outcome: a risk difference says what the reader asks. A share near 0 or 1, whose "
                            + "variance is so small that a handful of people make a large d.")),
            (function, input, level) -> Map.of(Statistic.ESTIMATE, function.apply(BinaryInput.table(input))));

    /** Distance of the shares of a category of several levels in standard deviations. */
    public static final Family<Function<LevelCounts, Quantity>> CATEGORY = new Family<>(
            Measure.STANDARDISED_MEAN_DIFFERENCE,
            Family.Input.CATEGORY,
            1,
            List.of(new Method<>(
                    AVERAGE_VARIANCE,
                    "multinomial distance over the mean of both covariance matrices, without a sign",
                    LevelDifference::of,
                    "d = sqrt(T' S- T), T = p1 - p0, S = (V1 + V0) / 2, V = diag(p) - p p', S- a generalised inverse;\n"
                            + "p: shares of all levels in the group (1) and the reference (0). Of two levels d is the\n"
                            + "absolute d of yes and no. It has no sign: which of several levels is more has no one answer.\n"
                            + "Computed as sqrt(sum (p1 - p0)^2 / (p1 + p0) / sum p1 p0 / (p1 + p0)), which is the same.",
                    "Yang D, Dalton JE (2012), A unified approach to measuring the effect size between two groups "
                            + "using SAS, SAS Global Forum, paper 335.",
                    "Ordered levels, whose order it does not know. Many levels with few people each, where it is "
                            + "far above 0 by chance alone. Where no level occurs in both arms it does not exist; "
                            + "programs with a generalised inverse give a number there.")),
            (function, input, level) -> Map.of(Statistic.ESTIMATE, function.apply(LevelInput.counts(input))));

    private BalanceMethods() {}
}
