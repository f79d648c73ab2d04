package org.ipstrial.stats.contingency.stratified.exact;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * The distribution of the events of the group over all strata, given the events of both arms in each and an odds ratio {@code r}
 * that the strata have in common.
 *
 * <p>In a stratum with {@code n1} and {@code n2} people and {@code m} events the chance of {@code k} events in the group goes with
 * {@code C(n1, k) C(n2, m - k) r^k}; over the strata these are multiplied out as polynomials. Weights follow from each other by
 * their ratios, the most likely of a stratum being 1, so that nothing overflows.
 */
final class EventsOverStrata {

    /** Products of two weights, for one odds ratio; a search takes some hundred of them. */
    private static final long LARGEST = 10_000_000;

    private final List<TwoByTwo> tables;
    private final int observed;
    private final int last;

    private EventsOverStrata(List<TwoByTwo> tables) {
        this.tables = tables;
        int above = 0;
        int width = 0;
        for (TwoByTwo table : tables) {
            above += table.group().events() - fewest(table);
            width += most(table) - fewest(table);
        }
        this.observed = above;
        this.last = width;
    }

    /** The strata in which the group can have more events or fewer, given those of both arms. */
    static List<TwoByTwo> informative(StratifiedTables strata) {
        return strata.tables().stream()
                .filter(table -> table.events() > 0 && table.events() < table.assessed())
                .toList();
    }

    /** Whether the distribution takes too long to work out. */
    static boolean isTooLarge(List<TwoByTwo> tables) {
        long products = 0;
        long width = 1;
        for (TwoByTwo table : tables) {
            long here = (long) most(table) - fewest(table) + 1;
            if (width > LARGEST / here) {
                return true;
            }
            products += width * here;
            width += here - 1;
        }
        return products > LARGEST;
    }

    /** That of strata which tell something. */
    static EventsOverStrata of(List<TwoByTwo> tables) {
        return new EventsOverStrata(tables);
    }

    private static int fewest(TwoByTwo table) {
        return (int) Math.max(0, table.events() - table.reference().assessed());
    }

    private static int most(TwoByTwo table) {
        return (int) Math.min(table.group().assessed(), table.events());
    }

    /** Whether the group cannot have fewer events in any stratum. */
    boolean fewest() {
        return observed == 0;
    }

    /** Whether the group cannot have more events in any stratum. */
    boolean most() {
        return observed == last;
    }

    /** The chance of at least as many events as observed. */
    double atLeast(double ratio) {
        double[] chances = chances(ratio);
        return sum(chances, observed, last);
    }

    /** The chance of at most as many. */
    double atMost(double ratio) {
        double[] chances = chances(ratio);
        return sum(chances, 0, observed);
    }

    /** How far the expected number lies above the observed one. */
    double expectedAboveObserved(double ratio) {
        double[] chances = chances(ratio);
        double above = 0;
        for (int k = 0; k <= last; k++) {
            above += chances[k] * (k - observed);
        }
        return above;
    }

    /** Without an odds ratio, the chance of all numbers that are no more likely than the observed one. */
    double asUnlikely(double allowance) {
        double[] chances = chances(1);
        double limit = chances[observed] * allowance;
        double all = 0;
        for (double chance : chances) {
            all += chance <= limit ? chance : 0;
        }
        return all;
    }

    private static double sum(double[] chances, int from, int to) {
        double sum = 0;
        for (int k = from; k <= to; k++) {
            sum += chances[k];
        }
        return sum;
    }

    private double[] chances(double ratio) {
        List<double[]> factors = new ArrayList<>();
        tables.forEach(table -> factors.add(weights(table, ratio)));
        double[] product = {1};
        for (double[] factor : factors) {
            double[] next = new double[product.length + factor.length - 1];
            for (int i = 0; i < product.length; i++) {
                for (int j = 0; j < factor.length; j++) {
                    next[i + j] += product[i] * factor[j];
                }
            }
            product = next;
        }
        return product;
    }

    /** The chances of one stratum from the fewest events to the most. */
    private static double[] weights(TwoByTwo table, double ratio) {
        int low = fewest(table);
        double[] weights = new double[most(table) - low + 1];
        int mode = 0;
        while (mode + 1 < weights.length && ratio * up(table, low + mode) > 1) {
            mode++;
        }
        weights[mode] = 1;
        for (int k = mode; k + 1 < weights.length; k++) {
            weights[k + 1] = weights[k] * (ratio * up(table, low + k));
        }
        for (int k = mode; k > 0; k--) {
            weights[k - 1] = weights[k] / (ratio * up(table, low + k - 1));
        }
        double all = sum(weights, 0, weights.length - 1);
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= all;
        }
        return weights;
    }

    /** The chance of one event more over that of {@code k}, without an odds ratio. */
    private static double up(TwoByTwo table, int k) {
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double m = table.events();
        return (n1 - k) * (m - k) / ((k + 1) * (n2 - m + k + 1));
    }
}
