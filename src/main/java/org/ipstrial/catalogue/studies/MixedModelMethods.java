package org.ipstrial.catalogue.studies;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.mixed.CommonOddsRatio;
import org.ipstrial.stats.meta.mixed.CountModel;
import org.ipstrial.stats.meta.mixed.MixedOddsRatio;
import org.ipstrial.stats.meta.mixed.MixedOddsRatio.Limits;

/** The models of the counts of studies, which pool odds ratios without an effect of each study. */
public final class MixedModelMethods {

    /** A model of counts. */
    @FunctionalInterface
    public interface CountPooling {

        /** The pooled logarithm of the odds ratio. */
        Pooled of(StratifiedTables studies, double level);
    }

    /** A test of counts. */
    @FunctionalInterface
    public interface CountTest {

        /** The test. */
        TestResult of(StratifiedTables studies);
    }

    private static final String GLMM = "glmm";
    private static final String CONDITIONAL = "glmm-conditional";
    private static final String BOTH =
            "In each study x of n events (1 group, 2 reference), a level a of its own, t = m + s u, u standard normal\n"
                    + "f = binomial likelihood of both arms, logit p1 = a + t/2, logit p2 = a - t/2\n";
    private static final String GIVEN =
            "In each study x1 events of the group given those of both arms, t = m + s u, u standard normal\n"
                    + "f = C(n1, x1) C(n2, x2) exp(x1 t) over the sum of the same for all x1 with the same total\n";
    private static final String MARGINAL = "l = sum of log of the integral of f(t) phi(u) du, highest at m, s";
    private static final String WALD = "\nlimits = exp(m +- z se), se by the second slopes of l";
    private static final String PROFILE =
            "\nlimits = exp of the m at which 2 (highest l - l) = chi-squared value with 1 degree";
    private static final String ONE =
            "l = sum of log f(t), s = 0\nlimits = exp(m +- z se), se by the second slopes of l";
    private static final String STIJNEN = "Stijnen T, Hamza TH, Ozdemir P (2010), Statistics in Medicine 29:3046-3067";
    private static final String JACKSON = STIJNEN
            + "; Jackson D, Law M, Stijnen T, Viechtbauer W, White IR (2018), Statistics in Medicine 37:1059-1085";
    private static final String HARDY = "; limits: Hardy RJ, Thompson SG (1996), Statistics in Medicine 15:619-629";
    private static final String BRESLOW =
            "Breslow NE, Day NE (1980), Statistical Methods in Cancer Research, volume 1, chapters 6 and 7";
    private static final String EMPTY =
            " Empty cells need nothing added; studies without events, or with events only, tell nothing.";
    private static final String LEVELS =
            "Many small studies: a level is estimated for each, and the odds ratio lies too far from 1. glmm-conditional has"
                    + " none.";
    private static final String FEW = "Few studies: by maximum likelihood tau^2 is too small on average.";
    private static final String NARROW = " The Wald limits take it for nearly known and are too narrow.";

    /** Odds ratios; the numbers of their reference values are logarithms. */
    public static final Family<CountPooling> ODDS_RATIO = new Family<>(
            Measure.ODDS_RATIO,
            Family.Input.STUDIES,
            0,
            List.of(
                    mixed(
                            GLMM,
                            "Mixed logistic model of both arms' counts, fixed levels of the studies, Wald limits",
                            CountModel.BOTH_ARMS,
                            Limits.WALD),
                    mixed(
                            GLMM + "+profile",
                            "Mixed logistic model of both arms' counts, fixed levels of the studies, profile-likelihood"
                                    + " limits",
                            CountModel.BOTH_ARMS,
                            Limits.PROFILE),
                    mixed(
                            CONDITIONAL,
                            "Mixed model of the group's events given those of both arms, exact likelihood, Wald limits",
                            CountModel.GIVEN_TOTALS,
                            Limits.WALD),
                    mixed(
                            CONDITIONAL + "+profile",
                            "Mixed model of the group's events given those of both arms, exact likelihood,"
                                    + " profile-likelihood limits",
                            CountModel.GIVEN_TOTALS,
                            Limits.PROFILE),
                    new Method<>(
                            GLMM + "-common",
                            "Logistic regression with an indicator of each study, one odds ratio for all",
                            (studies, level) -> CommonOddsRatio.of(studies, CountModel.BOTH_ARMS, level),
                            BOTH + ONE,
                            BRESLOW,
                            "Studies whose odds ratios differ. " + LEVELS + EMPTY),
                    new Method<>(
                            CONDITIONAL + "-common",
                            "Conditional logistic regression with exact likelihood, one odds ratio for all studies",
                            (studies, level) -> CommonOddsRatio.of(studies, CountModel.GIVEN_TOTALS, level),
                            GIVEN + ONE,
                            BRESLOW,
                            "Studies whose odds ratios differ." + EMPTY)),
            (function, input, level) -> {
                Pooled pooled = function.of(StudiesInput.tables(input), level);
                Map<Statistic, Quantity> numbers = Evaluation.numbers(pooled.effect());
                numbers.putAll(Evaluation.numbers(pooled.test()));
                return numbers;
            });

