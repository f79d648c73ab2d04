package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.ProportionInterval;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The coverage that ships with the program, computed anew: a part at each build, all of it under the tag slow.
 * {@code -Dcoverage.update=true} on the slow test writes the file.
 */
class CoverageTest {

    private static final Path FILE = Path.of("src/main/resources/org/ipstrial/reference/coverage-95.csv");
    private static final String HEAD = """
            # Exact coverage of the 95% intervals: the probabilities of all outcomes summed. One arm: shares 0.01, 0.02 to 0.99.
            # Two arms (group+reference): both shares from 0.05, 0.10 to 0.95. An outcome without limits counts as not covered.
            measure,method,people,lowest,at,mean
            """;
    /** A limit that is the true value itself holds it, whatever its last digits. */
    private static final double ROUNDING = 1e-9;

    private static final int[] ONE = {10, 20, 50, 100};
    private static final int[][] TWO = {{10, 10}, {20, 10}, {20, 20}, {30, 30}};

    @Test
    void theSmallestArmsAreAsTheFileSays() {
        List<String> lines = new ArrayList<>(proportions(new int[] {10, 20}));
        lines.addAll(effects(new int[][] {{10, 10}}, false));
        assertThat(fileLines()).containsAll(lines);
    }

    @Test
    @Tag("slow")
    void allOfItIsAsTheFileSays() throws IOException {
        List<String> lines = new ArrayList<>(proportions(ONE));
        lines.addAll(effects(TWO, true));
        if (Boolean.getBoolean("coverage.update")) {
            assertThat(System.getenv("CI")).isNull();
            Files.writeString(FILE, HEAD + String.join("\n", lines) + "\n");
        }
        assertThat(fileLines().stream().filter(line -> !line.startsWith("#") && !line.startsWith("measure")))
                .containsExactlyElementsOf(lines);
    }

    @Test
    void everyIntervalOfAYesOrNoOutcomeHasItsCoverage() {
        for (Family<?> family : List.of(
                BinaryMethods.PROPORTION,
                BinaryMethods.RISK_DIFFERENCE,
                BinaryMethods.RISK_RATIO,
                BinaryMethods.ODDS_RATIO)) {
            for (Method<?> method : family.methods()) {
                assertThat(Coverage.all())
                        .filteredOn(row -> row.measure().equals(family.measure().id())
                                && row.method().equals(method.id()))
                        .as(family.measure() + " " + method.id())
                        .hasSize(4);
            }
        }
    }

    @Test
    void theExactOnesNeverFallBelow() {
        assertThat(Coverage.all())
                .filteredOn(row ->
                        List.of("clopper-pearson", "blaker", "exact-score").contains(row.method()))
                .hasSize(16)
                .allSatisfy(row -> assertThat(row.lowest()).isGreaterThanOrEqualTo(0.95));
    }

    private static List<String> fileLines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> proportions(int[] sizes) {
        List<String> lines = new ArrayList<>();
        for (Method<ProportionInterval> method : BinaryMethods.PROPORTION.methods()) {
            for (int n : sizes) {
                Limits[] limits = new Limits[n + 1];
                for (int x = 0; x <= n; x++) {
                    limits[x] = Limits.of(method.function().of(new BinomialCount(x, n), 0.95));
                }
                Summary summary = new Summary();
                for (int i = 1; i < 100; i++) {
                    double p = i / 100.0;
                    double covered = 0;
                    for (int x = 0; x <= n; x++) {
                        covered += holds(limits[x], p) ? binomial(x, n, p) : 0;
                    }
                    summary.add(covered, Double.toString(p));
                }
                lines.add(summary.line("proportion", method.id(), Integer.toString(n)));
            }
        }
        return lines;
    }

    private static List<String> effects(int[][] arms, boolean exactScoreToo) {
        List<String> lines = new ArrayList<>();
        for (Family<TwoByTwoEffect> family :
                List.of(BinaryMethods.RISK_DIFFERENCE, BinaryMethods.RISK_RATIO, BinaryMethods.ODDS_RATIO)) {
            for (Method<TwoByTwoEffect> method : family.methods()) {
                if (exactScoreToo || !method.id().equals("exact-score")) {
                    for (int[] sizes : arms) {
                        lines.add(effect(family.measure(), method, sizes[0], sizes[1]));
                    }
                }
            }
        }
        return lines;
    }

    private static String effect(Measure measure, Method<TwoByTwoEffect> method, int n1, int n2) {
        ToDoubleBiFunction<Double, Double> truth = measure == Measure.RISK_DIFFERENCE
                ? (p, q) -> p - q
                : measure == Measure.RISK_RATIO ? (p, q) -> p / q : (p, q) -> p / (1 - p) / (q / (1 - q));
        Limits[][] limits = new Limits[n1 + 1][n2 + 1];
        for (int x1 = 0; x1 <= n1; x1++) {
            for (int x2 = 0; x2 <= n2; x2++) {
                limits[x1][x2] = Limits.of(method.function().of(TwoByTwo.of(x1, n1, x2, n2), 0.95));
            }
        }
        Summary summary = new Summary();
        for (int i = 1; i < 20; i++) {
            for (int j = 1; j < 20; j++) {
                double p1 = i / 20.0;
                double p2 = j / 20.0;
                double effect = truth.applyAsDouble(p1, p2);
                double covered = 0;
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        covered += holds(limits[x1][x2], effect) ? binomial(x1, n1, p1) * binomial(x2, n2, p2) : 0;
                    }
                }
                summary.add(covered, p1 + " " + p2);
            }
        }
        return summary.line(measure.id(), method.id(), n1 + "+" + n2);
    }

    private static boolean holds(Limits limits, double value) {
        double rounding = ROUNDING * Math.max(1, Math.abs(value));
        return limits.lower() - rounding <= value && value <= limits.upper() + rounding;
    }

    private static double binomial(int k, int n, double p) {
        double probability = 1;
        for (int i = 1; i <= k; i++) {
            probability *= (double) (n - k + i) / i * p;
        }
        return probability * StrictMath.pow(1 - p, n - k);
    }

    private static final class Summary {
        private double lowest = 2;
        private String where = "";
        private double sum;
        private int count;

        void add(double covered, String at) {
            // By a clear margin, so that the place of a tie does not hang on rounding.
            if (covered < lowest - 1e-9) {
                lowest = covered;
                where = at;
            }
            sum += covered;
            count++;
        }

        String line(String measure, String method, String people) {
            return String.format(
                    Locale.ROOT, "%s,%s,%s,%.4f,%s,%.4f", measure, method, people, lowest, where, sum / count);
        }
    }
}
