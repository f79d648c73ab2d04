package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.junit.jupiter.api.Test;

/** What the audit says of each number that is hidden. */
class WhyHiddenTest {

    private static final ResultKey A = Rows.key("compare", "employed", "A");
    private static final ResultKey B = A.ofArm("B");
    private static final ResultKey CONTRAST = A.ofContrast("A", "B").of(Measure.RISK_DIFFERENCE, "wald");

    private static ReleasedTable released(String command, List<Result> results, List<Series> series) {
        return new CellPolicy(5).release(Rows.table(command, results, series));
    }

    private static Optional<Hidden> about(ReleasedTable table, Result result) {
        return table.hidden().stream()
                .filter(hidden -> hidden.key().equals(result.key()))
                .findFirst();
    }

    private static Optional<Hidden.Why> why(ReleasedTable table, Result result) {
        return about(table, result).map(Hidden::why);
    }

    @Test
    void theGroupItselfAndWhatIsComparedWithIt() {
        Result small = Rows.counts(B, 20, 0, 2);
        Result large = Rows.counts(A, 20, 0, 10);
        Result contrast = Rows.number(CONTRAST);
        ReleasedTable table = released("compare", List.of(large, small, contrast), List.of());

        assertThat(why(table, small)).contains(Hidden.Why.GROUP);
        assertThat(about(table, small).orElseThrow().statistics())
                .containsExactlyInAnyOrder(
                        Statistic.RANDOMISED, Statistic.ASSESSED, Statistic.MISSING, Statistic.EVENTS);
        assertThat(why(table, contrast)).contains(Hidden.Why.COMPARED);
        assertThat(why(table, large)).isEmpty();
        assertThat(table.hidden()).hasSize(2);
    }

    /** One of three sites of A has three people; the arms as a whole are shown. */
    @Test
    void whatIsOverStrata() {
        List<Result> results = new ArrayList<>(List.of(Rows.counts(A, 43, 0, 20), Rows.counts(B, 40, 0, 20)));
        results.add(Rows.counts(A.withTerm("site=n").of(Measure.STRATUM_COUNT, ""), 40, 0, 18));
        results.add(Rows.counts(A.withTerm("site=s").of(Measure.STRATUM_COUNT, ""), 3, 0, 2));
        results.add(Rows.counts(B.withTerm("site=n").of(Measure.STRATUM_COUNT, ""), 40, 0, 20));
        Result over = Rows.number(CONTRAST.withTerm("strata=site"));
        results.add(over);

        ReleasedTable table = released("compare", results, List.of());

        assertThat(why(table, over)).contains(Hidden.Why.STRATA);
        assertThat(why(table, results.get(0))).isEmpty();

        // That nobody had the event in a stratum is a row of its own, which is there or is not.
        results.add(new Result(
                CONTRAST.withTerm("site=n").of(Measure.STRATUM_COUNT, ""),
                Map.of(Statistic.ASSESSED, Cell.count(9).withNote("no-events-in-either-arm")),
                ""));
        assertThat(released("compare", results, List.of()).table().results()).hasSize(results.size() - 1);
        assertThat(new CellPolicy(1)
                        .release(Rows.table("compare", results, List.of()))
                        .table()
                        .results())
                .hasSize(results.size());
    }

    @Test
    void whatIsOfAModel() {
        Result model = Rows.number(CONTRAST.withTerm(Names.adjusted(List.of("site"))));
        ReleasedTable table = released(
                "compare",
                List.of(
                        Rows.counts(A, 43, 0, 20),
                        Rows.counts(B, 40, 0, 20),
                        Rows.counts(A.withTerm("covariate=site").of(Measure.COVARIATE_COUNT, ""), 3, 0, 0),
                        model),
                List.of());

        assertThat(why(table, model)).contains(Hidden.Why.COVARIATES);
    }

    @Test
    void whatIsOverTime() {
        Result curve = Rows.number(Rows.key("survival", "days", "A").of(Measure.RMST, ""));
        ReleasedTable table = released("survival", List.of(curve), List.of(Rows.people("left;arm=A", 9, 2)));

        assertThat(why(table, curve)).contains(Hidden.Why.TIMES);
    }