    /** The variance between studies. */
    public static final Family<CountPooling> TAU_SQUARED = new Family<>(
            Measure.TAU_SQUARED,
            Family.Input.STUDIES,
            0,
            List.of(spread(GLMM, CountModel.BOTH_ARMS), spread(CONDITIONAL, CountModel.GIVEN_TOTALS)),
            (function, input, level) -> Map.of(
                    Statistic.ESTIMATE,
                    function.of(StudiesInput.tables(input), level)
                            .tauSquared()
                            .map(Quantity::of)
                            .orElse(Quantity.notEstimable(Reason.SEPARATION))));

    /** That all studies have one odds ratio. */
    public static final Family<CountTest> HETEROGENEITY = new Family<>(
            Measure.HETEROGENEITY_TEST,
            Family.Input.STUDIES,
            0,
            List.of(
                    ratio(GLMM, "of both arms' counts", CountModel.BOTH_ARMS),
                    ratio(CONDITIONAL, "of the group's events given those of both arms", CountModel.GIVEN_TOTALS)),
            (function, input, level) -> Evaluation.numbers(function.of(StudiesInput.tables(input))));

    private MixedModelMethods() {}

    /** Whether a method is one of these, by its name. */
    public static boolean isOf(String method) {
        return method.startsWith(GLMM);
    }

    /** The test that goes with a model. */
    public static Method<CountTest> test(Method<CountPooling> method) {
        return HETEROGENEITY
                .method(method.id().startsWith(CONDITIONAL) ? CONDITIONAL : GLMM)
                .orElseThrow();
    }

    private static Method<CountPooling> mixed(String id, String name, CountModel model, Limits limits) {
        boolean given = model == CountModel.GIVEN_TOTALS;
        boolean wald = limits == Limits.WALD;
        return new Method<>(
                id,
                name,
                (studies, level) -> MixedOddsRatio.of(studies, model, limits, level),
                (given ? GIVEN : BOTH) + MARGINAL + (wald ? WALD : PROFILE),
                (given ? STIJNEN : JACKSON) + (wald ? "" : HARDY),
                FEW + (wald ? NARROW : "") + (given ? "" : " " + LEVELS) + EMPTY);
    }

    private static Method<CountPooling> spread(String id, CountModel model) {
        boolean given = model == CountModel.GIVEN_TOTALS;
        return new Method<>(
                id,
                "Variance between studies by the likelihood of "
                        + (given ? "the group's events given those of both arms" : "both arms' counts"),
                (studies, level) -> MixedOddsRatio.of(studies, model, Limits.WALD, level),
                (given ? GIVEN : BOTH) + MARGINAL + "; tau^2 = s^2",
                given ? STIJNEN : JACKSON,
                FEW + " It has no limits here.");
    }

    private static Method<CountTest> ratio(String id, String of, CountModel model) {
        return new Method<>(
                id,
                "Likelihood ratio test " + of + " that all studies have one odds ratio",
                studies -> CommonOddsRatio.heterogeneity(studies, model),
                "G^2 = 2 (L - l), l = highest sum of log f with one odds ratio, L = sum of each study's own highest log f\n"
                        + "chi-squared with k - 1 degrees of freedom",
                BRESLOW,
                "Rare events: chi-squared is then rough. To choose between a common effect and random effects.");
    }
}
