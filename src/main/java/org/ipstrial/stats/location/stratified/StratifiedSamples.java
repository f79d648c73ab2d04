package org.ipstrial.stats.location.stratified;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.stats.location.TwoSamples;

/**
 * An amount of two arms within several strata.
 *
 * @param strata the strata, no two of a name
 */
public record StratifiedSamples(List<SampleStratum> strata) {

    private static final Comparator<TwoSamples> BY_NUMBERS = Comparator.comparingInt(
                    (TwoSamples samples) -> samples.group().length)
            .thenComparingInt(samples -> samples.reference().length)
            .thenComparing(TwoSamples::group, Arrays::compare)
            .thenComparing(TwoSamples::reference, Arrays::compare);

    /** Copies the strata, and refuses two of a name. */
    public StratifiedSamples {
        strata = List.copyOf(strata);
        Set<String> names = new HashSet<>();
        for (SampleStratum stratum : strata) {
            if (!names.add(stratum.name())) {
                throw new IllegalArgumentException(
                        "each stratum must have a name of its own, got twice " + stratum.name());
            }
        }
    }

    /**
     * The strata that have both arms, each arm in ascending order, by their numbers: neither the order of the strata nor
     * that of people changes a sum or a draw.
     */
    public List<TwoSamples> samples() {
        return strata.stream()
                .map(SampleStratum::samples)
                .flatMap(Optional::stream)
                .map(samples -> new TwoSamples(sorted(samples.group()), sorted(samples.reference())))
                .sorted(BY_NUMBERS)
                .toList();
    }

    /** The same strata with the arms changed round. */
    public StratifiedSamples swapped() {
        return new StratifiedSamples(strata.stream()
                .map(stratum -> new SampleStratum(stratum.name(), stratum.reference(), stratum.group()))
                .toList());
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