    /** Of the women of A two had work; the interaction goes over women and men. */
    @Test
    void whatIsOverLevels() {
        List<Result> results = new ArrayList<>();
        for (String arm : List.of("A", "B")) {
            int few = arm.equals("A") ? 2 : 10;
            results.add(Rows.counts(Rows.within("compare", "employed", arm, ""), 60, 0, few + 20));
            results.add(Rows.counts(Rows.within("compare", "employed", arm, "sex=female"), 20, 0, few));
            results.add(Rows.counts(Rows.within("compare", "employed", arm, "sex=male"), 40, 0, 20));
        }
        Result by = Rows.number(CONTRAST.withTerm("by=sex").of(Measure.INTERACTION_TEST, "wald"));
        Result other = Rows.number(CONTRAST.withTerm("by=site").of(Measure.INTERACTION_TEST, "wald"));
        Result adjusted = Rows.number(CONTRAST.withTerm("by=site").of(Measure.INTERACTION_TEST, "wald+holm"));
        Result elsewhere = Rows.number(by.key().of("hours"));
        Result later = Rows.number(by.key().withTimepoint("12 months"));
        Result again = Rows.number(by.key().ofAnalysis("again"));
        results.addAll(List.of(by, other, adjusted, elsewhere, later, again));

        ReleasedTable table = released("compare", results, List.of());

        assertThat(why(table, by)).contains(Hidden.Why.LEVELS);
        assertThat(why(table, adjusted)).contains(Hidden.Why.LEVELS);
        assertThat(List.of(other, elsewhere, later, again))
                .allMatch(result -> about(table, result).isEmpty());
    }

    @Test
    void whatIsOverArms() {
        Result test = Rows.number(Rows.key("compare", "employed", "").of(Measure.TEST, "chi-squared"));
        ReleasedTable table = released(
                "compare",
                List.of(Rows.counts(A, 20, 0, 2), Rows.counts(B, 20, 0, 10), Rows.counts(A.ofArm("C"), 20, 0, 9), test),
                List.of());

        assertThat(why(table, test)).contains(Hidden.Why.ARMS);
    }

