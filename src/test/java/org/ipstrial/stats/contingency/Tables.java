package org.ipstrial.stats.contingency;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables to try laws on. */
public final class Tables {

    /** The seed of {@link #random}; a failing table prints itself. */
    private static final long SEED = 19850213;

    private Tables() {}

    /** Every table with 1 to {@code largest} people an arm: 2,916 for 9. */
    public static List<TwoByTwo> all(int largest) {
        List<TwoByTwo> tables = new ArrayList<>();
        for (int n1 = 1; n1 <= largest; n1++) {
            for (int n2 = 1; n2 <= largest; n2++) {
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        tables.add(TwoByTwo.of(x1, n1, x2, n2));
                    }
                }
            }
        }
        return tables;
    }

    /** Tables of all sizes from 1 to {@code largest} an arm, rare and frequent events and empty cells among them. */
    public static List<TwoByTwo> random(int howMany, int largest) {
        Random random = new Random(SEED);
        List<TwoByTwo> tables = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            int n1 = size(random, largest);
            int n2 = size(random, largest);
            tables.add(TwoByTwo.of(events(random, n1), n1, events(random, n2), n2));
        }
        return tables;
    }

    private static int size(Random random, int largest) {
        return (int) Math.max(1, StrictMath.exp(random.nextDouble() * StrictMath.log(largest)));
    }

    private static int events(Random random, int n) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> n;
            case 2 -> Math.min(n, random.nextInt(5));
            case 3 -> Math.max(0, n - random.nextInt(5));
            default -> random.nextInt(n + 1);
        };
    }
}
