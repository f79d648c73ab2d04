package org.ipstrial.plan.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanNumber;
import org.ipstrial.plan.yaml.PlanValue;

/**
 * Values of which each turns up as often as its weight says: with the weights 3 and 1 the first in three of four draws.
 *
 * @param values  the values, at least one
 * @param weights one for each value, from 0, not all of them 0
 */
public record Weighted<T>(List<T> values, List<Double> weights) {

    private static final double HEAVIEST = 1e6;

    /** Copies the lists and refuses weights that give no value. */
    public Weighted {
        values = List.copyOf(values);
        weights = List.copyOf(weights);
        if (values.size() != weights.size() || total(weights) <= 0) {
            throw new IllegalArgumentException("wanted a weight for each value, one of them above 0, got " + weights);
        }
    }

    /**
     * Reads a mapping of values to weights.
     *
     * @param value what stands in the plan
     * @param name  what a key means; nothing where it is refused, which the function tells
     */
    static <T> Optional<Weighted<T>> read(PlanValue value, Function<NamedValue, Optional<T>> name) {
        List<NamedValue> entries = value.entries();
        List<T> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (NamedValue entry : entries) {
            name.apply(entry).ifPresent(values::add);
            new PlanNumber(entry.value()).between(0, HEAVIEST).ifPresent(weight -> weights.add(weight.value()));
        }
        if (values.size() < entries.size() || weights.size() < entries.size() || !value.isMapping()) {
            return Optional.empty();
        }
        if (total(weights) <= 0) {
            value.refuse(
                    FindingCode.E426,
                    "no weight is above 0",
                    "at least one value with a weight above 0",
                    "write the weights in");
            return Optional.empty();
        }
        return Optional.of(new Weighted<>(values, weights));
    }

    /**
     * Where the value stands that a drawn fraction falls on, from 0.
     *
     * @param fraction from 0 up to, but not including, 1
     */
    public int place(double fraction) {
        double left = fraction * total(weights);
        int heaviest = 0;
        for (int place = 0; place < weights.size(); place++) {
            if (left < weights.get(place)) {
                return place;
            }
            left -= weights.get(place);
            heaviest = weights.get(place) > weights.get(heaviest) ? place : heaviest;
        }
        // Only where rounding has left a rest.
        return heaviest;
    }

    /** How often a value turns up, as a fraction. */
    public double share(int place) {
        return weights.get(place) / total(weights);
    }

    private static double total(List<Double> weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }
}
