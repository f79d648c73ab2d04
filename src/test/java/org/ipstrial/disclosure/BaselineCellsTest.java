package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
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

/**
 * Plays the attacker of a table of baseline, whose levels add up to the arm, whose arms add up to all of them, and whose
 * strata add up to the whole. The attacker knows how many people each arm has in each stratum, and tries every table that
 * agrees with what is shown.
 */
class BaselineCellsTest {

    private static final String[] ARMS = {"A", "B", "C"};

    /** People of every arm at every level, by stratum; the last level stands for a missing value. */
    private record Truth(int[][][] people) {

        int rows(int stratum, int arm) {
            return Arrays.stream(people[stratum][arm]).sum();
        }

        int[] arm(int stratum, int arm) {
            if (stratum < people.length && arm < people[0].length) {
                return people[stratum][arm];
            }
            int[] sum = new int[people[0][0].length];
            for (int s = 0; s < people.length; s++) {
                for (int a = 0; a < people[0].length; a++) {
                    if ((stratum == s || stratum == people.length) && (arm == a || arm == people[0].length)) {
                        for (int l = 0; l < sum.length; l++) {
                            sum[l] += people[s][a][l];
                        }
                    }
                }
            }
            return sum;
        }
    }

    @Test
    @Tag("attack")
    void nobodyCanWorkOutAHiddenLevelFromTheOtherArmsAndAllOfThem() {
        attack(1_200, 1, 3, 5);
    }

    @Test
    @Tag("attack")
    void norFromStrataBesides() {
        attack(600, 3, 2, 3);
    }

    private static void attack(int trials, int strata, int levels, int most) {
        SplittableRandom random = new SplittableRandom(20120101);
        int hiddenSmall = 0;
        int shown = 0;
        int partly = 0;
        for (int trial = 0; trial < trials; trial++) {
            int threshold = 2 + random.nextInt(3);
            int arms = 2 + (strata == 1 ? random.nextInt(2) : 0);
            int[][][] people = new int[strata][arms][levels];
            for (int[][] stratum : people) {
                for (int[] arm : stratum) {
                    for (int i = random.nextInt(most + 1); i > 0; i--) {
                        arm[random.nextInt(levels)]++;
                    }
                }
            }
            Truth truth = new Truth(people);
            ResultTable released =
                    new CellPolicy(threshold).release(table(truth)).table();
            List<int[][][]> feasible = null;
            for (int s = 0; s < strata; s++) {
                for (int a = 0; a < arms; a++) {
                    boolean visible = isShown(released, s, a, strata, arms);
                    shown += visible ? 1 : 0;
                    for (int l = 0; l < levels; l++) {
                        int count = people[s][a][l];
                        if (count == 0 || count >= threshold) {
                            continue;
                        }
                        hiddenSmall++;
                        assertThat(visible)
                                .as("%s at %d", Arrays.deepToString(people), threshold)
                                .isFalse();
                        feasible = feasible == null ? tables(truth, released) : feasible;
                        partly += isShown(released, strata, arms, strata, arms) ? 1 : 0;
                        TreeSet<Integer> values = new TreeSet<>();
                        for (int[][][] table : feasible) {
                            values.add(table[s][a][l]);
                        }
                        assertThat(values)
                                .as(
                                        "%s, stratum %d, arm %d, level %d at %d",
                                        Arrays.deepToString(people), s, a, l, threshold)
                                .hasSizeGreaterThanOrEqualTo(Math.min(threshold, truth.rows(s, a) + 1));
                    }
                }
            }
        }
        assertThat(hiddenSmall).isGreaterThan(1_000);
        assertThat(shown).isGreaterThan(100);
        assertThat(partly).isGreaterThan(100);
    }

    /** Every table with the known arms that agrees with every place that is shown. */
    private static List<int[][][]> tables(Truth truth, ResultTable released) {
        List<int[][][]> tables = new ArrayList<>();
        int strata = truth.people().length;
        int arms = truth.people()[0].length;
        fill(truth, released, new int[strata][arms][], 0, tables);
        return tables;
    }

    private static void fill(Truth truth, ResultTable released, int[][][] table, int place, List<int[][][]> tables) {
        int strata = table.length;
        int arms = table[0].length;
        if (place == strata * arms) {
            Truth guess = new Truth(table);
            for (int s = 0; s <= strata; s++) {
                for (int a = 0; a <= arms; a++) {
                    if (isShown(released, s, a, strata, arms) && !Arrays.equals(guess.arm(s, a), truth.arm(s, a))) {
                        return;
                    }
                }
            }
            tables.add(Arrays.stream(table).map(int[][]::clone).toArray(int[][][]::new));
            return;
        }
        int s = place / arms;
        int a = place % arms;
        List<int[]> guesses = isShown(released, s, a, strata, arms)
                ? List.of(truth.people()[s][a])
                : compositions(truth.rows(s, a), truth.people()[s][a].length);
        for (int[] guess : guesses) {
            table[s][a] = guess;
            fill(truth, released, table, place + 1, tables);
        }
    }