    private static Result summary(ResultKey key, double min, double max, int zeros) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.MEAN, Cell.of(12, Unit.HOURS));
        cells.put(Statistic.MIN, Cell.of(min, Unit.HOURS));
        cells.put(Statistic.P25, Cell.of(min, Unit.HOURS));
        cells.put(Statistic.P75, Cell.of(max, Unit.HOURS));
        cells.put(Statistic.MAX, Cell.of(max, Unit.HOURS));
        cells.put(Statistic.ZEROS, Cell.count(zeros));
        return new Result(key.of(Measure.SUMMARY, ""), cells, "");
    }

    private static List<Statistic> hiddenOf(int people, double min, double max, int zeros) {
        Map<Statistic, Cell> cells =
                Map.of(Statistic.ASSESSED, Cell.count(people), Statistic.RANDOMISED, Cell.count(people));
        Result counts = new Result(A.of("hours"), cells, "");
        Result summary = summary(counts.key(), min, max, zeros);
        return about(released("rates", List.of(counts, summary), List.of()), summary)
                .map(Hidden::statistics)
                .orElse(List.of());
    }

    /** The largest is one person's, the smallest unless five or more share nothing, quartiles of fewer than ten. */
    @Test
    void theAmountsOfOnePerson() {
        assertThat(hiddenOf(10, 0, 30, 5)).containsExactly(Statistic.MAX);
        assertThat(hiddenOf(9, 0, 30, 0))
                .containsExactlyInAnyOrder(Statistic.MIN, Statistic.P25, Statistic.P75, Statistic.MAX);
        assertThat(hiddenOf(10, 2, 30, 5)).containsExactlyInAnyOrder(Statistic.MIN, Statistic.MAX);
        assertThat(hiddenOf(10, 0, 0, 10)).isEmpty();
        assertThat(hiddenOf(10, 0, 30, 0)).containsExactlyInAnyOrder(Statistic.MIN, Statistic.MAX);
    }

    /** Those with some only: how many have nothing is counted among them alone. */
    @Test
    void amountsOfWorkersAreHeldToTheWorkers() {
        ResultKey workers = A.of("wage").withAnalysisSet("workers-only");
        for (int[] row : new int[][] {{20, 0, 0}, {20, 4, 1}, {20, 16, 1}, {20, 5, 0}, {9, 0, 2}}) {
            Result counts = new Result(
                    workers, Map.of(Statistic.ASSESSED, Cell.count(row[0]), Statistic.MISSING, Cell.count(0)), "");
            Result summary = summary(workers, 3, 8, row[1]);
            ReleasedTable table = released("rates", List.of(counts, summary), List.of());
            List<Statistic> hidden =
                    about(table, summary).map(Hidden::statistics).orElse(List.of());

            assertThat(hidden.contains(Statistic.ZEROS)).isEqualTo(row[2] == 1);
            assertThat(hidden.contains(Statistic.P25)).isEqualTo(row[2] == 2);
            assertThat(why(table, summary)).contains(Hidden.Why.ONE_PERSON);
        }
    }

    @Test
    void theNamesThatTheAuditUses() {
        assertThat(Hidden.Why.values())
                .extracting(Hidden.Why::id)
                .containsExactly(
                        "group",
                        "compared-with-hidden-group",
                        "over-strata",
                        "of-model",
                        "over-time",
                        "over-levels",
                        "over-arms",
                        "one-person");
    }

    /** Two parts of an interval, and whether there is a standard error, would tell of what is hidden. */
    @Test
    void whetherNumbersAreThereTellsNothing() {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        for (Statistic statistic : List.of(
                Statistic.ESTIMATE,
                Statistic.STD_ERROR,
                Statistic.CONF_LOW,
                Statistic.CONF_LOW_2,
                Statistic.CONF_HIGH_2,
                Statistic.CONF_LEVEL)) {
            cells.put(statistic, Cell.of(0.5, Unit.NONE));
        }
        Result difference = new Result(CONTRAST, cells, "");
        Result model = new Result(CONTRAST.withTerm(Names.adjusted(List.of("site"))), cells, "");
        List<Result> results = List.of(Rows.counts(A, 20, 0, 2), Rows.counts(B, 20, 0, 10), difference, model);

        List<Result> hidden = released("compare", results, List.of()).table().results();

        assertThat(hidden.get(2).cells())
                .containsOnlyKeys(Statistic.ESTIMATE, Statistic.STD_ERROR, Statistic.CONF_LOW, Statistic.CONF_LEVEL);
        assertThat(hidden.get(3).cells())
                .containsOnlyKeys(Statistic.ESTIMATE, Statistic.CONF_LOW, Statistic.CONF_LEVEL);
        assertThat(hidden.get(2).value(Statistic.CONF_LEVEL)).contains(0.5);
        assertThat(hidden.get(2).value(Statistic.CONF_LOW)).isEmpty();
        assertThat(new CellPolicy(2)
                        .release(Rows.table("compare", results, List.of()))
                        .table()
                        .results()
                        .get(2)
                        .cells())
                .isEqualTo(cells);
    }

    /** An arm's size is known to whoever reads the trial; a size below the threshold is not printed all the same. */
    @Test
    void theSizeOfAnArmIsShownUnlessItIsSmall() {
        for (int size : new int[] {4, 5}) {
            ResultKey arm = new ResultKey("flow", "", "", "", "", "A", "", "", "", Measure.COUNT, "");
            Result whole = Rows.count(arm, Statistic.RANDOMISED, size);
            Result died = Rows.count(arm.withTerm("follow-up=died"), Statistic.RANDOMISED, 1);
            List<Result> shown =
                    released("flow", List.of(whole, died), List.of()).table().results();

            assertThat(shown.get(0).value(Statistic.RANDOMISED).isPresent()).isEqualTo(size == 5);
            assertThat(shown.get(1).value(Statistic.RANDOMISED)).isEmpty();
        }
    }
}
