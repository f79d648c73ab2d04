package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipstrial.analysis.evidence.pooling.studies.PooledStudy;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.VarianceEstimators;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.meta.influence.Influence;

/** What single studies do to the pooled effect: each left out, added by year, and how far each moves it. */
final class SensitivityRows {

    private static final int LEAST_FOR_INFLUENCE = 3;

    private final MetaRows rows;
    private final PoolingRows pooling;

    SensitivityRows(MetaRows rows, PoolingRows pooling) {
        this.rows = rows;
        this.pooling = pooling;
    }

    /** Each study left out in turn. */
    List<Result> leaveOneOut(StudySet set) {
        List<Result> results = new ArrayList<>();
        for (PooledStudy left : set.known()) {
            StudySet others = StudySet.of(
                    set.known().stream().filter(study -> study != left).toList());
            results.addAll(pooled(others, Names.pair("without", left.name())));
        }
        return results;
    }

    /** Studies added one after the other, by year and name. */
    List<Result> cumulative(StudySet set, Findings findings, Location where) {
        String undated = set.known().stream()
                .filter(study -> study.year().isEmpty())
                .map(study -> "'" + study.name() + "'")
                .collect(Collectors.joining(", "));
        if (!undated.isEmpty()) {
            findings.add(FindingCode.E514, where, undated);
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        for (int i = 1; i <= set.count(); i++) {
            PooledStudy last = set.known().get(i - 1);
            results.addAll(pooled(StudySet.of(set.known().subList(0, i)), Names.pair("through", last.name())));
        }
        return results;
    }

    /** The effect of some studies and the variance between them, under a term. */
    List<Result> pooled(StudySet set, String term) {
        List<Result> results = new ArrayList<>();
        for (Method<Pooling> method : pooling.methods()) {
            Pooled pooled = set.pooled(method, rows.level());
            results.add(rows.effect(
                    rows.key(MetaRows.POOLED, "", term, rows.measure().measure(), method.id()), pooled));
            pooled.tauSquared()
                    .ifPresent(tau -> results.add(MetaRows.number(
                            rows.key(MetaRows.POOLED, "", term, Measure.TAU_SQUARED, method.id()), tau, Unit.NONE)));
        }
        return results;
    }

    /** How far each study moves the effect pooled by the first method. */
    List<Result> influence(StudySet set) {
        List<Result> results = new ArrayList<>();
        if (set.count() < LEAST_FOR_INFLUENCE) {
            return results;
        }
        for (Method<Pooling> method : pooling.methods().stream()
                .filter(any -> PoolingMethods.limits(any).isPresent())
                .limit(1)
                .toList()) {
            WeightedFit full = WeightedFit.at(set.model(), set.tauSquared(method));
            for (int i = 0; i < set.count(); i++) {
                Influence influence = Influence.of(
                        set.effects().orElseThrow(),
                        i,
                        full,
                        VarianceEstimators.of(method.id()).function());
                String name = set.known().get(i).name();
                results.add(number(name, Measure.STUDENTISED_RESIDUAL, method, influence.studentisedResidual()));
                results.add(number(name, Measure.HAT, method, influence.hat()));
                results.add(number(name, Measure.COOKS_DISTANCE, method, influence.cooksDistance()));
                results.add(number(name, Measure.DFFITS, method, influence.dffits()));
            }
        }
        return results;
    }

    private Result number(String study, Measure measure, Method<Pooling> method, double value) {
        return MetaRows.number(rows.key(study, "", "", measure, method.id()), value, Unit.NONE);
    }
}
