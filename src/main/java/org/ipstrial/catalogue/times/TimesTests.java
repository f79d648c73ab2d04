package org.ipstrial.catalogue.times;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.survival.TimesTest;
import org.ipstrial.stats.survival.competing.GrayTest;
import org.ipstrial.stats.survival.cox.NestedTests;
import org.ipstrial.stats.survival.cox.residuals.ProportionalHazardsTest;
import org.ipstrial.stats.survival.cox.residuals.TimeTransform;
import org.ipstrial.stats.survival.hazards.ModelTest;
import org.ipstrial.stats.survival.rank.Weight;
import org.ipstrial.stats.survival.rank.WeightedLogRank;

/** The tests of times to an event: of two arms, or of all. */
public final class TimesTests {

    /** The name of the default test. */
    public static final String LOG_RANK = "log-rank";

    /** The name of the test of cumulative incidences. */
    public static final String GRAY = "gray";

    private static final String PROPORTIONAL = "proportional-hazards-";

    private static final String SCORES =
            "U_j = sum of w (d_j - d n_j / n) over times and strata; V its hypergeometric variance,\n"
                    + "sum of w^2 d (n - d) / (n - 1) (n_j / n) (1[j = l] - n_l / n). statistic = U' V^-1 U over all arms\n"
                    + "but one, with arms - 1 degrees of freedom. d_j of n_j at risk in arm j have the event, d of n in all.\n";
    private static final String PETO =
            "Peto R, Peto J (1972), Journal of the Royal Statistical Society, Series A" + " 135:185-207";
    private static final String HARRINGTON = "Harrington DP, Fleming TR (1982), Biometrika 69:553-566";
    private static final String CHOSEN = " Choose it before a look at the data: of several weights one will please.";

    /** Tests that the arms do not differ, and that a hazard ratio does not change. */
    public static final Family<TimesTest> TEST = new Family<>(
            Measure.TEST,
            Family.Input.TIMES,
            1,
            List.of(
                    new Method<>(
                            LOG_RANK,
                            "log-rank test",
                            times -> WeightedLogRank.of(times, Weight.LOG_RANK),
                            SCORES + "w = 1.",
                            "Mantel N (1966), Cancer Chemotherapy Reports 50:163-170; " + PETO,
                            "Curves that cross, or effects that come late or fade: it asks for hazards in one ratio. With"
                                    + " competing ends it tests hazards, not shares: gray tests those."),
                    new Method<>(
                            "peto-peto",
                            "Peto and Peto's test, early events weigh more",
                            times -> WeightedLogRank.of(times, Weight.PETO_PETO),
                            SCORES + "w = S, the Kaplan-Meier curve of all arms of the stratum just before.",
                            PETO + "; with the curve just before, as R's survdiff(rho = 1): " + HARRINGTON,
                            "Effects that come late." + CHOSEN + " SAS's test of that name takes another estimate of S,"
                                    + " and differs a little."),
                    new Method<>(
                            "fleming-harrington",
                            "Fleming and Harrington's test, late events weigh more",
                            times -> WeightedLogRank.of(times, Weight.LATE),
                            SCORES + "w = S^rho (1 - S)^gamma with rho = 0 and gamma = 1, S as for peto-peto.",
                            HARRINGTON + "; Fleming TR, Harrington DP (1991), Counting Processes and Survival Analysis,"
                                    + " Wiley, section 7.2",
                            "Effects that come early and fade. It rests on the few who are left, and can favour an arm that"
                                    + " lost its early people." + CHOSEN),
                    new Method<>(
                            GRAY,
                            "Gray's test of cumulative incidence",
                            times -> GrayTest.of(times, 1),
                            "U_k = sum of d_k - R_k sum d / sum R, R_k = Y_k (1 - F_k) / S_k just before. V by Gray.\n"
                                    + "statistic = U' V^-1 U over all arms but one, with arms - 1 degrees of freedom. d_k\n"
                                    + "events of the cause among Y_k at risk in arm k, F_k: its incidence, S_k: the\n"
                                    + "Kaplan-Meier curve of any cause.",
                            "Gray RJ (1988), Annals of Statistics 16:1141-1154",
                            "Questions about what drives the cause, for which the log-rank test of the cause alone is made."
                                    + " R's cmprsk gives p as 1 minus a probability, which is 0 for very small ones."),
                    model(
                            "cox-wald",
                            "Wald test in the Cox model",
                            NestedTests::wald,
                            "b' V^-1 b, b: the coefficients of the arms, V: their variance.",
                            "Arms with few events, where it sees less the larger the effect: prefer"
                                    + " cox-likelihood-ratio."),
                    model(
                            "cox-score",
                            "score test in the Cox model",
                            NestedTests::score,
                            "u' I^-1 u, u: the score and I: the information of the model with the coefficients of the arms\n"
                                    + "at 0, the others at their maximum.",
                            "Nothing that the log-rank test would not be wrong for: without ties and covariates it is that"
                                    + " test."),
                    model(
                            "cox-likelihood-ratio",
                            "likelihood ratio test in the Cox model",
                            NestedTests::likelihoodRatio,
                            "2 (l(b) - l(0)), l(0): the largest logarithm of the partial likelihood with the coefficients of\n"
                                    + "the arms at 0.",
                            "Curves that cross, as for log-rank."),
                    proportional(TimeTransform.KM, "1 - S just before t, S the Kaplan-Meier curve of everybody"),
                    proportional(TimeTransform.RANK, "the rank of t among the times of everybody, censored or not"),
                    proportional(TimeTransform.IDENTITY, "t")),
            (test, input, level) -> Evaluation.numbers(
                    test instanceof ModelTest model
                            ? model.of(TimesInput.of(input).model())
                            : test.of(TimesInput.of(input).times())));

