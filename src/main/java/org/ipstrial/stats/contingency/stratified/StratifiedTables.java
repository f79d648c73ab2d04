package org.ipstrial.stats.contingency.stratified;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * A yes/no outcome in two arms within several strata.
 *
 * @param strata the strata, no two of a name
 */
public record StratifiedTables(List<Stratum> strata) {

    private static final Comparator<TwoByTwo> BY_NUMBERS = Comparator.comparingInt(
                    (TwoByTwo table) -> table.group().assessed())
            .thenComparingInt(table -> table.reference().assessed())
            .thenComparingInt(table -> table.group().events())
            .thenComparingInt(table -> table.reference().events());

    /** Copies the strata, and refuses two of a name. */
    public StratifiedTables {
        strata = List.copyOf(strata);
        Set<String> names = new HashSet<>();
        for (Stratum stratum : strata) {
            if (!names.add(stratum.name())) {
                throw new IllegalArgumentException(
                        "each stratum must have a name of its own, got twice " + stratum.name());
            }
        }
    }

    /** The tables of the strata that have both arms, by their numbers: the order of the strata changes no sum. */
    public List<TwoByTwo> tables() {
        return strata.stream()
                .map(Stratum::table)
                .flatMap(Optional::stream)
                .sorted(BY_NUMBERS)
                .toList();
    }

    /** The same strata with the arms changed round. */
    public StratifiedTables swapped() {
        return new StratifiedTables(strata.stream()
                .map(stratum -> new Stratum(stratum.name(), stratum.reference(), stratum.group()))
                .toList());
    }

    /** The same strata counted by those without the event. */
    public StratifiedTables complement() {
        return new StratifiedTables(strata.stream()
                .map(stratum -> new Stratum(
                        stratum.name(),
                        stratum.group().map(BinomialCount::complement),
                        stratum.reference().map(BinomialCount::complement)))
                .toList());
    }

    /** A sum over tables, with what rounding takes from it put back. */
    public static double sum(List<TwoByTwo> tables, ToDoubleFunction<TwoByTwo> term) {
        CompensatedSum sum = new CompensatedSum();
        tables.forEach(table -> sum.add(term.applyAsDouble(table)));
        return sum.value();
    }

    /** The weight {@code n1 n2 / N} of Mantel and Haenszel. */
    static double weight(TwoByTwo table) {
        return (double) ((long) table.group().assessed() * table.reference().assessed()) / table.assessed();
    }
}
