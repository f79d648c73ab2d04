package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What rests on several arms tells nothing of one that is hidden. */
class OverArmsCellsTest {

    private static final List<String> ARMS = List.of("A", "B", "C");

    private static ResultKey key(
            String stratum, String group, String reference, Measure measure, String method, String term) {
        return new ResultKey(
                "compare", "all-rows", "", "employed", "", group, reference, stratum, term, measure, method);
    }

    private static Result result(ResultKey key, Statistic statistic, double value) {
        return new Result(key, Map.of(statistic, Cell.of(value, Unit.NONE)), "");
    }

    private static double chiSquared(int[] events, int[] assessed) {
        double m = IntStream.of(events).sum();
        double n = IntStream.of(assessed).sum();
        double sum = 0;
        for (int arm = 0; arm < events.length; arm++) {
            double off = events[arm] - assessed[arm] * m / n;
            sum += off * off / (assessed[arm] * m / n) + off * off / (assessed[arm] * (n - m) / n);
        }
        return sum;
    }

    private static List<Result> results(String stratum, int[] events, int[] assessed) {
        List<Result> results = new ArrayList<>();
        for (int arm = 0; arm < ARMS.size(); arm++) {
            results.add(new Result(
                    key(stratum, ARMS.get(arm), "", Measure.COUNT, "", ""),
                    Map.of(
                            Statistic.RANDOMISED, Cell.count(assessed[arm]),
                            Statistic.ASSESSED, Cell.count(assessed[arm]),
                            Statistic.MISSING, Cell.count(0),
                            Statistic.EVENTS, Cell.count(events[arm])),
                    ""));
        }
        Map<Statistic, Cell> all = Map.of(
                Statistic.STATISTIC, Cell.of(chiSquared(events, assessed), Unit.NONE),
                Statistic.DF, Cell.of(2, Unit.NONE),
                Statistic.P_VALUE, Cell.of(0.5, Unit.P));
        results.add(new Result(key(stratum, "", "", Measure.TEST, "chi-squared", ""), all, ""));
        for (String group : List.of("A", "B")) {
            results.add(
                    result(key(stratum, group, "C", Measure.TEST, "chi-squared-n-1", ""), Statistic.P_VALUE, 0.125));
            results.add(result(
                    key(stratum, group, "C", Measure.TEST, "chi-squared-n-1+holm", ""), Statistic.P_ADJUSTED, 0.25));
        }
        return results;
    }

    private static ResultTable released(List<Result> results, int threshold) {
        return new CellPolicy(threshold)
                .release(new ResultTable(
                        "compare", List.of(), Map.of("level", 0.95), Map.of(), results, List.of(), List.of()))
                .table();
    }