    private static List<int[]> compositions(int people, int levels) {
        if (levels == 1) {
            return List.of(new int[] {people});
        }
        List<int[]> all = new ArrayList<>();
        for (int first = 0; first <= people; first++) {
            for (int[] rest : compositions(people - first, levels - 1)) {
                int[] whole = new int[levels];
                whole[0] = first;
                System.arraycopy(rest, 0, whole, 1, levels - 1);
                all.add(whole);
            }
        }
        return all;
    }

    @Test
    void theDifferenceOfAHiddenArmIsHiddenAndThatOfTheOthersIsNot() {
        Truth truth = new Truth(new int[][][] {{{9, 1, 0}, {9, 9, 0}, {12, 8, 0}, {11, 10, 0}}});
        ResultTable released = new CellPolicy(5).release(table(truth)).table();

        assertThat(difference(released, "A")).isEmpty();
        assertThat(difference(released, "C")).isPresent();
        assertThat(released.results().stream()
                        .filter(result -> result.key().group().equals("A"))
                        .flatMap(result -> result.cells().values().stream()))
                .allMatch(cell -> cell.note().equals("suppressed"));
        assertThat(isShown(released, 1, 4, 1, 4)).as("all arms together").isTrue();
    }

    @Test
    void oneHiddenArmTakesAnotherWithItBecauseAllArmsTogetherAreShown() {
        Truth truth = new Truth(new int[][][] {{{9, 1, 0}, {9, 9, 0}, {12, 8, 0}}});
        ResultTable released = new CellPolicy(5).release(table(truth)).table();

        assertThat(isShown(released, 0, 0, 1, 3)).isFalse();
        assertThat(isShown(released, 0, 1, 1, 3))
                .as("the smallest of the others")
                .isFalse();
        assertThat(isShown(released, 0, 2, 1, 3)).isTrue();
    }

    private static Optional<Double> difference(ResultTable table, String arm) {
        return table.results().stream()
                .filter(result -> result.key().measure() == Measure.STANDARDISED_MEAN_DIFFERENCE
                        && result.key().group().equals(arm))
                .findFirst()
                .orElseThrow()
                .value(Statistic.ESTIMATE);
    }

    /** Whether a place is shown: all of it is or nothing, its shares as its counts. */
    private static boolean isShown(ResultTable table, int stratum, int arm, int strata, int arms) {
        List<Boolean> shown = table.results().stream()
                .filter(result -> result.key().group().equals(name(arm, arms))
                        && result.key().reference().isEmpty()
                        && result.key().stratum().equals(level(stratum, strata)))
                .flatMap(result -> result.cells().values().stream())
                .map(cell -> cell.value().isPresent())
                .distinct()
                .toList();
        assertThat(shown).hasSizeLessThanOrEqualTo(1);
        return shown.isEmpty() || shown.get(0);
    }

    private static ResultTable table(Truth truth) {
        List<Result> results = new ArrayList<>();
        int strata = truth.people().length;
        int arms = truth.people()[0].length;
        for (int s = strata; s >= 0; s--) {
            // One stratum is the whole.
            if (s == 0 && strata == 1) {
                continue;
            }
            for (int a = 0; a <= arms; a++) {
                results.addAll(place(key(s, a, strata, arms), truth.arm(s, a)));
            }
            for (int a = 0; a + 1 < arms; a++) {
                ResultKey key = key(s, a, strata, arms)
                        .ofContrast(name(a, arms), name(arms - 1, arms))
                        .of(Measure.STANDARDISED_MEAN_DIFFERENCE, "average-variance");
                results.add(new Result(key, Map.of(Statistic.ESTIMATE, Cell.of(0.1, Unit.NONE)), ""));
            }
        }
        return new ResultTable("baseline", List.of(), Map.of(), Map.of(), results, List.of(), List.of());
    }

    private static List<Result> place(ResultKey key, int[] levels) {
        int rows = Arrays.stream(levels).sum();
        int missing = levels[levels.length - 1];
        List<Result> results = new ArrayList<>();
        results.add(new Result(
                key,
                Map.of(
                        Statistic.RANDOMISED, Cell.count(rows),
                        Statistic.ASSESSED, Cell.count(rows - missing),
                        Statistic.MISSING, Cell.count(missing)),
                ""));
        for (int l = 0; l + 1 < levels.length; l++) {
            ResultKey about = key.withTerm(Names.pair("level", "L" + l));
            results.add(new Result(about, Map.of(Statistic.EVENTS, Cell.count(levels[l])), ""));
            results.add(new Result(
                    about.of(Measure.PROPORTION, ""),
                    Map.of(Statistic.ESTIMATE, Cell.of(rows == 0 ? 0 : (double) levels[l] / rows, Unit.PROPORTION)),
                    ""));
        }
        return results;
    }

    private static String name(int arm, int arms) {
        return arm == arms ? "" : arm < ARMS.length ? ARMS[arm] : "D";
    }

    private static String level(int stratum, int strata) {
        return strata == 1 || stratum == strata ? "" : Names.pair("site", "S" + stratum);
    }

    private static ResultKey key(int stratum, int arm, int strata, int arms) {
        return new ResultKey(
                "baseline",
                "all-rows",
                "complete-cases",
                "diagnosis",
                "",
                name(arm, arms),
                "",
                level(stratum, strata),
                "",
                Measure.COUNT,
                "");
    }
}
