package org.ipstrial.stats.balance;

import java.util.Arrays;

/**
 * People by level of a category in two arms; the arrays are taken as they are and must not be changed afterwards.
 *
 * @param group     people of the compared arm at each level, none negative, at least one person in all
 * @param reference people of the reference arm at the same levels, likewise
 */
public record LevelCounts(int[] group, int[] reference) {

    /** Refuses arms of different levels, negative counts and an arm of nobody. */
    public LevelCounts {
        if (group.length != reference.length) {
            throw new IllegalArgumentException(
                    "both arms must have the same levels, got " + group.length + " and " + reference.length);
        }
        for (int[] arm : new int[][] {group, reference}) {
            if (Arrays.stream(arm).anyMatch(count -> count < 0) || total(arm) == 0) {
                throw new IllegalArgumentException(
                        "an arm must have at least one person and no negative count, got " + Arrays.toString(arm));
            }
        }
    }

    /** The share of the compared arm at a level. */
    double groupShare(int level) {
        return (double) group[level] / total(group);
    }

    /** The share of the reference arm at a level. */
    double referenceShare(int level) {
        return (double) reference[level] / total(reference);
    }

    /** How many levels somebody of either arm is at. */
    long occupied() {
        return levelsWhere(false);
    }

    /** How many levels somebody of each arm is at. */
    long shared() {
        return levelsWhere(true);
    }

    private long levelsWhere(boolean both) {
        int levels = 0;
        for (int i = 0; i < group.length; i++) {
            levels += (both ? Math.min(group[i], reference[i]) : Math.max(group[i], reference[i])) > 0 ? 1 : 0;
        }
        return levels;
    }

    private static long total(int[] arm) {
        return Arrays.stream(arm).asLongStream().sum();
    }
}
