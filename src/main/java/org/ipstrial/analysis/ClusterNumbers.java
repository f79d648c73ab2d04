package org.ipstrial.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clusters by number. */
final class ClusterNumbers {

    private ClusterNumbers() {}

    /**
     * The number of each person's cluster, from 0 without a gap; whoever lacks a cluster is one alone.
     *
     * @param clusters the cluster of each, empty where it is not known
     */
    static int[] of(List<String> clusters) {
        Map<String, Integer> numbers = new TreeMap<>();
        clusters.stream().filter(cluster -> !cluster.isEmpty()).forEach(cluster -> numbers.put(cluster, 0));
        int next = 0;
        for (Map.Entry<String, Integer> cluster : numbers.entrySet()) {
            cluster.setValue(next++);
        }
        int[] ofEach = new int[clusters.size()];
        for (int i = 0; i < ofEach.length; i++) {
            ofEach[i] = clusters.get(i).isEmpty() ? next++ : numbers.get(clusters.get(i));
        }
        return ofEach;
    }
}
