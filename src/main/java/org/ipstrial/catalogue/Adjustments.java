package org.ipstrial.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.catalogue.arms.AgainstControlMethods;
import org.ipstrial.stats.arms.AgainstControlTest;
import org.ipstrial.stats.multiplicity.Adjustment;
import org.ipstrial.stats.multiplicity.BenjaminiHochberg;
import org.ipstrial.stats.multiplicity.Bonferroni;
import org.ipstrial.stats.multiplicity.FixedSequence;
import org.ipstrial.stats.multiplicity.GraphicalProcedure;
import org.ipstrial.stats.multiplicity.Hochberg;
import org.ipstrial.stats.multiplicity.Holm;
import org.ipstrial.stats.multiplicity.Hommel;

/** The ways to adjust the p-values of a family of tests. */
public final class Adjustments {

    /** All of them. There is no default: the user names one. */
    public static final List<Method<Adjustment>> ALL = List.of(
            new Method<>(
                    "holm",
                    "Holm step-down adjustment",
                    Holm::adjust,
                    """
                    n p-values in ascending order, p(1) to p(n).
                    adjusted(i) = min(1, largest (n - j + 1) p(j) over j <= i)""",
                    "Holm S (1979), Scandinavian Journal of Statistics 6:65-70",
                    "Needs no assumption on how the tests depend on each other. It rejects no less than bonferroni; it"
                            + " gives no confidence intervals to go with it."),
            new Method<>(
                    "hochberg",
                    "Hochberg step-up adjustment",
                    Hochberg::adjust,
                    """
                    n p-values in ascending order, p(1) to p(n).
                    adjusted(i) = smallest (n - j + 1) p(j) over j >= i""",
                    "Hochberg Y (1988), Biometrika 75:800-802",
                    "Holds for independent and for many positively dependent tests, such as several arms against one"
                            + " control in the same direction. Where that is in doubt, use holm."),
            new Method<>(
                    "hommel",
                    "Hommel adjustment",
                    Hommel::adjust,
                    """
                    The Simes p-value of a set of m p-values is the smallest m q(j)/j, q(1) to q(m) being the set in
                    ascending order.
                    adjusted(i) = the largest Simes p-value of all sets that hold p(i)""",
                    "Hommel G (1988), Biometrika 75:383-386; adjusted p-values: Wright SP (1992), Biometrics"
                            + " 48:1005-1013",
                    "Rejects no less than hochberg under the same assumption; harder to follow by hand. Where that"
                            + " assumption is in doubt, use holm."),
            new Method<>(
                    "benjamini-hochberg",
                    "Benjamini-Hochberg adjustment (false discovery rate)",
                    BenjaminiHochberg::adjust,
                    """
                    n p-values in ascending order, p(1) to p(n).
                    adjusted(i) = min(1, smallest n p(j)/j over j >= i)""",
                    "Benjamini Y, Hochberg Y (1995), Journal of the Royal Statistical Society, Series B 57:289-300",
                    "Limits the share of false findings among the findings, not the chance of having one. For"
                            + " exploring many outcomes; not for the primary comparisons of a trial."),
            new Method<>(
                    "bonferroni",
                    "Bonferroni adjustment",
                    Bonferroni::adjust,
                    """
                    n p-values.
                    adjusted = min(1, n p)""",
                    "Dunn OJ (1961), Journal of the American Statistical Association 56:52-64",
                    "Needs no assumption, but holm guards equally well and never rejects less. Its merit is that"
                            + " intervals at level 1 - (1 - level)/n go with it."));

    /** Those that need an order of the hypotheses, which only a plan gives. */
    public static final List<Method<Adjustment>> ORDERED = List.of(new Method<>(
            "fixed-sequence",
            "fixed sequence: tested in the order of a plan, each at the full level, until one is not rejected",
            FixedSequence::adjust,
            """
            n p-values in the order of the plan, p(1) to p(n).
            adjusted(i) = largest p(j) over j <= i""",
            "Maurer W, Hothorn LA, Lehmacher W (1995), in: Biometrie in der chemisch-pharmazeutischen Industrie 6:3-18;"
                    + " Westfall PH, Krishen A (2001), Journal of Statistical Planning and Inference 99:25-40",
            "Holds only if the order was fixed before the data were seen. What comes after a hypothesis that is not rejected"
                    + " is not tested, however small its p-value; where no order is clear, use holm."));

    /** The one that needs a graph of the hypotheses, which only a plan gives. */
    public static final Method<GraphicalProcedure.OnGraph> GRAPHICAL = new Method<>(
            "graphical",
            "graphical procedure: each hypothesis at its share of alpha, which goes on to others once it is rejected",
            GraphicalProcedure::of,
            """
            w(i) the share of alpha of hypothesis i, g(i,j) what of it goes to j; the graph holds all, and largest = 0.
            j = the one in the graph with the smallest p(j)/w(j); adjusted(j) = largest = max(largest, p(j)/w(j))
            take j out, and again: w'(i) = w(i) + w(j) g(j,i)
            g'(i,k) = (g(i,k) + g(i,j) g(j,k))/(1 - g(i,j) g(j,i)); rejected where adjusted(j) <= alpha""",
            "Bretz F, Maurer W, Brannath W, Posch M (2009), Statistics in Medicine 28:586-604",
            "Holds whatever the dependence of the tests, if the graph was fixed before the data were seen. It is built on"
                    + " Bonferroni's inequality: how the tests go together is not made use of, and there is no parametric"
                    + " or Simes form of it here. It gives no confidence intervals to go with it.");

    /** All that look at p-values, as families of methods that are held to reference values. */
    static final List<Family<?>> FAMILIES = List.of(
            new Family<>(Measure.P_ADJUSTED, Input.P_VALUES, 0, ofHypotheses(), (method, input, level) -> {
                PValuesInput given = PValuesInput.of(input);
                return given.number(method.adjust(given.pValues()));
            }),
            new Family<>(Measure.P_ADJUSTED, Input.P_VALUES, 0, List.of(GRAPHICAL), (method, input, level) -> {
                PValuesInput given = PValuesInput.of(input);
                return given.number(method.of(given.graph(), given.pValues(), 1 - level).stream()
                        .mapToDouble(GraphicalProcedure.Decision::adjusted)
                        .toArray());
            }));

    /** The procedures for the hypotheses of a plan that look at p-values alone. */
    public static List<Method<Adjustment>> ofHypotheses() {
        return Stream.concat(ORDERED.stream(), ALL.stream()).toList();
    }

    /** The names of all procedures for the hypotheses of a plan. */
    public static List<String> procedures() {
        return Stream.concat(Stream.of(ORDERED, ALL).flatMap(List::stream), Stream.of(GRAPHICAL))
                .map(Method::id)
                .toList();
    }

    /** The one that looks at the arms themselves and not at p-values alone. */
    public static final Method<AgainstControlTest> DUNNETT = new Method<>(
            AgainstControlMethods.DUNNETT,
            "Dunnett adjustment, for means of several arms against one control with one variance",
            AgainstControlMethods.TEST.methods().get(0).function(),
            AgainstControlMethods.TEST.methods().get(0).formula(),
            AgainstControlMethods.TEST.methods().get(0).source(),
            AgainstControlMethods.TEST.methods().get(0).caution());

    private Adjustments() {}
}
