package org.ipstrial.stats.survival.cox.residuals;

/**
 * Sums over runs of rows. No sum is taken from another, which would lose the small ones behind the large ones: the rows are
 * the leaves of a binary tree of sums, and a run is put together of at most two of its nodes a level.
 */
final class RunSums {

    private final int stride;
    private final int leaves;
    private final double[] tree;

    /**
     * The sums of some rows.
     *
     * @param rows   one after the other
     * @param stride how many numbers a row has
     */
    RunSums(double[] rows, int stride) {
        this.stride = stride;
        leaves = rows.length / stride;
        tree = new double[2 * rows.length];
        System.arraycopy(rows, 0, tree, rows.length, rows.length);
        for (int node = leaves - 1; node > 0; node--) {
            for (int j = 0; j < stride; j++) {
                tree[node * stride + j] = tree[2 * node * stride + j] + tree[(2 * node + 1) * stride + j];
            }
        }
    }

    /** Adds the sums over the rows from one to before another. */
    void add(int from, int to, double[] into) {
        for (int left = leaves + from, right = leaves + to; left < right; left /= 2, right /= 2) {
            if (left % 2 == 1) {
                addNode(left++, into);
            }
            if (right % 2 == 1) {
                addNode(--right, into);
            }
        }
    }

    private void addNode(int node, double[] into) {
        for (int j = 0; j < stride; j++) {
            into[j] += tree[node * stride + j];
        }
    }
}
