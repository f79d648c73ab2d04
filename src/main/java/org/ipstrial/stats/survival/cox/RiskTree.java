package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The sums over those at risk in a stratum where people enter late, so that going back in time some join and others leave.
 *
 * <p>Nobody is ever subtracted, which would leave rounding behind where those who stay have small hazards: the rows stand in
 * blocks of sixteen with a binary tree of sums over them, and a row that comes or goes has its block and what lies above it
 * summed anew. All times together take {@code n log n} steps.
 */
final class RiskTree {

    private static final int BLOCK = 16;

    private final CoxData data;
    private final double[] exponents;
    private final int begin;
    private final int end;
    /** The rows of the stratum, the latest entry first. */
    private final int[] byEntry;

    private int left;
    private int joined;
    private final int leaves;
    private final Sums[] tree;
    private final boolean[] stale;

    /**
     * The sums of a stratum, over nobody yet.
     *
     * @param begin the first row of the stratum
     * @param third whether third moments are asked for
     */
    RiskTree(CoxData data, double[] exponents, int begin, boolean third) {
        this.data = data;
        this.exponents = exponents;
        this.begin = begin;
        end = data.endOfStratum(begin);
        joined = begin;
        byEntry = IntStream.range(begin, end)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -data.entry(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        leaves = Math.max(1, Integer.highestOneBit(2 * ((end - begin - 1) / BLOCK + 1) - 1));
        tree = new Sums[2 * leaves];
        Arrays.setAll(tree, any -> new Sums(data.width(), third));
        stale = new boolean[2 * leaves];
    }

    /** The sums over those at risk at the time of some rows, which lies before those asked for until now. */
    Sums at(int from, int to) {
        double time = data.time(from);
        for (; joined < to; joined++) {
            touch(joined);
        }
        for (; left < byEntry.length && data.entry(byEntry[left]) >= time; left++) {
            touch(byEntry[left]);
        }
        refresh(1, time);
        return tree[1];
    }

    private void touch(int row) {
        for (int node = leaves + (row - begin) / BLOCK; node > 0 && !stale[node]; node /= 2) {
            stale[node] = true;
        }
    }

    private void refresh(int node, double time) {
        if (!stale[node]) {
            return;
        }
        stale[node] = false;
        if (node < leaves) {
            refresh(2 * node, time);
            refresh(2 * node + 1, time);
            tree[node].join(tree[2 * node], tree[2 * node + 1]);
            return;
        }
        tree[node].clear();
        int from = begin + (node - leaves) * BLOCK;
        for (int i = from; i < Math.min(from + BLOCK, end); i++) {
            if (i < joined && data.entry(i) < time) {
                tree[node].add(data.weight(i) * StrictMath.exp(exponents[i]), data, i);
            }
        }
    }
}