    private static Optional<Double> value(ResultTable table, ResultKey key, Statistic statistic) {
        return table.results().stream()
                .filter(result -> result.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value(statistic);
    }

    /**
     * An attacker who knows the sizes of the arms and sees the counts of two solves the test of all arms for the third: with the
     * statistic they find it, and so it must not be there.
     */
    @Test
    void theAttackerWhoHasTheStatisticFindsTheHiddenCount() {
        int[] events = {3, 30, 25};
        int[] assessed = {40, 60, 55};
        double printed = chiSquared(events, assessed);
        List<Integer> fits = IntStream.rangeClosed(0, 40)
                .filter(x -> Math.abs(chiSquared(new int[] {x, 30, 25}, assessed) - printed) < 1e-9)
                .boxed()
                .toList();
        assertThat(fits).containsExactly(3);

        ResultTable released = released(results("", events, assessed), 5);

        ResultKey overall = key("", "", "", Measure.TEST, "chi-squared", "");
        Result test = released.results().stream()
                .filter(result -> result.key().equals(overall))
                .findFirst()
                .orElseThrow();
        assertThat(test.cells()).containsOnlyKeys(Statistic.P_VALUE);
        assertThat(test.value(Statistic.P_VALUE)).isEmpty();
        assertThat(test.cells().get(Statistic.P_VALUE).note()).isEqualTo(CellPolicy.NOTE);
    }

    /** The test of all arms counts nobody: it neither hides an arm nor makes a total of which arms are parts. */
    @Test
    void aTestOfAllArmsHidesNoMoreThanTheSmallArm() {
        ResultTable released = released(results("", new int[] {3, 30, 25}, new int[] {40, 60, 55}), 5);

        assertThat(value(released, key("", "A", "", Measure.COUNT, "", ""), Statistic.EVENTS))
                .isEmpty();
        assertThat(value(released, key("", "B", "", Measure.COUNT, "", ""), Statistic.EVENTS))
                .contains(30.0);
        assertThat(value(released, key("", "B", "C", Measure.TEST, "chi-squared-n-1", ""), Statistic.P_VALUE))
                .contains(0.125);
    }

    /** With Holm the p-value of one contrast may be that of the other: where one is hidden, no adjusted one is shown. */
    @Test
    void anAdjustedPValueIsHiddenInAllContrastsOfItsFamily() {
        ResultTable hidden = released(results("", new int[] {3, 30, 25}, new int[] {40, 60, 55}), 5);
        ResultTable shown = released(results("", new int[] {13, 30, 25}, new int[] {40, 60, 55}), 5);

        ResultKey holm = key("", "B", "C", Measure.TEST, "chi-squared-n-1+holm", "");
        assertThat(value(hidden, holm, Statistic.P_ADJUSTED)).isEmpty();
        assertThat(value(shown, holm, Statistic.P_ADJUSTED)).contains(0.25);
        assertThat(value(shown, key("", "", "", Measure.TEST, "chi-squared", ""), Statistic.STATISTIC))
                .isPresent();
    }

    /** One variance for all arms holds the spread of the hidden one. */
    @Test
    void dunnettsLimitsAreHiddenWithAnyArm() {
        List<Result> results = new ArrayList<>(results("", new int[] {3, 30, 25}, new int[] {40, 60, 55}));
        for (String group : List.of("A", "B")) {
            results.add(
                    result(key("", group, "C", Measure.MEAN_DIFFERENCE, "student+dunnett", ""), Statistic.CONF_LOW, 1));
        }
        ResultTable released = released(results, 5);

        assertThat(value(
                        released,
                        key("", "B", "C", Measure.MEAN_DIFFERENCE, "student+dunnett", ""),
                        Statistic.CONF_LOW))
                .isEmpty();
    }

    /** Verdicts and adjusted p-values of a plan's hypotheses tell of each other. */
    @Test
    void allHypothesesAreHiddenWithOne() {
        List<Result> results = new ArrayList<>(results("", new int[] {3, 30, 25}, new int[] {40, 60, 55}));
        results.add(result(
                key("", "B", "C", Measure.TEST, "chi-squared-n-1+fixed-sequence", Names.hypothesis(1)),
                Statistic.P_ADJUSTED,
                0.5));
        results.add(result(
                key("", "A", "C", Measure.TEST, "chi-squared-n-1+fixed-sequence", Names.hypothesis(2)),
                Statistic.P_ADJUSTED,
                0.5));
        ResultTable released = released(results, 5);

        assertThat(released.results().stream()
                        .filter(result -> Names.isHypothesis(result.key().term()))
                        .flatMap(result -> result.cells().values().stream()))
                .hasSize(2)
                .allMatch(cell -> cell.value().isEmpty() && cell.note().equals(CellPolicy.NOTE));
    }

    /** Over random trials with levels: the test of all arms is shown exactly where all of its arms are. */
    @Test
    @Tag("attack")
    void isShownExactlyWhereAllOfItsArmsAre() {
        SplittableRandom random = new SplittableRandom(5);
        Map<Boolean, Integer> seen = new LinkedHashMap<>();
        for (int trial = 0; trial < 2_000; trial++) {
            List<Result> results = new ArrayList<>();
            int[][] levels = new int[2][3];
            int[][] sizes = new int[2][3];
            for (int level = 0; level < 2; level++) {
                for (int arm = 0; arm < 3; arm++) {
                    sizes[level][arm] = 2 + random.nextInt(30);
                    levels[level][arm] = 1 + random.nextInt(sizes[level][arm] - 1);
                }
            }
            results.addAll(results("", sum(levels), sum(sizes)));
            results.addAll(results("sex=female", levels[0], sizes[0]));
            results.addAll(results("sex=male", levels[1], sizes[1]));
            ResultTable released = released(results, 4);
            for (String stratum : List.of("", "sex=female", "sex=male")) {
                boolean arms = ARMS.stream()
                        .allMatch(arm -> value(released, key(stratum, arm, "", Measure.COUNT, "", ""), Statistic.EVENTS)
                                .isPresent());
                boolean test = value(released, key(stratum, "", "", Measure.TEST, "chi-squared", ""), Statistic.P_VALUE)
                        .isPresent();
                assertThat(test).isEqualTo(arms);
                seen.merge(test, 1, Integer::sum);
            }
        }
        assertThat(seen.values()).hasSize(2).allMatch(count -> count > 500);
    }

    private static int[] sum(int[][] levels) {
        return IntStream.range(0, 3).map(arm -> levels[0][arm] + levels[1][arm]).toArray();
    }
}
