package org.ipstrial.plan.hypotheses;

import java.util.List;
import org.ipstrial.plan.yaml.PlanFraction;

/**
 * How the level of a family is shared out among its hypotheses, and where that of a rejected one goes.
 *
 * @param ids         the names of the hypotheses, in their order
 * @param weights     the share of alpha that each starts with
 * @param transitions of each hypothesis the share of its level that each gets from it once it is rejected
 */
public record PlannedGraph(List<String> ids, List<PlanFraction> weights, List<List<PlanFraction>> transitions) {

    /** Copies the lists. */
    public PlannedGraph {
        ids = List.copyOf(ids);
        weights = List.copyOf(weights);
        transitions = transitions.stream().map(List::copyOf).toList();
    }

    /** What a hypothesis hands on, in words: {@code hours 1/2, education 1/2}; empty where it hands on nothing. */
    public String handedOn(int from) {
        StringBuilder words = new StringBuilder();
        for (int to = 0; to < ids.size(); to++) {
            PlanFraction share = transitions.get(from).get(to);
            if (!share.isNone()) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(ids.get(to))
                        .append(' ')
                        .append(share.text());
            }
        }
        return words.toString();
    }
}
