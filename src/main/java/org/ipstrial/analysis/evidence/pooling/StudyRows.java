package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.evidence.pooling.studies.EmptyCells;
import org.ipstrial.analysis.evidence.pooling.studies.PooledStudy;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.meta.effect.ArmCounts;

/** What each study says alone: its counts, its effect, its weights. */
final class StudyRows {

    private static final String TREATMENT = "arm=treatment";
    private static final String CONTROL = "arm=control";

    private final MetaRows rows;

    StudyRows(MetaRows rows) {
        this.rows = rows;
    }

    List<Result> of(List<PooledStudy> studies) {
        List<Result> results = new ArrayList<>();
        for (PooledStudy study : studies) {
            study.counts().ifPresent(counts -> {
                results.add(count(study.name(), TREATMENT, counts.groupEvents(), counts.groupPeople()));
                results.add(count(study.name(), CONTROL, counts.referenceEvents(), counts.referencePeople()));
            });
            ResultKey key = rows.key(
                    study.name(),
                    "",
                    "",
                    rows.measure().measure(),
                    rows.measure().studyMethod());
            results.add(MetaRows.noted(
                    rows.estimate(
                            key,
                            rows.measure().read(estimate(study)),
                            rows.measure().unit()),
                    study.note()));
        }
        return results;
    }

    /**
     * How many studies, and people, are pooled.
     *
     * @param byCounts whether no method takes the effects of single studies, so that those count too which have none
     */
    List<Result> total(List<PooledStudy> studies, StudySet set, boolean byCounts) {
        long telling = studies.stream()
                .filter(study -> !EmptyCells.tellsNothing(rows.measure(), study))
                .count();
        List<Result> results = new ArrayList<>();
        results.add(new Result(
                rows.key(MetaRows.POOLED, "", "", Measure.COUNT, ""),
                Map.of(Statistic.STUDIES, Cell.count(byCounts ? telling : set.count())),
                ""));
        List<ArmCounts> counts = studies.stream()
                .map(PooledStudy::counts)
                .flatMap(Optional::stream)
                .toList();
        if (!counts.isEmpty()) {
            results.add(count(
                    MetaRows.POOLED,
                    TREATMENT,
                    counts.stream().mapToDouble(ArmCounts::groupEvents).sum(),
                    counts.stream().mapToDouble(ArmCounts::groupPeople).sum()));
            results.add(count(
                    MetaRows.POOLED,
                    CONTROL,
                    counts.stream().mapToDouble(ArmCounts::referenceEvents).sum(),
                    counts.stream().mapToDouble(ArmCounts::referencePeople).sum()));
        }
        return results;
    }

    private Result count(String group, String term, double events, double people) {
        return new Result(
                rows.key(group, "", term, Measure.COUNT, ""),
                Map.of(
                        Statistic.ASSESSED, Cell.of(people, Unit.COUNT),
                        Statistic.EVENTS, Cell.of(events, Unit.COUNT)),
                "");
    }

    private Estimate estimate(PooledStudy study) {
        if (study.effect() instanceof StudyEffect.Unknown unknown) {
            return Estimate.notEstimable(unknown.reason());
        }
        StudyEffect.Known known = (StudyEffect.Known) study.effect();
        return MeanLimits.NORMAL
                .of(known.estimate(), Math.sqrt(known.variance()), 0, rows.level(), Optional.empty())
                .effect();
    }

    /** The share of each study in the weights of a method. */
    List<Result> weights(StudySet set, List<Method<Pooling>> methods) {
        List<Result> results = new ArrayList<>();
        if (set.count() < 2) {
            return results;
        }
        for (Method<Pooling> method : methods) {
            WeightedFit fit = WeightedFit.at(set.model(), set.tauSquared(method));
            double sum = fit.weightSum();
            for (int i = 0; i < set.count(); i++) {
                results.add(MetaRows.number(
                        rows.key(set.known().get(i).name(), "", "", Measure.WEIGHT, method.id()),
                        fit.weight(i) / sum,
                        Unit.PROPORTION));
            }
        }
        return results;
    }
}
