package org.ipstrial.stats.contingency.generalised;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/**
 * An amount in several arms within several strata; the arrays are taken as they are and must not be changed afterwards.
 *
 * @param arms   how many arms there are
 * @param strata for each stratum the amounts of each arm, none where nobody of an arm is known to the stratum
 */
public record StratifiedAmounts(int arms, List<List<double[]>> strata) {

    /** Refuses fewer than two arms, strata with more or fewer, and numbers that are not finite or too large to be squared. */
    public StratifiedAmounts {
        if (arms < 2) {
            throw new IllegalArgumentException("there must be two arms at least, got " + arms);
        }
        strata = strata.stream().map(List::copyOf).toList();
        for (List<double[]> stratum : strata) {
            if (stratum.size() != arms) {
                throw new IllegalArgumentException(
                        "each stratum must have " + arms + " arms, got one with " + stratum.size());
            }
            stratum.forEach(amounts -> Require.amounts("amounts", amounts));
        }
    }

    /** Two arms, the group first. */
    public static StratifiedAmounts of(StratifiedSamples samples) {
        return new StratifiedAmounts(
                2,
                samples.strata().stream()
                        .map(stratum -> List.of(stratum.group(), stratum.reference()))
                        .toList());
    }

    /**
     * The strata that have two arms or more, each with the amounts that occur in it, by their numbers: neither the order of
     * the strata nor that of people changes a sum.
     */
    List<AmountTable> tables() {
        return strata.stream()
                .filter(stratum ->
                        stratum.stream().filter(amounts -> amounts.length > 0).count() > 1)
                .map(AmountTable::of)
                .sorted(AmountTable.BY_NUMBERS)
                .toList();
    }

    /** People by arm and amount, the columns being the amounts of all strata, unless these are more than {@code most}. */
    Optional<StratifiedCounts> counts(int most) {
        return distinct(most).map(amounts -> {
            // A table has two columns at least; one in which nobody is adds nothing.
            double[] columns = amounts.length > 1
                    ? amounts
                    : new double[] {amounts.length == 0 ? 0 : amounts[0], Double.POSITIVE_INFINITY};
            List<long[][]> tables = strata.stream()
                    .map(stratum -> AmountTable.counts(stratum, columns))
                    .toList();
            return new StratifiedCounts(tables.isEmpty() ? List.<long[][]>of(new long[arms][columns.length]) : tables);
        });
    }

    /** The distinct amounts of all strata, ascending, unless they are more than {@code most}. */
    private Optional<double[]> distinct(int most) {
        double[] found = new double[most + 1];
        int size = 0;
        for (List<double[]> stratum : strata) {
            for (double[] amounts : stratum) {
                for (double amount : amounts) {
                    double unsigned = AmountTable.unsigned(amount);
                    int place = Arrays.binarySearch(found, 0, size, unsigned);
                    if (place < 0) {
                        if (size == most) {
                            return Optional.empty();
                        }
                        System.arraycopy(found, -place - 1, found, -place, size + place + 1);
                        found[-place - 1] = unsigned;
                        size++;
                    }
                }
            }
        }
        return Optional.of(Arrays.copyOf(found, size));
    }
}
