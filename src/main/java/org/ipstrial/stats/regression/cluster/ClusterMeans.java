package org.ipstrial.stats.regression.cluster;

import java.util.Arrays;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * The clusters of some rows, and what columns are in them on average.
 *
 * @param cluster the number of each row's cluster, from 0
 * @param size    how many rows each cluster has
 */
public record ClusterMeans(int[] cluster, int[] size) {

    /** The clusters of rows; each number from 0 to the largest must occur. */
    public static ClusterMeans of(int[] cluster) {
        int[] size = new int[Arrays.stream(cluster).max().orElseThrow() + 1];
        for (int g : cluster) {
            size[g]++;
        }
        return new ClusterMeans(cluster, size);
    }

    /** How many clusters there are. */
    public int clusters() {
        return size.length;
    }

    /** The most rows that a cluster has. */
    public int largest() {
        return Arrays.stream(size).max().orElseThrow();
    }

    /** How many pairs of rows are of one cluster. */
    public double pairs() {
        return Arrays.stream(size).mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    /** The sums of a column over each cluster. */
    public double[] sums(double[] column) {
        CompensatedSum[] sums = CompensatedSum.zeros(size.length);
        for (int i = 0; i < column.length; i++) {
            sums[cluster[i]].add(column[i]);
        }
        return CompensatedSum.values(sums);
    }

    /** The means of a column in each cluster. */
    public double[] means(double[] column) {
        double[] means = sums(column);
        for (int g = 0; g < means.length; g++) {
            means[g] /= size[g];
        }
        return means;
    }

    /**
     * A column less a part of its cluster means, which makes rows independent that resemble each other equally.
     *
     * @param part of each cluster: {@code 1 - sqrt((1 - a) / (1 + (n - 1) a))} for a correlation {@code a} of {@code n}
     *     rows
     */
    public double[] less(double[] column, double[] part) {
        double[] means = means(column);
        double[] rest = new double[column.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = column[i] - part[cluster[i]] * means[cluster[i]];
        }
        return rest;
    }

    /** The same of several columns. */
    public double[][] less(double[][] columns, double[] part) {
        return Arrays.stream(columns).map(column -> less(column, part)).toArray(double[][]::new);
    }
}
