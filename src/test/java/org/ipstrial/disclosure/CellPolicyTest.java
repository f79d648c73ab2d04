package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CellPolicyTest {

    /** Rows and events of a stratum of one arm; everybody is assessed. Those without a level are printed nowhere. */
    private record Stratum(int rows, int events, boolean printed) {}

    /**
     * Plays the attacker, who knows how many people each stratum has and tries every way to share the events that are
     * not shown: for a hidden stratum with a small cell at least as many values as the threshold must fit.
     */
    @Test
    @Tag("attack")
    void nobodyCanWorkOutAHiddenCellFromTotalsAndOtherStrata() {
        SplittableRandom random = new SplittableRandom(20120101);
        int hiddenSeen = 0;
        int shownSeen = 0;
        int withoutSeen = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            int threshold = 2 + random.nextInt(4);
            List<Stratum> strata = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(3); i++) {
                int rows = random.nextInt(14);
                strata.add(new Stratum(rows, rows == 0 ? 0 : random.nextInt(rows + 1), true));
            }
            int without = random.nextInt(3) == 0 ? random.nextInt(7) : 0;
            strata.add(new Stratum(without, without == 0 ? 0 : random.nextInt(without + 1), false));
            ResultTable released =
                    new CellPolicy(threshold).release(table(results(strata))).table();
            for (int i = 0; i < strata.size(); i++) {
                Stratum stratum = strata.get(i);
                boolean small = isSmall(stratum.rows(), threshold)
                        || isSmall(stratum.events(), threshold)
                        || isSmall(stratum.rows() - stratum.events(), threshold);
                Optional<Double> events = shown(released, level(i), Statistic.EVENTS);
                shownSeen += events.isPresent() ? 1 : 0;
                if (small) {
                    hiddenSeen++;
                    withoutSeen += stratum.printed() ? 0 : 1;
                    assertThat(events).as("%s at %d", strata, threshold).isEmpty();
                    if (stratum.events() > 0 && stratum.events() < stratum.rows()) {
                        assertThat(feasible(released, strata, i))
                                .as("%s, stratum %d at %d", strata, i, threshold)
                                .hasSizeGreaterThanOrEqualTo(Math.min(threshold, stratum.rows() + 1));
                    }
                }
            }
        }
        assertThat(hiddenSeen).isGreaterThan(10_000);
        assertThat(shownSeen).isGreaterThan(5_000);
        assertThat(withoutSeen).isGreaterThan(2_000);
    }

    /** Of two analyses of one outcome, one of them of some of the people of the other, the difference tells of the rest. */
    @Test
    void nobodyCanWorkOutASmallRestFromTwoAnalyses() {
        int hidden = 0;
        for (int rows = 0; rows <= 16; rows++) {
            for (int events = 0; events <= rows; events++) {
                for (int some = 0; some <= rows; some++) {
                    for (int theirs = Math.max(0, events - (rows - some)); theirs <= Math.min(events, some); theirs++) {
                        ResultTable table = new CellPolicy(4)
                                .release(table(
                                        List.of(count("IPS", "", rows, events), inAnalysis("women", some, theirs))))
                                .table();
                        boolean whole =
                                table.results().get(0).value(Statistic.EVENTS).isPresent();
                        boolean part =
                                table.results().get(1).value(Statistic.EVENTS).isPresent();
                        if (whole && part) {
                            assertThat(List.of(rows - some, events - theirs, rows - some - events + theirs))
                                    .as("%d of %d, %d of %d", theirs, some, events, rows)
                                    .noneMatch(count -> isSmall(count, 4));
                        } else {
                            hidden++;
                        }
                    }
                }
            }
        }
        assertThat(hidden).isPositive();
    }

    @Test
    void twoAnalysesOfTheSamePeopleHideAlike() {
        List<Result> results = List.of(
                count("IPS", "", 40, 20),
                count("IPS", level(0), 10, 3),
                count("IPS", level(1), 30, 17),
                inAnalysis("again", 30, 17));

        List<Result> released =
                new CellPolicy(5).release(table(results)).table().results();

        // The larger stratum is hidden for the smaller's sake, and would be read off the other analysis.
        assertThat(released)
                .extracting(result -> result.value(Statistic.EVENTS).isPresent())
                .containsExactly(true, false, false, false);
    }

    /** 20 did work or education, 17 work: three did education alone. */
    @Test
    void anOutcomeWithinAnotherIsHiddenWhereFewAreBetweenThem() {
        Nesting nesting = new Nesting(Set.of(new Nesting.Pair("employed", "worked")));
        ResultTable close = table(List.of(count("IPS", "", 40, 20), of("worked", 40, 17)));
        ResultTable far = table(List.of(count("IPS", "", 40, 20), of("worked", 40, 12)));

        assertThat(events(new CellPolicy(5).release(close, nesting)))
                .containsExactly(Optional.of(20.0), Optional.empty());
        assertThat(events(new CellPolicy(5).release(far, nesting)))
                .containsExactly(Optional.of(20.0), Optional.of(12.0));
        assertThat(events(new CellPolicy(5).release(close))).containsExactly(Optional.of(20.0), Optional.of(17.0));
    }

    @Test
    void aFlowShowsTheSizeOfAnArmAndNothingElseOfOneWithASmallCell() {
        ResultKey ips = new ResultKey("flow", "all-randomised", "", "", "", "IPS", "", "", "", Measure.COUNT, "");
        List<Result> results = new ArrayList<>();
        for (String arm : List.of("IPS", "SAU")) {
            results.add(people(ips.ofArm(arm), 40));
            results.add(people(ips.ofArm(arm).withTerm("follow-up=died"), arm.equals("IPS") ? 2 : 6));
            results.add(people(ips.ofArm(arm).withTerm("follow-up=completed"), arm.equals("IPS") ? 38 : 34));
        }
        ResultTable flow =
                new ResultTable("flow", List.of(), new LinkedHashMap<>(), Map.of(), results, List.of(), List.of());

        assertThat(new CellPolicy(5).release(flow).table().results())
                .extracting(result ->
                        result.value(Statistic.RANDOMISED).map(Double::intValue).orElse(-1))
                .containsExactly(40, -1, -1, 40, 6, 34);
    }

    private static Result people(ResultKey key, int count) {
        return new Result(key, Map.of(Statistic.RANDOMISED, Cell.count(count)), "");
    }

    private static Result inAnalysis(String analysis, int rows, int events) {
        ResultKey key = new ResultKey(
                analysis, "all-randomised", "none-missing", "employed", "", "IPS", "", "", "", Measure.COUNT, "");
        return new Result(key, count("IPS", "", rows, events).cells(), "");
    }

    private static Result of(String outcome, int rows, int events) {
        ResultKey key =
                new ResultKey("rates", "all-rows", "none-missing", outcome, "", "IPS", "", "", "", Measure.COUNT, "");
        return new Result(key, count("IPS", "", rows, events).cells(), "");
    }

    private static List<Optional<Double>> events(ReleasedTable released) {
        return released.table().results().stream()
                .map(result -> result.value(Statistic.EVENTS))
                .toList();
    }

    @Test
    void contrastsOfAHiddenArmAreHiddenAndTheLevelIsNot() {
        ResultKey contrast = key("SAU", "").ofContrast("IPS", "SAU").of(Measure.RISK_DIFFERENCE, "wald");
        Result difference = new Result(
                contrast,
                Map.of(
                        Statistic.ESTIMATE, Cell.of(0.5, Unit.PROPORTION_DIFFERENCE),
                        Statistic.CONF_LEVEL, Cell.of(0.95, Unit.PROPORTION)),
                "");
        ResultTable table = table(List.of(count("IPS", "", 20, 10), count("SAU", "", 20, 2), difference));

        ResultTable released = new CellPolicy(5).release(table).table();

        Result hidden = released.results().get(2);
        assertThat(hidden.cells().get(Statistic.ESTIMATE).note()).isEqualTo("suppressed");
        assertThat(hidden.value(Statistic.ESTIMATE)).isEmpty();
        assertThat(hidden.value(Statistic.CONF_LEVEL)).contains(0.95);
        assertThat(released.results().get(0).value(Statistic.EVENTS)).contains(10.0);
        assertThat(released.settings()).containsEntry("min-cell", 5L);
    }

    @Test
    void nothingIsHiddenWithoutAThresholdAndZeroPeopleAreNotFew() {
        ResultTable table = table(List.of(count("IPS", "", 20, 0), count("SAU", "", 20, 2)));

        assertThat(CellPolicy.NONE.release(table).table()).isSameAs(table);
        assertThat(new CellPolicy(5).release(table).table().results().get(0).value(Statistic.EVENTS))
                .contains(0.0);
    }

    @Test
    void theLargestAmountIsOnePersons() {
        Result summary = new Result(
                key("IPS", "").of(Measure.SUMMARY, ""),
                Map.of(
                        Statistic.MEAN, Cell.of(10, Unit.HOURS),
                        Statistic.MIN, Cell.of(0, Unit.HOURS),
                        Statistic.P25, Cell.of(0, Unit.HOURS),
                        Statistic.MAX, Cell.of(170, Unit.HOURS),
                        Statistic.ZEROS, Cell.count(12)),
                "");
        Result counts = new Result(
                key("IPS", ""), Map.of(Statistic.RANDOMISED, Cell.count(40), Statistic.ASSESSED, Cell.count(40)), "");

        Result released = new CellPolicy(5)
                .release(table(List.of(counts, summary)))
                .table()
                .results()
                .get(1);

        assertThat(released.value(Statistic.MEAN)).contains(10.0);
        assertThat(released.value(Statistic.MIN)).contains(0.0);
        assertThat(released.value(Statistic.P25)).contains(0.0);
        assertThat(released.value(Statistic.MAX)).isEmpty();
    }

    @Test
    void wordsWithCountsInThemAreHiddenToo() {
        ResultTable table = new ResultTable(
                "rates",
                List.of(),
                Map.of(),
                Map.of(),
                List.of(count("IPS", "", 20, 10)),
                List.of(),
                List.of(new Remark("W010", "in.csv", 0, "site", "rows without a value: 1")));

        assertThat(new CellPolicy(5).release(table).table().findings())
                .extracting(Remark::message)
                .containsExactly("not shown where small cells are hidden");
    }

    @Test
    void refusesANegativeThreshold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellPolicy(-1))
                .withMessage("threshold must be at least 0, got -1");
    }

    private static boolean isSmall(int number, int threshold) {
        return number > 0 && number < threshold;
    }

    /** Every number of events that a stratum could have, given what is shown and the size of every stratum. */
    private static TreeSet<Integer> feasible(ResultTable released, List<Stratum> strata, int wanted) {
        Optional<Double> total = shown(released, "", Statistic.EVENTS);
        TreeSet<Integer> values = new TreeSet<>();
        assign(released, strata, 0, total.map(Double::intValue).orElse(-1), 0, wanted, 0, values);
        return values;
    }

    private static void assign(
            ResultTable released,
            List<Stratum> strata,
            int next,
            int total,
            int sum,
            int wanted,
            int valueOfWanted,
            TreeSet<Integer> values) {
        if (next == strata.size()) {
            if (total < 0 || sum == total) {
                values.add(valueOfWanted);
            }
            return;
        }
        Optional<Double> shown = shown(released, level(next), Statistic.EVENTS);
        int from = shown.map(Double::intValue).orElse(0);
        int to = shown.map(Double::intValue).orElse(strata.get(next).rows());
        for (int events = from; events <= to; events++) {
            int value = next == wanted ? events : valueOfWanted;
            assign(released, strata, next + 1, total, sum + events, wanted, value, values);
        }
    }

    private static Optional<Double> shown(ResultTable table, String stratum, Statistic statistic) {
        return table.results().stream()
                .filter(result -> result.key().stratum().equals(stratum))
                .findFirst()
                .flatMap(result -> result.value(statistic));
    }

    private static ResultTable table(List<Result> results) {
        return new ResultTable("rates", List.of(), new LinkedHashMap<>(), Map.of(), results, List.of(), List.of());
    }

    private static List<Result> results(List<Stratum> strata) {
        List<Result> results = new ArrayList<>();
        results.add(count(
                "IPS",
                "",
                strata.stream().mapToInt(Stratum::rows).sum(),
                strata.stream().mapToInt(Stratum::events).sum()));
        for (int i = 0; i < strata.size(); i++) {
            if (strata.get(i).printed()) {
                results.add(count(
                        "IPS", level(i), strata.get(i).rows(), strata.get(i).events()));
            }
        }
        return results;
    }

    private static String level(int i) {
        return Names.pair("site", "S" + i);
    }

    private static Result count(String arm, String stratum, int rows, int events) {
        return new Result(
                key(arm, stratum),
                Map.of(
                        Statistic.RANDOMISED, Cell.count(rows),
                        Statistic.ASSESSED, Cell.count(rows),
                        Statistic.MISSING, Cell.count(0),
                        Statistic.EVENTS, Cell.count(events)),
                "");
    }

    private static ResultKey key(String arm, String stratum) {
        return new ResultKey(
                "rates", "all-rows", "none-missing", "employed", "", arm, "", stratum, "", Measure.COUNT, "");
    }
}
