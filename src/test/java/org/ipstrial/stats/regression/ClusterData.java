package org.ipstrial.stats.regression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;

/** Data sets of people, pigs and firms in clusters. */
public record ClusterData(List<String[]> rows, List<String> header) {

    public static final ClusterData DIETOX = read("src/main/resources/org/ipstrial/reference/data/dietox.csv");
    public static final ClusterData DYESTUFF = read("src/test/resources/clusters/dyestuff.csv");
    public static final ClusterData PETERSEN = read("src/test/resources/clusters/petersen.csv");

    private static ClusterData read(String file) {
        try {
            List<String[]> lines = Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
            return new ClusterData(lines.subList(1, lines.size()), Arrays.asList(lines.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double[] column(String name) {
        int at = header.indexOf(name);
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
    }

    public int[] cluster(String name) {
        int at = header.indexOf(name);
        String[] levels = rows.stream().map(row -> row[at]).distinct().sorted().toArray(String[]::new);
        return rows.stream()
                .mapToInt(row -> Arrays.binarySearch(levels, row[at]))
                .toArray();
    }

    /** Some numbers as numbers from 0 without a gap. */
    public static int[] numbered(int[] cluster) {
        int[] distinct = Arrays.stream(cluster).distinct().sorted().toArray();
        return Arrays.stream(cluster).map(g -> Arrays.binarySearch(distinct, g)).toArray();
    }

    /** An intercept and some columns. */
    public DesignMatrix design(String... names) {
        DesignMatrix design = DesignMatrix.intercept(rows.size());
        for (String name : names) {
            design = design.with(name, column(name));
        }
        return design;
    }

    public static FittedModel linear(DesignMatrix design, double[] outcome) {
        return LinearModel.of(ModelData.of(design, outcome)).ifFitted().orElseThrow();
    }

    /** The same rows in another order. */
    public ClusterData shuffled(long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        int[] order = IntStream.range(0, rows.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return new ClusterData(Arrays.stream(order).mapToObj(rows::get).toList(), header);
    }
}
