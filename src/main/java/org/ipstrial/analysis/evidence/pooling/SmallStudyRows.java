package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.FillingMethods;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.StudiesData;
import org.ipstrial.catalogue.studies.StudiesTests;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.bias.Asymmetry;
import org.ipstrial.stats.meta.bias.Filling;
import org.ipstrial.stats.rank.RankAssociation;

/** Whether small studies give other effects, and the pooled effect with the studies filled in that a funnel lacks. */
final class SmallStudyRows {

    private static final int LEAST = 10;
    private static final String FEW = "fewer-than-ten-studies";

    private final MetaRows rows;
    private final PoolingRows pooling;
    private final Findings findings;
    private final Location where;

    SmallStudyRows(MetaRows rows, PoolingRows pooling, Findings findings, Location where) {
        this.rows = rows;
        this.pooling = pooling;
        this.findings = findings;
        this.where = where;
    }

    /** The rows of what is asked for by name. */
    List<Result> of(StudySet set, List<String> wanted) {
        List<Result> results = new ArrayList<>();
        if (wanted.stream().anyMatch(StudiesTests::isOfSignificance)) {
            results.addAll(new ExcessRows(rows).of(set, set.count() < LEAST ? FEW : ""));
        }
        for (Method<StudiesTests.SmallStudies> method : StudiesTests.SMALL_STUDIES.methods()) {
            if (wanted.contains(method.id())) {
                refuseFew(set);
                results.add(test(set, method));
            }
        }
        for (Method<FillingMethods.Filler> method : FillingMethods.FAMILY.methods()) {
            if (wanted.contains(method.id())) {
                refuseFew(set);
                results.addAll(filled(set, method));
            }
        }
        return results;
    }

    private void refuseFew(StudySet set) {
        if (set.count() < LEAST) {
            findings.add(FindingCode.E512, where, set.count());
        }
    }

    private Result test(StudySet set, Method<StudiesTests.SmallStudies> method) {
        ResultKey key = rows.key(MetaRows.POOLED, "", "", Measure.SMALL_STUDY_TEST, method.id());
        boolean possible = set.effects().isPresent()
                && (!StudiesTests.isOfOddsRatios(method.id()) || set.tables().isPresent());
        if (!possible) {
            Reason reason = set.count() == 0 ? Reason.NO_STUDY_WITH_AN_EFFECT : Reason.SPLIT_COUNTS;
            return MetaRows.tested(
                    rows.estimate(key, Estimate.notEstimable(reason), Unit.NONE), TestResult.notEstimable(reason));
        }
        Asymmetry found =
                method.function().of(new StudiesData(set.effects().orElseThrow(), set.tables()), rows.level());
        if (found instanceof Asymmetry.Excess excess) {
            return Results.of(key, excess.test());
        }
        Result result = found instanceof Asymmetry.Slope slope
                ? MetaRows.tested(rows.estimate(key, slope.slope(), Unit.NONE), slope.test())
                : ranks(key, ((Asymmetry.Ranks) found).association());
        return MetaRows.noted(result, set.count() < LEAST ? FEW : "");
    }

    /** A rank correlation with what its p-value is of. */
    private static Result ranks(ResultKey key, RankAssociation association) {
        Map<Statistic, Cell> cells =
                new EnumMap<>(Results.of(key, association.test()).cells());
        cells.put(Statistic.ESTIMATE, Results.cell(association.estimate(), Unit.NONE));
        cells.computeIfPresent(
                Statistic.P_VALUE,
                (any, cell) -> cell.note().isEmpty()
                        ? cell.withNote(association.exact() ? "exact" : "normal-approximation")
                        : cell);
        return new Result(key, cells, "");
    }

    /** By each method that pools effects: how many studies are filled in, the effect with them, and the variance between. */
    private List<Result> filled(StudySet set, Method<FillingMethods.Filler> filler) {
        if (pooling.methods().isEmpty()) {
            findings.add(FindingCode.E519, where, filler.id());
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        for (Method<Pooling> method : pooling.methods()) {
            Filling filling = set.effects()
                    .map(effects -> filler.function().of(effects, PoolingMethods.estimator(method.function())))
                    .orElse(new Filling.Impossible(Reason.NO_STUDY_WITH_AN_EFFECT));
            Pooled pooled = filling.pooled(method.function(), rows.level());
            ResultKey effect = key(rows.measure().measure(), filler, method);
            results.add(MetaRows.noted(rows.effect(effect, pooled), set.count() < LEAST ? FEW : ""));
            rows.logarithm(effect, pooled).ifPresent(results::add);
            pooled.tauSquared()
                    .ifPresent(tau ->
                            results.add(MetaRows.number(key(Measure.TAU_SQUARED, filler, method), tau, Unit.NONE)));
            results.add(new Result(
                    key(Measure.FILLED_STUDIES, filler, method), Map.of(Statistic.ESTIMATE, count(filling)), ""));
        }
        return results;
    }

    private ResultKey key(Measure measure, Method<FillingMethods.Filler> filler, Method<Pooling> method) {
        return rows.key(MetaRows.POOLED, "", Names.pair("adjustment", filler.id()), measure, method.id());
    }

    /** How many studies, with the side. */
    private static Cell count(Filling filling) {
        if (filling instanceof Filling.Done done) {
            Cell count = Cell.count(done.filled());
            return done.filled() == 0
                    ? count
                    : count.withNote("filled-" + done.side().name().toLowerCase(Locale.ROOT));
        }
        return Cell.empty(Unit.COUNT, ((Filling.Impossible) filling).reason().id());
    }
}
