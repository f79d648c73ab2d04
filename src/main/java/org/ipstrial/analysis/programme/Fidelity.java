package org.ipstrial.analysis.programme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.programme.FidelityBand;
import org.ipstrial.dataset.programme.FidelityReview;
import org.ipstrial.dataset.programme.FidelityReviews;
import org.ipstrial.dataset.programme.FidelityScale;
import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * How faithful is each team to IPS? Items, sections, totals, bands and changes of each review. An item that was not rated
 * is never filled: sums then are ranges, and a band is given only where both ends of the range are in it.
 */
public final class Fidelity {

    /** The command's name. */
    public static final String NAME = "fidelity";

    /** The note of an item without a score. */
    public static final String NOT_RATED = "not-rated";

    /** The note of a sum that lacks items. */
    public static final String ITEMS_MISSING = "items-missing";

    /** The note of a band that the missing items decide. */
    public static final String UNDECIDED = "undecided";

    private static final String TOTAL = Names.pair("part", "total");

    private final List<Result> results = new ArrayList<>();

    private Fidelity() {}

    /**
     * The results of reviews.
     *
     * @param rates the people of each team and how many of them got work; none where nobody gives them
     * @param level the confidence level of the teams' rates
     * @param seed  stated as everywhere; nothing here is random
     */
    public static ResultTable of(FidelityReviews reviews, Map<String, EventCounts> rates, double level, long seed) {
        Fidelity fidelity = new Fidelity();
        List<Series> series = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (FidelityScale scale : reviews.scales()) {
            Map<String, List<FidelityReview>> teams = reviews.teams(scale);
            teams.forEach((team, own) -> {
                fidelity.team(own);
                series.add(trajectory(scale, team, own));
            });
            List<String> items = scale.items();
            for (int item = 1; item <= items.size(); item++) {
                labels.put(scale.id() + ";" + item(item), items.get(item - 1));
            }
            if (!rates.isEmpty()) {
                fidelity.results.addAll(new FidelityAndRates(scale, teams, rates, level).results());
            }
        }
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("level", level);
        stated.put("seed", seed);
        stated.put("rng", RandomStreams.NAME);
        return new ResultTable(NAME, List.of(), stated, labels, fidelity.results, series, List.of());
    }

    /** The key of a team, at a day or at none. */
    static ResultKey key(String outcome, String day, String team) {
        return new ResultKey(NAME, "as-given", "", outcome, day, team, "", "", "", Measure.FIDELITY_SCORE, "");
    }

    private static String item(int number) {
        return Names.pair("item", Integer.toString(number));
    }

    private void team(List<FidelityReview> reviews) {
        Optional<FidelityReview> before = Optional.empty();
        for (FidelityReview review : reviews) {
            ResultKey key = key(review.scale().id(), review.date().toString(), review.team());
            add(key.withTerm(TOTAL), sum(review.total()));
            add(key.withTerm(TOTAL).of(Measure.FIDELITY_BAND, ""), band(review));
            before.ifPresent(last -> add(
                    key.withTerm(Names.pair("since", last.date().toString())).of(Measure.FIDELITY_CHANGE, ""),
                    change(last.total(), review.total())));
            for (FidelityScale.Section section : review.scale().sections()) {
                add(key.withTerm(Names.pair("part", section.name())), sum(review.sum(section)));
            }
            for (int item = 1; item <= review.scale().items().size(); item++) {
                Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
                cells.put(
                        Statistic.ESTIMATE,
                        review.score(item)
                                .map(score -> Cell.of(score, Unit.SCORE))
                                .orElseGet(() -> Cell.empty(Unit.SCORE, NOT_RATED)));
                add(key.withTerm(item(item)), cells);
            }
            before = Optional.of(review);
        }
    }

    private void add(ResultKey key, Map<Statistic, Cell> cells) {
        results.add(new Result(key, cells, ""));
    }

    private static Map<Statistic, Cell> sum(ScoreRange range) {
        Map<Statistic, Cell> cells = range(range.least(), range.most(), range.missing() == 0);
        cells.put(Statistic.MISSING, Cell.count(range.missing()));
        return cells;
    }

    private static Map<Statistic, Cell> change(ScoreRange before, ScoreRange now) {
        return range(now.least() - before.most(), now.most() - before.least(), before.missing() + now.missing() == 0);
    }

    private static Map<Statistic, Cell> range(int least, int most, boolean exact) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ESTIMATE, exact ? Cell.of(least, Unit.SCORE) : Cell.empty(Unit.SCORE, ITEMS_MISSING));
        cells.put(Statistic.MIN, Cell.of(least, Unit.SCORE));
        cells.put(Statistic.MAX, Cell.of(most, Unit.SCORE));
        return cells;
    }

    private static Map<Statistic, Cell> band(FidelityReview review) {
        ScoreRange total = review.total();
        FidelityBand low = review.scale().band(total.least());
        FidelityBand high = review.scale().band(total.most());
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        if (low.equals(high)) {
            cells.put(Statistic.MIN, new Cell(OptionalDouble.of(low.least()), Unit.SCORE, low.id()));
            cells.put(Statistic.MAX, new Cell(OptionalDouble.of(low.most()), Unit.SCORE, low.id()));
        } else {
            cells.put(Statistic.MIN, Cell.empty(Unit.SCORE, UNDECIDED));
            cells.put(Statistic.MAX, Cell.empty(Unit.SCORE, UNDECIDED));
        }
        return cells;
    }

    private static Series trajectory(FidelityScale scale, String team, List<FidelityReview> reviews) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(
                "day",
                reviews.stream()
                        .mapToDouble(review -> review.date().toEpochDay())
                        .toArray());
        columns.put(
                "least",
                reviews.stream().mapToDouble(review -> review.total().least()).toArray());
        columns.put(
                "most",
                reviews.stream().mapToDouble(review -> review.total().most()).toArray());
        return new Series(Names.pair("trajectory", scale.id()) + ";" + Names.pair("team", team), columns);
    }
}
