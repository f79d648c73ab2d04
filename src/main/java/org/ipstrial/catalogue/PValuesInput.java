package org.ipstrial.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.multiplicity.HypothesisGraph;
import org.ipstrial.stats.multiplicity.Portion;

/**
 * The p-values of a family as reference values write them, and which of them a value is about: {@code p-values 0.03 0.01 # 2},
 * or with a graph, its weights and a row of transitions for each, {@code p-values 0.03 0.01 | 1/2 1/2 | 0 1 ; 1 0 # 2}.
 */
record PValuesInput(double[] pValues, List<String> weights, List<List<String>> transitions, int of) {

    static PValuesInput of(String input) {
        String[] parts = input.substring("p-values ".length()).split(" # ");
        String[] told = parts[0].split(" \\| ");
        return new PValuesInput(
                words(told[0]).stream().mapToDouble(Double::parseDouble).toArray(),
                told.length == 1 ? List.of() : words(told[1]),
                told.length == 1
                        ? List.of()
                        : Arrays.stream(told[2].split(" ; "))
                                .map(PValuesInput::words)
                                .toList(),
                Integer.parseInt(parts[1]));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    HypothesisGraph graph() {
        return new HypothesisGraph(
                portions(weights),
                transitions.stream().map(PValuesInput::portions).toList());
    }

    private static List<Portion> portions(List<String> words) {
        return words.stream().map(PValuesInput::portion).toList();
    }

    private static Portion portion(String word) {
        int bar = word.indexOf('/');
        return bar < 0
                ? Portion.of(word)
                : Portion.of(Long.parseLong(word.substring(0, bar)), Long.parseLong(word.substring(bar + 1)));
    }

    /** What an adjustment gives for the p-value that the reference value is about. */
    Map<Statistic, Quantity> number(double[] adjusted) {
        return Map.of(Statistic.P_ADJUSTED, Quantity.of(adjusted[of - 1]));
    }
}
