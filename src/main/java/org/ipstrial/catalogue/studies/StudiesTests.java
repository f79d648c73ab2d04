package org.ipstrial.catalogue.studies;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.bias.Asymmetry;
import org.ipstrial.stats.meta.bias.BeggTest;
import org.ipstrial.stats.meta.bias.EggerTest;
import org.ipstrial.stats.meta.bias.ExcessSignificance;
import org.ipstrial.stats.meta.bias.HarbordTest;
import org.ipstrial.stats.meta.bias.PetersTest;
import org.ipstrial.stats.meta.counts.PetoOddsRatio;

/** The tests over studies. */
public final class StudiesTests {

    /** A test that studies do not differ. */
    @FunctionalInterface
    public interface Differ {

        /** The test. */
        TestResult of(StudiesData studies);
    }

    /** A test that small studies give the same effects as large ones. */
    @FunctionalInterface
    public interface SmallStudies {

        /** How effects go with the size of studies. */
        Asymmetry of(StudiesData studies, double level);
    }

    /** Those that are of the counts behind odds ratios. */
    private static final Set<String> OF_ODDS_RATIOS = Set.of("harbord", "peters");

    private static final String EXCESS = "excess-significance";

    private static final String FEW =
            "Fewer than ten studies: it then finds nothing. What it finds need not be unpublished"
                    + " studies: small studies may differ in whom and how they treat.";

    /** That studies do not differ. */
    public static final Family<Differ> HETEROGENEITY = new Family<>(
            Measure.HETEROGENEITY_TEST,
            Family.Input.STUDIES,
            1,
            List.of(
                    new Method<>(
                            "cochran-q",
                            "Cochran's Q test that the effects of the studies are the same",
                            studies -> HeterogeneityTest.of(studies.effects()),
                            "w = 1/v, m = sum w y/sum w\nQ = sum w (y - m)^2, chi-squared with k - 1 degrees of freedom",
                            "Cochran WG (1954), Biometrics 10:101-129",
                            "To choose between a common effect and random effects: with few studies it finds nothing, with"
                                    + " many everything."),
                    new Method<>(
                            "peto",
                            "Test that Peto's odds ratio is the same in all studies",
                            studies ->
                                    PetoOddsRatio.heterogeneity(studies.tables().orElseThrow()),
                            "O - E and V as of the odds ratio\nQ = sum (O - E)^2/V - (sum (O - E))^2/sum V, chi-squared"
                                    + " with k - 1 degrees of freedom",
                            "Yusuf S, Peto R, Lewis J, Collins R, Sleight P (1985), Progress in Cardiovascular Diseases"
                                    + " 27:335-371",
                            "Frequent events or strong effects, as the odds ratio itself.")),
            (function, input, level) -> Evaluation.numbers(function.of(StudiesInput.of(input))));