    private TimesTests() {}

    /** The function of time of a test of proportional hazards; none of any other test. */
    public static Optional<TimeTransform> transform(Method<TimesTest> method) {
        return Stream.of(TimeTransform.values())
                .filter(transform -> method.id().equals(PROPORTIONAL + transform.id()))
                .findFirst();
    }

    private static Method<TimesTest> model(String id, String name, ModelTest test, String formula, String caution) {
        return new Method<>(
                id,
                name,
                test,
                formula
                        + " Ties by Efron; strata have risk sets\nof their own; covariates, where there are any, are in the model.",
                "Cox DR (1972), Journal of the Royal Statistical Society, Series B 34:187-220; as R's summary(coxph()) and"
                        + " anova()",
                caution + " Without a hazard ratio there is no test.");
    }

    private static Method<TimesTest> proportional(TimeTransform transform, String function) {
        return new Method<>(
                PROPORTIONAL + transform.id(),
                "Grambsch and Therneau's test of proportional hazards, time as " + transform.id(),
                (ModelTest) (fit, columns) -> ProportionalHazardsTest.of(fit, transform, columns),
                "The score test of c = 0 in the Cox model (Efron) with hazard ratio exp(b + c g(t)), with 1 degree\n"
                        + "of freedom. g(t): " + function + ".\n"
                        + "Figure and series hazard-trend: the scaled Schoenfeld residuals b + d V r, d: the number of\n"
                        + "events, V: the variance of b, r: the arm of who has the event less its mean at risk; through\n"
                        + "them a natural cubic spline of g(t) with 4 degrees of freedom, limits from sqrt(d V h), h: its\n"
                        + "leverage. It is of both arms without strata and covariates, and not drawn with --min-cell.",
                "Grambsch PM, Therneau TM (1994), Biometrika 81:515-526; Therneau TM, Grambsch PM (2000), Modeling"
                        + " Survival Data, Springer, section 6.2",
                "Small trials, where it sees little: hazards that do not differ in a test need not be proportional. Before"
                        + " version 3 R's cox.zph, like SAS and Stata, took an approximation and gave other numbers.");
    }
}
