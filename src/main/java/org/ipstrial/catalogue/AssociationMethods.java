package org.ipstrial.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family.Input;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.rank.KendallTauB;
import org.ipstrial.stats.rank.PairedValues;
import org.ipstrial.stats.rank.RankAssociation;

/** How far one order of units goes with another. */
public final class AssociationMethods {

    /** The measures of it. */
    public static final Family<RankAssociation.Measured> FAMILY = new Family<>(
            Measure.RANK_ASSOCIATION,
            Input.PAIRS,
            1,
            List.of(new Method<>(
                    "kendall-tau-b",
                    "Kendall's tau-b",
                    KendallTauB::of,
                    """
                    S is the pairs of units ordered alike by both numbers minus those ordered oppositely; n0 all pairs,
                    n1 and n2 those tied in the one number and in the other.
                    tau-b = S / sqrt((n0 - n1) (n0 - n2))
                    p = the share of all orders with |S| as large, up to 49 units without ties and 9 with; else by the
                    normal distribution, with the variance corrected for ties""",
                    "Kendall MG (1938), Biometrika 30:81-93; (1945), Biometrika 33:239-251",
                    "Units that differ in more than the one number: nobody was randomised to it, and what goes with it"
                            + " need not come of it. A few teams tell almost nothing: of four no order is below"
                            + " p = 0.08.")),
            (method, input, level) -> numbers(method.of(values(input))));

    private AssociationMethods() {}

    /** {@code pairs 1 2 3 ; 2 1 3}: the first number of each, then the second. */
    private static PairedValues values(String input) {
        String[] parts = input.substring("pairs ".length()).split(" ; ");
        return new PairedValues(numbers(parts[0]), numbers(parts[1]));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Map<Statistic, Quantity> numbers(RankAssociation association) {
        Map<Statistic, Quantity> numbers = new TreeMap<>(Evaluation.numbers(association.test()));
        numbers.put(Statistic.ESTIMATE, association.estimate());
        return numbers;
    }
}
