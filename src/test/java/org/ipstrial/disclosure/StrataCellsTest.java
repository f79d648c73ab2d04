package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

/** What is combined over strata is shown only where no count in any stratum of its arms is small. */
class StrataCellsTest {

    private static final List<String> ARMS = List.of("A", "B", "C");
    private static final String STRATA = Names.strata(List.of("site"));

    /** Rows, missing and events of one arm in one stratum. */
    private record Count(int rows, int missing, int events) {

        boolean small(int threshold) {
            return List.of(rows, missing, events, rows - missing - events, rows - missing).stream()
                    .anyMatch(number -> number > 0 && number < threshold);
        }

        Count plus(Count other) {
            return new Count(rows + other.rows, missing + other.missing, events + other.events);
        }
    }

    private static ResultKey key(
            String by, String group, String reference, String term, Measure measure, String method) {
        return new ResultKey("compare", "all-rows", "", "employed", "", group, reference, by, term, measure, method);
    }

    private static Result counts(ResultKey key, Count count) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(count.rows()));
        cells.put(Statistic.ASSESSED, Cell.count(count.rows() - count.missing()));
        cells.put(Statistic.MISSING, Cell.count(count.missing()));
        cells.put(Statistic.EVENTS, Cell.count(count.events()));
        return new Result(key, cells, "");
    }

    /** The last stratum of each arm are those whose stratum is not known. */
    private static List<Result> results(String by, List<List<Count>> arms) {
        List<Result> results = new ArrayList<>();
        for (int arm = 0; arm < ARMS.size(); arm++) {
            Count whole = arms.get(arm).stream().reduce(new Count(0, 0, 0), Count::plus);
            results.add(counts(key(by, ARMS.get(arm), "", "", Measure.COUNT, ""), whole));
            for (int h = 0; h + 1 < arms.get(arm).size(); h++) {
                results.add(counts(
                        key(by, ARMS.get(arm), "", Names.pair("site", "s" + h), Measure.STRATUM_COUNT, ""),
                        arms.get(arm).get(h)));
            }
        }
        results.add(new Result(
                key(by, "", "", STRATA, Measure.TEST, "general-association"),
                Map.of(
                        Statistic.STATISTIC, Cell.of(7.65, Unit.NONE),
                        Statistic.DF, Cell.of(2, Unit.NONE),
                        Statistic.P_VALUE, Cell.of(0.0218, Unit.P)),
                ""));
        for (String group : List.of("A", "B")) {
            results.add(new Result(
                    key(by, group, "C", STRATA, Measure.RISK_DIFFERENCE, "mantel-haenszel-sato"),
                    Map.of(
                            Statistic.ESTIMATE, Cell.of(0.1234, Unit.PROPORTION_DIFFERENCE),
                            Statistic.STD_ERROR, Cell.of(0.0567, Unit.PROPORTION_DIFFERENCE)),
                    ""));
            results.add(new Result(
                    key(by, group, "C", Names.pair("site", "s0"), Measure.STRATUM_COUNT, ""),
                    Map.of(Statistic.ASSESSED, Cell.count(9).withNote("no-events-in-either-arm")),
                    ""));
        }
        return results;
    }

    private static List<List<Count>> arms(SplittableRandom random, int strata, int least) {
        List<List<Count>> arms = new ArrayList<>();
        for (int arm = 0; arm < ARMS.size(); arm++) {
            List<Count> counts = new ArrayList<>();
            for (int h = 0; h <= strata; h++) {
                boolean none = h == strata && random.nextInt(3) > 0;
                int missing = random.nextInt(3) == 0 ? least + random.nextInt(6) : 0;
                int events = least + random.nextInt(6);
                counts.add(
                        none
                                ? new Count(0, 0, 0)
                                : new Count(missing + events + least + random.nextInt(6), missing, events));
            }
            arms.add(counts);
        }
        return arms;
    }

    @Test
    @Tag("attack")
    void isHiddenExactlyWhereAStratumOfOneOfItsArmsIsSmall() {
        SplittableRandom random = new SplittableRandom(19890301);
        int hidden = 0;
        int shown = 0;
        int overall = 0;
        for (int trial = 0; trial < 5_000; trial++) {
            int threshold = 2 + random.nextInt(4);
            int least = random.nextInt(2) * threshold;
            List<List<Count>> everybody = arms(random, 1 + random.nextInt(3), least);
            List<List<Count>> women = arms(random, 1 + random.nextInt(2), threshold);
            List<Result> results = new ArrayList<>(results("", everybody));
            results.addAll(results("sex=female", women));
            ResultTable released =
                    new CellPolicy(threshold).release(table(results)).table();
            for (Result result : released.results()) {
                ResultKey key = result.key();
                boolean small = anySmall(everybody, key, threshold) || anySmall(women, key, threshold);
                if (key.measure() == Measure.TEST) {
                    overall += small ? 0 : 1;
                    if (small) {
                        assertThat(result.value(Statistic.P_VALUE))
                                .as(everybody + " " + key)
                                .isEmpty();
                        assertThat(result.cells()).containsOnlyKeys(Statistic.P_VALUE);
                    }
                } else if (key.term().equals(STRATA)) {
                    if (small) {
                        hidden++;
                        assertThat(result.value(Statistic.ESTIMATE))
                                .as(everybody + " " + key)
                                .isEmpty();
                        assertThat(result.cells()).doesNotContainKey(Statistic.STD_ERROR);
                    } else if (result.value(Statistic.ESTIMATE).isPresent()) {
                        shown++;
                    }
                } else if (key.measure() == Measure.STRATUM_COUNT && small) {
                    assertThat(key.reference())
                            .as("a row that tells of a stratum")
                            .isEmpty();
                    assertThat(result.cells().values())
                            .allMatch(cell -> cell.value().isEmpty());
                }
            }
        }
        assertThat(hidden).isGreaterThan(1_000);
        assertThat(shown).isGreaterThan(1_000);
        assertThat(overall).isGreaterThan(1_000);
    }

    private static List<List<Count>> inEachArm(Count... ofA) {
        Count none = new Count(0, 0, 0);
        List<Count> others = new ArrayList<>();
        for (int h = 0; h < ofA.length; h++) {
            others.add(new Count(20 * (h + 1), 0, 10 * (h + 1)));
        }
        others.add(none);
        List<Count> first = new ArrayList<>(List.of(ofA));
        first.add(none);
        return List.of(first, others, others);
    }

    private static List<String> shown(List<Result> results) {
        return new CellPolicy(5)
                .release(table(results)).table().results().stream()
                        .filter(result -> result.key().term().equals(STRATA)
                                && result.value(Statistic.ESTIMATE).isPresent())
                        .map(result -> result.key().analysis() + ";"
                                + result.key().stratum() + ";" + result.key().group())
                        .toList();
    }

    /** Each analysis is fine for itself; what the second leaves of the first is a stratum of two people. */
    @Test
    void strataOfTwoAnalysesAreHeldAgainstEachOther() {
        List<Result> results = new ArrayList<>(results("", inEachArm(new Count(40, 0, 20), new Count(40, 0, 20))));
        for (Result result : results("", inEachArm(new Count(38, 0, 20), new Count(20, 0, 10)))) {
            ResultKey key = result.key();
            ResultKey second = new ResultKey(
                    "second",
                    key.analysisSet(),
                    key.missingRule(),
                    key.outcome(),
                    key.timepoint(),
                    key.group(),
                    key.reference(),
                    key.stratum(),
                    key.term(),
                    key.measure(),
                    key.method());
            results.add(new Result(second, result.cells(), result.status()));
        }
        assertThat(shown(results)).containsExactly("compare;;A", "compare;;B", "second;;B");
    }

    /** Who is in no level of the column within whose levels the analysis is repeated follows from the strata too. */
    @Test
    void whomTheStrataOfLevelsLeaveAreLookedAt() {
        List<Result> results = new ArrayList<>();
        results.addAll(results(
                "",
                List.of(
                        List.of(new Count(40, 0, 20), new Count(0, 0, 0)),
                        List.of(new Count(40, 0, 20), new Count(0, 0, 0)),
                        List.of(new Count(40, 0, 20), new Count(0, 0, 0)))));
        results.addAll(results("sex=female", inEachArm(new Count(20, 0, 10))));
        assertThat(shown(results)).contains("compare;;A", "compare;sex=female;A");

        results.addAll(results("sex=male", inEachArm(new Count(18, 0, 10))));
        assertThat(shown(results)).doesNotContain("compare;;A", "compare;sex=female;A", "compare;sex=male;A");
        assertThat(shown(results)).contains("compare;;B");
    }

    private static boolean anySmall(List<List<Count>> arms, ResultKey key, int threshold) {
        boolean small = false;
        for (int arm = 0; arm < ARMS.size(); arm++) {
            if (key.group().isEmpty()
                    || key.group().equals(ARMS.get(arm))
                    || key.reference().equals(ARMS.get(arm))) {
                small |= arms.get(arm).stream().anyMatch(count -> count.small(threshold));
            }
        }
        return small;
    }

    private static ResultTable table(List<Result> results) {
        return new ResultTable("compare", List.of(), Map.of(), Map.of(), results, List.of(), List.of());
    }
}
