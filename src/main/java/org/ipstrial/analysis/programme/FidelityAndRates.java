package org.ipstrial.analysis.programme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Results;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.AssociationMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.programme.FidelityReview;
import org.ipstrial.dataset.programme.FidelityScale;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.WilsonInterval;
import org.ipstrial.stats.rank.PairedValues;
import org.ipstrial.stats.rank.RankAssociation;

/**
 * The teams' rates beside their fidelity: of each team the latest review in which every item was rated. Nobody was
 * randomised to a team's fidelity, and the results say so.
 *
 * @param scale by which scale
 * @param teams the reviews of each team by it, the earliest first
 * @param rates the people of each team and how many of them got work
 * @param level the confidence level of the rates
 */
record FidelityAndRates(
        FidelityScale scale, Map<String, List<FidelityReview>> teams, Map<String, EventCounts> rates, double level) {

    /** What the outcome of the rates has behind the name of the scale. */
    static final String RATES = "-rates";

    static final String NOT_RANDOMISED = "not-randomised";

    /** The teams that have both numbers, with their rates and totals. */
    List<Result> results() {
        List<Result> results = new ArrayList<>();
        List<double[]> pairs = new ArrayList<>();
        rates.forEach((team, counts) -> latest(team).ifPresent(review -> {
            // An outcome of its own: where a small team's people are hidden, its scores are not.
            ResultKey key = Fidelity.key(scale.id() + RATES, review.date().toString(), team);
            Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
            cells.put(Statistic.ASSESSED, Cell.count(counts.assessed()));
            cells.put(Statistic.EVENTS, Cell.count(counts.events()));
            results.add(new Result(key.of(Measure.COUNT, ""), cells, ""));
            BinomialCount count = new BinomialCount(counts.events(), counts.assessed());
            results.add(Results.of(
                    key.of(Measure.PROPORTION, "wilson"), WilsonInterval.of(count, level), Unit.PROPORTION, level));
            pairs.add(new double[] {review.total().least(), count.proportion()});
        }));
        PairedValues values = new PairedValues(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray());
        for (Method<RankAssociation.Measured> method : AssociationMethods.FAMILY.methods()) {
            RankAssociation association = method.function().of(values);
            ResultKey key = Fidelity.key(scale.id() + RATES, "", "").of(Measure.RANK_ASSOCIATION, method.id());
            Map<Statistic, Cell> cells =
                    new EnumMap<>(Results.of(key, association.test()).cells());
            Cell estimate = Results.cell(association.estimate(), Unit.NONE);
            cells.put(Statistic.ESTIMATE, estimate.note().isEmpty() ? estimate.withNote(NOT_RANDOMISED) : estimate);
            cells.computeIfPresent(
                    Statistic.P_VALUE,
                    (any, cell) -> cell.note().isEmpty()
                            ? cell.withNote(association.exact() ? "exact" : "normal-approximation")
                            : cell);
            cells.put(Statistic.ASSESSED, Cell.count(values.units()));
            results.add(new Result(key, cells, ""));
        }
        return results;
    }

    /** The latest review of a team in which every item was rated. */
    private Optional<FidelityReview> latest(String team) {
        return teams.getOrDefault(team, List.of()).stream()
                .filter(review -> review.total().missing() == 0)
                .reduce((first, second) -> second);
    }
}
