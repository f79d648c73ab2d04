package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Plays the attacker of a comparison of ordered levels, who knows how many people each arm has, everybody's and by sex, and
 * tries every table that agrees with what is shown: counts at levels, which add up to the arm and over the sexes, and every
 * number of a contrast, each of which is a number of the counts of its two arms.
 */
class LevelsCellsTest {

    private static final List<String> ARMS = List.of("A", "B");
    private static final List<String> SEXES = List.of("f", "m");
    private static final int LEVELS = 2;

    private static ResultKey key(String by, String group, String reference, String term, Measure measure) {
        String method = measure == Measure.CONDITIONAL_ODDS_RATIO ? "proportional-odds" : "";
        return new ResultKey("compare", "all-rows", "", "band", "", group, reference, by, term, measure, method);
    }

    /** What a contrast prints: a fingerprint of the counts of both arms, with a test only where there is variance. */
    private static Result contrast(String by, int[] group, int[] reference) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(
                Statistic.ESTIMATE,
                Cell.of(1 + (Arrays.toString(group) + Arrays.toString(reference)).hashCode(), Unit.RATIO));
        boolean varied = Arrays.stream(group).filter(count -> count > 0).count() > 1;
        if (varied) {
            cells.put(Statistic.STATISTIC, Cell.of(1.5, Unit.NONE));
            cells.put(Statistic.STD_ERROR, Cell.of(0.5, Unit.NONE));
        }
        return new Result(key(by, "A", "B", "", Measure.CONDITIONAL_ODDS_RATIO), cells, "");
    }

    /** People by place, the sexes after everybody; the last number of a place are those without an outcome. */
    private static List<Result> results(int[][][] people) {
        List<Result> results = new ArrayList<>();
        for (int place = 0; place < people.length; place++) {
            String by = place == 0 ? "" : Names.pair("sex", SEXES.get(place - 1));
            for (int arm = 0; arm < ARMS.size(); arm++) {
                int[] counts = people[place][arm];
                int rows = Arrays.stream(counts).sum();
                Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
                cells.put(Statistic.RANDOMISED, Cell.count(rows));
                cells.put(Statistic.ASSESSED, Cell.count(rows - counts[LEVELS]));
                cells.put(Statistic.MISSING, Cell.count(counts[LEVELS]));
                results.add(new Result(key(by, ARMS.get(arm), "", "", Measure.COUNT), cells, ""));
                for (int level = 0; level < LEVELS; level++) {
                    ResultKey at = key(by, ARMS.get(arm), "", Names.level("l" + level), Measure.COUNT);
                    results.add(new Result(at, Map.of(Statistic.EVENTS, Cell.count(counts[level])), ""));
                    results.add(new Result(
                            key(by, ARMS.get(arm), "", Names.level("l" + level), Measure.PROPORTION),
                            Map.of(Statistic.ESTIMATE, Cell.of((counts[level] + 0.1) / (rows + 1), Unit.PROPORTION)),
                            ""));
                }
            }
            results.add(contrast(by, people[place][0], people[place][1]));
        }
        return results;
    }

    private static int[][][] summed(int[][][] sexes) {
        int[][][] people = new int[SEXES.size() + 1][ARMS.size()][LEVELS + 1];
        for (int arm = 0; arm < ARMS.size(); arm++) {
            for (int sex = 0; sex < SEXES.size(); sex++) {
                people[sex + 1][arm] = sexes[sex][arm];
                for (int kind = 0; kind <= LEVELS; kind++) {
                    people[0][arm][kind] += sexes[sex][arm][kind];
                }
            }
        }
        return people;
    }

    private static Map<ResultKey, Map<Statistic, Cell>> shown(ResultTable table) {
        Map<ResultKey, Map<Statistic, Cell>> shown = new HashMap<>();
        table.results().forEach(result -> {
            Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
            cells.values().removeIf(cell -> cell.value().isEmpty());
            shown.put(result.key(), cells);
        });
        return shown;
    }

    /** Whether a world could have given what is shown: every number that stands there is its own. */
    private static boolean agrees(int[][][] world, Map<ResultKey, Map<Statistic, Cell>> shown) {
        for (Result result : results(summed(world))) {
            Map<Statistic, Cell> there = shown.get(result.key());
            for (Map.Entry<Statistic, Cell> cell : there.entrySet()) {
                if (!cell.getValue().equals(result.cells().get(cell.getKey()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<int[]> splits(int rows) {
        List<int[]> splits = new ArrayList<>();
        for (int first = 0; first <= rows; first++) {
            for (int second = 0; first + second <= rows; second++) {
                splits.add(new int[] {first, second, rows - first - second});
            }
        }
        return splits;
    }

    @Test
    @Tag("attack")
    void nobodyCanWorkOutASmallLevelOfAnArm() {
        SplittableRandom random = new SplittableRandom(20261122);
        int small = 0;
        int open = 0;
        for (int trial = 0; trial < 250; trial++) {
            int threshold = 2 + random.nextInt(2);
            int[][][] sexes = new int[SEXES.size()][ARMS.size()][];
            for (int[][] sex : sexes) {
                for (int arm = 0; arm < sex.length; arm++) {
                    sex[arm] = new int[LEVELS + 1];
                    for (int person = 3 + random.nextInt(4); person > 0; person--) {
                        sex[arm][random.nextInt(4) == 0 ? 1 : random.nextInt(8) == 0 ? LEVELS : 0]++;
                    }
                }
            }
            ResultTable released = new CellPolicy(threshold)
                    .release(table(results(summed(sexes))))
                    .table();
            Map<ResultKey, Map<Statistic, Cell>> shown = shown(released);
            Map<List<Integer>, Set<Integer>> possible = worlds(sexes, shown);
            for (int sex = 0; sex < SEXES.size(); sex++) {
                for (int arm = 0; arm < ARMS.size(); arm++) {
                    int rows = Arrays.stream(sexes[sex][arm]).sum();
                    for (int kind = 0; kind <= LEVELS; kind++) {
                        int count = sexes[sex][arm][kind];
                        if (count > 0 && count < threshold) {
                            small++;
                            assertThat(possible.get(List.of(sex, arm, kind)))
                                    .as("%s at %d", Arrays.deepToString(sexes), threshold)
                                    .hasSizeGreaterThanOrEqualTo(Math.min(threshold, rows + 1));
                        }
                    }
                }
            }
            open += shown.values().stream().anyMatch(cells -> cells.containsKey(Statistic.EVENTS)) ? 1 : 0;
        }
        assertThat(small).isGreaterThan(300);
        assertThat(open).isGreaterThan(30);
    }

    /** The values that each count can have over all worlds that agree, the arms being apart but for their contrasts. */
    private static Map<List<Integer>, Set<Integer>> worlds(
            int[][][] truth, Map<ResultKey, Map<Statistic, Cell>> shown) {
        Map<List<Integer>, Set<Integer>> possible = new HashMap<>();
        boolean apart = shown.keySet().stream()
                .filter(key -> !key.reference().isEmpty())
                .noneMatch(key -> shown.get(key).containsKey(Statistic.ESTIMATE));
        for (int arm = 0; arm < ARMS.size(); arm++) {
            for (int[] women : splits(Arrays.stream(truth[0][arm]).sum())) {
                for (int[] men : splits(Arrays.stream(truth[1][arm]).sum())) {
                    int[][][] world = {truth[0].clone(), truth[1].clone()};
                    world[0][arm] = women;
                    world[1][arm] = men;
                    // A contrast that is shown is of two arms that are, so that nothing is lost by taking one at a
                    // time.
                    if (agrees(world, shown)) {
                        add(possible, arm, women, men);
                    }
                }
            }
        }
        assertThat(apart || possible.size() == SEXES.size() * ARMS.size() * (LEVELS + 1))
                .isTrue();
        return possible;
    }

    private static void add(Map<List<Integer>, Set<Integer>> possible, int arm, int[] women, int[] men) {
        for (int kind = 0; kind <= LEVELS; kind++) {
            possible.computeIfAbsent(List.of(0, arm, kind), any -> new TreeSet<>())
                    .add(women[kind]);
            possible.computeIfAbsent(List.of(1, arm, kind), any -> new TreeSet<>())
                    .add(men[kind]);
        }
    }

    @Test
    void aContrastOfAHiddenArmTellsNothingNotEvenThatItHasNoTest() {
        int[][][] people = {{{9, 0, 0}, {2, 7, 0}}};
        ResultTable released = new CellPolicy(3).release(table(results(people))).table();
        Result contrast = released.results().get(released.results().size() - 1);

        assertThat(contrast.cells().keySet()).isEqualTo(Set.of(Statistic.ESTIMATE));
        assertThat(contrast.cells().get(Statistic.ESTIMATE).note()).isEqualTo("suppressed");
        int[][][] varied = {{{5, 4, 0}, {2, 7, 0}}};
        Result other = new CellPolicy(3)
                .release(table(results(varied)))
                .table()
                .results()
                .get(released.results().size() - 1);
        assertThat(other.cells()).isEqualTo(contrast.cells());
    }

    private static Result counted(String term, Measure measure, int... assessedOrRows) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        if (assessedOrRows.length > 1) {
            cells.put(Statistic.RANDOMISED, Cell.count(assessedOrRows[0]));
            cells.put(Statistic.ASSESSED, Cell.count(assessedOrRows[1]));
            cells.put(Statistic.MISSING, Cell.count(assessedOrRows[0] - assessedOrRows[1]));
        } else {
            cells.put(Statistic.ASSESSED, Cell.count(assessedOrRows[0]));
        }
        return new Result(key("", "A", "", term, measure), cells, "");
    }

    /** Results over strata of an arm with the given people at two levels in each of two sites, the others without one. */
    private static boolean isTestShown(int[] everybody, int[] north, int[] south, Measure measure) {
        List<Result> results = new ArrayList<>(results(new int[][][] {{everybody, {40, 40, 0}}}));
        results.removeIf(result -> !result.key().reference().isEmpty());
        for (int site = 0; site < 2; site++) {
            int[] counts = site == 0 ? north : south;
            String stratum = measure == Measure.STRATUM_COUNT
                    ? Names.pair("site", "s" + site)
                    : Names.pair("covariate", "site") + ";" + Names.level("s" + site);
            int all = counts[0] + counts[1];
            results.add(
                    measure == Measure.STRATUM_COUNT
                            ? counted(stratum, measure, all, all)
                            : counted(stratum, measure, all));
            for (int level = 0; level < LEVELS; level++) {
                results.add(counted(Names.atOutcomeLevel(stratum, "l" + level), measure, counts[level]));
            }
        }
        String over =
                measure == Measure.STRATUM_COUNT ? Names.strata(List.of("site")) : Names.adjusted(List.of("site"));
        results.add(new Result(
                key("", "A", "B", over, Measure.TEST), Map.of(Statistic.P_VALUE, Cell.of(0.04, Unit.P)), ""));
        ResultTable released = new CellPolicy(5).release(table(results)).table();
        List<Result> shown = released.results();
        return shown.get(shown.size() - 1).value(Statistic.P_VALUE).isPresent();
    }

    @Test
    void aLevelThatIsSmallInAStratumHidesWhatIsCombinedOverThem() {
        Set<Boolean> ofStrata = new HashSet<>();
        for (Measure measure : List.of(Measure.STRATUM_COUNT, Measure.COVARIATE_COUNT)) {
            assertThat(isTestShown(new int[] {30, 30, 0}, new int[] {15, 12}, new int[] {15, 18}, measure))
                    .as(measure.id())
                    .isTrue();
            assertThat(isTestShown(new int[] {30, 30, 0}, new int[] {27, 3}, new int[] {3, 27}, measure))
                    .as(measure.id())
                    .isFalse();
        }
        // Those without a stratum are what the strata leave of the arm, level by level.
        ofStrata.add(isTestShown(new int[] {30, 30, 0}, new int[] {15, 12}, new int[] {12, 18}, Measure.STRATUM_COUNT));
        ofStrata.add(isTestShown(new int[] {30, 33, 0}, new int[] {15, 12}, new int[] {9, 18}, Measure.STRATUM_COUNT));
        assertThat(ofStrata).containsExactly(false);
        assertThat(isTestShown(new int[] {30, 36, 0}, new int[] {15, 12}, new int[] {9, 18}, Measure.STRATUM_COUNT))
                .isTrue();
    }

    private static ResultTable table(List<Result> results) {
        return new ResultTable("compare", List.of(), Map.of(), Map.of(), results, List.of(), List.of());
    }
}