    /** That small studies give the same effects. */
    public static final Family<SmallStudies> SMALL_STUDIES = new Family<>(
            Measure.SMALL_STUDY_TEST,
            Family.Input.STUDIES,
            0,
            List.of(
                    new Method<>(
                            "egger",
                            "Egger's test of effects against their standard errors",
                            (studies, level) -> Asymmetry.of(EggerTest.of(studies.effects(), level)),
                            "Line y = a + b s, weights 1/s^2; t = b/se(b) with k - 2 degrees of freedom",
                            "Egger M, Davey Smith G, Schneider M, Minder C (1997), BMJ 315:629-634",
                            "Ratios of strong effects: effect and standard error are bound together, and it rejects too"
                                    + " often. " + FEW),
                    new Method<>(
                            "harbord",
                            "Harbord's test of scores against their variances, for odds ratios",
                            (studies, level) ->
                                    Asymmetry.of(HarbordTest.of(studies.tables().orElseThrow(), level)),
                            "Z = O - E and V as of Peto's odds ratio\n"
                                    + "Line Z/V = a + b/sqrt(V), weights V; t = b/se(b) with k - 2 degrees of freedom",
                            "Harbord RM, Egger M, Sterne JAC (2006), Statistics in Medicine 25:3443-3457",
                            FEW),
                    new Method<>(
                            "peters",
                            "Peters's test of log odds ratios against the number of people",
                            (studies, level) ->
                                    Asymmetry.of(PetersTest.of(studies.tables().orElseThrow(), level)),
                            "y = log odds ratio, m events among N people\n"
                                    + "Line y = a + b/N, weights m (N - m)/N; t = b/se(b) with k - 2 degrees of freedom",
                            "Peters JL, Sutton AJ, Jones DR, Abrams KR, Rushton L (2006), JAMA 295:676-680",
                            FEW),
                    new Method<>(
                            "begg",
                            "Begg and Mazumdar's rank correlation of effects with their variances",
                            (studies, level) -> new Asymmetry.Ranks(BeggTest.of(studies.effects())),
                            "w = 1/v, m = sum w y/sum w, d = (y - m)/sqrt(v - 1/sum w)\n"
                                    + "Kendall's tau-b of d and v; p of all orders, up to 49 studies without ties and 9 with;"
                                    + "\nelse by the normal distribution, without continuity correction",
                            "Begg CB, Mazumdar M (1994), Biometrics 50:1088-1101",
                            "It finds less than Egger's test does, and of ratios of strong effects it rejects too often."
                                    + " " + FEW),
                    excess(
                            "",
                            "exact p-value",
                            ExcessSignificance::exact,
                            "p = P(X >= O), X the sum of k events whose probabilities are the powers"),
                    excess(
                            "-chi-squared",
                            "p-value of the normal distribution",
                            ExcessSignificance::chiSquared,
                            "A = (O - E)^2/E + (O - E)^2/(k - E); p = P(Z > sign(O - E) sqrt(A))"),
                    excess(
                            "-binomial",
                            "binomial p-value",
                            ExcessSignificance::binomial,
                            "p = P(X >= O), X binomial of k studies with the share E/k")),
            (function, input, level) -> numbers(function.of(StudiesInput.of(input), level)));

    private StudiesTests() {}

    /** Whether a test of small studies is of how many are significant. */
    public static boolean isOfSignificance(String test) {
        return test.startsWith(EXCESS);
    }

    private static Method<SmallStudies> excess(
            String form, String words, Function<StudyEffects, ExcessSignificance> function, String formula) {
        return new Method<>(
                EXCESS + form,
                "Ioannidis and Trikalinos's test that no more studies are significant than expected, " + words,
                (studies, level) -> new Asymmetry.Excess(function.apply(studies.effects())),
                "m = sum w y/sum w, w = 1/v, c = 1.96; O = how many have |y|/sqrt(v) >= c"
                        + "\npower = P(Z > c - m/sqrt(v)) + P(Z < -c - m/sqrt(v)), E = sum of the powers\n" + formula,
                "Ioannidis JPA, Trikalinos TA (2007), Clinical Trials 4:245-253",
                "Studies whose effects differ: more of them are significant then than at one mean effect, without any"
                        + " other reason. It says nothing on a single study, nor why there are too many. " + FEW);
    }

    /** Whether a test of small studies is of the counts behind odds ratios; the others are of any effects. */
    public static boolean isOfOddsRatios(String test) {
        return OF_ODDS_RATIOS.contains(test);
    }

    private static Map<Statistic, Quantity> numbers(Asymmetry asymmetry) {
        Map<Statistic, Quantity> numbers = new EnumMap<>(Statistic.class);
        if (asymmetry instanceof Asymmetry.Slope slope) {
            numbers.putAll(Evaluation.numbers(slope.slope()));
        } else if (asymmetry instanceof Asymmetry.Ranks ranks) {
            numbers.put(Statistic.ESTIMATE, ranks.association().estimate());
        }
        numbers.putAll(Evaluation.numbers(asymmetry.test()));
        return numbers;
    }
}
