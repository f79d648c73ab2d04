package org.ipstrial.stats.contingency.generalised;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A stratum's people by arm and amount.
 *
 * @param amounts the amounts that occur in the stratum, each once, ascending
 * @param counts  for each arm how many have each of them
 */
record AmountTable(double[] amounts, long[][] counts) {

    /** An order of tables of as many arms, by their numbers. */
    static final Comparator<AmountTable> BY_NUMBERS = Comparator.comparing(AmountTable::amounts, Arrays::compare)
            .thenComparing(AmountTable::counts, StratifiedCounts.BY_NUMBERS);

    /** Counts the amounts of the arms. */
    static AmountTable of(List<double[]> arms) {
        double[] all = new double[arms.stream().mapToInt(arm -> arm.length).sum()];
        int size = 0;
        for (double[] arm : arms) {
            for (double amount : arm) {
                all[size++] = unsigned(amount);
            }
        }
        Arrays.sort(all);
        int distinct = 0;
        for (double amount : all) {
            if (distinct == 0 || all[distinct - 1] != amount) {
                all[distinct++] = amount;
            }
        }
        double[] amounts = Arrays.copyOf(all, distinct);
        return new AmountTable(amounts, counts(arms, amounts));
    }

    /** How many of each arm have each of some amounts, which are ascending and lack none. */
    static long[][] counts(List<double[]> arms, double[] amounts) {
        long[][] counts = new long[arms.size()][amounts.length];
        for (int arm = 0; arm < counts.length; arm++) {
            for (double amount : arms.get(arm)) {
                counts[arm][Arrays.binarySearch(amounts, unsigned(amount))]++;
            }
        }
        return counts;
    }

    /** 0 and -0 are equal amounts. */
    static double unsigned(double amount) {
        return amount + 0.0;
    }

    /** The margin of the amounts with themselves as scores. */
    Margin scoredByAmount(double[] people) {
        return Margin.scored(people, amounts, 1);
    }

    /** The margin of the amounts with modified ridits as scores: mean ranks within the stratum, over its size plus one. */
    Margin scoredByRidit(double[] people) {
        double[] doubled = new double[people.length];
        double before = 0;
        for (int j = 0; j < people.length; j++) {
            doubled[j] = 2 * before + people[j] + 1;
            before += people[j];
        }
        return Margin.scored(people, doubled, 0.5 / (before + 1));
    }
}
