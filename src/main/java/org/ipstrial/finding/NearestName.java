package org.ipstrial.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that a mistyped one was probably meant to be. */
public final class NearestName {

    private NearestName() {}

    /**
     * The nearest of the names, letter case aside, by the number of letters added, dropped, changed or swapped.
     *
     * @param wanted the name that was typed
     * @param names  the names that exist, in the order in which a tie is settled
     * @return the nearest name, or nothing where even that is more than a third of its letters (and two) away
     */
    public static Optional<String> to(String wanted, Collection<String> names) {
        String typed = wanted.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : names) {
            int steps = distance(typed, name.toLowerCase(Locale.ROOT));
            if (steps <= Math.max(2, name.length() / 3) && steps < name.length() && steps < fewest) {
                fewest = steps;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Optimal string alignment distance: Levenshtein's, with a swap of neighbours as one step. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }
}
